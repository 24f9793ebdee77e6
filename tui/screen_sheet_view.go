package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"catcow/page"
	"catcow/sheet"
)

func (s *sheetScreen) keys(m *model) shown {
	k := &m.keys
	switch s.step {
	case taking:
		if s.text != "" {
			return shown{footer: []key.Binding{k.typedAll, k.clear}}
		}
		return shown{footer: []key.Binding{k.help, k.back}}
	case naming:
		return shown{footer: []key.Binding{k.accept, k.mistake}}
	case confirming:
		return shown{footer: []key.Binding{k.write, k.writeNot}}
	case reviewing:
	}
	if len(s.sheet.Exercises()) == 0 {
		return shown{footer: []key.Binding{k.down, k.help, k.leave}}
	}
	return shown{footer: []key.Binding{k.keepSheet, k.down, k.help, k.leave}, more: []key.Binding{k.pageUp, k.pageDown, k.first, k.last}}
}

func (s *sheetScreen) view(m *model) []string {
	f, t := m.frame, m.theme
	header := t.Accent.Render(page.Pad(sheetText, f.inner()))
	body := s.body(m, f.inner())
	said := s.answerLines(m, f.inner())
	if s.step == taking { // what is typed stays in sight
		s.scroll = theEnd
	}
	seen, up, down := s.scroll.see(body, f.body()-len(said))
	hint := m.scrollHint(up && s.step == reviewing, down)
	count := ""
	if len(s.sheet.Lines) > 0 {
		count = s.sheet.SummaryText()
	}
	status := page.Spread("", t.Dim.Render(count), t.Faint.Render(hint), f.inner())
	return f.page(header, append(page.Tall(seen, f.body()-len(said)), said...), []string{status}, m.footer(f.inner()))
}

// answerLines are what is asked, or what became of the last key, below the lines.
func (s *sheetScreen) answerLines(m *model, w int) []string {
	var lines []string
	if s.note != "" {
		lines = page.Hang("", page.Title(s.note), w, m.theme.Warn)
	}
	switch s.step {
	case naming:
		lines = append(lines, page.Hang("", keepAsText+s.name.text+"_", w, m.theme.Accent)...)
	case confirming:
		lines = append(lines, page.Hang("", writeSheetText(s.id, len(s.files)-1), w, m.theme.Accent)...)
	case taking, reviewing:
	}
	return lines
}

// body is the lines and what each was taken for, or what to do while there are
// none.
func (s *sheetScreen) body(m *model, w int) []string {
	t := m.theme
	if s.step == taking && s.text == "" {
		return append(page.Hang("", pasteSheetText, w, t.Text), append([]string{""}, page.Hang("", typeSheetText, w, t.Dim)...)...)
	}
	if s.err != nil {
		return page.Hang("", "It "+s.err.Error()+".", w, t.Warn)
	}
	var lines []string
	for i, l := range s.sheet.Lines {
		style := t.Dim
		switch l.Status {
		case sheet.Exercise:
			style = t.Text
		case sheet.Unread:
			style = t.Warn
		case sheet.Heading, sheet.Remark:
		}
		if i > 0 && l.N > s.sheet.Lines[i-1].N+1 {
			lines = append(lines, "")
		}
		lines = append(lines, page.Hang(fmt.Sprintf("%3d  ", l.N), l.Text, w, t.Strong)...)
		lines = append(lines, page.Hang("     ", l.UnderstoodText(), w, style)...)
	}
	if s.step == taking && strings.HasSuffix(s.text, "\n") {
		lines = append(lines, t.Strong.Render("     _"))
	}
	return slices.Clip(lines)
}
