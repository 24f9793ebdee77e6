package content

import (
	"fmt"
	"slices"
)

// dose makes sense of the numbers that were found.
func (p *doseParser) dose() (Dose, error) {
	var hold *quantity
	var counts []quantity // all others
	before := 0           // how many of them stand before the hold
	for i := range p.found {
		switch q := &p.found[i]; {
		case q.of.unit() == "":
			counts = append(counts, *q)
		case hold != nil:
			return Dose{}, fmt.Errorf("%q has two lengths; want one", p.text)
		default:
			hold, before = q, len(counts)
		}
	}
	if hasStray(counts) {
		return Dose{}, p.notADose()
	}
	if hold == nil {
		return p.withoutHold(counts)
	}
	return p.withHold(*hold, counts, before)
}

// hasStray reports whether there is a number by itself, which could be anything.
// After the sets it is the repetitions, and so it is for each side.
func hasStray(counts []quantity) bool {
	for i, q := range counts {
		if q.of == unknown && !q.crossed && !q.shared && (i == 0 || counts[i-1].of != sets) {
			return true
		}
	}
	return false
}

// withHold is a hold, how many times, and how many sets of them.
func (p *doseParser) withHold(hold quantity, counts []quantity, before int) (Dose, error) {
	d := Dose{Amount: hold.Range, Unit: hold.of.unit(), Count: Range{1, 1}}
	switch len(counts) {
	case 0:
		return d, nil
	case 1:
		d.Count = counts[0].Range
		return d, nil
	case 2:
		count, sets, ok := p.pair(counts)
		isNamed := counts[0].of != counts[1].of
		if before == 0 && counts[0].led && !isNamed {
			count, sets = sets, count // "5s x10 x3", as a dose is written
		}
		if ok && (before != 1 || isNamed) && d.Unit != Breaths {
			d.Count, d.Sets = count, sets
			return d.tidy(), nil
		}
	}
	return Dose{}, fmt.Errorf(`%q has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`, p.text)
}

// mostSets is the most sets that are taken for some without being called so: of
// "12 x 2" few people mean twelve sets of two.
const mostSets = 6

// isUnclear reports whether either of two bare numbers may be the sets.
func isUnclear(a, b quantity) bool {
	return a.of == unknown && b.of == unknown && a.From > mostSets && a.From > b.From && !isPerSide(a, b)
}

// isPerSide reports whether only the first of two bare numbers is for each side,
// and so is not the sets: "15 each side x2".
func isPerSide(a, b quantity) bool {
	return a.of == unknown && b.of == unknown && a.shared && b.led && !b.shared
}

func (p *doseParser) withoutHold(counts []quantity) (Dose, error) {
	switch len(counts) {
	case 1:
		if q := counts[0]; q.of == unknown && !q.crossed {
			return Dose{}, fmt.Errorf(`%q: of what; want such as "%s reps" or "%s s"`, p.text, q, q)
		}
		if counts[0].of != sets {
			return Dose{Amount: counts[0].Range, Unit: Reps, Count: Range{1, 1}}, nil
		}
	case 2:
		return p.ofTwo(counts[0], counts[1])
	}
	return Dose{}, p.notADose()
}

// ofTwo is repetitions and sets, or repetitions in all and for each side.
func (p *doseParser) ofTwo(a, b quantity) (Dose, error) {
	if b.of == unknown && b.shared && !b.led && a.of != sets && a.of != unknown {
		return p.inAllAndEach(a, b)
	}
	if isUnclear(a, b) {
		return Dose{}, fmt.Errorf(`%q: which is the sets; want "%s reps x%s" or "%s reps x%s"`, p.text, a, b, b, a)
	}
	if count, sets, ok := p.pair([]quantity{a, b}); ok {
		return Dose{Amount: count, Unit: Reps, Count: sets}, nil
	}
	return Dose{}, p.notADose()
}

// inAllAndEach is a number of repetitions, and how many of them are for each side.
func (p *doseParser) inAllAndEach(all, each quantity) (Dose, error) {
	if all.From != 2*each.From || all.To != 2*each.To {
		return Dose{}, fmt.Errorf("%q: %s in all are not %s for each of two sides", p.text, all, each)
	}
	return Dose{Amount: each.Range, Unit: Reps, Count: Range{1, 1}}, nil
}

// pair tells the repetitions from the sets: by their words, or by their order.
func (p *doseParser) pair(counts []quantity) (count, in Range, ok bool) {
	a, b := counts[0], counts[1]
	rank := func(q quantity) int { return slices.Index([]measure{sets, unknown, times, reps}, q.of) }
	switch {
	case a.of == b.of && a.of != unknown:
		return Range{}, Range{}, false
	case rank(a) > rank(b), isPerSide(a, b):
		return a.Range, b.Range, true
	}
	return b.Range, a.Range, true
}
