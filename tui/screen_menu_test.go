package tui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A number that the menu shows chooses what stands beside it, whatever was chosen
// before.
func TestTheNumbersOfTheMenuChoose(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	for i, r := range m.lib.Routines() {
		for _, before := range []string{"home", "end"} {
			send(m, before)
			send(m, strings.Split(strconv.Itoa(i+1), "")...)
			if e, _ := m.menu.choice(); e.id != r.ID {
				t.Errorf("%d chooses %s, want %s", i+1, e.id, r.ID)
			}
			send(m, "esc")
		}
	}
}

// A key that changes nothing of what is looked for leaves the choice where it is.
func TestAKeyThatChangesNothingKeepsTheChoice(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	m.update(tea.PasteMsg{Content: "back"})
	send(m, "down", "down")
	want, _ := m.menu.choice()
	if send(m, "left", "right"); m.menu.cursor != 2 {
		e, _ := m.menu.choice()
		t.Errorf("chosen %s, want %s", e.id, want.id)
	}
}

// Who looks for what they have is shown where to say it and what to mind, and who looks
// for something else is not.
func TestWhatOneHasIsFound(t *testing.T) {
	t.Parallel()
	found := func(filter string) []string {
		m, _ := at(t, builtin(t), 80, 24)
		m.update(tea.PasteMsg{Content: filter})
		var ids []string
		for _, e := range m.menu.shown {
			ids = append(ids, e.id)
		}
		return ids
	}
	for _, filter := range []string{"sciatica", "leg pain", "osteoporosis", "pregnant", "disc"} {
		if got := found(filter); !slices.Contains(got, aboutID) || !slices.Contains(got, safetyID) {
			t.Errorf("%q finds %q", filter, got)
		}
	}
	for _, filter := range []string{"cat cow", "cat-cow", "twist", "child's pose"} {
		got := found(filter)
		if len(got) == 0 || slices.Contains(got, aboutID) || slices.Contains(got, safetyID) {
			t.Errorf("%q finds %q", filter, got)
		}
	}
}
