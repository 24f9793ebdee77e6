package guide

import (
	"fmt"
	"time"
)

// speakGoodbye is the last that is heard of a session: what became of the pain, where
// that is known, what it calls for, and that it is over.
func (g *Guide) speakGoodbye(now time.Time) {
	if !g.Started() {
		g.speakLines(now, anotherTimeText)
		return
	}
	var lines []string
	s := g.Summary(now)
	if text := changeText(s.Before, s.After); text != "" {
		lines = append(lines, text)
	}
	switch {
	case s.Leg:
		lines = append(lines, g.o.Safety.Legs.Call, g.keyTexts().signs)
	case s.Rose:
		lines = append(lines, g.o.Safety.Rose.Line, g.keyTexts().safety)
	case s.After != nil && *s.After > much:
		lines = append(lines, severeText)
	}
	g.speakLines(now, append(lines, goodbyeText)...)
}

// changeText is the pain before and after; "" where the second is not known.
func changeText(before, after *int) string {
	switch {
	case after == nil:
		return ""
	case before == nil:
		return fmt.Sprintf("%d now.", *after)
	}
	return fmt.Sprintf("%d before, %d now.", *before, *after)
}
