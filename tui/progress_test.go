package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/history"
	"catcow/progress"
)

// progressAt is the progress screen of twelve weeks at a size.
func progressAt(t *testing.T, w, h int) (*model, *progressScreen) {
	t.Helper()
	m, now := at(t, builtin(t), w, h)
	p := history.Progress{Sessions: 20, Played: 5 * time.Hour}
	for i := range 12 {
		before, after := float64(5-i/4), float64(4-i/4)
		p.Weeks = append(p.Weeks, history.Week{
			Monday: time.Date(2026, 8, 31+7*i, 0, 0, 0, 0, time.UTC), Sessions: 2, Played: 25 * time.Minute,
			Before: &before, After: &after,
		})
	}
	p.Pain = history.Change{Known: true, Baseline: 5, Latest: 3, Direction: history.Better}
	return m, &progressScreen{Report: progress.New(p, progress.PoseNames(m.lib), progress.Goal{Sessions: 3, Minutes: 45}, *now)}
}

func TestProgressScrollsAndIsLeft(t *testing.T) {
	t.Parallel()
	m, s := progressAt(t, 40, 12)
	m.show(s)
	for _, c := range []struct {
		key  string
		want scroll
	}{{"up", 0}, {"down", 1}, {"down", 2}, {"up", 1}, {"pgdown", 9}, {"pgup", 1}, {"home", 0}} {
		s.view(m)
		if s.key(m, press(c.key)); s.scroll != c.want {
			t.Errorf("%s: at %d, want %d", c.key, s.scroll, c.want)
		}
	}
	s.key(m, press("end"))
	if view := stripped(strings.Join(s.view(m), "\n")); !strings.Contains(view, "2008") || !strings.Contains(view, "pgup") {
		t.Errorf("the end:\n%s", view)
	}
	bottom := s.scroll
	s.key(m, press("down"))
	if s.view(m); s.scroll != bottom {
		t.Errorf("below the end is at %d, want %d", s.scroll, bottom)
	}
	m.update(tea.WindowSizeMsg{Width: 120, Height: 60}) // where all of it is in sight
	if view := stripped(strings.Join(s.view(m), "\n")); !strings.Contains(view, "This week") {
		t.Errorf("larger, scrolled to the end:\n%s", view)
	}
	if s.key(m, press("esc")); m.screen != &m.menu {
		t.Errorf("still on %T", m.screen)
	}
	m.show(s)
	if send(m, "?"); m.overlay == nil {
		t.Error("no help")
	}
}
