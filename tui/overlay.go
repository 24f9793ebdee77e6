package tui

import (
	"slices"
	"strings"

	"catcow/page"

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
			return m.endEarly()
		case key.Matches(k, m.keys.no):
			m.overlay = none
			m.player.resume(m)
		}
	case resuming:
		return m.resumingKey(k)
	case hurting:
		return m.hurt.key(m, k)
	case none:
	}
	return nil
}

// resumingKey answers whether to go on with the session that was cut off.
func (m *model) resumingKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.goOn):
		m.overlay = none
		return m.resume()
	case key.Matches(k, m.keys.leaveIt):
		id := m.past.Unfinished.ID
		m.write(func(l Log) { l.Dismiss(id) })
		m.overlay, m.past.Unfinished = none, nil
	}
	return nil
}

// overlayView is what lies over the screen; "" for nothing.
func (m *model) overlayView() string {
	var lines []string
	w := min(m.frame.w-8, 34)
	switch m.overlay {
	case none:
		return ""
	case asking:
		lines = []string{m.theme.Strong.Render(quitText), "", m.bindings([]key.Binding{m.keys.yes, m.keys.no})}
	case helping:
		lines = m.help()
	case resuming:
		w = min(m.frame.w-8, 52)
		lines = page.Hang("", unfinishedText(*m.past.Unfinished, m.now()), w, m.theme.Strong)
		lines = append(lines, "", m.bindings([]key.Binding{m.keys.goOn, m.keys.leaveIt}))
	case hurting:
		w = min(m.frame.w-8, 60)
		lines = m.hurt.box(m, w)
	}
	lines = lines[:min(len(lines), m.frame.h-2)]
	box := m.theme.box.Border(m.glyphs.Border)
	for i, l := range lines {
		lines[i] = page.Pad(l, w)
	}
	return box.Render(strings.Join(lines, "\n"))
}

// help is every key of the screen, a line each, as many as fit.
func (m *model) help() []string {
	lines := []string{m.theme.Strong.Render(keysText)}
	k := m.shownKeys()
	for _, b := range slices.Concat(k.footer, k.more) {
		if !b.Enabled() {
			continue
		}
		h := b.Help()
		lines = append(lines, m.theme.Accent.Render(page.Pad(h.Key, 8))+m.theme.Text.Render(h.Desc))
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
	return append(out[:1:1], page.Tall(page.Columns(rows[:half], w, rows[half:], half), min(half, most-1))...)
}

// bindings is keys with what they do, on one line.
func (m *model) bindings(all []key.Binding) string {
	var parts []string
	for _, b := range all {
		parts = append(parts, m.theme.Accent.Render(b.Help().Key)+" "+m.theme.Dim.Render(b.Help().Desc))
	}
	return strings.Join(parts, "   ")
}
