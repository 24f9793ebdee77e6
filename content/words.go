package content

import (
	"cmp"
	"slices"
	"strings"
)

// Text is where a routine is done: "at a desk".
func (p Place) Text() string {
	return map[Place]string{Desk: "at a desk", Floor: "on the floor", AtAWall: "at a wall", Bed: "on your bed"}[p]
}

// Heading is what the poses of a position stand under: "On the back".
func (p Position) Heading() string {
	return map[Position]string{
		Standing: "Standing",
		Chair:    "Seated",
		AllFours: "On hands and knees",
		Kneeling: "Kneeling",
		Prone:    "On the belly",
		Supine:   "On the back",
		Wall:     "At the wall",
	}[p]
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
	name := map[string]string{
		"wall":    "a free stretch of wall",
		"bolster": "a bolster or firm pillows",
		"block":   "a block or a thick book",
		"chair":   "a chair without wheels",
	}[prop]
	return cmp.Or(name, "a "+prop)
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
