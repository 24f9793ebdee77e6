package sheet

import (
	"regexp"
	"strings"

	"catcow/content"
)

// amounts are the words around a dose that say more of how much it is.
type amounts struct {
	held        *regexp.Regexp // that something is held, or done each time
	sidesFirst  *regexp.Regexp // a name, the sides and a dose: "calf stretch each side, 30s"
	timed       *regexp.Regexp // a length
	atTime      *regexp.Regexp // when it is done, after its name
	tolerated   *regexp.Regexp // that there may be less of it
	manyTimes   *regexp.Regexp // how often a day, where it is more than a few times
	countedLast *regexp.Regexp // a name and a number
	inWords     *regexp.Regexp // an amount in words: "a couple of minutes"
}

func newAmounts() amounts {
	return amounts{
		held:        anyOf(`\b`, `(?:hold|held|stay|keep|paus|maintain)\w*`, `(?:squeez|tighten|tens|contract|clench)\w*\b[^.,;]*\bfor\b`, `each\s+(?:rep|time|one)\b`),
		sidesFirst:  regexp.MustCompile(`(?i)^(\pL[^\d,;:(]*?)[\s,(]+(?:on\s+)?((?:each|both)\s+(?:sides?|legs?|ways?))\)?\s*[,:;–-]\s*([^;]*\d.*)$`),
		timed:       anyOf("", `\d`+timeUnit, `\d\s*["”″']`, `breath`),
		atTime:      anyOf(`\s+`, `(?:today|tonight|whenever|before)\b.*$`),
		tolerated:   anyOf(`[,;(]?\s*\bas\s+`, `(?:tolerated|comfortable|able|pain\s+allows)\b\)?`),
		manyTimes:   anyOf(`\b(?:\d{1,2}\s*(?:-|–|to)\s*)?`, `\d{1,2}\s*(?:x|×|times)\s*(?:a|per|each|/)\s*day\b`),
		countedLast: regexp.MustCompile(`^(?i)(\pL[\pL\s'’-]+?)\s*(?:[-–:,]\s*)?(\d+(?:\s*[-–]\s*\d+)?)\.?$`),
		inWords:     anyOf(`\b(?:(?:for|an?|one|two|three|four|five|ten|some|several|few|couple|half|quarter|many|more)\b[^.,;:]*)?\b`, `(?:seconds?|secs?|minutes?|mins?|moments?|breaths|times|reps|repetitions|sets|rounds)\b`),
	}
}

// joinParts is the parts of a dose with what joins or parts them: "10 reps of 30 s",
// "10x (1 min)".
func joinParts(parts, gaps []string) string {
	var dosage strings.Builder
	dosage.WriteString(parts[0])
	for i, part := range parts[1:] {
		switch gap := gaps[i+1]; {
		case strings.TrimSpace(gap) == "of":
			dosage.WriteString(" of")
		case strings.EqualFold(parts[i], "x") && strings.ContainsAny(gap, ",;(/"):
			dosage.WriteString(",")
		}
		dosage.WriteString(" " + part)
	}
	return dosage.String()
}

// withHold is a dose that says to hold where the words around it do.
func (r *reader) withHold(text, dosage string) string {
	if r.held.MatchString(text) && r.timed.MatchString(dosage) {
		return "hold " + dosage
	}
	return dosage
}

// readCounted reads a line that tells no dose, but may count the name of a pose:
// "10 pelvic tilts".
func (r *reader) readCounted(l *Line, text string) {
	if m := r.countedLast.FindStringSubmatch(text); m != nil && strings.HasSuffix(strings.ToLower(m[1]), "s") && !strings.HasSuffix(strings.ToLower(m[1]), "ss") {
		if _, isPose := r.poses.names[keyOf(m[1])]; !isPose {
			if p, known := r.poses.find(singular(m[1])); known && p.Sides == content.NoSides {
				l.dosage, text = m[2]+" reps", m[1] // "Bridges 15"
			}
		}
	}
	if m := r.counted.FindStringSubmatch(r.lead.ReplaceAllString(text, "")); m != nil && strings.HasSuffix(m[2], "s") {
		if r.isKnown(singular(m[2])) {
			l.dosage, text = m[1]+" reps", m[2]
		}
	}
	r.readName(l, text)
}
