package content

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ParseDose reads a dose as sheets write it: "30s x3 each side", "3 sets of 10",
// "hold 10 sec, 5 times per side". Of a pair such as "3 x 10" the first is the
// sets and the second the repetitions. What can mean two things is an error; it
// says what is wrong and what is wanted.
func ParseDose(s string) (Dose, error) {
	p := doseParser{text: s, tokens: tokenize(s)}
	if err := p.read(); err != nil {
		return Dose{}, err
	}
	d, err := p.dose()
	if err != nil {
		return Dose{}, err
	}
	d.Sides = p.sides
	return d, nil
}

// quantity is a number of a dose, or a range of them.
type quantity struct {
	Range

	of      measure
	crossed bool // stands beside an "x"
	led     bool // an "x" stands before it
}

// doseParser reads the tokens of a dose from left to right and then makes sense
// of what it has found.
type doseParser struct {
	text   string
	tokens []token
	found  []quantity
	sides  DoseSides
}

// isNext reports whether the next token is one of the words.
func (p *doseParser) isNext(words ...string) bool {
	return len(p.tokens) > 0 && slices.Contains(words, p.tokens[0].text)
}

// take passes the next token if it is one of the words.
func (p *doseParser) take(words ...string) bool {
	if !p.isNext(words...) {
		return false
	}
	p.tokens = p.tokens[1:]
	return true
}

func (p *doseParser) isNumberNext() bool {
	return len(p.tokens) > 0 && strings.ContainsAny(p.tokens[0].text, "0123456789")
}

// takeUnit passes the word of a unit.
func (p *doseParser) takeUnit() measure {
	if len(p.tokens) > 1 && slices.Contains(append(unitWords(breaths), unitWords(reps)...), p.tokens[1].text) {
		p.take("deep", "slow", "full", "long", "gentle", "easy")
	}
	for m := times; m <= sets; m++ {
		if p.take(unitWords(m)...) {
			return m
		}
	}
	return unknown
}

// takeLabel passes the word of a unit that stands before its number: "sets 3",
// "reps: 10". A letter or a stroke needs the colon, or it is part of a word.
func (p *doseParser) takeLabel() measure {
	before := p.tokens
	if p.isNext("repeats", "cycles", "circles", "rounds") {
		return unknown // "arm circles 10"
	}
	unit := p.takeUnit()
	isCounted := unit == times || unit == reps || unit == sets
	if unit == unknown || !p.take(":", "=") && !isCounted {
		p.tokens = before
		return unknown
	}
	return unit
}

func (p *doseParser) read() error {
	label, crossed := unknown, false // "sets: 3" names the unit first
	for len(p.tokens) > 0 {
		if p.isNumberNext() {
			q, err := p.readQuantity(label, crossed)
			if err != nil {
				return err
			}
			p.found = append(p.found, q)
			label, crossed = unknown, false
			continue
		}
		isSides, err := p.readSides()
		if err != nil {
			return err
		}
		if isSides {
			crossed = false // "x each side"
			continue
		}
		if p.take("x") {
			crossed = true
		} else if unit := p.takeLabel(); unit != unknown {
			label = unit
		} else if !p.take(",", ";", ":", ".", "(", ")", "of", "hold", "holds", "for", "with", "do", "repeat", "and", "then") {
			return p.notADose()
		}
	}
	switch last := len(p.found) - 1; {
	case last < 0:
		return p.notADose()
	case crossed && p.found[last].of != unknown:
		return fmt.Errorf(`"" after the x: want a whole number from 1 to %d, or a range such as 3-6`, unknown.most())
	}
	return nil
}

func (p *doseParser) notADose() error {
	return fmt.Errorf(`%q is not a dose; want one like "60-120s", "5m", "6 breaths" or "10 reps", then "x3" and "each side" if wanted`, p.text)
}

// readQuantity reads a number or a range with its unit: "3", "3-6", "30 to 60s",
// "1m30s", "1:30", "30s-1m".
func (p *doseParser) readQuantity(label measure, crossed bool) (quantity, error) {
	before := p.tokens
	from, of := p.readAmount(label)
	to := from
	if len(p.tokens) > 1 && strings.ContainsAny(p.tokens[1].text, "0123456789") && p.take("-", "to") {
		var toOf measure
		to, toOf = p.readAmount(label)
		switch {
		case of == minutes && toOf == seconds:
			from, of = 60*from, seconds
		case of == seconds && toOf == minutes:
			to = 60 * to
		case of == unknown || of == toOf:
			of = toOf
		default:
			return quantity{}, p.notADose()
		}
	}
	if of == unknown {
		of = label
	}
	q := quantity{Range{int(from), int(to)}, of, crossed || p.isNext("x"), crossed}
	text := joined(before[:len(before)-len(p.tokens)])
	most := float64(of.most())
	switch whole := math.Trunc(from) == from && math.Trunc(to) == to; {
	case !whole || !(from >= 1 && from <= most && to >= 1 && to <= most): // neither is true of NaN
		if crossed {
			return quantity{}, fmt.Errorf("%q after the x: want a whole number from 1 to %d, or a range such as 3-6", text, of.most())
		}
		return quantity{}, fmt.Errorf("%q: want a whole number from 1 to %d, or a range such as 3-6", text, of.most())
	case q.From > q.To:
		return quantity{}, fmt.Errorf("%q: want the smaller number first", text)
	}
	return q, nil
}

// readAmount reads one number with its unit. Minutes that are not whole, or have
// seconds after them, are given in seconds; what is no number is NaN. After a
// label, as in "sets: 3 reps: 10", the next word may be another label.
func (p *doseParser) readAmount(label measure) (float64, measure) {
	n := p.readNumber()
	if len(p.tokens) > 1 && p.tokens[0].text == ":" && len(p.tokens[1].text) == 2 {
		p.take(":")
		return 60*n + p.readNumber(), seconds
	}
	before := p.tokens
	unit := p.takeUnit()
	if counted := []measure{times, reps, sets}; slices.Contains(counted, label) && slices.Contains(counted, unit) {
		p.tokens, unit = before, label
	}
	if unit != minutes {
		return n, unit
	}
	rest := *p
	if more := rest.readNumber(); rest.takeUnit() == seconds && more < 60 {
		*p = rest
		return 60*n + more, seconds
	}
	if math.Trunc(n) != n {
		return 60 * n, seconds
	}
	return n, minutes
}

func (p *doseParser) readNumber() float64 {
	if !p.isNumberNext() {
		return math.NaN()
	}
	n, err := strconv.ParseFloat(strings.TrimSuffix(p.tokens[0].text, "."), 64)
	p.tokens = p.tokens[1:]
	if err != nil {
		return math.NaN()
	}
	return n
}

// readSides passes the words that share a dose between the sides, and those that
// say that nothing is shared.
func (p *doseParser) readSides() (bool, error) {
	tokens := p.tokens
	p.take("on", "to")
	was := p.sides
	slash := p.take("/")
	each := slash || p.take("each", "per", "every", "ea", "either")
	both := !each && p.take("both")
	p.take(".")
	switch {
	case (each || both) && p.take("side", "sides", "direction", "directions", "way", "ways"):
		p.sides = EachSide
	case each && p.take("leg", "legs"):
		p.sides = EachLeg
	case each && p.take(limbs()...):
		p.sides = EachSide
	case each && p.take("rep", "time", "set"):
	case each && !slash:
		return false, fmt.Errorf(`%q: each of what; want "each side", "each leg" or neither`, p.text)
	case both && p.take(append(limbs(), "leg", "legs")...):
		return false, fmt.Errorf(`%q: both at once, or one after the other; want "each side" for the second`, p.text)
	case p.take("alternating", "alternate", "alternately", "alt"):
		p.take("sides", "legs", "arms", "side", "leg", "arm")
		p.sides = Alternating
	case p.take("left", "l") && p.take("and", "/") && p.take("right", "r"), p.take("right", "r") && p.take("and", "/") && p.take("left", "l"):
		p.sides = EachSide
	default:
		p.tokens = tokens
		return false, nil
	}
	if len(p.tokens) > 1 && p.isNext("/") && slices.Contains(append(limbs(), "leg", "legs", "side"), p.tokens[1].text) {
		p.tokens = p.tokens[2:] // "each arm/leg"
	}
	if was == EachSide && p.sides != EachSide || was != Once && was != EachSide && p.sides == EachSide {
		return false, fmt.Errorf("%q: %s and %s; want one of the two", p.text, was, p.sides)
	}
	return true, nil
}

// dose makes sense of the numbers that were found.
func (p *doseParser) dose() (Dose, error) {
	var hold *quantity
	var counts []quantity // all others
	before := 0           // how many of them stand before the hold
	for i := range p.found {
		switch q := &p.found[i]; q.of {
		case seconds, minutes, breaths:
			if hold != nil {
				return Dose{}, fmt.Errorf("%q has two lengths; want one", p.text)
			}
			hold, before = q, len(counts)
		case unknown, times, reps, sets:
			counts = append(counts, *q)
		}
	}
	for i, q := range counts {
		// A number by itself could be anything; after the sets it is repetitions.
		if q.of == unknown && !q.crossed && (i == 0 || counts[i-1].of != sets) {
			return Dose{}, p.notADose()
		}
	}
	if hold == nil {
		return p.withoutHold(counts)
	}
	d := Dose{Amount: hold.Range, Unit: map[measure]Unit{seconds: Seconds, minutes: Minutes, breaths: Breaths}[hold.of], Count: Range{1, 1}}
	switch len(counts) {
	case 0:
		return d, nil
	case 1:
		d.Count = counts[0].Range
		return d, nil
	case 2:
		count, sets, ok := p.pair(counts)
		if before == 0 && counts[0].led && counts[0].of == unknown && counts[1].of == unknown {
			count, sets = sets, count // "5s x10 x3", as a dose is written
		}
		if ok && (before != 1 || counts[0].of != counts[1].of) && d.Unit != Breaths {
			d.Count, d.Sets = count, sets
			return d.tidy(), nil
		}
	}
	return Dose{}, fmt.Errorf(`%q has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`, p.text)
}

// mostSets is the most sets that are taken for some without being called so: of
// "12 x 2" few people mean twelve sets of two.
const mostSets = 6

func (p *doseParser) withoutHold(counts []quantity) (Dose, error) {
	switch len(counts) {
	case 1:
		if counts[0].of != sets {
			return Dose{Amount: counts[0].Range, Unit: Reps, Count: Range{1, 1}}, nil
		}
	case 2:
		if a, b := counts[0], counts[1]; a.of == unknown && b.of == unknown && a.From > mostSets && a.From > b.From {
			return Dose{}, fmt.Errorf(`%q: which is the sets; want "%s reps x%s" or "%s reps x%s"`, p.text, a, b, b, a)
		}
		if count, sets, ok := p.pair(counts); ok {
			return Dose{Amount: count, Unit: Reps, Count: sets}, nil
		}
	}
	return Dose{}, p.notADose()
}

// pair tells the repetitions from the sets: by their words, or by their order.
func (p *doseParser) pair(counts []quantity) (count, in Range, ok bool) {
	a, b := counts[0], counts[1]
	rank := func(q quantity) int { return slices.Index([]measure{sets, unknown, times, reps}, q.of) }
	switch {
	case a.of == b.of && a.of != unknown:
		return Range{}, Range{}, false
	case rank(a) > rank(b):
		return a.Range, b.Range, true
	}
	return b.Range, a.Range, true
}
