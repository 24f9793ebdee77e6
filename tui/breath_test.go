package tui

import (
	"testing"
	"time"

	"catcow/content"
	"catcow/session"
	"catcow/tui/pixels"
)

// A frame of a hold is drawn when the breath is at its next step: not before, hardly later,
// and never much later, as words change meanwhile.
func TestAHoldIsDrawnStepByStep(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	surfaces()["hold"](m, now)
	m.frame.w = 80
	const length = 5500 * time.Millisecond
	for _, phase := range []session.Phase{session.In, session.Out} {
		moment := func(in time.Duration) session.Snapshot {
			s := m.led.At
			s.Phase, s.Through, s.PhaseLeft, s.Locked = phase, float64(in)/float64(length), length-in, false
			s.Fill = session.Fill(phase, s.Through, session.Out)
			return s
		}
		shown := func(in time.Duration) float64 {
			s := moment(in)
			return rounded(s.Fill, m.fills(s))
		}
		for in := time.Duration(0); in < length-stillFrame; {
			s := moment(in)
			wait := m.untilFill(&s)
			if wait <= 0 || wait > stillFrame {
				t.Fatalf("%s at %v: wait %v", phase, in, wait)
			}
			if before := shown(in + wait - 3*time.Millisecond); wait > 3*time.Millisecond && before != shown(in) {
				t.Errorf("%s at %v: after %v it has changed already", phase, in, wait)
			}
			if wait < stillFrame && shown(in+wait) == shown(in) {
				t.Errorf("%s at %v: after %v nothing has changed", phase, in, wait)
			}
			in += wait
		}
	}
}

// A breath that does not move the figure is shown in fewer steps than one that does.
func TestOnlyWhatMovesIsShownInManySteps(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	surfaces()["hold"](m, now)
	far := false
	m.o.State.Close = &far
	s := m.led.At
	if s.Locked = true; s.Stage.Pose.Move != content.Still || m.fills(s) != pixels.StillFills {
		t.Errorf("%s, which moves %q, is shown in %d steps", s.Stage.Pose.ID, s.Stage.Pose.Move, m.fills(s))
	}
	moving, err := m.lib.Pose("cat-cow")
	if s.Stage.Pose = &moving; err != nil || m.fills(s) != pixels.Fills {
		t.Errorf("%s is shown in %d steps", moving.ID, m.fills(s))
	}
}

// What the clock changes while the breath moves is drawn with it, and soon: there are no
// frames for it in between.
func TestTheClockIsDrawnWithTheBreath(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	surfaces()["hold"](m, now)
	last, waited := *now, 0
	for end := now.Add(22 * time.Second); now.Before(end); {
		*now = now.Add(m.wait())
		m.update(tickMsg{generation: m.generation, now: *now})
		gap := now.Sub(last)
		switch {
		case m.early:
			if waited++; gap > breathFrame {
				t.Fatalf("%v after the last frame there is none", gap)
			}
			continue
		case gap < breathFrame*3/4:
			t.Fatalf("a frame %v after the last", gap)
		case gap > stillFrame+time.Millisecond:
			t.Fatalf("no frame for %v", gap)
		}
		last = *now
	}
	if waited == 0 {
		t.Error("no second of the clock came between two frames")
	}
}
