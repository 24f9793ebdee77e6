package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/today"
)

// builder is a run with a maker of sessions and a folder to keep them in.
func builder(t *testing.T) (o Options, asked *[]today.Request, kept *[]string) {
	t.Helper()
	o, asked, kept = builtin(t), &[]today.Request{}, &[]string{}
	lib, _ := o.Load()
	maker := today.NewMaker(lib, o.Session)
	o.Today = func(q today.Request) (today.Session, error) {
		*asked = append(*asked, q)
		return maker.Make(q)
	}
	o.Swap = func(q today.Request, s today.Session, at int) (today.Session, error) { return maker.Swap(q, s, at) }
	o.KeepRoutine = func(name string, _ content.Routine) error {
		*kept = append(*kept, name)
		return nil
	}
	return o, asked, kept
}

// A session is made for today, changed by its three questions, a pose of it changed
// for another, begun, and kept.
func TestASessionIsMadeForToday(t *testing.T) {
	t.Parallel()
	o, asked, kept := builder(t)
	m, _ := at(t, o, 80, 24)
	push(m, "home", "enter")
	s, ok := m.screen.(*todayScreen)
	if !ok || len(s.made.Routine.Items) == 0 {
		t.Fatalf("%T", m.screen)
	}
	push(m, "right", "down", "right", "down", "right")
	last := (*asked)[len(*asked)-1]
	if len(last.Regions) != 1 || last.Length != 15*time.Minute || last.Place != content.Desk {
		t.Errorf("%+v", last)
	}
	push(m, "left")
	if s.err != nil || len(s.made.Routine.Items) == 0 {
		t.Fatalf("%v", s.err)
	}
	push(m, "down")
	was := s.made.Routine.Items
	push(m, "s")
	for i, item := range was {
		stays := slices.ContainsFunc(s.made.Routine.Items, func(other content.Item) bool { return other.Pose.ID == item.Pose.ID })
		if stays != (i > 0) {
			t.Errorf("%s, number %d: stays %v", item.Pose.ID, i, stays)
		}
	}
	push(m, "k", "M", "y", "backspace", "e", "enter")
	if !slices.Equal(*kept, []string{"Me"}) || !strings.Contains(stripped(m.render()), keptRoutineText) {
		t.Errorf("kept %q\n%s", *kept, stripped(m.render()))
	}
	items := len(s.made.Routine.Items)
	if push(m, "enter"); !m.leading() || len(m.guide.Plan().Routine.Items) != items {
		t.Errorf("%T", m.screen)
	}
}

// Nothing is begun or kept of what was proposed before the last answer was changed, while
// what is made for that is on its way.
func TestWhatWasProposedBeforeIsNotBegun(t *testing.T) {
	t.Parallel()
	o, _, _ := builder(t)
	m, _ := at(t, o, 80, 24)
	push(m, "home", "enter", "down")
	s, ok := m.screen.(*todayScreen)
	if !ok {
		t.Fatalf("%T", m.screen)
	}
	before := s.made.Length
	made := m.update(press("right"))
	if send(m, "k", "enter"); m.leading() || s.naming {
		t.Errorf("of %v, though another is asked for", before)
	}
	for _, msg := range results(made) {
		m.update(msg)
	}
	if send(m, "enter"); !m.leading() || m.guide.Plan().Length() < before+2*time.Minute {
		t.Errorf("%T", m.screen)
	}
}
