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
