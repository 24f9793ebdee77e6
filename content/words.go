package content

import (
	"slices"
	"strings"
)

// Text is where a routine is done: "at a desk".
func (p Place) Text() string {
	switch p {
	case Desk:
		return "at a desk"
	case Floor:
		return "on the floor"
	case AtAWall:
		return "at a wall"
	case Bed:
		return "on your bed"
	}
	return ""
}

// Heading is what the poses of a position stand under: "On the back".
func (p Position) Heading() string {
	switch p {
	case Standing:
		return "Standing"
	case Chair:
		return "Seated"
	case AllFours:
		return "On hands and knees"
	case Kneeling:
		return "Kneeling"
	case Prone:
		return "On the belly"
	case Supine:
		return "On the back"
	case Wall:
		return "At the wall"
	}
	return ""
}

// PropsText is what is needed: "chair, bolster if you like".
func PropsText(props []Prop) string {
	all := make([]string, len(props))
	for i, p := range props {
		all[i] = p.Name
		if p.Optional {
			all[i] += " if you like"
		}
	}
	return strings.Join(all, ", ")
}

// PropName is a prop, by its name in files, as one would ask whether it is at hand.
func PropName(prop string) string {
	switch prop {
	case "wall":
		return "a free stretch of wall"
	case "bolster":
		return "a bolster or firm pillows"
	case "block":
		return "a block or a thick book"
	case "chair":
		return "a chair without wheels"
	}
	return "a " + prop
}

// Text is why a pose is left out: "left out: puts weight on the wrists".
func (o LeftOut) Text() string {
	text := "left out: "
	if o.Rest {
		text = "the rest in " + o.Pose.Name + " left out: "
	}
	return text + strings.Join(ReasonTexts(o.Reasons), ", ")
}

// ReasonTexts is reasons in words, each once: two conditions may have the same one.
func ReasonTexts(reasons []Reason) []string {
	all := make([]string, 0, len(reasons))
	for _, r := range reasons {
		if !slices.Contains(all, r.Say) {
			all = append(all, r.Say)
		}
	}
	return all
}

// FillSide is a line of a pose with the side in work, and the other, put in.
func FillSide(line, side, other string) string {
	if !strings.Contains(line, "{") {
		return line
	}
	return strings.ReplaceAll(strings.ReplaceAll(line, "{side}", side), "{other}", other)
}
