package session

import (
	"fmt"
	"strings"

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

const sayLast = "Last one."

// named puts the side into a line.
func named(line string, side Side) string {
	return content.Named(line, string(side), string(side.Other()))
}
