package session

import (
	"fmt"
	"strings"
	"time"

	"catcow/content"
)

// Everything the engine says by itself. What a pose says is in its file.

func sayNext(first bool, title string, side Side) string {
	text := "Next: " + title
	if first {
		text = "We begin with " + title
	}
	if side != NoSide {
		text += ", " + string(side) + " side first"
	}
	return text + "."
}

// SayProp names a prop as one would ask for it: "a chair".
func SayProp(p content.Prop) string {
	switch p.Name {
	case "wall":
		return "a free stretch of wall"
	case "bolster":
		return "a bolster or a firm pillow"
	case "block":
		return "a block or a thick book"
	}
	return "a " + p.Name
}

func sayProps(need, may []string) string {
	switch {
	case len(need) > 0 && len(may) > 0:
		return fmt.Sprintf("You need %s, and if you like, %s.", list(need), list(may))
	case len(need) > 0:
		return fmt.Sprintf("You need %s.", list(need))
	case len(may) > 0:
		return fmt.Sprintf("If you like, have %s at hand.", list(may))
	}
	return ""
}

func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// sayPosition is how to come into a pose's position; "" where there is nothing to
// say.
func sayPosition(p content.Pose) string {
	switch p.Position {
	case content.Standing:
		return "Come up to standing, without hurry."
	case content.Chair:
		for _, prop := range p.Props {
			if prop.Optional && prop.Name == string(content.Chair) {
				return "" // seated or standing, as the steps say
			}
		}
		return "Come and sit on your chair."
	case content.AllFours:
		return "Come onto your hands and knees."
	case content.Kneeling:
		return "Come to kneeling on your mat."
	case content.Prone:
		return "Come down onto your belly."
	case content.Supine:
		return "Come down onto your back."
	case content.Wall:
		return "Bring your mat to the wall."
	}
	return ""
}

func sayRest(set, sets int) string { return fmt.Sprintf("Rest. Set %d of %d is next.", set, sets) }

func sayAgain(step string) string { return "Once more. " + step }

func saySwitch(side Side) string { return fmt.Sprintf("Change sides. The %s is next.", side) }

func sayThen(title string) string { return "Now rest in " + title + "." }

const (
	sayLast       = "Last one."
	sayHalfway    = "Halfway."
	sayBreatheIn  = "Breathe in."
	sayBreatheOut = "Breathe out."
	sayThree      = "Three."
	sayTwo        = "Two."
	sayOne        = "One."
)

// sayDose is how much is to be done, as one would tell a person: "About 30
// seconds, 3 times, each side." About, because a hold is whole breaths.
func sayDose(e content.Exact) string {
	text, sets := "About "+sayLength(e.Hold), fmt.Sprintf(", %d times", e.Sets)
	switch {
	case e.Reps > 0:
		text, sets = title(sayTimes(e.Reps)), fmt.Sprintf(", in %d sets", e.Sets)
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
	return text + "."
}

func sayTimes(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// sayLength is a length in the words one would use for it.
func sayLength(d time.Duration) string {
	switch {
	case d%time.Minute == 0 && d > 0:
		return plural(int(d/time.Minute), "minute", "minutes")
	case d == 90*time.Second:
		return "a minute and a half"
	}
	return plural(int(d/time.Second), "second", "seconds")
}

// SayRelease begins the way out of a pose.
const SayRelease = "And release."

func sayRelease(line string) string { return SayRelease + " " + line }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// named puts the side into a line.
func named(line string, side Side) string {
	return content.Named(line, string(side), string(side.Other()))
}
