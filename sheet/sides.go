package sheet

import (
	"fmt"
	"slices"

	"catcow/content"
)

// fitSides makes the sides of a dose those of a known pose. A sheet may leave
// out what goes without saying, but it must not say something else.
func (r *reader) fitSides(l *Line) {
	said := l.Dose.Sides
	switch l.Pose.Sides {
	case content.EachOfTwo:
		l.Dose.Sides = content.EachSide
		if said == content.Once {
			l.Why = "each side, since the pose has two"
		}
		if said == content.Alternating {
			l.Why = "one side after the other, as the pose is done"
		}
	case content.AlternateSides:
		fitTurns(l, said)
	case content.NoSides:
		r.fitNoSides(l, said)
	}
}

// fitTurns makes the sides of a dose those of a pose that changes them by turns.
func fitTurns(l *Line, said content.DoseSides) {
	if said == content.Once && l.Dose.At(0).Reps == 0 {
		l.reject("the sides change as it goes; want how many times, or how long each side")
		return
	}
	if said == content.Once || said == content.EachSide {
		l.Dose.Sides = content.EachLeg
	}
	if said == content.Once {
		l.Why = "each leg, since the pose has two sides"
	}
}

// fitNoSides is for a pose without sides, which may still go in two directions.
func (r *reader) fitNoSides(l *Line, said content.DoseSides) {
	switch {
	case said == content.Once && hasBothWays(l.name):
		l.reject(`it goes both ways; want how often "each way"`)
	case said == content.Once:
	case said == content.EachSide && l.Dose.Unit == content.Reps && l.Dose.Count.To == 1 && r.eachWay.MatchString(l.text):
		l.Dose.Sides, l.Dose.Count = content.Once, content.Range{From: 2, To: 2}
		l.Why = "once in each direction"
	default:
		l.reject(fmt.Sprintf("%s has no sides; want no %q", l.Pose.Name, said))
	}
}

// isBilateral reports whether words are one for both sides.
func isBilateral(words string) bool {
	all := wordsOf(words)
	return len(all) == 1 && slices.Contains([]string{"b", "bl", "bil", "bilat", "bilateral", "bilaterally"}, all[0])
}
