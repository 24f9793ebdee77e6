package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Poses are found by any of their names, and done alone.
func TestThePosesAreFound(t *testing.T) {
	t.Parallel()
	for filter, want := range map[string]string{
		"supine tw": "/pose/supine-twist", "savasana": "/pose/supported-savasana", "cat camel": "/pose/cat-cow",
		"mad": "/pose/cat-cow", "restorative": "restorative", "low": "low-back-restorative", "butt": "/pose/piriformis-stretch",
	} {
		m, _ := at(t, builtin(t), 80, 24)
		m.update(tea.PasteMsg{Content: filter + "\nand a second line"})
		if m.menu.filter != filter {
			t.Fatalf("pasted %q", m.menu.filter)
		}
		if e, _ := m.menu.choice(); e.id != want {
			t.Errorf("%q finds %v, and chooses %q", filter, m.menu.shown, e.id)
		}
	}
	m, _ := at(t, builtin(t), 80, 24)
	send(m, "/", "8")
	for _, e := range m.menu.shown {
		if e.minutes > 8 && !strings.Contains(e.search+" ", " 8 ") {
			t.Errorf("8 finds %s of %d minutes", e.id, e.minutes)
		}
	}
	m, _ = at(t, builtin(t), 80, 24)
	m.update(tea.PasteMsg{Content: "sphinx"})
	send(m, "end", "enter")
	if s, ok := m.screen.(*library); !ok {
		t.Fatalf("%T", m.screen)
	} else if e, _ := s.list.choice(); e.id != "sphinx" {
		t.Errorf("chosen %q", e.id)
	}
	m.o.State.Routine = "desk-break"
	if send(m, "enter"); !m.leading() || len(m.guide.Plan().Routine.Items) != 1 || m.led.At.Stage.Pose.ID != "sphinx" {
		t.Errorf("%T", m.screen)
	}
	if m.o.State.Routine != "desk-break" {
		t.Errorf("the next start chooses %q", m.o.State.Routine)
	}
}
