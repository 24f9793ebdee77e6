package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// screen is what fills the terminal.
type screen interface {
	// key does what a key asks for. Whatever waits is left to the command.
	key(m *model, k tea.KeyPressMsg) tea.Cmd
	// view is the screen as it should be now, line by line, the footer in it.
	view(m *model) []string
	// keys is what can be pressed now.
	keys(m *model) shown
}

// A ticker is a screen or an overlay that changes by itself.
type ticker interface {
	// tick takes note of the time.
	tick(m *model, now time.Time) tea.Cmd
	// wait is how long nothing changes by itself; 0 for ever.
	wait(m *model, now time.Time) time.Duration
}

// A finder is a screen on which things are found by typing and pasting.
type finder interface {
	find(text string)
}

// overlay is what lies over a screen in a box. It is closed by showing none.
type overlay interface {
	key(m *model, k tea.KeyPressMsg) tea.Cmd
	// box is its lines in a width; scrolled where they are more than fit.
	box(m *model, w int) []string
	// width is how wide it wants to be.
	width() int
}

// shown is the keys of a screen: those of its footer, in order of worth, and
// those that only the help names.
type shown struct{ footer, more []key.Binding }

// hasHelp reports whether a footer offers the help: elsewhere its key is typed.
func (s shown) hasHelp(keys *keyMap) bool {
	return slices.ContainsFunc(s.footer, func(b key.Binding) bool { return b.Help() == keys.help.Help() })
}

// show fills the terminal with a screen.
func (m *model) show(s screen) { m.screen, m.overlay = s, nil }

// loading is the screen until all is read that the first one needs.
type loading struct{}

func (loading) key(*model, tea.KeyPressMsg) tea.Cmd { return nil }

func (loading) view(m *model) []string { return []string{"", " " + m.theme.Dim.Render(loadingText)} }

func (loading) keys(*model) shown { return shown{} }
