package today

import (
	"cmp"
	"math/bits"
	"slices"
	"time"

	"catcow/content"
)

// mostTried is how many poses a routine has at the most for all that could be left out of
// it to be tried. A longer one comes out in time by the sums of its items.
const mostTried = 8

// keeping is the items of a routine that stay, a bit for each, and what it costs that the
// others go.
type keeping struct {
	items uint
	cost  float64
}

// dropLess is a better way to leave poses out, if there is one: in time, or with less lost.
// What an item takes depends on its neighbours, so the sums of the items miss some.
func (f *fitter) dropLess(best Fitted, length time.Duration) Fitted {
	if len(f.ways) > mostTried {
		return best
	}
	for _, k := range f.keepings() {
		if best.Near && k.cost >= best.cost {
			break
		}
		if !f.mayTake(k, length) {
			continue
		}
		got := f.fitOnly(k, length)
		nearer := distance(got.Length, length) < distance(best.Length, length)
		if got.Near && (!best.Near || got.cost < best.cost) || !best.Near && nearer {
			best = got
		}
	}
	return best
}

// keepings are all choices of items, the one that loses least first.
func (f *fitter) keepings() []keeping {
	var all []keeping
	for items := uint(1); items < 1<<len(f.ways); items++ {
		k := keeping{items: items}
		for i := range f.ways {
			if items&(1<<i) == 0 {
				k.cost += f.ways[i][0].cost // that of leaving it out
			}
		}
		all = append(all, k)
	}
	slices.SortStableFunc(all, func(a, b keeping) int { return cmp.Compare(a.cost, b.cost) })
	return all
}

// mayTake reports whether the items that stay can take about a length together.
func (f *fitter) mayTake(k keeping, length time.Duration) bool {
	var least, most time.Duration
	for i, ways := range f.ways {
		if k.items&(1<<i) != 0 {
			least += ways[1].length // the first is to leave it out
			most += ways[len(ways)-1].length
		}
	}
	ways := time.Duration(bits.OnesCount(k.items)+1) * 40 * time.Second // between other neighbours
	return least-ways <= length && length <= most+ways
}

// fitOnly fits the items that stay.
func (f *fitter) fitOnly(k keeping, length time.Duration) Fitted {
	r := f.routine.Pick(func(i int, _ content.Item) bool { return k.items&(1<<i) != 0 })
	got := newFitter(r, f.asked).fit(length)
	got.cost += k.cost
	return got
}
