package tui

import (
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/content"
	"catcow/page"
)

// screen is what fills the terminal.
type screen int

// The screens.
const (
	opening    screen = iota // until all is read that the first screen needs
	warning                  // the safety page
	choosing                 // the menu
	previewing               // the overview
	checking                 // the check-in, before and after
	playing
	finished   // the done screen
	browsing   // the library
	reviewing  // progress
	describing // the profile
)

// overlay is what lies over the screen. Whether time runs is the player's fact.
type overlay int

// The overlays.
const (
	none overlay = iota
	helping
	asking   // whether to end the session
	resuming // whether to go on with the one that was cut off
	hurting  // what hurts, and what to do
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
	glyphs     page.Glyphs
	keys       keyMap

	lib      *content.Library // nil until it is loaded
	problems int
	safe     content.Safety
	past     Past
	knows    bool    // the past has come
	log      Log     // nil where nothing is written down
	answers  answers // of the check-in
	told     string  // what there is to say in the menu
	release  func()  // lets the display sleep again; nil while it may

	screen   screen
	overlay  overlay
	menu     menu
	overview overview
	player   player
	done     done
	browser  browser
	safety   safety
	check    checkIn
	about    aboutYou
	progress progressScreen
	hurt     hurt

	camera int         // which of the figure's views
	drawn  stageFigure // of the screens other than the player

	gallery gallery // where the terminal shows pixels

	generation int // of the chain of ticks
	result     Result
	leaving    bool
}

func newModel(o Options) *model {
	g := page.NewGlyphs(asciiOnly(o.Screen, o.Environ))
	m := &model{
		o: o, now: wallClock, glyphs: g, keys: newKeyMap(g),
		dark: o.Screen.Theme != "light", profile: colorprofile.TrueColor,
	}
	m.theme = newTheme(m.dark, m.profile)
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
	case opening:
		return []string{"", " " + m.theme.Dim.Render(loadingText)}
	case warning:
		return m.safety.view(m)
	case checking:
		return m.check.view(m)
	case reviewing:
		return m.progress.view(m)
	case describing:
		return m.about.view(m)
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
		return f.fit(append(make([]string, max(f.h/2-1, 0)), page.Center(largerText, f.w)))
	}
	screen := f.fit(m.lines())
	if m.flashing(m.now()) {
		return f.flashed(screen)
	}
	if box := m.overlayView(); box != "" {
		return f.over(screen, box)
	}
	return screen
}
