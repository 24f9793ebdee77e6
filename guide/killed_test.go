package guide

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/history"
	"catcow/session"
)

// resumed is a session that goes on from what the log has of it, as after a kill.
func resumed(t *testing.T, id string, cut history.Session) *led {
	t.Helper()
	l, o := prepare(t, id)
	plan, items, err := Recompile(library(t), cut, o.Session)
	if err != nil {
		t.Fatal(err)
	}
	o.Items = items
	l.guide = Resume(o, plan, cut, l.clock)
	l.do(Pause)
	return l
}

// rush plays to the end as a slow machine does.
func (l *led) rush() {
	l.t.Helper()
	for range 4000 {
		if l.guide.View().Phase != Leading {
			return
		}
		l.clock = l.clock.Add(2500 * time.Millisecond)
		l.guide.Tick(l.clock)
	}
	l.t.Fatal("it does not end")
}

// Killed in any stage, a session goes on so that at the end all of it was done, on the
// sides of the plan, and every pose counts.
func TestKilledInAnyStageAllIsDoneInTheEnd(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"lower-back", "upper-back", "low-back-restorative"} {
		l := begin(t, id, nil)
		stages := slices.Clone(l.guide.Plan().Stages)
		l.rush()
		for _, cut := range l.log.saves {
			if cut.End != "" || cut.Next >= len(stages) {
				continue
			}
			next := resumed(t, id, cut)
			next.rush()
			s := next.log.last().Derived()
			if s.Done != s.Poses || s.End != history.Finished {
				t.Errorf("%s, killed in the %s of stage %d: %d of %d poses are done, %q", id, stages[cut.Next].Kind, cut.Next, s.Done, s.Poses, s.End)
			}
			played := make([]time.Duration, len(stages))
			for _, stage := range s.Stages {
				played[stage.Index] += stage.Played
				if stage.Skipped || stage.Side != string(stages[stage.Index].Side) && stages[stage.Index].Works() {
					t.Errorf("%s, killed in stage %d: %+v", id, cut.Next, stage)
				}
			}
			for i := range stages {
				if stages[i].Works() && played[i] != stages[i].Length {
					t.Errorf("%s, killed in stage %d: %v of %v of stage %d", id, cut.Next, played[i], stages[i].Length, i)
				}
			}
		}
	}
}

// Killed on the way out of the last pose, which was left on its first side because it
// hurt, it goes on on that side.
func TestKilledOnTheWayOutOfOneSide(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l, o := prepare(t, r.ID)
		last := len(r.Items) - 1
		plan := session.Compile(r, o.Session)
		if s := plan.Stages[len(plan.Stages)-1]; s.Kind != session.Release || s.Side == session.NoSide || r.Items[last].Then != nil {
			continue
		}
		l.guide = New(o, l.clock)
		l.guide.Jump(last, l.clock)
		l.toHold()
		l.pass(5 * time.Second) // the first three are to settle
		side := l.guide.View().At.Stage.Side
		l.do(Hurts, SkipPose)
		l.pass(5 * time.Second)
		was := l.guide.View().At.Stage
		next := resumed(t, r.ID, l.log.last())
		now := next.guide.View().At.Stage
		if was.Kind != session.Release || now.Kind != session.Release || now.Side != side {
			t.Errorf("%s: out of %s on the %s side; it goes on with %s on the %s", r.ID, was.Kind, side, now.Kind, now.Side)
		}
		if got, want := now.Cues[len(now.Cues)-1].Text, was.Cues[len(was.Cues)-1].Text; got != want {
			t.Errorf("%s: it says %q, said %q", r.ID, got, want)
		}
	}
}

// What was made longer or slower in a stage stays so if that is the one it is killed in.
func TestKilledInWhatWasAdjusted(t *testing.T) {
	t.Parallel()
	l := begin(t, "upper-back", nil)
	l.toHold()
	was := l.guide.View().At.Stage
	l.do(Longer, Slower)
	longer := l.guide.View().At.Stage
	breath := l.guide.Plan().Options.Breath
	next := resumed(t, "upper-back", l.log.last())
	next.pass(5 * time.Second)
	for i := 0; i < 20 && !next.guide.View().At.Stage.Works(); i++ {
		next.do(Next)
	}
	now := next.guide.View().At.Stage
	if now.Length <= was.Length || now.Length.Round(10*time.Second) != longer.Length.Round(10*time.Second) || next.guide.Plan().Options.Breath != breath {
		t.Errorf("%v at %v; it was %v at %v, at first %v", now.Length, next.guide.Plan().Options.Breath, longer.Length, breath, was.Length)
	}
	if said := strings.Join(next.ear.texts("say"), " "); !strings.Contains(said, "We go on with") {
		t.Errorf("it says %q", said)
	}
}

// What was done is done, though the breath is another since.
func TestKilledAfterTheBreathWasChanged(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"lower-back", "upper-back", "low-back-restorative", "desk-break"} {
		for _, a := range []Action{Slower, Faster} {
			l := begin(t, id, nil)
			for l.guide.View().At.Stage.Item < 2 {
				l.pass(time.Second)
			}
			l.do(a)
			l.toHold()
			want := l.guide.Summary(l.clock)
			next := resumed(t, id, l.log.last())
			if got := next.guide.Summary(next.clock); got.Done != want.Done || want.Done != 2 {
				t.Errorf("%s: %q, after the kill %q", id, want.DoneText(), got.DoneText())
			}
		}
	}
}

// Who goes back from where the session went on comes by the way of the plan.
func TestKilledInASwitchAndBack(t *testing.T) {
	t.Parallel()
	l := begin(t, "low-back-restorative", nil)
	for l.guide.View().At.Stage.Kind != session.Switch {
		l.pass(time.Second)
	}
	was := l.guide.View().At
	next := resumed(t, "low-back-restorative", l.log.last())
	next.do(Back)
	for next.guide.View().At.Index < was.Index {
		next.pass(time.Second)
	}
	if now := next.guide.View().At.Stage; now.Kind != was.Stage.Kind || now.Cues[0].Text != was.Stage.Cues[0].Text {
		t.Errorf("after the hold %s says %q, want %q", now.Kind, now.Cues[0].Text, was.Stage.Cues[0].Text)
	}
}
