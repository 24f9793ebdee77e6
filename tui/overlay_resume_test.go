package tui

import (
	"errors"
	"slices"
	"testing"
	"time"

	"catcow/guide"
	"catcow/history"
)

// unfinished is a run in which a session was cut off in its middle.
func unfinished(t *testing.T) (Options, *diary) {
	t.Helper()
	o, d := remembering(t)
	o.CheckIn = false
	m, now := at(t, o, 80, 24)
	send(m, "enter", "enter", "n", "n")
	*now = now.Add(time.Second)
	m.tick(*now)
	m.stop(true)
	cut := d.sessions[0]
	d.again = cut
	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	return o, d
}

func TestASessionThatWasCutOffIsOffered(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	m, _ := at(t, o, 80, 24)
	if m.overlay != (resumeBox{}) {
		t.Fatal("not offered")
	}
	for _, msg := range results(m.update(press("y"))) {
		m.update(msg)
	}
	if !m.leading() || m.led.Stands != guide.Resumed {
		t.Errorf("%T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	if send(m, "n"); m.overlay != nil || !slices.Contains(d.ends, "dismissed "+d.again.ID) {
		t.Errorf("%v, %q", m.overlay, d.ends)
	}
	cut := d.again
	cut.Plan = "{"
	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	if m, _ = at(t, o, 80, 24); m.overlay != nil {
		t.Error("offered though it cannot go on")
	}
}

// Where its own routine is started, it is offered before that begins anew; another
// routine begins at once, and so does a look at it.
func TestStartOffersToGoOn(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	r := routine(t, d.again.Routine)
	o.Routine = &r
	m, _ := at(t, o, 80, 24)
	if m.overlay != (resumeBox{}) || m.leading() {
		t.Fatal("not offered")
	}
	for _, msg := range results(m.update(press("enter"))) {
		m.update(msg)
	}
	if !m.leading() || m.led.Stands != guide.Resumed {
		t.Errorf("going on: %T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	if send(m, "n"); !m.leading() || m.led.Stands == guide.Resumed || !slices.Contains(d.ends, "dismissed "+d.again.ID) {
		t.Errorf("anew: %T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	m.resumed(history.Session{}, errors.New("another catcow goes on with that session already"))
	if !m.leading() || m.notice != "Another catcow goes on with that session already." {
		t.Errorf("it cannot go on: %T, %q", m.screen, m.notice)
	}
	o.Play.Speed = 10
	if m, _ = at(t, o, 80, 24); m.overlay != nil || !m.leading() {
		t.Error("a look at it is held up")
	}
	o.Play.Speed = 1
	other := routine(t, "desk-break")
	o.Routine = &other
	if m, _ = at(t, o, 80, 24); m.overlay != nil || !m.leading() {
		t.Error("another routine is held up")
	}
}

// A session that was begun while the log was asked for another is not replaced.
func TestAResumeThatComesTooLateIsDropped(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	m, _ := at(t, o, 80, 24)
	cmd := m.update(press("y"))
	send(m, "enter", "enter")
	began := m.guide
	for _, msg := range results(cmd) {
		m.update(msg)
	}
	if m.guide != began {
		t.Error("the session that runs was replaced")
	}
	_ = d
}
