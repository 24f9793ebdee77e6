package today

import (
	"math"
	"slices"
	"time"

	"catcow/content"
	"catcow/session"
)

// What moving a dose costs, compared with the whole of its range. More is asked
// for more reluctantly than less, and a set is touched after every range is.
const (
	costMore = 2
	costSet  = 20
	costGone = 1000
)

// enough is how long one muscle group is stretched in a session at the most: from
// there on nothing is gained.
const enough = 4 * time.Minute

// ways are the doses that an item can have: the amounts of a range and of the
// pose's own, and fewer or more sets. With the head low, there are no more sets, and no
// longer ones than a hold may grow to.
func ways(item content.Item, o session.Options) []way {
	level := levelOf(o, item.Pose.ID)
	dose := o.Limit(item.Dose, item.Pose)
	base := dose.Amount.At(level)
	wide := dose
	wide.Amount = union(dose.Amount, item.Pose.Dose, dose)
	amounts := o.Limit(wide, item.Pose).Amount
	amounts.To = max(amounts.To, base)
	if isCounted(dose) {
		return counted(item, dose, level)
	}
	sets := dose.Count.At(level)
	most := mostSets(item, dose, sets)
	var all []way
	for n := 1; n <= most; n++ {
		for _, amount := range points(amounts, base) {
			d := exact(dose, amount, n)
			if n > max(sets, dose.Count.To) && long(d) || n > 1 && isCounted(d) {
				continue
			}
			all = append(all, way{dose: d, cost: cost(amount, base, amounts) + costSet*math.Abs(float64(n-sets))})
		}
	}
	return all
}

// mostSets is how many sets an item can have that has some.
func mostSets(item content.Item, dose content.Dose, sets int) int {
	most := max(sets, dose.Count.To)
	if item.Pose.Inverted {
		return most
	}
	if own := item.Pose.Dose; own.Unit == dose.Unit && !isCounted(own) {
		most = max(most, own.Count.To)
	}
	if !isRest(item.Pose) && dose.Unit != content.Reps {
		most = max(most, 2) // what is held once may be held again
	}
	return most
}

// isCounted reports whether the count of a dose is one of repetitions: "5s x20".
func isCounted(d content.Dose) bool { return d.Unit == content.Seconds && d.At(0).Reps > 0 }

// counted are the doses of an item whose repetitions are counted.
func counted(item content.Item, dose content.Dose, level float64) []way {
	amount, base := dose.Amount.At(level), dose.Count.At(level)
	counts := dose.Count
	if d := item.Pose.Dose; isCounted(d) {
		counts = content.Range{From: min(counts.From, d.Count.From), To: max(counts.To, d.Count.To)}
	}
	var all []way
	for _, n := range points(counts, base) {
		all = append(all, way{dose: exact(dose, amount, n), cost: cost(n, base, counts)})
	}
	return all
}

// union is a range, and that of the pose itself where it means the same.
func union(r content.Range, pose, item content.Dose) content.Range {
	if pose.Unit == item.Unit && isCounted(pose) == isCounted(item) {
		return content.Range{From: min(r.From, pose.Amount.From), To: max(r.To, pose.Amount.To)}
	}
	return r
}

// exact is a dose without ranges.
func exact(d content.Dose, amount, count int) content.Dose {
	d.Amount = content.Range{From: amount, To: amount}
	d.Count = content.Range{From: count, To: count}
	return d
}

// long reports whether a dose is more than is of use.
func long(d content.Dose) bool {
	e := d.At(0)
	const breath = 11 * time.Second
	return time.Duration(e.Sets)*(e.Hold+time.Duration(e.Breaths)*breath) > enough
}

// points are up to seven amounts of a range, the one that is the base among them.
func points(r content.Range, base int) []int {
	const most = 6
	step := max((r.To-r.From+most-1)/most, 1)
	var all []int
	for n := r.From; n < r.To; n += step {
		all = append(all, n)
	}
	all = append(all, r.To)
	if slices.Contains(all, base) {
		return all
	}
	return append(all, base)
}

// cost is how far an amount is from the base, as a part of the range.
func cost(amount, base int, r content.Range) float64 {
	if amount == base {
		return 0
	}
	part := math.Abs(float64(amount-base)) / float64(max(r.To-r.From, 1))
	if amount > base {
		return costMore * part
	}
	return part
}

// levelOf is the point in the ranges of a pose's dose.
func levelOf(o session.Options, pose string) float64 {
	if own, ok := o.Levels[pose]; ok {
		return own
	}
	return o.Level
}
