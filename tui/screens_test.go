package tui

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// playOut lets a session run to its end, a second at a time.
func playOut(m *model, now *time.Time) {
	for range 4000 {
		if !m.leading() {
			return
		}
		*now = now.Add(time.Second)
		m.update(tickMsg{generation: m.generation, now: *now})
	}
}

// A broken log is told of once, on the menu as in a session.
func TestABrokenLogIsTold(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn = false
	o.Past = func() Past { return Past{Log: d, Trouble: errors.New("the log is damaged")} }
	m, _ := at(t, o, 80, 24)
	if view := stripped(m.render()); !strings.Contains(view, "the log is damaged") {
		t.Errorf("not told:\n%s", view)
	}
	o = builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Past = &r, func() Past { return Past{Log: d} }
	m, now := at(t, o, 80, 24)
	d.trouble = errors.New("the disk is full")
	*now = now.Add(time.Second)
	m.tick(*now)
	if view := stripped(m.render()); !strings.Contains(view, "the disk is full") {
		t.Errorf("not told:\n%s", view)
	}
}

// results is what the parts of a command bring. Those that wait are left out.
func results(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var all []tea.Msg
	for _, c := range batch {
		if c == nil {
			continue
		}
		done := make(chan tea.Msg, 1)
		go func() { done <- c() }()
		select {
		case msg := <-done:
			all = append(all, msg)
		case <-time.After(200 * time.Millisecond): // a tick
		}
	}
	return all
}

// With the level "auto" each pose has its own, and the total is the truth.
func TestEachPoseHasItsOwnLevel(t *testing.T) {
	t.Parallel()
	length := func(o Options) time.Duration {
		m, _ := at(t, o, 80, 24)
		send(m, "enter", "enter")
		return m.guide.Plan().Length()
	}
	o := builtin(t)
	o.State.Routine = "lower-back"
	low := length(o)
	o.Past = func() Past { return Past{Levels: map[string]float64{"cobra": 1}} }
	if got := length(o); got != low {
		t.Errorf("a fixed level is not respected: %v, want %v", got, low)
	}
	o.Auto = true
	if got := length(o); got <= low {
		t.Errorf("%v with cobra at its high end, %v at its low", got, low)
	}
}

// The end says what changed: the two numbers, what was done, what hurt and what
// follows, and the week.
func TestTheEndSaysWhatChanged(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.State.Routine, o.Auto = "desk-break", true
	m, now := at(t, o, 80, 24)
	send(m, "enter", "enter", "4")
	for !m.led.At.Stage.Works() {
		send(m, "n")
	}
	send(m, "x", "enter", "3", "space")
	playOut(m, now)
	for _, msg := range results(m.update(press("2"))) {
		m.update(msg)
	}
	s, ok := m.screen.(*done)
	if !ok {
		t.Fatalf("%T", m.screen)
	}
	view := stripped(m.render())
	for _, want := range []string{
		fmt.Sprintf("%d of %d poses done", s.Done, len(s.Outcomes)), "It hurt " + s.Hurt[0], "This week",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if s.changeText(m) != "4 → 2" || len(d.hurts) != 1 {
		t.Errorf("%q, %+v", s.changeText(m), d.hurts)
	}
}

// push presses a key and lets what is read beside the loop come.
func push(m *model, keys ...string) {
	for _, k := range keys {
		for _, msg := range results(m.update(press(k))) {
			if _, tick := msg.(tickMsg); !tick && msg != nil {
				m.update(msg)
			}
		}
	}
}
