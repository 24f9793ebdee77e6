package guide

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// However a session ends, something is heard then, and after the question that
// follows it, left or answered.
func TestEveryEndIsHeard(t *testing.T) {
	t.Parallel()
	whole := func(l *led) { l.playOut() }
	early := func(l *led) {
		l.toHold()
		l.pass(time.Minute)
		l.do(AskEnd, AskEnd)
	}
	hurts := func(l *led) {
		l.toHold()
		l.pass(time.Minute)
		l.do(Hurts, Leg, EndHere)
	}
	answer := func(n int) func(*led) { return func(l *led) { l.answer(n) } }
	left := func(l *led) { l.guide.Pass(l.clock) }
	for name, c := range map[string]struct {
		before   int
		end      func(*led)
		after    func(*led)
		at, last string // what is heard at the end, and after the question
	}{
		"whole":                   {4, whole, answer(2), wellDoneText, "4 before, 2 now."},
		"whole, as before":        {4, whole, answer(4), wellDoneText, "4 before, 4 now."},
		"whole, left":             {4, whole, left, wellDoneText, ""},
		"whole, nobody answers":   {4, whole, func(l *led) { l.pass(patience + time.Second) }, wellDoneText, ""},
		"whole, ten":              {8, whole, answer(MaxPain), wellDoneText, severeText},
		"whole, three more":       {2, whole, answer(9), wellDoneText, "It is on the screen now."},
		"ended early":             {4, early, answer(3), endedText, "4 before, 3 now."},
		"ended early, left":       {4, early, left, endedText, ""},
		"ended early, much":       {8, early, answer(9), endedText, severeText},
		"ended early, a leg":      {4, hurts, func(l *led) { l.answer(3, 5) }, endedText, "doctor"},
		"ended early, a leg, 9":   {8, hurts, func(l *led) { l.answer(9, 9) }, endedText, "doctor"},
		"ended at once":           {4, func(l *led) { l.do(AskEnd, AskEnd) }, func(*led) {}, endedText, ""},
		"not asked":               {-1, whole, func(*led) {}, wellDoneText, ""},
		"ended early, not asked":  {-1, early, func(*led) {}, endedText, ""},
		"all skipped, and unsaid": {4, func(l *led) { l.pass(time.Minute); skipAll(l) }, left, "", ""},
	} {
		l := begin(t, "desk-break", func(o *Options) { o.CheckIn = c.before >= 0 })
		if q := l.answer(c.before).Question; q != nil && q.Choices != nil {
			l.answer(len(q.Choices) - 2) // this routine, as gently as it goes
		}
		c.end(l)
		said := strings.Join(l.ear.texts("say"), " ")
		if !strings.Contains(said, c.at) {
			t.Errorf("%s: at the end is heard %q", name, said[max(0, len(said)-200):])
		}
		c.after(l)
		said = strings.Join(l.ear.texts("say"), " ")
		if l.guide.View().Phase != Over || !strings.HasSuffix(said, goodbyeText) || !strings.Contains(said, c.last) {
			t.Errorf("%s: after the question is heard %q", name, said[max(0, len(said)-200):])
		}
		for _, s := range l.ear.all[slices.IndexFunc(l.ear.all, func(s sounded) bool { return s.text == goodbyeText }):] {
			if s.what == "hush" {
				t.Errorf("%s: the end is cut off", name)
			}
		}
	}
}

func skipAll(l *led) {
	for range 50 {
		l.do(Skip)
	}
}

// Somebody who would rather not begin hears that this is fine.
func TestNotTodayIsHeard(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", checked)
	q := l.answer(7).Question
	l.answer(len(q.Choices) - 1)
	if said := l.ear.texts("say"); said[len(said)-1] != anotherTimeText {
		t.Errorf("%q", said[len(said)-1])
	}
}
