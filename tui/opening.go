package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// Log is where sessions are written down: a [history.Log]. Only the methods with
// a context wait for the disk.
type Log interface {
	Save(s history.Session)
	SavePEG(p history.PEG)
	Dismiss(id string)
	Trouble() error

	Resume(ctx context.Context, id string) (history.Session, error)
	Progress(ctx context.Context, weeks int) (history.Progress, error)
}

// Past is what earlier sessions left.
type Past struct {
	Log        Log                // nil where nothing is written down
	Levels     map[string]float64 // of each pose, for the level "auto"
	Unfinished *history.Session   // one that was cut off and can go on
	Weekly     bool               // the questions of the week are due
	Hurt       []string           // the ids of the poses that hurt lately
	Trouble    error              // with the log, to be said once
	Sound      Sound              // what plays and speaks; nil for that of the Options
}

// loadedMsg brings all that is read beside the first frame.
type loadedMsg struct {
	lib      *content.Library
	problems int
	safety   content.Safety
}

// pastMsg brings what earlier sessions left.
type pastMsg struct{ past Past }

func (m *model) init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.gallery.ask(m.o), m.load)
}

func (m *model) load() tea.Msg {
	page := make(chan content.Safety, 1)
	go func() { page <- content.SafetyPage() }()
	lib, problems := m.o.Load()
	return loadedMsg{lib, len(problems), <-page}
}

// recollect reads what earlier sessions left: at once where a session waits for
// it, and else after the first frame, which it would hold up.
func (m *model) recollect() tea.Cmd {
	if m.o.Routine != nil {
		return m.recall
	}
	return tea.Tick(afterFirstFrame, func(time.Time) tea.Msg { return m.recall() })
}

func (m *model) recall() tea.Msg {
	if m.o.Past == nil {
		return pastMsg{}
	}
	return pastMsg{m.o.Past()}
}

// loaded takes what was read.
func (m *model) loaded(msg loadedMsg) {
	m.lib, m.problems, m.safe = msg.lib, msg.problems, msg.safety
	m.menu = newMenu(m)
	m.enter()
}

// recalled takes what earlier sessions left.
func (m *model) recalled(past Past) {
	m.past, m.knows = past, true
	m.log = past.Log
	if past.Sound != nil {
		m.o.Sound = past.Sound
	}
	if m.o.Auto {
		m.o.Session.Levels = past.Levels
	}
	if past.Trouble != nil {
		m.told = past.Trouble.Error()
	}
	if m.lib != nil {
		m.menu.refresh(m)
	}
	if m.running() && m.player.logged.session.ID == "" { // somebody was quicker
		m.logBegin(m.now())
	}
	m.enter()
	m.offer()
}

// offer offers to go on with the session that was cut off.
func (m *model) offer() {
	if m.screen == choosing && m.overlay == none && m.past.Unfinished != nil && m.o.Routine == nil && m.canResume() {
		m.overlay = resuming
	}
}

// enter shows the first screen, once there is all that it needs.
func (m *model) enter() {
	if m.screen != opening || !m.sized || m.lib == nil || m.o.Routine != nil && !m.knows {
		return
	}
	m.screen = choosing
	if m.unread() {
		m.read("", (*model).proceed)
		return
	}
	m.proceed()
}

// proceed is to the routine asked for on the command line, to what was cut off,
// or to the menu.
func (m *model) proceed() {
	m.screen = choosing
	if m.o.Routine == nil {
		m.offer()
		return
	}
	r := *m.o.Routine
	if _, out := r.Without(m.avoids()); len(out) > 0 {
		m.preview(r) // never changed silently
		return
	}
	m.before(r)
}

// options is how a routine is compiled now: no faster than the voice speaks.
func (m *model) options() session.Options {
	o := m.o.Session
	if m.o.Sound != nil {
		if pace := int(m.o.Sound.State().Pace); pace > 0 {
			o.Pace = min(o.Pace, pace)
		}
	}
	return o
}

// remember changes what is kept between two starts.
func (m *model) remember(change func(*config.State)) {
	change(&m.o.State)
	if m.o.Keep != nil {
		m.o.Keep(change)
	}
}

// avoids is what a person has said about themselves: in the settings, or on the
// screen.
func (m *model) avoids() []string {
	return m.o.Profile.With(m.o.State.Profile).Avoid
}
