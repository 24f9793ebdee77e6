package main

import (
	"fmt"
	"strings"
	"time"
)

// screens is what the screens take that wait for somebody: all of them at once, since
// each is to take next to nothing.
func (t *table) screens() {
	const asks = "CATCOW_SESSION_CHECK_IN=true"
	screens := []struct {
		args string
		keys []string
		text string
	}{
		{"", nil, "gentle yoga"},
		{"", []string{"?"}, "Keys"},
		{"", []string{"\t"}, "All poses"},
		{"", []string{"today", "\r"}, "Today"},
		{"", []string{"physio", "\r"}, "sheet"},
		{"", []string{"progress", "\r"}, "Progress"},
		{"", []string{"about you", "\r"}, "About you"},
		{"", []string{"not to exercise", "\r"}, "What catcow is"},
		{"", []string{"restorative", "\r"}, "Restorative"},
		{asks, []string{"restorative", "\r", "\r"}, "pain"},
		{"", []string{"restorative", "\r", "\r", "q"}, "end here"},
		{"", []string{"restorative", "\r", "\r", "q", "q"}, "menu"},
	}
	var seats []*seat
	for _, c := range screens {
		s := t.sitAt(home(t.b), usualSize(), nil, "env", append(strings.Fields(c.args), "catcow")...)
		defer s.leave()
		seats = append(seats, s)
	}
	for i, c := range screens {
		seats[i].until("gentle yoga")
		for _, keys := range c.keys {
			time.Sleep(300 * time.Millisecond)
			seats[i].press(keys)
		}
	}
	time.Sleep(4 * time.Second)
	var before []taken
	for i, s := range seats {
		if screen := s.screen(); !strings.Contains(screen, screens[i].text) {
			t.b.Fatalf("no %q on\n%s", screens[i].text, screen)
		}
		before = append(before, s.taken())
	}
	time.Sleep(lookTime / 2)
	percent, bytes := 0., 0.
	for i, s := range seats {
		p, b := s.since(before[i])
		percent, bytes = max(percent, p), max(bytes, b)
	}
	what := fmt.Sprintf(" on %d screens at rest, the most", len(seats))
	t.row("processor"+what, percent, t.idle, "%", "as beside it", percent <= 1.2*t.idle)
	t.row("bytes"+what, bytes, 0, "B/s", "0", bytes == 0)
}
