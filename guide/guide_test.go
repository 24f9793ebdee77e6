package guide

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
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

// It goes on where one is led into the pose again, with what was played before it,
// and waits until one has got down.
func TestASessionThatWasCutOffGoesOn(t *testing.T) {
	t.Parallel()
	l := begin(t, "upper-back", func(o *Options) {
		o.Routine = o.Routine.Pick(func(i int, _ content.Item) bool { return i != 1 })
		o.Items = []int{0, 2}
	})
	for l.guide.View().At.Stage.Item == 0 {
		l.pass(time.Second)
	}
	l.toHold()
	was, whole := l.guide.View().At, l.guide.Plan().Length()
	l.guide.Interrupt(l.clock, true)
	cut := l.log.last()

	next, o := prepare(t, "upper-back")
	plan, items, err := Recompile(library(t), cut, o.Session)
	if err != nil || plan.Length() != whole || !slices.Equal(items, []int{0, 2}) {
		t.Fatalf("%v, %v of %v, items %v", err, plan.Length(), whole, items)
	}
	o.Items = items
	next.guide = Resume(o, plan, cut, next.clock)
	v := next.guide.View()
	if v.Phase != Leading || v.At.State != session.Paused || v.Stands != Resumed || v.At.Stage.Item != was.Stage.Item || v.At.Index > was.Index {
		t.Fatalf("%s at stage %d, was %d; %v", v.At.State, v.At.Index, was.Index, v.Stands)
	}
	if said := strings.Join(next.ear.texts("say"), " "); !strings.Contains(said, v.At.Stage.Pose.Title()) {
		t.Errorf("the pose is not named: %q", said)
	}
	next.pass(6 * time.Second)
	next.do(Pause)
	next.playOut()
	named := 0
	for _, text := range next.ear.texts("say") {
		if strings.HasPrefix(text, "We go on with") || strings.HasPrefix(text, "We were") {
			named++
		}
	}
	if named != 1 {
		t.Errorf("where it goes on is said %d times: %q", named, next.ear.texts("say")[:6])
	}
	s := next.log.last()
	if s.ID != cut.ID || s.End != history.Finished || !next.guide.Summary(next.clock).Outcomes[0].Whole() {
		t.Errorf("%q, %q, %+v", s.ID, s.End, next.guide.Summary(next.clock).Outcomes)
	}
}

func TestASessionWhoseRoutineChangedDoesNotGoOn(t *testing.T) {
	t.Parallel()
	l := begin(t, "upper-back", nil)
	l.toHold()
	good := l.log.last()
	for name, change := range map[string]func(s *history.Session){
		"gone": func(s *history.Session) {
			s.Routine, s.Plan = "no-such-thing", strings.Replace(s.Plan, `"shoulder-rolls"`, `"no-such-pose"`, 1)
		},
		"damaged": func(s *history.Session) { s.Plan = "{" },
		"stages":  func(s *history.Session) { s.PlanStages++ },
		"beyond":  func(s *history.Session) { s.Next = s.PlanStages },
	} {
		s := good
		change(&s)
		if _, _, err := Recompile(library(t), s, session.DefaultOptions()); err == nil {
			t.Errorf("%s: goes on", name)
		}
	}
}

// A routine that was made for one day, or has been changed since, goes on as it was.
func TestARoutineThatIsNotInTheLibraryGoesOn(t *testing.T) {
	t.Parallel()
	whole, err := library(t).Routine("upper-back")
	if err != nil {
		t.Fatal(err)
	}
	shorter := whole.Pick(func(i int, _ content.Item) bool { return i > 0 })
	shorter.Items[0].Dose = content.Dose{Amount: content.Range{From: 4, To: 4}, Unit: content.Reps, Count: content.Range{From: 1, To: 1}}
	for _, id := range []string{"today", "upper-back"} {
		r := shorter
		r.ID, r.Name = id, "Made Today"
		l := begin(t, "upper-back", func(o *Options) { o.Routine, o.Items = r, []int{0, 1} })
		l.toHold()
		plan, _, err := Recompile(library(t), l.log.last(), session.DefaultOptions())
		if err != nil || plan.Length() != l.guide.Plan().Length() || plan.Routine.ID != id || plan.Routine.Name != "Made Today" {
			t.Errorf("%s: %v; %v of %v in %q", id, err, plan.Length(), l.guide.Plan().Length(), plan.Routine.Name)
		}
	}
}

// A pose that was done alone goes on like a routine.
func TestAPoseDoneAloneGoesOn(t *testing.T) {
	t.Parallel()
	p, err := library(t).Pose("cobra")
	if err != nil {
		t.Fatal(err)
	}
	l := begin(t, "upper-back", func(o *Options) { o.Routine, o.Items = content.Alone(p), []int{0} })
	l.toHold()
	if _, _, err := Recompile(library(t), l.log.last(), session.DefaultOptions()); err != nil {
		t.Error(err)
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
