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

	of      Unit
	crossed bool   // stands beside an "x"
	led     bool   // an "x" stands before it
	by      string // the "x", "of" or "repeat" that stands right before it
	shared  bool   // "each side" or the like stands behind it
}

// doseParser reads the tokens of a dose from left to right and then makes sense
// of what it has found.
type doseParser struct {
	text   string
	tokens []token
	found  []quantity
	sides  DoseSides
	held   bool // it says to hold, or how long each time is
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

func (p *doseParser) isNumberNext() bool { return len(p.tokens) > 0 && isNumber(p.tokens[0]) }

func isNumber(t token) bool { return strings.ContainsAny(t.text, "0123456789") }

// takeUnit passes the word of a unit.
func (p *doseParser) takeUnit() Unit {
	if len(p.tokens) > 1 && slices.Contains([]Unit{Breaths, Reps}, unitOf(p.tokens[1].text)) {
		p.take("deep", "slow", "full", "long", "gentle", "easy", "small", "smooth", "controlled")
	}
	if len(p.tokens) == 0 {
		return unknown
	}
	unit := unitOf(p.tokens[0].text)
	if unit != unknown {
		p.tokens = p.tokens[1:]
	}
	return unit
}

// takeLabel passes the word of a unit that stands before its number: "sets 3",
// "reps: 10". A letter or a stroke needs the colon, or it is part of a word.
func (p *doseParser) takeLabel() Unit {
	before := p.tokens
	if p.take("count") && p.take("of", "to") && p.isNumberNext() {
		p.held = true
		return Seconds // "for a slow count of five"
	}
	p.tokens = before
	if p.isNext("repeats", "cycles", "circles", "rounds") {
		return unknown // "arm circles 10"
	}
	unit := p.takeUnit()
	isCounted := unit == times || unit == Reps || unit == sets
	if unit == unknown || !p.take(":", "=") && !isCounted {
		p.tokens = before
		return unknown
	}
	return unit
}

// takeRepeat passes the word before a number of times: "repeat 10".
func (p *doseParser) takeRepeat() bool {
	return len(p.tokens) > 1 && isNumber(p.tokens[1]) && p.take("repeat")
}

func (p *doseParser) read() error {
	label, crossed, by := unknown, false, "" // "sets: 3" names the unit first
	for len(p.tokens) > 0 {
		if p.isNumberNext() {
			q, err := p.readQuantity(label, crossed)
			if err != nil {
				return err
			}
			q.by = by
			p.found = append(p.found, q)
			label, crossed, by = unknown, false, ""
			continue
		}
		by = ""
		if p.isNext("x", "of", "repeat") {
			by = p.tokens[0].text
		}
		isSides, err := p.readSides()
		if err != nil {
			return err
		}
		switch {
		case isSides:
			crossed = false // "x each side"
		case p.take("x") || p.takeRepeat():
			crossed = true
		case p.takeFiller():
		default:
			if label = p.takeLabel(); label == unknown {
				return p.notADose()
			}
		}
	}
	return p.checkEnd(crossed)
}

// takeFiller passes a word that joins the parts of a dose, or says to hold it.
func (p *doseParser) takeFiller() bool {
	isHold := p.take("hold", "holds", "holding", "held")
	p.held = p.held || isHold
	return isHold || p.take(",", ";", ":", ".", "(", ")", "of", "for", "with", "do", "repeat", "and", "then")
}

// checkEnd reports that nothing was found, or nothing after the last "x".
func (p *doseParser) checkEnd(crossed bool) error {
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
func (p *doseParser) readQuantity(label Unit, crossed bool) (quantity, error) {
	before := p.tokens
	from, to, of := p.readRange(label)
	text := joined(before[:len(before)-len(p.tokens)])
	isWithin := func(n float64) bool { return math.Trunc(n) == n && n >= 1 && n <= float64(of.most()) } // NaN is not
	switch {
	case isWithin(from) && isWithin(to) && from > to:
		return quantity{}, fmt.Errorf("%q: want the smaller number first", text)
	case isWithin(from) && isWithin(to):
		return quantity{Range: Range{int(from), int(to)}, of: of, crossed: crossed || p.isNext("x"), led: crossed, shared: p.isShareNext()}, nil
	case crossed:
		text += `" after the x`
	default:
		text += `"`
	}
	return quantity{}, fmt.Errorf(`"%s: want a whole number from 1 to %d, or a range such as 3-6`, text, of.most())
}

// readRange reads the two ends of a range, which are one where there is no other,
// in one unit. Ends that do not go together are NaN.
func (p *doseParser) readRange(label Unit) (from, to float64, of Unit) {
	from, of = p.readAmount(label)
	to = from
	if len(p.tokens) > 1 && isNumber(p.tokens[1]) && p.take("-", "to") {
		var other Unit
		to, other = p.readAmount(label)
		switch {
		case of == Minutes && other == Seconds:
			from, of = 60*from, Seconds
		case of == Seconds && other == Minutes:
			to = 60 * to
		case of == unknown || of == other:
			of = other
		default:
			to = math.NaN()
		}
	}
	if of == unknown {
		of = label
	}
	return from, to, of
}

// readAmount reads one number with its unit. Minutes that are not whole, or have
// seconds after them, are given in seconds; what is no number is NaN. After a
// label, as in "sets: 3 reps: 10", the next word may be another label.
func (p *doseParser) readAmount(label Unit) (float64, Unit) {
	n := p.readNumber()
	if len(p.tokens) > 1 && p.tokens[0].text == ":" && len(p.tokens[1].text) == 2 {
		p.take(":")
		n = 60*n + p.readNumber()
		if rest := *p; rest.takeUnit() == Minutes {
			*p = rest
		}
		return n, Seconds
	}
	p.passDash()
	before := p.tokens
	unit := p.takeUnit()
	if counted := []Unit{times, Reps, sets}; slices.Contains(counted, label) && slices.Contains(counted, unit) {
		p.tokens, unit = before, label
	}
	if unit != Minutes {
		return n, unit
	}
	rest := *p
	if more := rest.readNumber(); rest.takeUnit() == Seconds && more < 60 {
		*p = rest
		return 60*n + more, Seconds
	}
	if math.Trunc(n) != n {
		return 60 * n, Seconds
	}
	return n, Minutes
}

// passDash passes the dash of "3-second". Before a letter alone it is no such one.
func (p *doseParser) passDash() {
	rest := *p
	if rest.take("-") && len(rest.tokens) > 0 && len(rest.tokens[0].text) > 1 && rest.takeUnit() != unknown {
		p.take("-")
	}
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
