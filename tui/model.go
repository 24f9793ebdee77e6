package tui

import (
	"image/color"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/content"
	"catcow/guide"
	"catcow/page"
	"catcow/tui/pixels"
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
	large      large // letters that are read from two metres

	lib      *content.Library // nil until it is loaded
	stamp    string           // of the files it was read from
	problems int
	safe     content.Safety
	past     Past
	knows    bool // the past has come
	notice   string
	noticed  bool         // notice was seen: the next key takes it away
	guide    *guide.Guide // of the latest session; nil before the first
	led      guide.View   // what it left to be drawn
	media    mediaKeys

	screen  screen
	overlay overlay // nil for none
	menu    menu
	player  player
	next    []tea.Cmd // what a screen that was just shown began with

	still  bool                // nothing moves but the numbers
	camera int                 // which of the figure's views
	drawn  pixels.CellRenderer // of the screens other than the player

	pictures *pixels.Display

	leads     bool // as was last told
	settledIn int  // 1 + the latest stage that was told to be under way

	generation int       // of the chain of ticks
	due        time.Time // when the next of them is; zero for never
	framed     time.Time // when a tick was drawn last
	early      bool      // the latest tick is left for the next to draw
	result     Result
	from       screen // where the session was started
	leaving    bool
	stopping   atomic.Bool // the Program is giving the terminal away, or waits to be brought back
	suspending bool        // it was asked to, and is not back
}

func newModel(o Options) *model {
	g := page.NewGlyphs(asciiOnly(o.Screen, o.Environ))
	m := &model{
		o: o, now: o.Now, glyphs: g, keys: newKeyMap(g), screen: loading{},
		dark: o.Screen.Theme != "light", profile: colorprofile.TrueColor,
		still: o.Screen.Motion == "reduced",
	}
	if m.now == nil {
		m.now = wallClock
	}
	if o.Changes == nil {
		m.o.Changes = &Changes{}
	}
	m.pictures = pixels.New(o.Figure, o.Environ)
	m.recolor()
	return m
}

// recolor picks the colours for the terminal as it is known now.
func (m *model) recolor() {
	m.theme = newTheme(m.dark, m.contrast(), m.profile)
	m.large = m.newLarge()
}

// contrast reports whether everything is to stand out from the ground.
func (m *model) contrast() bool { return m.o.Screen.Theme == "contrast" }

// leave ends the program.
func (m *model) leave(end guide.End) tea.Cmd {
	m.leaving = true
	m.result.End = end
	return tea.Quit
}

// toMenu shows the menu, made anew: what it shows may have changed.
func (m *model) toMenu() {
	m.menu.refresh(m)
	m.show(&m.menu)
	m.next = append(m.next, m.reload())
}

// backTo shows again what something was opened or started from, as it was left. What
// keeps nothing to come back to gives way to the menu.
func (m *model) backTo(from screen) {
	switch from.(type) {
	case *overview, *library, *todayScreen:
		m.show(from)
		m.next = append(m.next, m.reload())
	default:
		m.toMenu()
	}
}

// render is the frame as it should be now.
func (m *model) render() string {
	f := m.frame
	if f.tooSmall() {
		return f.fit(append(make([]string, max(f.h/2-1, 0)), page.Center(largerText, f.w), page.Center(leastText, f.w)))
	}
	screen := f.fit(m.screen.view(m))
	if m.led.Flash && m.leading() {
		return f.flashed(screen)
	}
	if m.overlay != nil {
		return f.over(screen, m.boxed(m.overlay))
	}
	return screen
}

// leading reports whether a session is under way.
func (m *model) leading() bool { return m.guide != nil && m.led.Phase == guide.Leading }
