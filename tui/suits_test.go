package tui

import (
	"strings"
	"testing"

	"catcow/config"
)

// A routine of which nothing suits the person says so in the menu and in the overview,
// and where to find what does.
func TestARoutineOfWhichNothingSuitsPointsToToday(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true}
	m, _ := at(t, o, 100, 30)
	send(m, strings.Split("lower", "")...)
	for range 12 {
		if e, ok := m.menu.choice(); ok && e.id == "lower-back" {
			break
		}
		send(m, "down")
	}
	for _, screen := range []string{"menu", "overview"} {
		view := stripped(m.render())
		if !strings.Contains(view, noneSuitsText) || strings.Contains(view, " 0 min") {
			t.Errorf("the %s:\n%s", screen, view)
		}
		send(m, "enter")
	}
}

// Started from the shell, it names what to start there.
func TestARoutineThatWasStartedPointsToTheCommand(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true}
	lib, _ := o.Load()
	r, err := lib.Routine("lower-back")
	if err != nil {
		t.Fatal(err)
	}
	o.Routine = &r
	for _, width := range []int{40, 100} {
		m, _ := at(t, o, width, 30)
		if view := stripped(m.render()); !strings.Contains(view, noneSuitsStartText) {
			t.Errorf("%d wide:\n%s", width, view)
		}
	}
}

// The menu, what it tells of a routine, and the overview name the place and the props of what
// will be done: what is left out asks for nothing.
func TestPlaceAndPropsAreThoseOfWhatWillBeDone(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true, Props: []string{"chair"}}
	m, _ := at(t, o, 100, 30)
	lib, _ := o.Load()
	for i, r := range lib.Routines() {
		told, _ := r.Without(o.Avoids())
		menu, head := string(told.Place()), "in all"+m.glyphs.Dot+told.Place().Text()
		if len(told.Items) == 0 {
			menu, head = noneText, "in all"
		}
		e := routineEntry(m, i+1, r)
		if !strings.HasSuffix(strings.TrimSpace(e.note), menu) {
			t.Errorf("%s: the menu says %q; want %q", r.ID, e.note, menu)
		}
		detail := stripped(strings.Join(e.detail(m, 60), "\n"))
		if needs := strings.Contains(detail, "needs: "); needs != (len(told.Props()) > 0) {
			t.Errorf("%s: it needs %v:\n%s", r.ID, told.Props(), detail)
		}
		if lacks := strings.Contains(detail, "not at hand: "); lacks != (len(told.Missing(o.Props())) > 0) {
			t.Errorf("%s: it lacks %v:\n%s", r.ID, told.Missing(o.Props()), detail)
		}
		m.show(newOverview(m, r))
		if line, _, _ := strings.Cut(stripped(m.render()), "\n"); !strings.HasSuffix(strings.TrimSpace(line), head) {
			t.Errorf("%s: the overview says %q; want %q", r.ID, line, head)
		}
	}
}

// Who leaves out the pose at the wall needs none.
func TestTheOverviewFollowsWhatIsChosen(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 100, 30)
	r := routine(t, "back-pain-relief")
	m.show(newOverview(m, r))
	if view := stripped(m.render()); !strings.Contains(view, "at a wall") {
		t.Fatal(view)
	}
	for i := range r.Items {
		if r.Items[i].Pose.NeedsWall() {
			send(m, "space")
		}
		send(m, "down")
	}
	if view := stripped(m.render()); strings.Contains(view, "at a wall") || !strings.Contains(view, "on the floor") {
		t.Error(view)
	}
}
