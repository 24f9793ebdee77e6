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
	way := noWayText
	if len(h.Ways) > 0 {
		way = h.Ways[h.Way]
	}
	header, small := s.hurtHeader(m, w), page.Hang("", h.Advice, w, t.Warn)
	for rows := m.letterRows(); rows >= l.least(); rows-- {
		if body, choices := s.hurtLarge(m, way, small, rows); choices != nil {
			return f.asked(header, body, choices)
		}
	}
	// No room for all of it: the way itself stays large longest.
	long, short := s.hurtChoices(m)
	body := append(slices.Clone(small), l.text(l.in, t.In, way, w, l.least())...)
	for n := len(long); n >= 0; n-- {
		choices := append(choiceLines(l, t.Text, short[:n], w, l.least()), choiceLines(l, t.Strong, long[n:], w, 1)...)
		if len(body)+len(choices) < f.h {
			return f.asked(header, body, choices)
		}
	}
	all := append(append(small, page.Hang("", way, w, t.In)...), choiceLines(l, t.Strong, long, w, 1)...)
	seen, _, _ := s.scroll.see(all, f.h-2)
	return f.filled(header, seen, "")
}

// hurtLarge is the gentler way and what one may choose in letters of so many rows,
// with the advice about the number small where there is no room for it too; nil where
// they do not fit.
func (s *player) hurtLarge(m *model, way string, small []string, rows int) (body, choices []string) {
	f, l, w := m.frame, &m.large, m.frame.inner()
	offered, ok := l.lines(l.in, way, w, rows, l.gap())
	if !ok {
		return nil, nil
	}
	advices := [][]string{small}
	if large, ok := l.lines(l.warn, m.led.Hurt.Advice, w, rows, l.gap()); ok {
		advices = [][]string{large, small}
	}
	long, short := s.hurtChoices(m)
	for _, of := range [][]string{long, short} {
		choices := choiceLines(l, m.theme.Text, of, w, rows)
		for _, advice := range advices {
			if len(advice)+len(offered)+len(choices) < f.h {
				return slices.Concat(advice, offered), choices
			}
		}
	}
	return nil, nil
}

// asked is a screen of a header, what is asked and, at its foot, what one may choose.
func (f frame) asked(header string, body, choices []string) []string {
	all := append(page.Tall(body, f.h-1-len(choices)), choices...)
	last := len(all) - 1
	return f.filled(header, all[:last], all[last])
}

// hurtChoices is what one may choose as something hurts, each after its key, and the
// same in fewer letters.
func (s *player) hurtChoices(m *model) (long, short []string) {
	h := m.led.Hurt
	for _, a := range m.keys.hurtActions() {
		if a.action == guide.OtherWay && len(h.Ways) < 2 {
			continue
		}
		name, does := a.key.Help().Key, a.key.Help().Desc
		long = append(long, name+" "+does)
		short = append(short, name+" "+inShort(a.action, does))
	}
	return long, short
}

// inShort is what an action is called where there is little room.
func inShort(a guide.Action, does string) string {
	switch a { //nolint:exhaustive // the others are short
	case guide.OtherWay:
		return "other"
	case guide.SkipPose:
		return "skip"
	case guide.EndHere:
		return "end"
	case guide.Leg:
		return "leg, numb"
	}
	return does
}

// hurtHeader is the pose in which it hurts, and how to say how much.
func (s *player) hurtHeader(m *model, w int) string {
	t, pose := m.theme, m.led.Hurt.Pose
	asks := []string{digitsText, digitsShortText, digitsLeastText}
	if p := m.led.Hurt.Pain; p >= 0 {
		asks = []string{fmt.Sprintf("%d of 10", p)}
	}
	for _, left := range []string{sorryText + " " + pose, pose} {
		for _, right := range asks {
			if page.Width(left)+page.Width(right)+4 <= w {
				return page.Spread(t.Warn.Render(left), "", t.Text.Render(right), w)
			}
		}
	}
	return t.Warn.Render(page.Pad(pose, w))
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
	choices = slices.Clone(choices)
	for len(choices) > 0 {
		line := choices[0]
		choices = choices[1:]
		for i := 0; i < len(choices); {
			if longer := line + between + choices[i]; width(longer) <= w {
				line = longer
				choices = slices.Delete(choices, i, i+1)
				continue
			}
			i++
		}
		if rows >= l.least() && len(lines) > 0 {
			lines = append(lines, make([]string, l.gap())...)
		}
		lines = append(lines, l.line(l.strong, plain, line, w, rows)...)
	}
	return lines
}

// signsView is what to do about a leg or numbness, and the signs, page by page. No
// line is cut in two; one that is higher than a page is set small.
func (s *player) signsView(m *model, w int) []string {
	f, l, t := m.frame, &m.large, m.theme
	rows := m.letterRows()
	each := rows // of a sign; what to do is large at every size
	if f.w <= 60 || f.h <= 20 {
		each = 1
	}
	var pages [][]string
	add := func(lines []string, text string, plain page.Style) {
		if len(lines) > f.h-2 {
			lines = page.Hang("", text, w, plain)
		}
		if last := len(pages) - 1; last >= 0 && len(pages[last])+len(lines) <= f.h-2 {
			pages[last] = append(pages[last], lines...)
			return
		}
		pages = append(pages, lines)
	}
	for _, n := range m.led.Hurt.Signs {
		add(l.text(l.warn, t.Warn, n.Title, w, rows), n.Title, t.Warn)
		if n.Call != "" {
			add(l.text(l.in, t.In, n.Call, w, rows), n.Call, t.In)
		}
		for _, line := range n.Lines {
			add(l.text(l.strong, t.Strong, line, w, each), line, t.Strong)
		}
	}
	s.scroll = max(min(s.scroll, scroll(len(pages)-1)), 0)
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
	choices := []string{"q end", "n go on"}
	for rows := m.letterRows(); rows >= l.least(); rows-- {
		for _, asks := range []int{rows, 1} {
			body := append(l.text(l.strong, t.Strong, quitText, w, asks), "")
			body = append(body, choiceLines(l, t.Text, choices, w, rows)...)
			if len(body) <= f.h-2 {
				return f.filled(s.header(m, w), body, s.row(m, w))
			}
		}
	}
	return f.filled(s.header(m, w), page.Hang("", quitText, w, t.Strong), s.row(m, w))
}
