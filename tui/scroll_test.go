package tui

import (
	"strings"
	"testing"

	"catcow/today"
)

// The help, where it does not fit, goes on by lines, by pages and to its ends.
func TestTheHelpScrolls(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 40, 12)
	send(m, "enter", "enter", "?")
	box, ok := m.overlay.(*helpBox)
	if !ok {
		t.Fatalf("%T", m.overlay)
	}
	end := scroll(0)
	for _, c := range []struct {
		key  string
		want func() scroll
	}{
		{"up", func() scroll { return 0 }},
		{"down", func() scroll { return 1 }},
		{"pgdown", func() scroll { return 1 + 6 }},
		{"pgup", func() scroll { return 1 }},
		{"end", func() scroll { end = box.scroll; return max(end, 8) }},
		{"down", func() scroll { return end }},
		{"home", func() scroll { return 0 }},
	} {
		send(m, c.key)
		m.render()
		if want := c.want(); box.scroll != want {
			t.Errorf("%s: at %d, want %d", c.key, box.scroll, want)
		}
	}
}

// Where a name is typed the key for help is a letter of it, and the footer has the keys
// that end it.
func TestNoHelpWhereANameIsTyped(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	s := &todayScreen{naming: true, made: today.Session{Routine: routine(t, "desk-break")}}
	m.show(s)
	if send(m, "?"); m.overlay != nil || s.name.text != "?" {
		t.Errorf("%T over it, and the name is %q", m.overlay, s.name.text)
	}
	if footer := stripped(m.footer(78)); !strings.Contains(footer, "take it") || strings.Contains(footer, "start") {
		t.Errorf("the footer says %q", footer)
	}
}
