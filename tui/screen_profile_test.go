package tui

import (
	"slices"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

// Poses that are not for someone are off, with the reason beside them, and can be
// switched on: nothing is changed silently, from the shell neither.
func TestPosesAreLeftOutWithTheReasonSaid(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "restorative"
	o.State.Profile = config.ProfileAnswers{Avoid: []string{"sore-wrists"}, Set: true}
	m, _ := at(t, o, 80, 24)
	if !strings.Contains(stripped(m.render()), "1 pose left out") {
		t.Errorf("the menu does not say it:\n%s", stripped(m.render()))
	}
	send(m, "enter")
	s := m.screen.(*overview)
	chosen := func() int { _, items := s.Chosen(); return len(items) }
	all, on := len(s.Routine.Items), chosen()
	if on != all-1 {
		t.Fatalf("%d of %d are on", on, all)
	}
	s.cursor = slices.Index(s.Off, true)
	if !strings.Contains(stripped(m.render()), "left out: puts weight on the wrists") {
		t.Errorf("no reason:\n%s", stripped(m.render()))
	}
	if send(m, "space"); chosen() != all {
		t.Error("it cannot be switched on")
	}
	r := routine(t, "restorative")
	o.Routine = &r
	if m, _ = at(t, o, 80, 24); func() bool { _, ok := m.screen.(*overview); return !ok }() {
		t.Errorf("from the shell: %T", m.screen)
	}
}

func TestTheProfileIsKept(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	m.show(&profile{then: (*model).toMenu})
	send(m, "space", "down", "down", "space", "end", "space")
	want := []string{content.Conditions()[0].ID, content.Conditions()[2].ID}
	if !slices.Equal(m.o.State.Profile.Avoid, want) || !m.o.State.Profile.Set {
		t.Errorf("%+v; want %q", m.o.State.Profile, want)
	}
	if props := m.o.Props(); len(props) != len(content.Props())-1 || slices.Contains(props, content.Props()[len(props)]) {
		t.Errorf("at hand: %q", props)
	}
	if send(m, "home", "space", "esc"); !slices.Equal(m.o.Avoids(), want[1:]) || m.screen != &m.menu {
		t.Errorf("%q, %T", m.o.Avoids(), m.screen)
	}
}

// Only cautions that go for this person are shown, whole.
func TestOnlyOnesOwnCautionsAreShown(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "low-back-restorative"
	m, _ := at(t, o, 120, 40)
	send(m, "enter")
	if view := stripped(m.render()); strings.Contains(view, "Pregnancy") || strings.Contains(view, "Osteoporosis") {
		t.Errorf("everybody is warned:\n%s", view)
	}
	o.State.Profile.Avoid = []string{"osteoporosis"}
	m, _ = at(t, o, 120, 40)
	send(m, "enter")
	if view := stripped(m.render()); !strings.Contains(view, "Osteoporosis") || strings.Contains(view, "Pregnancy") {
		t.Errorf("want one caution:\n%s", view)
	}
}

func TestTheProfileSaysWhatToBeginWithAndWhatIsMissing(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.Profile.Regions, o.State.Profile.Props = []string{"neck"}, []string{"block"}
	m, _ := at(t, o, 80, 24)
	e, _ := m.menu.choice()
	if r, err := m.lib.Routine(e.id); err != nil || r.Regions[0] != "neck" {
		t.Errorf("begins with %s: %v", e.id, err)
	}
	if !strings.Contains(stripped(m.render()), "not at hand: chair") {
		t.Errorf("nothing is missing:\n%s", stripped(m.render()))
	}
}

// What is answered with yes and no is asked, at every size.
func TestTheProfileAsks(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}} {
		m, _ := at(t, builtin(t), size[0], size[1])
		m.show(&profile{then: (*model).toMenu})
		for _, keys := range [][]string{nil, {"end"}, {"home"}} {
			send(m, keys...)
			isAsked := strings.Contains(stripped(m.render()), aboutAskText)
			if isAtEnd := len(keys) > 0 && keys[0] == "end"; !isAtEnd && !isAsked {
				t.Errorf("%v, %q: no question in\n%s", size, keys, stripped(m.render()))
			}
		}
	}
}
