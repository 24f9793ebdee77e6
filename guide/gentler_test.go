package guide

import (
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/session"
)

// sided is a session in the first hold of a pose that is done on both sides.
func sided(t *testing.T) *led {
	t.Helper()
	l := begin(t, "lower-back", func(o *Options) {
		o.Routine = o.Routine.Pick(func(i int, _ content.Item) bool { return i == 1 })
	})
	l.toHold()
	l.pass(4 * time.Second)
	return l
}

// The gentler way that was taken is what to do in the later sets and on the other
// side too, and it is said on the way into them.
func TestAGentlerWayIsKeptForTheOtherSide(t *testing.T) {
	t.Parallel()
	l := sided(t)
	way := l.guide.View().At.Stage.Pose.Ease[0]
	l.do(Hurts, EaseOff, Pause)
	sides := make(map[session.Side]bool)
	for l.guide.View().Phase == Leading {
		before := len(l.ear.texts("say"))
		for v := l.guide.View(); v.Phase == Leading && !v.At.Stage.Works(); v = l.guide.View() {
			l.pass(time.Second)
		}
		v := l.guide.View()
		if v.Phase != Leading {
			break
		}
		want := content.FillSide(way, string(v.At.Side), string(v.At.Side.Other()))
		if !v.Eased || v.Cue != want {
			t.Errorf("%s, set %d: %q; want %q", v.At.Side, v.At.Stage.Set, v.Cue, want)
		}
		said := strings.Join(l.ear.texts("say")[before:], " ")
		if first := !sides[v.At.Side] && v.At.Index > 3; first && !strings.Contains(said, want) || !strings.Contains(said, "gentler") && first {
			t.Errorf("%s, set %d: nobody says so: %q", v.At.Side, v.At.Stage.Set, said)
		}
		sides[v.At.Side] = true
		for v := l.guide.View(); v.Phase == Leading && v.At.Stage.Works(); v = l.guide.View() {
			l.pass(time.Second)
		}
	}
	if len(sides) != 2 {
		t.Errorf("%v", sides)
	}
}

// Whoever goes on to the hold while time waits still sees the way.
func TestNextKeepsTheGentlerWay(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.do(Next)
	for l.guide.View().At.Cue < len(l.guide.View().At.Stage.Cues)-1 {
		l.pass(time.Second)
	}
	way := l.do(Hurts, EaseOff).Cue
	if v := l.do(Next); !v.At.Stage.Works() || v.At.State != session.Paused || v.Cue != way || !v.Eased {
		t.Errorf("%s, %s: %q; want %q", v.At.Stage.Kind, v.At.State, v.Cue, way)
	}
	if v := l.answer(3); v.Reply == "" || l.log.last().Hurts[0].Pain != 3 {
		t.Error("it can no longer be rated")
	}
	l.do(Pause)
	if v := l.pass(4 * time.Second); v.Cue != way {
		t.Errorf("as it runs: %q", v.Cue)
	}
}

// The way that is done already is not offered once more.
func TestAnotherGentlerWayIsOfferedNext(t *testing.T) {
	t.Parallel()
	l := sided(t)
	l.do(Hurts, EaseOff, Pause)
	l.pass(5 * time.Second)
	way := l.guide.View().Cue
	if h := l.do(Hurts).Hurt; len(h.Ways) == 0 || h.Ways[0] == way {
		t.Errorf("%q after %q", h.Ways, way)
	}
	if v := l.do(Cancel); v.Cue != way {
		t.Errorf("cancelled, it is %q", v.Cue)
	}
}

// A session that was cut off goes on in the gentler way.
func TestAGentlerWayIsKeptWhereItWasCutOff(t *testing.T) {
	t.Parallel()
	l := sided(t)
	way := l.do(Hurts, EaseOff, Pause).Cue
	l.pass(10 * time.Second)
	cut := l.log.last()
	next, o := prepare(t, "lower-back")
	plan, items, err := Recompile(library(t), cut, o.Session)
	if err != nil {
		t.Fatal(err)
	}
	o.Items = items
	next.guide = Resume(o, plan, cut, next.clock)
	next.do(Pause)
	next.toHold()
	if v := next.guide.View(); v.Cue != way {
		t.Errorf("%q; want %q", v.Cue, way)
	}
}
