package tui

import (
	"strings"
	"testing"

	"catcow/guide"
	"catcow/history"
)

// The number is one key, given or left out, and the session begins.
func TestTheQuestionIsOneKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys   []string
		before int // -1 for none
	}{
		{[]string{"4"}, 4},
		{[]string{"0"}, 0},
		{[]string{"space"}, -1},
		{[]string{"tab"}, -1},
		{[]string{"enter"}, -1},
		{[]string{"right", "right", "right", "enter"}, 2},
		{[]string{"x", "1"}, 10},
	} {
		o, d := remembering(t)
		m, _ := at(t, o, 80, 24)
		send(m, "enter", "enter")
		if _, ok := m.screen.(*question); !ok {
			t.Fatalf("%T", m.screen)
		}
		send(m, c.keys...)
		before := -1
		if len(d.sessions) == 1 && d.sessions[0].Before != nil {
			before = *d.sessions[0].Before
		}
		if m.screen != &m.player || before != c.before {
			t.Errorf("%q: %T, pain %d", c.keys, m.screen, before)
		}
	}
}

// Esc goes back from the question before a session to where it was started.
func TestEscGoesBackFromTheQuestion(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	m, _ := at(t, o, 80, 24)
	for _, keys := range [][]string{nil, {"8"}} {
		send(m, "enter", "down", "space", "enter")
		send(m, append(keys, "esc")...)
		over, ok := m.screen.(*overview)
		if !ok || !over.Off[1] || len(d.sessions) > 0 || m.leading() {
			t.Fatalf("%T, %d sessions", m.screen, len(d.sessions))
		}
		send(m, "enter", "3")
		if m.screen != &m.player {
			t.Fatalf("and on from there: %T", m.screen)
		}
		d.sessions = nil
		m, _ = at(t, o, 80, 24)
	}
	r := routine(t, "lower-back")
	o.Routine = &r
	m, _ = at(t, o, 80, 24)
	if send(m, "esc"); !m.leaving {
		t.Errorf("started from the shell: %T", m.screen)
	}
}

// Enter that comes twice, into a gentler way or back into what was cut off, throws
// nothing away.
func TestEnterTwiceKeepsTheSet(t *testing.T) {
	t.Parallel()
	m, _ := matAt(t, "lower-back", "unicode", 80, 24)
	send(m, "n", "n")
	was := m.led.At.Index
	send(m, "x", "enter", "enter", "enter")
	if m.led.At.Index != was || m.led.Stands != guide.Easing {
		t.Errorf("stage %d, was %d", m.led.At.Index, was)
	}
	if send(m, "n"); m.led.At.Index == was {
		t.Error("n is next no more")
	}
}

// The three questions of the week are offered, never put in the way, and count only
// together.
func TestTheQuestionsOfTheWeek(t *testing.T) {
	t.Parallel()
	for answers, want := range map[string]int{"4 3 2": 1, "4 space": 0, "space": 0} {
		o, d := remembering(t)
		o.Past = func() Past { return Past{Log: d, Weekly: true} }
		m, _ := at(t, o, 80, 24)
		if !strings.Contains(stripped(m.render()), weekDueText) {
			t.Error("not offered")
		}
		send(m, "W")
		send(m, strings.Fields(answers)...)
		if len(d.pegs) != want || m.screen != &m.menu || m.o.State.Asked.Weekly.IsZero() {
			t.Errorf("%s: %v, %T", answers, d.pegs, m.screen)
		}
		if want == 1 && d.pegs[0] != (history.PEG{At: d.pegs[0].At, Pain: 4, Enjoyment: 3, Activity: 2}) {
			t.Errorf("%+v", d.pegs[0])
		}
	}
}
