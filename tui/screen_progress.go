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

	scroll int
	length int // of the body, when last drawn
}

func (s *progressScreen) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	page := max(m.frame.body()-1, 1)
	by := 0
	switch {
	case key.Matches(k, m.keys.help):
		m.help()
	case key.Matches(k, m.keys.back):
		m.toMenu()
	case key.Matches(k, m.keys.week) && m.o.CheckIn && m.past.Log != nil:
		m.askWeek((*model).toMenu)
	case key.Matches(k, m.keys.up):
		by = -1
	case key.Matches(k, m.keys.down):
		by = 1
	case key.Matches(k, m.keys.pageUp):
		by = -page
	case key.Matches(k, m.keys.pageDown):
		by = page
	case key.Matches(k, m.keys.first):
		by = -s.length
	case key.Matches(k, m.keys.last):
		by = s.length
	}
	s.scroll = max(min(s.scroll+by, s.length-m.frame.body()), 0)
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
	s.length = len(body)
	top := max(min(s.scroll, s.length-f.body()), 0)
	if hint := s.hint(p, top, f.body()); f.wide() && len(status) > 0 {
		status = append(status, hint)
	} else {
		status = []string{hint}
	}
	right := s.TotalText()
	if right != "" && !f.wide() {
		right = page.Plural(s.Sessions, "session", "sessions")
	}
	header := page.Spread(p.Accent.Render(reviewText), "", p.Dim.Render(right), f.inner())
	return f.page(header, body[top:], status, m.footer(f.inner()))
}

// hint says that there is more above or below what is in sight.
func (s *progressScreen) hint(p progress.Pen, top, h int) string {
	switch {
	case top+h < s.length:
		return p.Faint.Render(p.Down + " pgdn")
	case top > 0:
		return p.Faint.Render(p.Up + " pgup")
	}
	return ""
}

// reviewedWeeks is how many weeks progress shows.
const reviewedWeeks = 12

// progressMsg brings what the log says about the weeks gone by.
type progressMsg struct {
	progress history.Progress
	err      error
}

// readProgress opens progress; the log is read beside the frame.
func (m *model) readProgress() tea.Cmd {
	log := m.past.Log
	return func() tea.Msg {
		if log == nil {
			return progressMsg{}
		}
		p, err := log.Progress(context.Background(), reviewedWeeks)
		return progressMsg{p, err}
	}
}

// progressRead shows it.
func (m *model) progressRead(msg progressMsg) {
	if msg.err != nil {
		m.notice = msg.err.Error()
		return
	}
	m.show(&progressScreen{Report: progress.New(msg.progress, m.poseName, m.o.Goal, m.now())})
}

// poseName is the name of a pose; of one that is gone, its id as words.
func (m *model) poseName(id string) string {
	if p, err := m.lib.Pose(id); err == nil {
		return p.Name
	}
	return page.Title(page.Words(id))
}

func (s *progressScreen) keys(m *model) shown {
	k := &m.keys
	if !m.o.CheckIn || m.past.Log == nil {
		return shown{footer: []key.Binding{k.down, k.pageDown, k.help, k.back}}
	}
	return shown{footer: []key.Binding{k.down, k.pageDown, k.week, k.help, k.back}}
}
