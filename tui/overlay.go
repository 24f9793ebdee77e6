package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// overlayKey is a key while something lies over the screen.
func (m *model) overlayKey(k tea.KeyPressMsg) tea.Cmd {
	switch m.overlay {
	case helping:
		if key.Matches(k, m.keys.close) {
			m.overlay = none
			m.player.resume(m)
		}
	case asking:
		switch {
		case key.Matches(k, m.keys.yes):
			m.finish(m.now(), EndedEarly)
			if m.o.Routine != nil {
				return m.leave(EndedEarly)
			}
		case key.Matches(k, m.keys.no):
			m.overlay = none
			m.player.resume(m)
		}
	case none:
	}
	return nil
}

// overlayView is what lies over the screen; "" for nothing.
func (m *model) overlayView() string {
	var lines []string
	switch m.overlay {
	case none:
		return ""
	case asking:
		lines = []string{m.theme.strong.Render(sayQuit), "", m.bindings([]key.Binding{m.keys.yes, m.keys.no})}
	case helping:
		lines = m.help()
	}
	box := m.theme.box.Border(m.glyphs.border)
	for i, l := range lines {
		lines[i] = pad(l, min(m.frame.w-8, 34))
	}
	return box.Render(strings.Join(lines, "\n"))
}

// help is every key of the screen, a line each, as many as fit.
func (m *model) help() []string {
	lines := []string{m.theme.strong.Render(sayKeys)}
	k := m.shownKeys()
	for _, b := range slices.Concat(k.footer, k.more) {
		if !b.Enabled() {
			continue
		}
		h := b.Help()
		lines = append(lines, m.theme.accent.Render(pad(h.Key, 8))+m.theme.text.Render(h.Desc))
	}
	most := m.frame.h - 4
	if len(lines) <= most {
		return lines
	}
	// Two columns where one is too tall.
	rows := lines[1:]
	half := (len(rows) + 1) / 2
	out := lines[:1]
	w := (min(m.frame.w-8, 34) - 2) / 2
	return append(out[:1:1], tall(columns(rows[:half], w, rows[half:], half), min(half, most-1))...)
}

// bindings is keys with what they do, on one line.
func (m *model) bindings(all []key.Binding) string {
	var parts []string
	for _, b := range all {
		parts = append(parts, m.theme.accent.Render(b.Help().Key)+" "+m.theme.dim.Render(b.Help().Desc))
	}
	return strings.Join(parts, "   ")
}
