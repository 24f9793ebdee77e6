package today

import (
	"cmp"
	"slices"
	"time"

	"catcow/content"
	"catcow/session"
)

// Tolerance is how near to the wish a session has to come.
const Tolerance = 30 * time.Second

// Fitted is a routine that was fitted into the time there is.
type Fitted struct {
	Routine content.Routine
	Length  time.Duration
	Changes []string // what was changed, to be said openly; none if nothing was
	// Near reports whether it takes the time that was asked for, within the
	// Tolerance. If not, it is as near as its poses and doses let it be.
	Near bool

	cost float64
}

// Fit makes a routine take a time. Doses move inside their ranges, then there are
// fewer or more sets, and then the poses go that the routine needs least. A time
// that nothing of it fits into is a [TooShortError].
func Fit(r content.Routine, length time.Duration, o session.Options) (Fitted, error) {
	if len(r.Items) == 0 {
		return Fitted{Routine: r}, nil
	}
	f := newFitter(r, o)
	if shortest := f.shortest(); shortest > length+Tolerance {
		return Fitted{}, TooShortError{Wish: length, Shortest: shortest}
	}
	for i := range f.ways {
		f.ways[i] = append([]way{{gone: true, cost: costGone + costSet*worth(r, i)}}, f.ways[i]...)
	}
	fitted := f.dropLess(f.fit(length), length)
	fitted.Changes = changes(r, fitted.Routine, o)
	return fitted, nil
}

func distance(a, b time.Duration) time.Duration { return (a - b).Abs() }

// worth is how much a routine needs one of its poses: most where no other works on
// the same region, and a rest at its end a little more.
func worth(r content.Routine, item int) float64 {
	p := r.Items[item].Pose
	sum := 0.0
	for n, region := range r.Regions {
		sum += suits(p, region) / float64(n+1)
		if !slices.ContainsFunc(r.Items, func(other content.Item) bool {
			return other.Pose.ID != p.ID && suits(other.Pose, region) >= 1
		}) {
			sum += suits(p, region)
		}
	}
	if isRest(p) && item == len(r.Items)-1 {
		sum++
	}
	return sum
}

// fitter looks for doses that take a time.
type fitter struct {
	routine content.Routine
	asked   session.Options
	options session.Options // for exact doses
	ways    [][]way         // of each item, the shortest first
	// slack is how much less an item takes beside others than by itself.
	slack time.Duration
}

// way is one dose for an item, or that it is left out.
type way struct {
	dose   content.Dose
	length time.Duration
	cost   float64 // how far it is from what the person would do by themselves
	gone   bool
}

// newFitter finds out how long each item takes with each dose that it can have.
func newFitter(r content.Routine, o session.Options) *fitter {
	f := &fitter{routine: r, asked: o, options: exactly(o), ways: make([][]way, len(r.Items))}
	most := 0
	for i := range r.Items {
		f.ways[i] = ways(r.Items[i], o)
		most = max(most, len(f.ways[i]))
	}
	for n := range most { // all items at once: how long one takes depends on its neighbours
		plan := f.compile(func(i int) int { return min(n, len(f.ways[i])-1) })
		for i := range f.ways {
			if n < len(f.ways[i]) {
				f.ways[i][n].length = plan.Item(i)
			}
		}
	}
	for i := range f.ways {
		f.ways[i] = thin(f.ways[i])
	}
	return f
}

// exactly are options for doses that are exact already.
func exactly(o session.Options) session.Options {
	o.Level, o.Levels = 0, nil
	return o
}

// thin sorts ways by their length, and keeps the one of several that take about
// the same which costs least.
func thin(ways []way) []way {
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(a.length/grain, b.length/grain), cmp.Compare(a.cost, b.cost))
	})
	return slices.CompactFunc(ways, func(a, b way) bool { return a.length/grain == b.length/grain })
}

// compile lays the routine out with one of the ways of each item.
func (f *fitter) compile(of func(item int) int) session.Plan {
	r := f.routine
	r.Items = nil
	for i, item := range f.routine.Items {
		if w := f.ways[i][of(i)]; !w.gone {
			item.Dose = w.dose
			r.Items = append(r.Items, item)
		}
	}
	return session.Compile(r, f.options)
}

// shortest is how long the shortest of the items takes alone, at the least.
func (f *fitter) shortest() time.Duration {
	least := time.Duration(0)
	for i := range f.ways {
		r := f.routine
		r.Items = slices.Clone(r.Items[i : i+1])
		r.Items[0].Dose = f.ways[i][0].dose
		if length := session.Compile(r, f.options).Length(); i == 0 || length < least {
			least = length
		}
	}
	return least
}

// fit chooses the doses that come nearest to a length with the least change.
func (f *fitter) fit(length time.Duration) Fitted {
	best := Fitted{}
	for n := range 5 {
		chosen := f.choose(max(length+f.slack*time.Duration(len(f.ways)-1), 0))
		var sum time.Duration
		var cost float64
		for i, way := range chosen {
			sum += f.ways[i][way].length
			cost += f.ways[i][way].cost
		}
		plan := f.compile(func(i int) int { return chosen[i] })
		got := plan.Length()
		if n == 0 || distance(got, length) < distance(best.Length, length) {
			best = Fitted{Routine: plan.Routine, Length: got, cost: cost}
		}
		slack := (sum - got) / time.Duration(max(len(f.ways)-1, 1))
		best.Near = distance(best.Length, length) <= Tolerance
		if out := distance(sum-f.slack*time.Duration(len(f.ways)-1), length) > Tolerance; best.Near || out && n > 0 || slack == f.slack {
			break // or the doses do not come nearer
		}
		f.slack = slack
	}
	return best
}

// grain is how exactly sums of lengths are told apart.
const grain = 5 * time.Second

// sum is what some of the items take together.
type sum struct {
	cost   float64
	length time.Duration
	way    int // of the last of them
	from   int // the grain of the sum without it
	known  bool
}

// choose is a way for each item, so that the sum of their lengths is within the
// tolerance at the least cost, or else as near as can be.
func (f *fitter) choose(length time.Duration) []int {
	rows := [][]sum{{{known: true}}}
	for i := range f.ways {
		rows = append(rows, f.extend(rows[i], i, length))
	}
	best := nearest(rows[len(f.ways)], length)
	chosen := make([]int, len(f.ways))
	for i := len(f.ways); i > 0 && best >= 0; i-- {
		s := rows[i][best]
		chosen[i-1], best = s.way, s.from
	}
	return chosen
}

// extend is the sums with one item more: by their grain, of each the cheapest. Those
// that are longer than wished are kept at the end, the shortest of them.
func (f *fitter) extend(before []sum, item int, length time.Duration) []sum {
	most := int((length + 2*Tolerance) / grain)
	row := make([]sum, most+1)
	for at, b := range before {
		if !b.known {
			continue
		}
		for n, w := range f.ways[item] {
			s := sum{b.cost + w.cost, b.length + w.length, n, at, true}
			to := min(int(s.length/grain), most)
			if to == most && n > 0 {
				break // the others are longer still
			}
			if old := row[to]; !old.known || to < most && s.cost < old.cost || to == most && s.length < old.length {
				row[to] = s
			}
		}
	}
	return row
}

// nearest is the sum that comes nearest to a length; of those within the tolerance
// the one that costs least.
func nearest(sums []sum, length time.Duration) int {
	best := -1
	for at, s := range sums {
		if s.known && (best < 0 || s.isBetter(sums[best], length)) {
			best = at
		}
	}
	return best
}

func (s sum) isBetter(than sum, length time.Duration) bool {
	a, b := distance(s.length, length), distance(than.length, length)
	if out, other := max(a, Tolerance), max(b, Tolerance); out != other {
		return out < other
	}
	return s.cost < than.cost || s.cost == than.cost && a < b
}
