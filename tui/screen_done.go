package tui

import (
	"context"
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/guide"
	"catcow/page"
	"catcow/progress"
)

// linger is how long the end stays, at speed 1, when nobody presses a key and the
// session was started from the shell.
const linger = 20 * time.Second

// done is the end of a session.
type done struct {
	guide.Summary

	closes time.Time // when a session started from the shell goes back to it
	week   string    // this week against the goal; "" until it is read
	scroll scroll
}

// showDone shows the end, and asks for the week.
func (m *model) showDone() {
	now := m.now()
	stays := time.Duration(float64(linger) / max(m.o.Play.Speed, 1))
	s := &done{Summary: m.guide.Summary(now), closes: now.Add(stays)}
	m.show(s)
	m.next = append(m.next, s.readWeek(m))
}

// readWeek asks the log what was done this week.
func (s *done) readWeek(m *model) tea.Cmd {
	log := m.past.Log
	if log == nil {
		return nil
	}
	return func() tea.Msg {
		p, err := log.Progress(context.Background(), 1)
		if err != nil {
			return nil
		}
		return then(func() { s.week = progress.WeekText(p, m.o.Goal, m.now()) })
	}
}

func (s *done) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.exit), m.o.Routine != nil && key.Matches(k, m.keys.menu):
		return m.leave(s.End)
	case key.Matches(k, m.keys.menu):
		m.result = Result{}
		m.toMenu()
	default:
		s.scroll.key(k, &m.keys, m.frame.body()-1)
	}
	return nil
}

func (s *done) keys(m *model) shown {
	k := &m.keys
	if m.o.Routine != nil {
		return shown{footer: []key.Binding{k.exit}}
	}
	return shown{footer: []key.Binding{k.menu, k.exit}}
}

func (s *done) tick(m *model, now time.Time) tea.Cmd {
	if m.o.Routine != nil && !now.Before(s.closes) {
		return m.leave(s.End)
	}
	return nil
}

func (s *done) wait(m *model, now time.Time) time.Duration {
	if m.o.Routine == nil {
		return 0
	}
	return max(s.closes.Sub(now), leastTick)
}

func (s *done) view(m *model) []string {
	f, l, t := m.frame, &m.large, m.theme
	w := f.inner()
	text := endedText
	switch {
	case s.End != guide.Finished:
	case s.Done+s.Started > 0:
		text = wellDoneText
	default:
		text = anotherText
	}
	header := page.Spread(t.Accent.Render(m.guide.Routine().Name), "", t.Dim.Render(onTheMatText(s.Played)), w)
	rows := 1
	if f.wide() {
		rows = m.letterRows()
	}
	body := l.text(l.strong, t.Strong, text, w, rows)
	if change := s.changeText(m); change != "" {
		body = append(body, l.text(l.in, t.Accent, change, w, rows)...)
	}
	body = append(body, "")
	for _, line := range s.facts() {
		body = append(body, page.Hang("", line, w, t.Text)...)
	}
	body = append(append(body, ""), s.poses(m, w)...)
	status := ""
	if m.o.Routine != nil {
		status = closingText
	}
	seen, up, down := s.scroll.see(body, f.body())
	if up || down {
		status = m.glyphs.Up + m.glyphs.Down + " " + moreText
	}
	return f.page(header, seen, []string{t.Faint.Render(status)}, m.footer(w))
}

// changeText is the pain before and after: "4 → 2".
func (s *done) changeText(m *model) string {
	if s.Before == nil || s.After == nil {
		return ""
	}
	arrow := " → "
	if m.glyphs.ASCII {
		arrow = " to "
	}
	return fmt.Sprintf("%d%s%d", *s.Before, arrow, *s.After)
}

// facts is what was done, what hurt and what follows from it, and the week.
func (s *done) facts() []string {
	lines := []string{s.DoneText() + "."}
	if len(s.Hurt) > 0 {
		lines = append(lines, s.HurtText())
	}
	if s.week != "" {
		lines = append(lines, s.week)
	}
	return lines
}

// poses is every pose with what became of it.
func (s *done) poses(m *model, w int) []string {
	t := m.theme
	var lines []string
	for i, o := range s.Outcomes {
		mark, word, style := m.glyphs.Done, lengthText(o.Played), t.Text
		switch {
		case s.Skipped[i]:
			mark, word, style = m.glyphs.Todo, "skipped", t.Dim
		case o.Skipped(): // one never came to it
			mark, word, style = m.glyphs.Todo, "", t.Dim
		case !o.Whole():
			mark, word = m.glyphs.Now, word+" of "+lengthText(o.Planned)
		}
		name := m.guide.Routine().Items[i].Pose.Title()
		width := min(w, 60) - 16
		wrapped := page.Hang(mark, name, width, style)
		wrapped[0] = page.Pad(wrapped[0], width) + t.Dim.Render(fmt.Sprintf("%15s", word))
		lines = append(lines, wrapped...)
	}
	return lines
}
