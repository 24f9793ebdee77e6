package tui

import (
	"strings"
	"testing"

	"catcow/content"
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

// So it does where no overview was between: to the pose in the library, and to what was
// made for today.
func TestEscGoesBackToWhereOneWas(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{"a pose": {"tab", "down", "down"}, "today": {"home", "enter", "down", "right"}} {
		o, _, _ := builder(t)
		logged, _ := remembering(t)
		o.Past, o.CheckIn = logged.Past, true
		m, _ := at(t, o, 80, 24)
		push(m, keys...)
		was := m.screen
		push(m, "enter")
		if _, asked := m.screen.(*question); !asked {
			t.Fatalf("%s: %T", name, m.screen)
		}
		if push(m, "esc"); m.screen != was {
			t.Errorf("%s: back in %T", name, m.screen)
		}
		if push(m, "esc"); m.screen != &m.menu {
			t.Errorf("%s: and from there in %T", name, m.screen)
		}
	}
}

// A pose that is not for somebody is looked at first, and from there one goes back to it
// in the library.
func TestEscGoesBackToThePose(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Profile.Avoid = content.ConditionIDs()
	m, _ := at(t, o, 80, 24)
	cobra := libraryAt(m.lib, "cobra")
	m.show(cobra)
	send(m, "enter")
	if _, ok := m.screen.(*overview); !ok {
		t.Fatalf("%T", m.screen)
	}
	if send(m, "esc"); m.screen != cobra {
		t.Errorf("back in %T", m.screen)
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
