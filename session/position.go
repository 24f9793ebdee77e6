package session

import (
	"slices"
	"strings"
	"time"

	"catcow/content"
)

// position is what there is to know of a position.
type position struct {
	height int      // how far up it is, in steps: lying, on the knees, on a chair, standing
	come   string   // how to come into it
	steps  []string // the words by which a pose's step says it
	rise   string   // how to get up from it; "" where that is not always the same
}

func lookUp(p content.Position) position {
	const (
		foot = "To get up, set one foot forward, and rise slowly."
		side = "Roll onto one side, rest there, and let your arms bring you up."
	)
	switch p {
	case content.Standing:
		return position{height: 3, come: "Come up to standing, without hurry.", steps: []string{"stand"}}
	case content.Chair:
		return position{height: 2, come: "Come and sit on your chair.", steps: []string{"sit "}}
	case content.AllFours:
		steps := []string{"hands and knees", "all fours"}
		return position{height: 1, come: "Come onto your hands and knees.", steps: steps, rise: foot}
	case content.Kneeling:
		steps := []string{"kneel", "sit back on your heels", "hands and knees", "all fours"}
		return position{height: 1, come: "Come to kneeling on your mat.", steps: steps, rise: foot}
	case content.Prone:
		return position{come: "Come down onto your belly.", steps: []string{"on your belly", "onto your belly"}, rise: side}
	case content.Supine:
		return position{come: "Come down onto your back.", steps: []string{"on your back", "onto your back"}, rise: side}
	case content.Wall: // no step says it: the mat has to be brought there first
		return position{come: "Bring your mat to the wall."}
	}
	return position{}
}

func height(p content.Position) int { return lookUp(p).height }

// isLying reports whether a position is on the mat, and not at the wall.
func isLying(p content.Position) bool { return p == content.Prone || p == content.Supine }

// hasPosition reports whether a step says the position that it is done in.
func hasPosition(step string, p content.Position) bool {
	step = strings.ToLower(step)
	return slices.ContainsFunc(lookUp(p).steps, func(word string) bool { return strings.Contains(step, word) })
}

// travel is the time to get from one position into another, from when one is told
// to.
func travel(from, to content.Position) time.Duration {
	const s = time.Second
	switch {
	case from == to:
		return 5 * s
	case to == content.Wall && height(from) >= 2:
		return 25 * s // the mat moves too
	case to == content.Wall:
		return 35 * s // up, the mat, and down again
	}
	ways := [...][4]time.Duration{
		// lying, kneeling, on a chair, standing
		{15 * s, 20 * s, 30 * s, 30 * s}, // from lying: over, from the belly to the back
		{20 * s, 8 * s, 25 * s, 30 * s},  // from kneeling
		{15 * s, 15 * s, 5 * s, 10 * s},  // from a chair
		{15 * s, 12 * s, 10 * s, 5 * s},  // from standing
	}
	d := ways[height(from)][height(to)]
	if from == content.Wall {
		d += 5 * s // over the side, away from it
	}
	return d
}

// isLeaving reports whether one gets out of a position on the way to another: up from
// the floor, off a chair, or away from a wall. From the back to the belly one only
// rolls over, and from the knees only lies down.
func isLeaving(from, to content.Position) bool {
	switch {
	case from == to, from == content.Standing:
		return false
	case from == content.Wall, from == content.Chair, to == content.Wall:
		return true
	}
	return height(to) > height(from)
}

// riseText is how to get up from a pose.
func riseText(p content.Pose) string {
	if p.Rise != "" {
		return p.Rise
	}
	return lookUp(p.Position).rise
}

// positionText is how to come into a pose's position.
func positionText(from content.Position, p content.Pose) string {
	text := lookUp(p.Position).come
	switch {
	case p.Position == content.Chair && slices.Contains(p.Props, content.Prop{Name: "chair", Optional: true}):
		return "Sit or stand tall."
	case p.Position == content.Supine && height(from) == 1:
		return "Come down over one side, onto your back."
	case isLying(p.Position) && isLying(from):
		return strings.Replace(text, "Come down", "Roll over", 1)
	}
	return text
}

// rollText is a step that lies down, told to somebody who lies the other way round.
func rollText(from, to content.Position, step string) string {
	if from == to || !isLying(from) || !isLying(to) {
		return step
	}
	for _, lie := range []string{"Lie down on ", "Lie on "} {
		if rest, ok := strings.CutPrefix(step, lie); ok {
			return "Roll over onto " + rest
		}
	}
	return step
}
