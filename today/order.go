package today

import (
	"cmp"
	"slices"

	"catcow/content"
)

// phase is a part of a session.
type phase int

// The phases, in their order.
const (
	arrive phase = iota
	work
	unwind
	rest
)

// isRest reports whether a pose is one to rest in for minutes.
func isRest(p content.Pose) bool { return p.Dose.Unit == content.Minutes }

// isWork reports whether a pose asks for strength or bends far back, so that the
// body should be warm.
func isWork(p content.Pose) bool {
	if isRest(p) || isWarmUp(p) {
		return false
	}
	return p.Position == content.Prone || slices.Contains(p.Strains, "wrists") || archesOnly(p)
}

// isStrengthening reports whether a pose makes muscles stronger, warm or not.
func isStrengthening(p content.Pose) bool {
	return isWork(p) || !isRest(p) && slices.Contains(p.Regions, "abdomen")
}

func strengthens(items []content.Item) bool {
	return slices.ContainsFunc(items, func(i content.Item) bool { return isStrengthening(i.Pose) })
}

// isWarmUp reports whether a pose moves gently: nothing carries weight, or the spine
// goes back and forth.
func isWarmUp(p content.Pose) bool {
	return p.Move != content.Still && p.Position != content.Prone && !archesOnly(p) &&
		(len(p.Strains) == 0 || !slices.Contains(p.Direction, "neutral"))
}

func archesOnly(p content.Pose) bool {
	return slices.Contains(p.Direction, "extension") && !slices.Contains(p.Direction, "flexion")
}

// isGentle reports whether a pose is a stretch that can be held at any time.
func isGentle(p content.Pose) bool { return !isRest(p) && !isWork(p) && !isWarmUp(p) }

// isHeadDown reports whether the head is low in a pose that is not a rest.
func isHeadDown(p content.Pose) bool { return p.Inverted && !isRest(p) }

// level is how far down a position is: a session goes down once.
func level(p content.Pose) int {
	switch p.Position {
	case content.Chair:
		return 0
	case content.Standing:
		return 1
	case content.AllFours, content.Kneeling, content.Prone:
		return 2
	case content.Supine:
		return 3
	case content.Wall:
		if isRest(p) {
			return 4
		}
		return 1
	}
	return 2
}

// arrange puts poses into the order of a class: down towards the floor and, at
// one height, what warms up first, then the work, then what unwinds. A rest is
// always the last.
func arrange(items []content.Item) {
	slices.SortStableFunc(items, func(a, b content.Item) int {
		if ra, rb := isRest(a.Pose), isRest(b.Pose); ra != rb {
			if ra {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(level(a.Pose), level(b.Pose)), cmp.Compare(turn(a.Pose), turn(b.Pose)))
	})
	gentle := slices.IndexFunc(items, func(i content.Item) bool { return isGentle(i.Pose) })
	if gentle > 0 && isWork(items[0].Pose) && level(items[gentle].Pose) <= level(items[0].Pose) {
		first := items[gentle] // nothing else warms up
		copy(items[1:], items[:gentle])
		items[0] = first
	}
}

// turn is when a pose comes among those at the same height.
func turn(p content.Pose) int {
	kneels := 0
	switch p.Position {
	case content.Prone:
		kneels = 1 // from the knees to the belly, and back to the knees
	case content.Standing, content.Chair, content.AllFours, content.Kneeling, content.Supine, content.Wall:
	}
	switch {
	case isWarmUp(p):
		return 0
	case isWork(p):
		return 1 + kneels
	case isHeadDown(p):
		return 2
	case p.Sides != content.NoSides && !slices.Contains(p.Direction, "rotation"):
		return 3
	case slices.Contains(p.Direction, "rotation"):
		return 5
	}
	return 4
}
