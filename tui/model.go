package tui

import (
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/content"
	"catcow/session"
)

// screen is what fills the terminal.
type screen int

// The screens.
const (
	choosing   screen = iota // the menu
	previewing               // the overview
	playing
	finished // the done screen
	browsing // the library
)

// overlay is what lies over the screen. Whether time runs is the player's fact.
type overlay int

// The overlays.
const (
	none overlay = iota
	helping
	asking // whether to end the session
)

// model is the one model of the program.
type model struct {
	o   Options
	now func() time.Time

	frame frame
	sized bool // the terminal has said its size
	dark  bool
	// background is the terminal's, nil until it tells or where the settings say
	// otherwise; edges fade into it.
	background color.Color
	profile    colorprofile.Profile
	theme      theme
	glyphs     glyphs
	keys       keyMap

	lib      *content.Library // nil until it is loaded
	problems int

	screen   screen
	overlay  overlay
	menu     menu
	overview overview
	player   player
	done     done
	browser  browser

	camera int         // which of the figure's views
	drawn  stageFigure // of the screens other than the player

	gallery gallery // where the terminal shows pixels

	generation int // of the chain of ticks
	result     Result
	leaving    bool
}

func newModel(o Options) *model {
	g := newGlyphs(o.Screen, o.Environ)
	m := &model{
		o: o, now: wallClock, glyphs: g, keys: newKeyMap(g),
		dark: o.Screen.Theme != "light", profile: colorprofile.TrueColor,
	}
	m.theme = newTheme(m.dark, m.profile)
	if o.Routine != nil {
		m.screen = playing
		m.player = player{engine: session.NewPlayer(session.Compile(*o.Routine, o.Session), o.Play)}
	}
	return m
}

// leave ends the program.
func (m *model) leave(end End) tea.Cmd {
	m.leaving = true
	m.result.End = end
	return tea.Quit
}

// browse opens the library.
func (m *model) browse() {
	if m.lib != nil {
		m.browser = newBrowser(m.lib)
		m.screen = browsing
	}
}

// lines is the screen as it should be now.
func (m *model) lines() []string {
	switch m.screen {
	case choosing:
		return m.menu.view(m)
	case previewing:
		return m.overview.view(m)
	case playing:
		return m.player.view(m)
	case finished:
		return m.done.view(m)
	case browsing:
		return m.browser.view(m)
	}
	return nil
}

// render is the frame as it should be now.
func (m *model) render() string {
	f := m.frame
	if f.tooSmall() {
		return f.fit(append(make([]string, max(f.h/2-1, 0)), centred(sayLarger, f.w)))
	}
	screen := f.fit(m.lines())
	if box := m.overlayView(); box != "" {
		return f.over(screen, box)
	}
	return screen
}
