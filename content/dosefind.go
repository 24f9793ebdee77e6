package content

// Span is a part of a text, by its bytes.
type Span struct{ From, To int }

// FindDose finds the parts of a line of prose that tell how much: each number
// with its unit, and after the first of them also the words for the sides.
// "Figure 4 stretch, 30 sec x2 each side" has "30 sec x2" and "each side". Put
// together with spaces they are for [ParseDose].
func FindDose(line string) []Span {
	p := doseParser{tokens: tokenize(line)}
	var spans []Span
	crossed := false
	for len(p.tokens) > 0 {
		before, from := p.tokens, p.tokens[0].from
		isPart := p.passPart(&crossed, len(spans) > 0)
		if len(p.tokens) == len(before) {
			p.tokens = p.tokens[1:]
		}
		if !isPart {
			continue
		}
		to := before[len(before)-len(p.tokens)-1].to
		spans = append(spans, Span{from, to})
	}
	return spans
}

// passPart passes what belongs together, and reports whether it tells how much.
func (p *doseParser) passPart(crossed *bool, isAfter bool) bool {
	isCrossed := *crossed
	*crossed = false
	switch {
	case p.isNumberNext():
		return p.passNumber(isCrossed)
	case p.take("figure", "fig", "exercise", "level", "phase", "week", "day", "step", "stage", "part", "number", "no"):
		p.passName()
		return false
	case p.takeRepeat():
		*crossed = true
		return true
	case p.take("x"):
		*crossed = p.isNumberNext()
		return isAfter || *crossed
	}
	if label := p.takeLabel(); label != unknown {
		isPart := p.isNumberNext()
		if isPart {
			p.readRange(label)
		}
		return isPart
	}
	if !isAfter {
		return false
	}
	isSides, err := p.readSides()
	return isSides || err != nil
}

// passName passes the number of a name, such as "figure 4", and none that counts:
// "repeat the exercise three times".
func (p *doseParser) passName() {
	p.take(".", "#")
	if rest := *p; rest.isNumberNext() {
		if rest.readNumber(); !rest.isNext("times") {
			*p = rest
		}
	}
}

// passNumber passes a number with its unit, and the number after the sets.
func (p *doseParser) passNumber(isCrossed bool) bool {
	_, _, of := p.readRange(unknown)
	isPart := isCrossed || of != unknown || p.isNext("x") || p.isShareNext()
	if of == sets && p.take("of", "x") && p.isNumberNext() {
		p.readRange(unknown)
	}
	return isPart
}
