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
		case !q.of.isLength():
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
	d := Dose{Amount: hold.Range, Unit: hold.of, Count: Range{1, 1}}
	switch len(counts) {
	case 0:
		return d, nil
	case 1:
		d.Count = counts[0].Range
		return d, p.checkLength(hold, counts, before, d.Count)
	case 2:
		count, sets, ok := p.pair(counts)
		isNamed := counts[0].of != counts[1].of
		if before == 0 && counts[0].led && !isNamed {
			count, sets = sets, count // "5s x10 x3", as a dose is written
		}
		if ok && (before != 1 || isNamed) && d.Unit != Breaths {
			d.Count, d.Sets = count, sets
			return d.tidy(), p.checkLength(hold, counts, before, count)
		}
	}
	return Dose{}, fmt.Errorf(`%q has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`, p.text)
}

// isOfEach reports whether the words say that a length is of each of the times: they
// hold it, or an "x" or the word joins the two.
func (p *doseParser) isOfEach(hold quantity, counts []quantity, before int) bool {
	first := counts[0]
	switch {
	case p.held, hold.by == "x", hold.by == "of":
		return true
	case len(counts) == 1 && first.of == sets:
		return true
	}
	return before == 0 && (first.by == "x" || first.by == "repeat" || first.of == times)
}

// checkLength reports a length beside a number of repetitions that may be of each of
// them or of all: "10 reps (1 min)". A few of them are holds, and what leaves no time
// for each is of each.
func (p *doseParser) checkLength(hold quantity, counts []quantity, before int, count Range) error {
	const few, quickest = 3, 1.5 // seconds for a repetition, at least
	if p.isOfEach(hold, counts, before) || count.From <= few {
		return nil
	}
	d := Dose{Amount: hold.Range, Unit: hold.of, Count: Range{1, 1}}
	if most := d.At(1); most.Hold.Seconds()+quickest*float64(most.Breaths) < quickest*float64(count.From) {
		return nil
	}
	return fmt.Errorf(`%q: %s for each of them or for all; want "hold %s, repeat %s" or one of the two`, p.text, d, d, count)
}

// mostSets is the most sets that are taken for some without being called so: of
// "12 x 2" few people mean twelve sets of two.
const mostSets = 6

// isUnclear reports whether either of two bare numbers may be the sets.
func isUnclear(a, b quantity) bool {
	return a.of == unknown && b.of == unknown && a.From > mostSets && a.From > b.From && !isPerSide(a, b)
}

// isPerSide reports whether only the first of two bare numbers is for each side,
// and so is not the sets: "15 each side x2", "15 each side, twice".
func isPerSide(a, b quantity) bool {
	return a.of == unknown && a.shared && !b.shared && (b.of == unknown && b.led || b.of == times)
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
	if all, each, ok := inAllAndEach(a, b); ok && !isTwice(all, each) {
		return Dose{}, fmt.Errorf("%q: %s in all are not %s for each of two sides", p.text, all, each)
	}
	if isUnclear(a, b) {
		return Dose{}, fmt.Errorf(`%q: which is the sets; want "%s reps x%s" or "%s reps x%s"`, p.text, a, b, b, a)
	}
	if count, sets, ok := p.pair([]quantity{a, b}); ok {
		return Dose{Amount: count, Unit: Reps, Count: sets}, nil
	}
	return Dose{}, p.notADose()
}

// inAllAndEach tells a number of repetitions in all from how many of them are for
// each side, where the two are such: "12 reps, 6 each side", "6 each side, 12 reps".
func inAllAndEach(a, b quantity) (all, each quantity, ok bool) {
	if a.shared && !b.shared {
		a, b = b, a
		ok = a.of == Reps || a.of == times && isTwice(a, b)
	} else {
		ok = b.shared && !a.shared && (a.of == Reps || a.of == times)
	}
	return a, b, ok && (b.of == unknown || b.of == Reps) && !a.crossed && !b.led
}

func isTwice(all, each quantity) bool {
	return all.From == 2*each.From && all.To == 2*each.To
}

// pair tells the repetitions from the sets: by their words, or by their order.
func (p *doseParser) pair(counts []quantity) (count, in Range, ok bool) {
	a, b := counts[0], counts[1]
	if all, each, ok := inAllAndEach(a, b); ok {
		return each.Range, Range{1, 1}, isTwice(all, each)
	}
	rank := func(q quantity) int { return slices.Index([]Unit{sets, unknown, times, Reps}, q.of) }
	switch {
	case a.of == b.of && a.of != unknown:
		return Range{}, Range{}, false
	case rank(a) > rank(b), isPerSide(a, b):
		return a.Range, b.Range, true
	}
	return b.Range, a.Range, true
}
