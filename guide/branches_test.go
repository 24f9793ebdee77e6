package guide

import (
	"slices"
	"strings"
	"testing"

	"catcow/session"
)

// hurtPaths is every way to go on, by so many keys, from where it is offered what
// to do.
func hurtPaths(depth int) [][]Action {
	if depth == 0 {
		return [][]Action{nil}
	}
	var paths [][]Action
	for _, rest := range hurtPaths(depth - 1) {
		for _, a := range []Action{EaseOff, OtherWay, SkipPose, Leg, Cancel, EndHere} {
			paths = append(paths, append([]Action{a}, rest...))
		}
	}
	return paths
}

// Whatever is chosen where something hurts is heard, and what was paused before it
// stays so.
func TestEveryBranchIsSpoken(t *testing.T) {
	t.Parallel()
	for _, paused := range []bool{false, true} {
		for _, path := range hurtPaths(3) {
			l := inPose(t)
			if paused {
				l.do(Pause)
			}
			l.do(Hurts)
			for i, a := range path {
				before, said := l.guide.View(), len(l.ear.texts("say"))
				if before.Hurt == nil {
					break
				}
				way, signs := before.Hurt.Way, before.Hurt.Signs
				v := l.do(a)
				changed := v.Hurt == nil || v.Hurt.Way != way || (v.Hurt.Signs == nil) != (signs == nil)
				if changed && len(l.ear.texts("say")) == said {
					t.Errorf("paused %v, %v: nothing is said", paused, path[:i+1])
				}
				if v.Phase == Leading && paused && v.At.State != session.Paused {
					t.Errorf("paused before, and after %v %s", path[:i+1], v.At.State)
				}
			}
		}
	}
}

// What was paused stays so wherever one goes.
func TestPausedStaysPausedWhereverOneGoes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		do   func(l *led)
	}{
		{"a jump", func(l *led) { l.do(Halt); l.guide.Jump(2, l.clock) }},
		{"next", func(l *led) { l.do(Next) }},
		{"back", func(l *led) { l.do(Back) }},
		{"skip", func(l *led) { l.do(Skip) }},
		{"the steps again", func(l *led) { l.do(SetUpAgain) }},
		{"longer", func(l *led) { l.do(Longer, Shorter, Slower, Faster) }},
		{"asked to end", func(l *led) { l.do(AskEnd, Cancel) }},
		{"a box", func(l *led) { l.do(Halt, GoOn) }},
	} {
		l := inPose(t)
		l.do(Pause)
		c.do(l)
		if v := l.guide.View(); v.At.State != session.Paused {
			t.Errorf("after %s: %s", c.name, v.At.State)
		}
		l = inPose(t)
		c.do(l)
		if v := l.guide.View(); v.At.State != session.Playing {
			t.Errorf("not paused, and after %s %s", c.name, v.At.State)
		}
	}
}

// All the signs are read to somebody who lies face down, whom to call before them.
func TestTheSignsAreRead(t *testing.T) {
	t.Parallel()
	l := inPose(t)
	said := len(l.ear.texts("say"))
	v := l.do(Hurts, Leg)
	heard := l.ear.texts("say")[said:]
	for i, n := range v.Hurt.Signs {
		for _, line := range append(n.Lines, n.Call) {
			if !slices.Contains(heard, line) {
				t.Errorf("%q is not read", line)
			}
		}
		if i > 0 && slices.Index(heard, n.Call) > slices.Index(heard, n.Lines[0]) {
			t.Errorf("%q comes after the signs", n.Call)
		}
	}
	if last := heard[len(heard)-1]; last != "Q ends here, Escape goes back." || strings.Contains(strings.Join(heard, " "), "on the screen") {
		t.Errorf("%q", heard)
	}
}
