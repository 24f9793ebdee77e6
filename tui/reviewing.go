package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"catcow/history"
)

// reviewedWeeks is how many weeks progress shows.
const reviewedWeeks = 12

// progressMsg brings what the log says about the weeks gone by.
type progressMsg struct {
	progress history.Progress
	err      error
}

// review opens progress; the log is read beside the frame.
func (m *model) review() tea.Cmd {
	log := m.log
	return func() tea.Msg {
		if log == nil {
			return progressMsg{}
		}
		p, err := log.Progress(context.Background(), reviewedWeeks)
		return progressMsg{p, err}
	}
}

// reviewed shows it.
func (m *model) reviewed(msg progressMsg) {
	if msg.err != nil {
		m.told = msg.err.Error()
		return
	}
	m.progress = newProgress(msg.progress, m.poseName, m.o.Goal, m.now())
	m.screen = reviewing
}

// poseName is the name of a pose; of one that is gone, its id as words.
func (m *model) poseName(id string) string {
	if p, err := m.lib.Pose(id); err == nil {
		return p.Name
	}
	return title(words(id))
}
