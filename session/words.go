package session

import (
	"fmt"
	"strings"
	"time"

	"catcow/content"
)

// Everything the engine says by itself. What a pose says is in its file.

const (
	lastOneText    = "Last one."
	halfwayText    = "Halfway."
	nearEndText    = "About ten seconds more."
	oneBreathText  = "One more breath."
	breatheInText  = "Breathe in."
	breatheOutText = "Breathe out."
	stayShortText  = "Stay."
	threeText      = "Three."
	twoText        = "Two."
	oneText        = "One."

	nowHoldText  = "Now hold"
	nowRestText  = "Now rest, "
	moveText     = "Now move with your breath."
	overSideText = "Come down over one side."
	takeTimeText = "Take your time to come out."
	comeOutText  = "Come out of it slowly."
)

func nextText(first bool, title string, side Side) string {
	text := "Next: " + title
	if first {
		text = "We begin with " + title
	}
	if side != NoSide {
		text += ", " + string(side) + " side first"
	}
	return text + "."
}

// goOnText leads back into a session that was cut off.
func goOnText(s Stage) string {
	if s.Kind == Release {
		return "We were coming out of " + s.Pose.Title() + "."
	}
	text := "We go on with " + s.Pose.Title()
	if s.Side != NoSide {
		text += ", " + string(s.Side) + " side"
	}
	if s.Sets > 1 {
		text += fmt.Sprintf(", set %d of %d", s.Set, s.Sets)
	}
	return text + "."
}

// knownText sets up a pose that is familiar.
func knownText(side Side) string {
	if side == NoSide {
		return "Come into it the way you know."
	}
	return fmt.Sprintf("Come into it on the %s, the way you know.", side)
}

// backInText leads back into a pose that is familiar.
func backInText(side Side) string {
	if side == NoSide {
		return "Come back into it."
	}
	return fmt.Sprintf("Come back into it on the %s.", side)
}

// EasedAgainText is that a pose is done in the gentler way that was chosen for it.
const EasedAgainText = "And gentler, as before."

// easedText ends the way into a pose that is done in a gentler way.
func easedText(line string) string { return EasedAgainText + " " + line }

// PropText names a prop as one would ask for it. One pillow is enough for a pose.
func PropText(p content.Prop) string {
	if p.Name == "bolster" {
		return "a bolster or a firm pillow"
	}
	return content.PropName(p.Name)
}

func propsText(need, may []string) string {
	switch {
	case len(need) > 0 && len(may) > 0:
		return fmt.Sprintf("You need %s, and if you like, %s.", listText(need), listText(may))
	case len(need) > 0:
		return fmt.Sprintf("You need %s.", listText(need))
	case len(may) > 0:
		return fmt.Sprintf("If you like, have %s at hand.", listText(may))
	}
	return ""
}

func listText(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// stayInText is a step that says a position, told to somebody who is in it; "" where
// there is no such way to say it.
func stayInText(step string) string {
	for _, way := range []string{"Lie down on ", "Lie on ", "Come onto ", "Roll onto "} {
		if rest, ok := strings.CutPrefix(step, way); ok {
			return "Stay on " + rest
		}
	}
	return ""
}

func restText(set, sets int) string { return fmt.Sprintf("Rest. Set %d of %d is next.", set, sets) }

func setText(set, sets int) string { return fmt.Sprintf("Set %d of %d.", set, sets) }

func switchText(side Side) string { return fmt.Sprintf("Change sides. The %s is next.", side) }

func thenText(title string) string { return "Now rest in " + title + "." }

// restHereText begins the rest in another pose, when one is in it.
func restHereText() string { return "Rest here for " + plural(restBreaths, "breath", "breaths") + "." }

// releaseText is how to come out of a pose.
func releaseText(p content.Pose) string {
	if p.Release == "" {
		return comeOutText
	}
	return p.Release
}

// doseText is how much is to be done, as one would tell a person: "About 30
// seconds, 3 times, each side." About, because a hold is whole breaths.
func doseText(e content.Exact) string {
	text, sets := title(aboutText(e.Hold)), fmt.Sprintf(", %d times", e.Sets)
	switch {
	case e.Reps > 0:
		text, sets = title(timesText(e.Reps)), fmt.Sprintf(", in %d sets", e.Sets)
	case e.Breaths > 0:
		text = plural(e.Breaths, "breath", "breaths")
	}
	if e.Sets > 1 {
		text += sets
	}
	switch e.Sides {
	case content.EachSide:
		text += ", each side"
	case content.EachLeg:
		text += ", each leg"
	case content.Alternating:
		text += " each side, in turn"
	case content.Once:
	}
	if e.Reps > 0 && e.Hold > 0 {
		text += ", staying " + lengthText(e.Hold)
	}
	return text + "."
}

// holdText begins a hold, or a rest that long.
func holdText(w work) string {
	if w.want >= longRest {
		return nowRestText + aboutText(w.want) + "."
	}
	if w.count > 0 {
		return nowHoldText + " for " + plural(w.count, "breath", "breaths") + "."
	}
	return nowHoldText + ", " + aboutText(w.want) + "."
}

// stayForText is said the first time that a repetition stays in the pose.
func stayForText(d time.Duration) string { return "Stay, " + lengthText(d) + "." }

// intoText is the word of a breath that moves on a side.
func intoText(p Phase, side Side) string {
	text := breatheOutText
	if p == In {
		text = breatheInText
	}
	return strings.TrimSuffix(text, ".") + ", " + string(side) + " side."
}

// countText is how many repetitions are done.
func countText(n int, each bool) string {
	if each {
		return fmt.Sprintf("%d done on each side.", n)
	}
	return fmt.Sprintf("%d done.", n)
}

func timesText(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// aboutText is a length that whole breaths make of it, to five seconds.
func aboutText(d time.Duration) string {
	const exact = 20 * time.Second
	if d > exact {
		d = d.Round(5 * time.Second)
	}
	return "about " + lengthText(d)
}

// lengthText is a length in the words one would use for it.
func lengthText(d time.Duration) string {
	switch {
	case d%time.Minute == 0 && d > 0:
		return plural(int(d/time.Minute), "minute", "minutes")
	case d == 90*time.Second:
		return "a minute and a half"
	case d > 2*time.Minute:
		return lengthText(d.Round(time.Minute))
	}
	return plural(int(d.Round(time.Second)/time.Second), "second", "seconds")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func join(lines []string) string { return strings.Join(lines, " ") }

// named puts the side into a line.
func named(line string, side Side) string {
	return content.FillSide(line, string(side), string(side.Other()))
}
