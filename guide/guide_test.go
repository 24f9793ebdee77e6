package guide

import (
	"errors"
	"slices"
	"testing"
	"time"

	"catcow/history"
	"catcow/session"
)

// Every routine is led from its beginning to its end without a hand, and each stage
// is written down once.
func TestEveryRoutineIsLedToItsEnd(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l := begin(t, r.ID, nil)
		plan := l.guide.Plan()
		began := l.clock
		l.playOut()
		if took := l.clock.Sub(began); took < plan.Length() || took > plan.Length()+2*time.Second {
			t.Errorf("%s took %v of %v", r.ID, took, plan.Length())
		}
		s := l.log.last()
		if len(s.Stages) != len(plan.Stages) || s.End != history.Finished {
			t.Errorf("%s: %d stages of %d written down, end %q", r.ID, len(s.Stages), len(plan.Stages), s.End)
		}
		for i, stage := range s.Stages {
			if stage.Index != i || stage.Pose == "" || stage.Skipped || stage.Played != stage.Planned {
				t.Errorf("%s, stage %d: %+v", r.ID, i, stage)
			}
		}
		if said := l.ear.texts("say"); !slices.Equal(said[len(said)-2:], []string{wellDoneText, goodbyeText}) {
			t.Errorf("%s ends with %q", r.ID, said[len(said)-2:])
		}
		if l.awake != 0 {
			t.Errorf("%s: the display is still kept on", r.ID)
		}
	}
}

// What is played of a stage is written down once, also where one goes back.
func TestWhatIsPlayedIsWrittenDownOnce(t *testing.T) {
	t.Parallel()
	l := begin(t, "low-back-restorative", nil)
	for _, a := range []Action{Next, Next, -1, -1, Back, -1, -1, Back, Back, Next, Next, -1, Skip, Next, AskEnd, AskEnd} {
		if a >= 0 {
			l.do(a)
		}
		l.pass(5 * time.Second)
	}
	var sum time.Duration
	for _, s := range l.log.last().Stages {
		sum += s.Played
		if s.Played < 0 {
			t.Errorf("%+v", s)
		}
	}
	if all := l.guide.Summary(l.clock).Played; sum != all || all == 0 {
		t.Errorf("%v written down, %v played", sum, all)
	}
	if end := l.log.last().End; end != history.EndedEarly {
		t.Errorf("%q", end)
	}
}

// A look at a routine, at another speed, is neither heard nor asked about nor
// written down.
func TestAPreviewLeavesNothing(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", func(o *Options) { o.Play.Speed, o.CheckIn = 60, true })
	l.playOut()
	if len(l.log.saves) > 0 {
		t.Errorf("%d saves", len(l.log.saves))
	}
	if heard := l.ear.texts("say", "chime", "breath"); len(heard) > 0 {
		t.Errorf("heard %q", heard)
	}
	if l.guide.View().Phase != Over {
		t.Error("not over")
	}
}

// What was paused stays paused, whatever is opened and closed meanwhile.
func TestPausedStaysPaused(t *testing.T) {
	t.Parallel()
	for name, actions := range map[string][]Action{
		"help": {Halt, GoOn}, "twice": {Halt, GoOn, Halt, GoOn}, "hurt": {Hurts, Cancel}, "end": {AskEnd, Cancel},
		"leg": {Hurts, Leg, Cancel, Cancel},
	} {
		l := begin(t, "lower-back", nil)
		l.toHold()
		if v := l.do(append([]Action{Pause}, actions...)...); v.At.State != session.Paused {
			t.Errorf("paused, %s: %s", name, v.At.State)
		}
		l = begin(t, "lower-back", nil)
		l.toHold()
		if v := l.do(actions...); v.At.State != session.Playing {
			t.Errorf("running, %s: %s", name, v.At.State)
		}
	}
}

// Time that nobody saw is not played, and it is said why the clock stands.
func TestASleepPauses(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	at := l.toHold().At.In
	l.clock = l.clock.Add(time.Hour)
	v := l.guide.Tick(l.clock)
	if v.At.State != session.Paused || v.Stands != Slept || v.At.In != at {
		t.Errorf("%s, %v, %v then %v", v.At.State, v.Stands, at, v.At.In)
	}
	if l.awake != 0 {
		t.Error("the display is kept on while paused")
	}
	if l.do(Pause); l.pass(4*time.Second).Stands != NoReason || l.awake != 1 {
		t.Error("it does not go on")
	}
}

func TestTheShellPauses(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.toHold()
	if v := l.do(Shell); v.At.State != session.Paused || v.Stands != Shelled {
		t.Errorf("%s, %v", v.At.State, v.Stands)
	}
	if v := l.do(Pause); v.At.State != session.Playing {
		t.Errorf("%s", v.At.State)
	}
}

// A session ends by asking twice, and not by asking once and thinking better of it.
func TestAskedTwiceItEnds(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.toHold()
	if v := l.do(AskEnd); !v.Ending || v.At.State != session.Paused {
		t.Fatalf("%+v", v.Ending)
	}
	if v := l.do(Cancel); v.Ending || v.At.State != session.Playing {
		t.Fatal("it does not go on")
	}
	if v := l.do(AskEnd, AskEnd); v.Phase != Over || l.guide.Summary(l.clock).End != EndedEarly {
		t.Error("it does not end")
	}
}

// A session that was cut off can go on; one that somebody interrupted is over.
func TestAnInterruptedSessionIsKept(t *testing.T) {
	t.Parallel()
	for cut, end := range map[bool]string{true: "", false: history.Interrupted} {
		l := begin(t, "lower-back", nil)
		l.toHold()
		l.pass(5 * time.Second)
		l.guide.Interrupt(l.clock, cut)
		s := l.log.last()
		if s.End != end || s.Stages[len(s.Stages)-1].Played < 5*time.Second {
			t.Errorf("cut %v: %q, %+v", cut, s.End, s.Stages[len(s.Stages)-1])
		}
	}
}

// Each trouble is told once, is not lost behind a key or another one, and goes away
// by itself.
func TestEachTroubleIsToldOnce(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.log.trouble = errors.New("the log is damaged")
	if v := l.pass(time.Second); v.Trouble != "the log is damaged" {
		t.Fatalf("%q", v.Trouble)
	}
	l.log.trouble = errors.New("the disk is full")
	l.pass(time.Second)
	if v := l.do(Louder); v.Trouble != "the log is damaged" || v.Reply == "" {
		t.Errorf("a key takes it away: %q, %q", v.Trouble, v.Reply)
	}
	if v := l.pass(troubleFor); v.Trouble != "the disk is full" {
		t.Errorf("%q", v.Trouble)
	}
	l.log.trouble = errors.New("the disk is full")
	if v := l.pass(troubleFor); v.Trouble != "" {
		t.Errorf("told again: %q", v.Trouble)
	}
}

// While time stands nothing changes by itself.
func TestPausedWaitsForEver(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.toHold()
	l.do(Pause)
	l.pass(replyFor + time.Second)
	if wait := l.guide.Wait(l.clock); wait != 0 {
		t.Errorf("waits %v", wait)
	}
}

// A stage that waits for a key goes on with that of the pause, too.
func TestPauseGoesOnFromAStageThatWaits(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", func(o *Options) { o.Play.Manual = true })
	if v := l.pass(20 * time.Second); v.At.State != session.Waiting || v.At.Index != 0 {
		t.Fatalf("%s in stage %d", v.At.State, v.At.Index)
	}
	if v := l.do(Pause); v.At.State != session.Playing || v.At.Index != 1 {
		t.Errorf("%s in stage %d", v.At.State, v.At.Index)
	}
}

// What is waited for does not move away while somebody looks at the clock.
func TestWaitCountsFromTheInstantThatIsShown(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.pass(5 * time.Second)
	wait := l.guide.Wait(l.clock)
	for _, later := range []time.Duration{wait / 4, wait / 2, wait, 2 * wait} {
		if got, want := l.guide.Wait(l.clock.Add(later)), max(wait-later, time.Millisecond); got != want {
			t.Errorf("%v later it waits %v, want %v", later, got, want)
		}
	}
}
