package tui

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

const (
	// A terminal that gives no size is of the size all are made for.
	usualWidth, usualHeight = 80, 24
	// mostWidth and mostHeight are beyond every screen; a terminal that claims more
	// would take the memory for it.
	mostWidth, mostHeight = 360, 130
)

// sizeMsg asks to look how large the terminal is now.
type sizeMsg struct{}

// sized is the size to draw for.
func sized(size tea.WindowSizeMsg) tea.WindowSizeMsg {
	if size.Width <= 0 {
		size.Width = usualWidth
	}
	if size.Height <= 0 {
		size.Height = usualHeight
	}
	return tea.WindowSizeMsg{Width: min(size.Width, mostWidth), Height: min(size.Height, mostHeight)}
}

// terminalSize is how large the terminal is.
func terminalSize() tea.WindowSizeMsg {
	w, h, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		w, h = 0, 0
	}
	return sized(tea.WindowSizeMsg{Width: w, Height: h})
}

// filter sees a message before the Program does. A Program that is suspended sees no other
// until it is back.
func (t *teaModel) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	msg = t.pass(msg)
	_, stops := msg.(tea.SuspendMsg)
	t.m.stopping.Store(stops)
	return msg
}

// pass is a message as the Program is to have it; nil for not at all.
func (t *teaModel) pass(msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case sizeMsg:
		size := terminalSize()
		if t.m.frame == (frame{size.Width, size.Height}) {
			return nil
		}
		return size
	case tea.WindowSizeMsg:
		return sized(msg)
	}
	return t.answers.hold(msg)
}
