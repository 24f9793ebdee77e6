package tui

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"catcow/guide"
	"catcow/page"
)

// What asks something in the middle of a session, as large as the session itself.

// hurtView is what is offered as something hurts, as large as the rest.
func (s *player) hurtView(m *model) []string {
	f, l, t, h := m.frame, &m.large, m.theme, m.led.Hurt
	w := f.inner()
	if h.Signs != nil {
		return s.signsView(m, w)
	}
	text, ink, plain := noWayText, l.in, t.In
	if len(h.Ways) > 0 {
		text = h.Ways[h.Way]
	}
	if h.Advice != "" {
		text, ink, plain = h.Advice, l.warn, t.Warn
	}
	var choices []string
	for _, a := range m.keys.hurtActions() {
		if a.action != guide.OtherWay || len(h.Ways) > 1 {
			choices = append(choices, a.key.Help().Key+" "+a.key.Help().Desc)
		}
	}
	header := page.Spread(t.Warn.Render(sorryText+" "+h.Pose), "", s.rating(m), w)
	// As large as leaves room, first for all that one may choose, then for the first
	// of it with the rest below in small letters; the way itself stays large longest.
	for rows := max((f.h+7)/8, l.least()); rows >= l.least(); rows-- {
		way := l.text(ink, plain, text, w, rows)
		for n := len(choices); n >= 0; n-- {
			all := append(slices.Clone(way), choiceLines(l, t.Text, choices[:n], w, rows)...)
			rest := choiceLines(l, t.Strong, choices[n:], w, 1)
			if len(all)+len(rest) <= f.h-1 {
				all = append(page.Tall(all, f.h-1-len(rest)), rest...)
				return f.filled(header, all[:len(all)-1], all[len(all)-1])
			}
		}
	}
	all := page.Hang("", text, w, plain)
	for _, c := range choices {
		all = append(all, t.Strong.Render(page.Pad(c, w)))
	}
	seen, _, _ := scrolled(all, &s.scroll, f.h-2)
	return f.filled(header, seen, "")
}

// choiceLines is what one may choose, in letters of so many rows, as many abreast as
// fit; in plain ones where those are fewer than can be read.
func choiceLines(l *large, plain page.Style, choices []string, w, rows int) []string {
	width := ansi.StringWidth
	if rows >= l.least() {
		width = l.face(rows).Width
	}
	const between = "    "
	var lines []string
	line := ""
	for _, c := range choices {
		if line != "" && width(line+between+c) > w {
			lines = append(lines, l.line(l.strong, plain, line, w, rows)...)
			line = ""
		}
		if line != "" {
			line += between
		}
		line += c
	}
	if line == "" {
		return lines
	}
	return append(lines, l.line(l.strong, plain, line, w, rows)...)
}

// rating is how much it hurts, or how to say it.
func (s *player) rating(m *model) string {
	if p := m.led.Hurt.Pain; p >= 0 {
		return m.theme.Text.Render(fmt.Sprintf("%d of 10", p))
	}
	return m.theme.Text.Render(digitsText)
}

// signsView is what to do about a leg or numbness, and the signs, page by page. No
// line is cut in two.
func (s *player) signsView(m *model, w int) []string {
	f, l, t := m.frame, &m.large, m.theme
	rows := max((f.h+7)/8, l.least())
	if f.w < 60 || f.h < 20 {
		rows = 1
	}
	var pages [][]string
	add := func(lines []string) {
		if last := len(pages) - 1; last >= 0 && len(pages[last])+len(lines) <= f.h-2 {
			pages[last] = append(pages[last], lines...)
			return
		}
		pages = append(pages, lines)
	}
	for _, n := range m.led.Hurt.Signs {
		add(l.text(l.warn, t.Warn, n.Title, w, rows))
		if n.Call != "" {
			add(l.text(l.in, t.In, n.Call, w, rows))
		}
		for _, line := range n.Lines {
			add(l.text(l.strong, t.Strong, line, w, rows))
		}
	}
	s.scroll = max(min(s.scroll, len(pages)-1), 0)
	more := m.theme.Faint.Render(fmt.Sprintf("%s%s page %d of %d", m.glyphs.Up, m.glyphs.Down, s.scroll+1, len(pages)))
	back := m.keys.mistake
	back.SetHelp("esc", "back")
	keys := m.footerOf(w-ansi.StringWidth(more)-2, []key.Binding{m.keys.endHere, back}, 2)
	return f.filled(t.Warn.Render(page.Pad(legText, w)), pages[s.scroll], page.Spread(keys, "", more, w))
}

// endView asks whether to end the session.
func (s *player) endView(m *model) []string {
	f, l, t := m.frame, &m.large, m.theme
	w := f.inner()
	rows := max((f.h+7)/8, l.least())
	for ; rows >= l.least(); rows-- {
		body := l.text(l.strong, t.Strong, quitText, w, rows)
		body = append(append(body, ""), choiceLines(l, t.Text, []string{"q end", "n go on"}, w, rows)...)
		if len(body) <= f.h-2 {
			return f.filled(s.header(m, w), body, s.row(m, w))
		}
	}
	return f.filled(s.header(m, w), page.Hang("", quitText, w, t.Strong), s.row(m, w))
}
