package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/fault"
	"catcow/guide"
	"catcow/history"
)

// Log is where sessions are written down: a [history.Log]. Only the methods with
// a context wait for the disk.
type Log interface {
	guide.Log
	SavePEG(p history.PEG)
	Dismiss(id string)

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
	Familiar   map[string]int     // how often each pose was done to its end
	Trouble    error              // with the log, to be said once
	Sound      guide.Sound        // what plays and speaks; nil for that of the Options
}

// loadedMsg brings all that is read beside the first frame.
type loadedMsg struct {
	lib      *content.Library
	problems int
	safety   content.Safety
	stamp    string // of the files that were read
}

// reloadedMsg brings the library after a file of the person's own was changed.
type reloadedMsg struct {
	lib      *content.Library
	problems int
	stamp    string
}

// pastMsg brings what earlier sessions left.
type pastMsg struct{ past Past }

// motionMsg brings what the system says about motion.
type motionMsg struct{ reduced bool }

func (m *model) init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.pictures.Ask(), m.load)
}

func (m *model) load() tea.Msg {
	go prepareWidths()
	var page content.Safety
	var reading fault.Group
	reading.Go(func() { page = content.SafetyPage() })
	stamp := m.stampNow() // before the files: what changes meanwhile is read again
	lib, problems := m.o.Load()
	reading.Wait()
	return loadedMsg{lib, len(problems), page, stamp}
}

// prepareWidths has the renderer's table of how wide each letter is made, which the first
// one beyond Latin would wait for in the first frame.
func prepareWidths() { ansi.StringWidthWc("…") }

func (m *model) stampNow() string {
	if m.o.Stamp == nil {
		return ""
	}
	return m.o.Stamp()
}

// reload reads the library again where it is chosen from, if a file of the
// person's own has changed. There is no watching: somebody comes back to the
// terminal, from the shell, or to the menu.
func (m *model) reload() tea.Cmd {
	_, inLibrary := m.screen.(*library)
	if m.o.Stamp == nil || m.lib == nil || !inLibrary && m.screen != &m.menu {
		return nil
	}
	before := m.stamp
	return func() tea.Msg {
		stamp := m.o.Stamp()
		if stamp == before {
			return nil
		}
		lib, problems := m.o.Load()
		return reloadedMsg{lib, len(problems), stamp}
	}
}

// reloaded takes the library that was read again.
func (m *model) reloaded(msg reloadedMsg) {
	m.lib, m.problems, m.stamp = msg.lib, msg.problems, msg.stamp
	m.menu.renew(m)
	if s, ok := m.screen.(*library); ok {
		s.renew(m.lib)
	}
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

func (m *model) askMotion() tea.Msg {
	return motionMsg{m.o.LessMotion != nil && m.o.LessMotion()}
}

// loaded takes what was read.
func (m *model) loaded(msg loadedMsg) {
	again := m.lib != nil
	m.lib, m.problems, m.safe, m.stamp = msg.lib, msg.problems, msg.safety, msg.stamp
	if again { // the first time entering makes the menu
		m.menu.renew(m)
	}
	m.enter()
}

// recalled takes what earlier sessions left.
func (m *model) recalled(past Past) {
	m.past, m.knows = past, true
	if past.Sound != nil {
		m.o.Sound = past.Sound
	}
	if m.o.Auto {
		m.o.Session.Levels = past.Levels
	}
	if past.Trouble != nil {
		m.notice = past.Trouble.Error()
	}
	if m.lib != nil {
		m.menu.refresh(m)
	}
	if m.guide != nil && past.Log != nil {
		m.guide.Attach(past.Log, m.o.Sound, m.now()) // somebody was quicker
	}
	m.enter()
	m.offer()
}

// offer offers to go on with the session that was cut off: in the menu, and where its
// own routine is started.
func (m *model) offer() {
	if m.screen == &m.menu && m.overlay == nil && m.past.Unfinished != nil && m.isStarted(m.past.Unfinished.Routine) && m.canResume() {
		m.overlay = resumeBox{}
	}
}

// isStarted reports whether a routine is the one that was asked for on the command
// line, to be done and not looked at, or none was.
func (m *model) isStarted(routine string) bool {
	return m.o.Routine == nil || m.o.Routine.ID == routine && m.o.Play.Speed == 1
}

// enter shows the first screen, once there is all that it needs.
func (m *model) enter() {
	if m.screen != (loading{}) || !m.sized || m.lib == nil || m.o.Routine != nil && !m.knows {
		return
	}
	m.show(&m.menu)
	if m.unread() {
		m.readSafety("", (*model).introduce)
		return
	}
	m.introduce()
}

// introduce asks the person about themselves, once.
func (m *model) introduce() {
	if m.o.Profile.Set || m.o.State.Profile.Set {
		m.proceed()
		return
	}
	m.show(&profile{then: (*model).proceed})
}

// proceed is to the routine asked for on the command line, to what was cut off,
// or to the menu.
func (m *model) proceed() {
	m.toMenu()
	if m.offer(); m.overlay == nil && m.o.Routine != nil {
		m.start(*m.o.Routine)
	}
}

// start begins the routine that was asked for on the command line.
func (m *model) start(r content.Routine) {
	if _, out := r.Without(m.avoids()); len(out) > 0 {
		m.show(newOverview(m, r)) // never changed silently
		return
	}
	m.begin(r, guide.ItemsOf(m.lib, r))
}

// avoids is what a person has said about themselves: in the settings, or on the
// screen.
func (m *model) avoids() []string {
	return m.o.Profile.With(m.o.State.Profile).Avoid
}
