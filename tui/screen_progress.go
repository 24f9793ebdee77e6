package tui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/history"
	"catcow/page"
	"catcow/progress"
)

// progressScreen is how it has been going.
type progressScreen struct {
	progress.Report

	scroll scroll
}

func (s *progressScreen) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.back):
		m.toMenu()
	case key.Matches(k, m.keys.week) && m.o.CheckIn && m.past.Log != nil:
		m.askWeek((*model).toMenu)
	default:
		s.scroll.key(k, &m.keys, m.frame.body()-1)
	}
	return nil
}

func (s *progressScreen) view(m *model) []string {
	f, p := m.frame, progress.Pen{Theme: m.theme.Theme, Glyphs: m.glyphs}
	body := s.Lines(p, f.inner(), f.body())
	var status []string
	if rule := s.RuleText(); rule != "" {
		if f.wide() {
			status = append(status, p.Dim.Render(rule))
		} else {
			body = append(append(body, ""), page.Hang("", rule, f.inner(), p.Dim)...)
		}
	}
	seen, up, down := s.scroll.see(body, f.body())
	hint := ""
	switch {
	case down:
		hint = p.Faint.Render(p.Down + " pgdn")
	case up:
		hint = p.Faint.Render(p.Up + " pgup")
	}
	status = append(status, hint)
	right := s.TotalText()
	if right != "" && !f.wide() {
		right = page.Plural(s.Sessions, "session", "sessions")
	}
	header := page.Spread(p.Accent.Render(reviewText), "", p.Dim.Render(right), f.inner())
	return f.page(header, seen, status, m.footer(f.inner()))
}

// ReviewedWeeks is how many weeks progress shows.
const ReviewedWeeks = 12

// readProgress opens progress; the log is read beside the frame.
func (m *model) readProgress() tea.Cmd {
	log := m.past.Log
	return func() tea.Msg {
		var p history.Progress
		var err error
		if log != nil {
			p, err = log.Progress(context.Background(), ReviewedWeeks)
		}
		return then(func() { m.progressRead(p, err) })
	}
}

// progressRead shows it.
func (m *model) progressRead(p history.Progress, err error) {
	if err != nil {
		m.notice = err.Error()
		return
	}
	m.show(&progressScreen{Report: progress.New(p, progress.PoseNames(m.lib), m.o.Goal, m.now())})
}

func (s *progressScreen) keys(m *model) shown {
	k := &m.keys
	if !m.o.CheckIn || m.past.Log == nil {
		return shown{footer: []key.Binding{k.down, k.pageDown, k.help, k.back}}
	}
	return shown{footer: []key.Binding{k.down, k.pageDown, k.week, k.help, k.back}}
}
