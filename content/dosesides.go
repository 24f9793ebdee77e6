package content

import (
	"fmt"
	"slices"
)

// readSides passes the words that share a dose between the sides, and those that
// say that nothing is shared.
func (p *doseParser) readSides() (bool, error) {
	before, was := p.tokens, p.sides
	sides, err := p.takeSides()
	if err != nil || len(p.tokens) == len(before) {
		return false, err
	}
	if sides == Once { // "each rep"
		return true, nil
	}
	if len(p.tokens) > 1 && p.isNext("/") && slices.Contains(append(limbs(), "leg", "legs", "side"), p.tokens[1].text) {
		p.tokens = p.tokens[2:] // "each arm/leg"
	}
	if was != Once && (was == EachSide) != (sides == EachSide) {
		return false, fmt.Errorf("%q: %s and %s; want one of the two", p.text, was, sides)
	}
	p.sides = sides
	return true, nil
}

// isShareNext reports whether what comes next shares a number between the sides.
func (p *doseParser) isShareNext() bool {
	rest := *p
	sides, err := rest.takeSides()
	return sides != Once || err != nil
}

// takeSides passes words for the sides, and nothing if there are none.
func (p *doseParser) takeSides() (DoseSides, error) {
	before := p.tokens
	p.take("on", "to", "in")
	switch {
	case p.take("alternating", "alternate", "alternately", "alt"):
		p.take("sides", "legs", "arms", "side", "leg", "arm")
		return Alternating, nil
	case len(p.tokens) > 2 && isBothSides(p.tokens[0].text, p.tokens[1].text, p.tokens[2].text):
		p.tokens = p.tokens[3:]
		return EachSide, nil
	case p.take("both"):
		if p.take("sides", "directions", "ways") {
			return EachSide, nil
		}
		if p.take(append(limbs(), "leg", "legs")...) {
			return Once, fmt.Errorf(`%q: both at once, or one after the other; want "each side" for the second`, p.text)
		}
	case p.isNext("each", "per", "every", "ea", "either", "/"):
		if sides, err := p.takeEach(); err != nil || sides != Once || !p.isNext("/") {
			return sides, err
		}
	}
	p.tokens = before
	return Once, nil
}

// isBothSides reports whether three words are such as "left and right" or "R/L".
func isBothSides(first, and, second string) bool {
	return (and == "and" || and == "/") && (first == "left" && second == "right" || first == "right" && second == "left")
}

// takeEach passes "each" and what of. A slash alone may be something else.
func (p *doseParser) takeEach() (DoseSides, error) {
	before := p.tokens
	isSlash := p.take("/")
	if !isSlash {
		p.take("each", "per", "every", "ea", "either")
	}
	p.take(".")
	p.take("alternating", "alternate")
	switch {
	case p.take("side", "sides", "direction", "directions", "way", "ways"), p.take(limbs()...):
		return EachSide, nil
	case p.take("leg", "legs"):
		return EachLeg, nil
	case p.take("set"):
		return Once, nil
	case p.take("rep", "time", "for"):
		p.held = true
		return Once, nil
	case len(p.tokens) > 1 && p.tokens[1].text == "for" && p.take("1"): // "hold each one for"
		p.take("for")
		p.held = true
		return Once, nil
	case isSlash:
		p.tokens = before
		return Once, nil
	}
	return Once, fmt.Errorf(`%q: each of what; want "each side", "each leg" or neither`, p.text)
}

func limbs() []string {
	return []string{
		"arm", "arms", "knee", "knees", "foot", "feet", "hand", "hands", "hip", "hips", "shoulder", "shoulders",
		"ankle", "ankles", "wrist", "wrists", "elbow", "elbows", "le", "ue",
	}
}
