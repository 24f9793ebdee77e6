package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/page"
)

// resumeBox asks whether to go on with the session that was cut off.
type resumeBox struct{}

func (resumeBox) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.goOn):
		m.overlay = nil
		return m.resume()
	case key.Matches(k, m.keys.leaveIt):
		m.past.Log.Dismiss(m.past.Unfinished.ID)
		m.overlay, m.past.Unfinished = nil, nil
		if m.o.Routine != nil {
			m.start(*m.o.Routine)
		}
	}
	return nil
}

func (resumeBox) width() int { return 52 }

func (resumeBox) box(m *model, w int) []string {
	lines := page.Hang("", unfinishedText(*m.past.Unfinished, m.now()), w, m.theme.Strong)
	return append(lines, "", m.footerOf(w, []key.Binding{m.keys.goOn, m.keys.leaveIt}, 2))
}
