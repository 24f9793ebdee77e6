package tui

import (
	tea "charm.land/bubbletea/v2"

	"catcow/fault"
)

// faultMsg is a fault of ours from beside the loop.
type faultMsg struct {
	value any
	stack []byte
}

// guarded is the command, with a fault of it brought to the loop, where the
// terminal can be given back and a report be kept.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = faultMsg{r, fault.Stack(r)}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = guarded(c)
			}
		}
		return msg
	}
}
