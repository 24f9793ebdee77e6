package motion

import (
	"slices"
	"testing"
	"time"

	"catcow/session"
)

// In a rest that a session goes on with, the figure takes the steps as they are told.
func TestARestThatGoesOnMovesWithItsWords(t *testing.T) {
	t.Parallel()
	plan := session.Compile(routine(t, "restorative"), session.DefaultOptions())
	rest := slices.IndexFunc(plan.Stages, func(s session.Stage) bool { return s.Kind == session.Rest && s.Steps != nil })
	now := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	p := session.NewPlayer(plan, session.Settings{Speed: 1})
	p.Restore(now, rest, make([]time.Duration, rest), nil)
	v := New(p.Plan())
	looked := 0
	for {
		now = now.Add(100 * time.Millisecond)
		p.Tick(now)
		s := p.At(now)
		if s.Index != rest {
			break
		}
		m, _ := seen(v, s)
		end := s.Stage.Length
		if s.Cue+1 < len(s.Stage.Cues) {
			end = s.Stage.Cues[s.Cue+1].At
		}
		if s.Cue < 0 || end-s.In > 150*time.Millisecond {
			continue
		}
		cue := s.Stage.Cues[s.Cue].Text
		if step := slices.Index(s.Stage.Steps, cue); step >= 0 {
			looked++
			if off := apart(&m.Posture, v.set(s.Stage.Pose, s.Side).Step(step)); off > .01 {
				t.Errorf("at the end of %q the figure is %.0f cm from where that leads", cue, 170*off)
			}
		}
	}
	if looked < 3 {
		t.Errorf("only %d steps were told", looked)
	}
}
