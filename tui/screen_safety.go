package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/page"
)

// safety is the page that says when to stop and whom to call.
type safety struct {
	why  string         // it is shown now; "" for the first time
	then func(m *model) // what comes when it was read
	top  scroll
}

// readSafety shows the page.
func (m *model) readSafety(why string, then func(*model)) {
	m.show(&safety{why: why, then: then})
}

func (s *safety) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	room := s.room(m)
	switch {
	case s.top.key(k, &m.keys, room-1):
	case key.Matches(k, m.keys.previous):
		s.top -= scroll(room - 1)
	case key.Matches(k, m.keys.read) && !s.through(m):
		s.top += scroll(room)
	case key.Matches(k, m.keys.read):
		m.acknowledge()
		s.then(m)
		return nil
	case key.Matches(k, m.keys.quit) && m.o.IsUnread(m.safe):
		return m.leave(m.result.End)
	case key.Matches(k, m.keys.quit):
		s.then(m)
		return nil
	}
	lines, _, _ := s.lines(m)
	s.top.see(lines, room)
	return nil
}

// acknowledge keeps that the page was read, and when.
func (m *model) acknowledge() {
	if !m.o.IsUnread(m.safe) {
		return
	}
	version, date := m.safe.Version, m.now().Format(time.DateOnly)
	m.remember(func(s *config.State) {
		s.Safety, s.Due = config.Acknowledged{Version: version, Date: date}, false
	})
}

// through reports whether the last of the signs is in sight: how to move is said again
// where one moves, and the sources are there for who wants them.
func (s *safety) through(m *model) bool {
	_, end, _ := s.lines(m)
	return int(s.top)+s.room(m) >= end
}

// room is how many lines are in sight: where there are few, all but the keys.
func (s *safety) room(m *model) int {
	if m.frame.wide() {
		return m.frame.body()
	}
	return m.frame.h - 1
}

// lines is the page, the line after what has to be read before it is acknowledged, and the
// one that the sources begin at.
func (s *safety) lines(m *model) (lines []string, end, sources int) {
	t, w := m.theme, min(m.frame.inner(), 78)
	sections := m.safe.Sections()
	if !m.frame.wide() {
		lines = append(lines, t.Accent.Render(page.Pad(m.safe.Title, w)))
	}
	if s.why != "" {
		lines = append(append(lines, page.Hang("! ", s.why, w, t.Warn)...), "")
	}
	if m.guide != nil && s.why == m.safe.Legs.Title {
		sections = slices.Concat(m.safe.ForLegs(), sections)
	}
	for _, n := range sections {
		if n.Title == m.safe.During.Title { // told again where one moves
			end = len(lines)
		}
		lines = append(lines, m.noticeLines(n, w)...)
		if m.frame.wide() {
			lines = append(lines, "")
		}
	}
	if m.frame.wide() {
		end-- // the empty line after it need not be seen
	}
	sources = len(lines)
	lines = append(lines, page.Hang("", m.safe.Credit, w, t.Dim)...)
	for _, src := range m.safe.Sources {
		lines = append(lines, page.Hang("", "from: "+src.String(), w, t.Faint)...)
	}
	return append(lines, t.Faint.Render("reviewed "+m.safe.Reviewed.Format(time.DateOnly))), end, sources
}

// noticeLines is a part of the page: its title, its lines, whom to call.
func (m *model) noticeLines(n content.Notice, w int) []string {
	t := m.theme
	lines := page.Hang("", n.Title, w, t.Strong)
	for _, l := range n.Lines {
		lines = append(lines, page.Hang(m.glyphs.Todo, l, w, t.Text)...)
	}
	if n.Call != "" {
		lines = append(lines, page.Hang(m.glyphs.Now, n.Call, w, t.Accent)...)
	}
	return lines
}

func (s *safety) view(m *model) []string {
	f, t := m.frame, m.theme
	lines, _, sources := s.lines(m)
	room := s.room(m)
	seen, _, below := s.top.see(lines, room)
	more, rest := "", moveBelowText
	switch {
	case !f.wide():
		rest = restBelowText
	case int(s.top)+room >= sources-1: // the empty line before them need not be seen
		rest = sourcesBelowText
	}
	switch {
	case !below:
	case s.through(m):
		more = rest
	default:
		more = moreBelowText
	}
	if !f.wide() {
		seen = page.Tall(seen, room)
		return f.filled(seen[0], seen[1:], s.lowFooter(m, t.Faint.Render(more), f.inner()))
	}
	header := page.Spread(t.Accent.Render(m.safe.Title), "", "", f.inner())
	return f.page(header, seen, []string{t.Faint.Render(more)}, m.footer(f.inner()))
}

// lowFooter is the keys and what more there is on one line: reading on goes last.
func (s *safety) lowFooter(m *model, more string, w int) string {
	keys := s.keys(m).footer
	room := w - page.Width(more) - 4
	stay := 1
	if shownWidth(keys[0])+2+shownWidth(keys[len(keys)-1]) > room {
		stay = 0
	}
	return page.Spread(m.footerOf(room, keys, stay), "", more, w)
}

func (s *safety) keys(m *model) shown {
	read := m.keys.read
	if !s.through(m) {
		read.SetHelp(read.Help().Key, readOnText)
	}
	out := m.keys.quit
	if !m.o.IsUnread(m.safe) {
		out = m.keys.leave
	}
	return shown{footer: []key.Binding{read, m.keys.down, m.keys.pageDown, out}}
}
