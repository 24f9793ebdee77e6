package guide

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
	"catcow/sound"
)

// checked asks before and after.
func checked(o *Options) { o.CheckIn, o.Where = true, true }

// One question before a routine that says where it is for; where it hurts is asked
// only of one that does not, and only of somebody whom it hurts.
func TestOneQuestionBefore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		routine string
		answers []int // -1 passes
		before  int   // -1 for none
		where   string
	}{
		{"lower-back", []int{4}, 4, ""},
		{"lower-back", []int{0}, 0, ""},
		{"lower-back", []int{-1}, -1, ""},
		{"restorative", []int{4, 0}, 4, "lower-back"},
		{"restorative", []int{3, -1}, 3, ""},
		{"restorative", []int{0}, 0, ""},
	} {
		l := begin(t, c.routine, checked)
		for _, a := range c.answers {
			if l.guide.View().Phase != Asking {
				t.Fatalf("%+v: nothing is asked", c)
			}
			if a < 0 {
				l.guide.Pass(l.clock)
			} else {
				l.answer(a)
			}
		}
		if l.guide.View().Phase != Leading {
			t.Errorf("%+v: more is asked: %+v", c, l.guide.View().Question)
			continue
		}
		s := l.log.last()
		before := -1
		if s.Before != nil {
			before = *s.Before
		}
		if before != c.before || strings.Join(s.Where, " ") != c.where {
			t.Errorf("%+v: %d, %q", c, before, s.Where)
		}
		if asked := !l.state.Asked.Where.IsZero(); asked != (c.where != "") {
			t.Errorf("%+v: where is remembered: %v", c, asked)
		}
	}
}

// The question is read aloud, with the routine and its length.
func TestTheQuestionIsHeard(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", checked)
	said := strings.Join(l.ear.texts("say"), " ")
	for _, want := range []string{"Lower Back", "minutes", painNowText} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %q", want, said)
		}
	}
}

// Much pain before the start is answered: something gentler is offered first, and
// the routine itself only at its gentlest.
func TestMuchPainIsAnswered(t *testing.T) {
	t.Parallel()
	gentler, err := library(t).Routine("low-back-restorative")
	if err != nil {
		t.Fatal(err)
	}
	offer := func(o *Options) {
		checked(o)
		o.Gentler, o.Session.Level = []content.Routine{gentler}, 1
		o.Session.Levels = map[string]float64{"cobra": 1}
	}
	l := begin(t, "lower-back", offer)
	q := l.answer(7).Question
	if q == nil || len(q.Choices) != 3 || !strings.Contains(q.Choices[0], gentler.Name) {
		t.Fatalf("%+v", q)
	}
	l.answer(0)
	if id := l.log.last().Routine; id != gentler.ID {
		t.Errorf("%s is begun", id)
	}
	l = begin(t, "lower-back", offer)
	l.answer(7, 1)
	if plan := l.guide.Plan(); plan.Options.Level != 0 || plan.Options.Levels != nil || plan.Routine.ID != "lower-back" {
		t.Errorf("level %v of %s", plan.Options.Level, plan.Routine.ID)
	}
	l = begin(t, "lower-back", offer)
	if v := l.answer(7, 2); v.Phase != Over || l.guide.Started() || len(l.log.saves) > 0 {
		t.Errorf("not today: %+v", v)
	}
	l = begin(t, "lower-back", offer)
	if v := l.answer(5); v.Phase != Leading {
		t.Error("five is not much")
	}
}

// One question after it, and what hurt without a number.
func TestOneQuestionAfter(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", checked)
	l.answer(4)
	if v := l.playOut(); v.Phase != Asking || v.Question.Text != painAfterText {
		t.Fatalf("%+v", v.Question)
	}
	if v := l.answer(2); v.Phase != Over || *l.log.last().After != 2 {
		t.Errorf("%+v", v)
	}
	if s := l.guide.Summary(l.clock); *s.Before != 4 || *s.After != 2 || s.Rose {
		t.Errorf("%+v", s)
	}
}

func TestWhatHurtWithoutANumberIsAskedAfter(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", checked)
	l.answer(4)
	l.toHold()
	l.pass(time.Minute)
	l.do(Hurts, EaseOff, Pause)
	l.pass(time.Minute)
	l.do(AskEnd, AskEnd)
	q := l.answer(3).Question
	if q == nil || !strings.Contains(q.Text, "Knees to Chest") {
		t.Fatalf("%+v", q)
	}
	l.answer(MaxPain)
	if h := l.log.last().Hurts[0]; h.Pain != MaxPain || h.Choice != history.Eased {
		t.Errorf("%+v", h)
	}
}

// A question after a session waits for three minutes and no longer; one before it
// waits for ever.
func TestAQuestionWaits(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", checked)
	l.pass(time.Hour)
	if l.guide.View().Phase != Asking {
		t.Error("it did not wait before")
	}
	l.answer(1)
	l.playOut()
	if v := l.pass(patience - time.Second); v.Phase != Asking || l.guide.Wait(l.clock) == 0 {
		t.Error("it did not wait after")
	}
	if v := l.pass(2 * time.Second); v.Phase != Over {
		t.Error("it waits for ever")
	}
}

func TestAShortSessionIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", checked)
	l.answer(4)
	l.pass(20 * time.Second)
	if v := l.do(AskEnd, AskEnd); v.Phase != Over {
		t.Errorf("%+v", v.Question)
	}
}

// Pain that rose by three is noticed.
func TestPainThatRose(t *testing.T) {
	t.Parallel()
	for after, rose := range map[int]bool{5: true, 4: false, 0: false} {
		l := begin(t, "desk-break", checked)
		l.answer(2)
		l.playOut()
		l.answer(after)
		if got := l.guide.Summary(l.clock).Rose; got != rose {
			t.Errorf("2 to %d: %v", after, got)
		}
	}
	if l := begin(t, "desk-break", nil); l.guide.View().At.State != session.Playing {
		t.Error("without questions it does not begin at once")
	}
}

// A question that is answered is no longer spoken: the first pose is heard in its
// time. What ends the session is heard before the question that follows it.
func TestNoQuestionCutsOffOrHangsOn(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", checked)
	l.answer(3)
	if last := l.ear.all[len(l.ear.all)-2:]; last[0].what != "hush" || last[1].what != "still" {
		t.Errorf("the question is spoken on after its answer: %+v", l.ear.all)
	}
	l.playOut()
	said := -1
	for i, s := range l.ear.all {
		if s.text == wellDoneText && s.what == "say" {
			said = i
		}
	}
	if said < 0 {
		t.Fatal("the end is not spoken")
	}
	for _, s := range l.ear.all[said:] {
		if s.what == "hush" {
			t.Errorf("the end is cut off by %+v", l.ear.all[said:])
		}
	}
	if texts := l.ear.texts("say"); texts[len(texts)-2] != painAfterText {
		t.Errorf("the last that is asked is %q", texts[len(texts)-2:])
	}
}

// Whoever only hears a question can answer it: its keys are heard with it, and what
// the ends of the scale are.
func TestTheKeysOfEveryQuestionAreHeard(t *testing.T) {
	t.Parallel()
	keys := func(l *led, name string, want ...string) {
		t.Helper()
		said := strings.Join(l.ear.texts("say"), " ")
		l.ear.all = nil
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: no %q in %q", name, w, said)
			}
		}
	}
	safe := content.SafetyPage()
	l := begin(t, "restorative", checked)
	keys(l, "before", "0 to 9", "X for ten", "Enter leaves", safe.Scale.Low, safe.Scale.High)
	l.answer(7)
	keys(l, "where", "1: Lower back.", "6: Legs.", "number", "Enter leaves")
	l.answer(0)
	keys(l, "gentler", "1: ", "2: ", "number", "Enter leaves")
	l.answer(9)
	keys(l, "a number that is none of them", "number", "Enter leaves")
	l.answer(0)
	l.toHold()
	l.pass(time.Minute)
	l.ear.all = nil
	l.do(Hurts)
	keys(l, "it hurts", "Enter does", "S skips", "Q ends", "L is for", "Escape", "0 to 9")
	l.do(EaseOff, Pause)
	l.pass(time.Minute)
	l.ear.all = nil
	l.do(AskEnd)
	keys(l, "end", "Q", "N")
	l.do(AskEnd)
	keys(l, "after", "0 to 9", "X for ten", "Enter leaves")
	l.pass(30 * time.Second)
	l.answer(3)
	keys(l, "how much it hurt", "0 to 9", "X for ten", "Enter leaves")
}

// What the chimes mean is told with the first question, until it was heard to its end.
func TestTheChimesAreExplainedOnce(t *testing.T) {
	t.Parallel()
	explained := func(wait time.Duration, before config.SoundState) (told bool, after config.SoundState) {
		l, o := prepare(t, "desk-break")
		o.CheckIn, o.SoundState = true, before
		l.guide = New(o, l.clock)
		l.clock = l.clock.Add(wait)
		l.guide.Answer(3, l.clock)
		return slices.Contains(l.ear.texts("say"), sound.ChimesText()), l.state.Sound
	}
	told, state := explained(2*time.Second, config.SoundState{})
	if !told || state.Chimes {
		t.Errorf("answered at once: told %v, kept %v", told, state.Chimes)
	}
	if told, state = explained(time.Minute, state); !told || !state.Chimes {
		t.Errorf("heard: told %v, kept %v", told, state.Chimes)
	}
	if told, _ = explained(time.Minute, state); told {
		t.Error("told again")
	}
}
