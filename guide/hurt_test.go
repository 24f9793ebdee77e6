package guide

import (
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// inPose is a session in the hold of a pose with gentler ways.
func inPose(t *testing.T) *led {
	t.Helper()
	l := begin(t, "lower-back", nil)
	l.toHold()
	l.pass(4 * time.Second)
	return l
}

// The gentler way becomes what to do now, shown and spoken, and time waits until
// one has moved.
func TestEasingOffWaits(t *testing.T) {
	t.Parallel()
	for _, again := range []Action{EaseOff, Hurts} {
		l := inPose(t)
		way := l.guide.View().At.Stage.Pose.Ease[0]
		v := l.do(Hurts)
		if v.Hurt == nil || v.At.State != session.Paused || v.Hurt.Ways[0] != way {
			t.Fatalf("%+v", v.Hurt)
		}
		if said := strings.Join(l.ear.texts("say"), " "); !strings.Contains(said, way) {
			t.Errorf("%q is not offered: %q", way, said)
		}
		v = l.do(again)
		if v.Hurt != nil || v.Cue != way || !v.Eased || v.Stands != Easing || v.At.State != session.Paused {
			t.Errorf("%+v", v)
		}
		in := v.At.In
		if v = l.pass(time.Minute); v.At.In != in {
			t.Error("time goes on")
		}
		l.do(Pause)
		if v = l.pass(4 * time.Second); v.At.In == in || v.Cue != way {
			t.Errorf("after space: %v, %q", v.At.In, v.Cue)
		}
		if h := l.log.last().Hurts; len(h) != 1 || h[0].Choice != history.Eased || h[0].Pain != unrated {
			t.Errorf("%+v", h)
		}
	}
}

func TestAnotherWay(t *testing.T) {
	t.Parallel()
	l := begin(t, "low-back-restorative", nil)
	for len(l.guide.View().At.Stage.Pose.Ease) < 2 {
		l.do(Skip)
	}
	l.toHold()
	ways := l.do(Hurts).Hurt.Ways
	if v := l.do(OtherWay); v.Hurt.Way != 1 {
		t.Errorf("way %d", v.Hurt.Way)
	}
	if said := l.ear.texts("say"); said[len(said)-1] != ways[1] {
		t.Errorf("%q is said; want %q", said[len(said)-1], ways[1])
	}
	if v := l.do(EaseOff); v.Cue != ways[1] {
		t.Errorf("%q; want %q", v.Cue, ways[1])
	}
}

func TestNoOtherWayIsSaid(t *testing.T) {
	t.Parallel()
	l := inPose(t)
	for len(l.do(Hurts).Hurt.Ways) > 1 {
		l.do(EaseOff, Pause)
	}
	if v := l.do(OtherWay); v.Hurt == nil || v.Reply != noOtherWayText || v.Hurt.Way != 0 {
		t.Errorf("%+v, %q", v.Hurt, v.Reply)
	}
}

// Above 5 the advice to skip or to stop comes whichever came first, and it is
// spoken.
func TestMuchPainInAPoseIsAnswered(t *testing.T) {
	t.Parallel()
	advice := func(l *led) bool {
		return strings.Contains(strings.Join(l.ear.texts("say"), " "), skipOrEndText)
	}
	l := inPose(t)
	l.do(Hurts)
	if v := l.answer(9); v.Hurt == nil || v.Hurt.Advice == "" || !advice(l) {
		t.Errorf("at once: %+v", v.Hurt)
	}
	l = inPose(t)
	l.do(Hurts, EaseOff)
	if v := l.answer(9); v.Hurt == nil || v.Hurt.Advice == "" || !advice(l) {
		t.Errorf("after easing: %+v", v.Hurt)
	}
	if l.do(SkipPose); len(l.log.last().Hurts) != 1 || l.log.last().Hurts[0] != (history.Hurt{
		Pose: "double-knee-to-chest", Stage: l.log.last().Hurts[0].Stage, At: l.log.last().Hurts[0].At, Pain: 9, Choice: history.Skipped,
	}) {
		t.Errorf("%+v", l.log.last().Hurts)
	}
	l = inPose(t)
	l.do(Hurts, EaseOff)
	if v := l.answer(3); v.Hurt != nil || v.Reply == "" || l.log.last().Hurts[0].Pain != 3 {
		t.Errorf("three after easing: %+v, %+v", v.Hurt, l.log.last().Hurts)
	}
}

func TestWhatOneMayChooseWhereItHurts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		actions []Action
		choice  string // "" for nothing
		leg     bool
		phase   Phase
	}{
		{[]Action{Hurts, EaseOff}, history.Eased, false, Leading},
		{[]Action{Hurts, SkipPose}, history.Skipped, false, Leading},
		{[]Action{Hurts, EndHere}, history.Ended, false, Over},
		{[]Action{Hurts, Leg, EndHere}, history.Ended, true, Over},
		{[]Action{Hurts, Leg, Cancel, SkipPose}, history.Skipped, false, Leading},
		{[]Action{Hurts, Cancel}, "", false, Leading},
	} {
		l := inPose(t)
		item := l.guide.View().At.Stage.Item
		v := l.do(c.actions...)
		hurts := l.log.last().Hurts
		if v.Phase != c.phase || len(hurts) > 1 || (c.choice == "") != (len(hurts) == 0) {
			t.Errorf("%v: phase %d, %+v", c.actions, v.Phase, hurts)
			continue
		}
		if c.choice != "" && (hurts[0].Choice != c.choice || hurts[0].Leg != c.leg) {
			t.Errorf("%v: %+v", c.actions, hurts[0])
		}
		if c.choice == history.Skipped && v.At.Stage.Works() && v.At.Stage.Item == item {
			t.Errorf("%v: still in the pose", c.actions)
		}
	}
}

// The signs stand in the box and are spoken; the safety page is due then.
func TestALeg(t *testing.T) {
	t.Parallel()
	l := inPose(t)
	v := l.do(Hurts, Leg)
	if v.Hurt == nil || len(v.Hurt.Signs) < 3 || !l.state.Due {
		t.Fatalf("%+v", v.Hurt)
	}
	said := strings.Join(l.ear.texts("say"), " ")
	if !strings.Contains(said, v.Hurt.Signs[0].Title) || !strings.Contains(said, v.Hurt.Signs[0].Call) {
		t.Errorf("%q", said)
	}
	if l.do(EndHere); !l.guide.Summary(l.clock).Leg {
		t.Error("forgotten at the end")
	}
}

// Before the last step into a pose nothing is said of what was not done yet.
func TestGentlerWaysStartFromThePose(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", nil)
	for range 60 {
		at := l.guide.View().At
		h := l.do(Hurts).Hurt
		inside := at.Stage.Works() || at.Stage.Kind == session.Setup && at.Cue == len(at.Stage.Cues)-1
		if at.Stage.Kind == session.Transition || at.Stage.Kind == session.Setup {
			if want := inside && len(at.Stage.Pose.Ease) > 0; len(h.Ways) > 0 != want {
				t.Errorf("%s, step %d of %d: %q", at.Stage.Kind, at.Cue+1, len(at.Stage.Cues), h.Ways)
			}
		}
		l.do(Cancel)
		l.pass(3 * time.Second)
	}
}

// What hurt is kept, whoever leaves while it is asked about.
func TestWhatHurtsIsKeptWhereTheSessionIsCutOff(t *testing.T) {
	t.Parallel()
	for _, cut := range []bool{false, true} {
		l := begin(t, "lower-back", nil)
		l.toHold()
		l.do(Hurts)
		l.answer(8)
		l.do(Leg)
		l.guide.Interrupt(l.clock, cut)
		if h := l.log.last().Hurts; len(h) != 1 || h[0].Pain != 8 || !h[0].Leg || h[0].Choice != history.Ended {
			t.Errorf("cut off %v: %+v", cut, h)
		}
	}
}

// A gentler way names a side at every moment of a pose that has sides.
func TestGentlerWaysNameASide(t *testing.T) {
	t.Parallel()
	for _, p := range library(t).Poses() {
		for _, first := range []session.Side{session.Right, session.Left} {
			l := begin(t, "upper-back", func(o *Options) {
				o.Routine, o.Items, o.Session.First = content.Alone(p), []int{0}, first
			})
			for l.guide.View().Phase == Leading {
				for _, way := range l.do(Hurts).Hurt.Ways {
					if strings.Contains(way, "  ") || strings.Contains(way, "{") || strings.Contains(way, " .") {
						t.Fatalf("%s offers %q", p.ID, way)
					}
				}
				l.do(Cancel)
				l.pass(7 * time.Second)
			}
		}
	}
}
