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
	// Again reads what a session changes, the Levels, Hurt and Familiar, as it is now; nil
	// where it stays as it was. It may wait for the disk.
	Again func(ctx context.Context) (Past, error)
}

func (m *model) init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.pictures.Ask(), m.load)
}

// load reads the poses and routines, for the first time or again.
func (m *model) load() tea.Msg {
	go prepareWidths()
	var page content.Safety
	var reading fault.Group
	reading.Go(func() { page = content.SafetyPage() })
	stamp := m.stampNow() // before the files: what changes meanwhile is read again
	lib, problems := m.o.Load()
	reading.Wait()
	return thenMsg(func() tea.Cmd { return m.loaded(lib, len(problems), page, stamp) })
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
		if m.o.Stamp() == before {
			return nil
		}
		return m.load()
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
	var past Past
	if m.o.Past != nil {
		past = m.o.Past()
	}
	return then(func() { m.recalled(past) })
}

func (m *model) askMotion() tea.Msg {
	reduced := m.o.LessMotion != nil && m.o.LessMotion()
	return then(func() { m.still, m.player.isNow = m.still || reduced, false })
}

// loaded takes what was read. The first time there is more to be asked for.
func (m *model) loaded(lib *content.Library, problems int, safety content.Safety, stamp string) tea.Cmd {
	again := m.lib != nil
	m.lib, m.problems, m.safe, m.stamp = lib, problems, safety, stamp
	if !again { // entering makes the menu
		m.enter()
		return tea.Batch(m.recollect(), m.askMotion)
	}
	m.menu.refresh(m)
	if s, ok := m.screen.(*library); ok {
		s.renew(lib)
	}
	return nil
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

// Renew takes what a session has changed.
func (p *Past) Renew(now Past) { p.Levels, p.Hurt, p.Familiar = now.Levels, now.Hurt, now.Familiar }

// recallAgain reads what the session that is over has changed: the next one begins from
// there, and what hurt is said.
func (m *model) recallAgain() tea.Cmd {
	again := m.past.Again
	if again == nil || m.o.Routine != nil { // nothing comes after it
		return nil
	}
	return func() tea.Msg {
		now, err := again(context.Background())
		if err != nil {
			return nil // what was known is better than nothing
		}
		return then(func() { m.renewed(now) })
	}
}

// renewed takes it.
func (m *model) renewed(now Past) {
	m.past.Renew(now)
	if m.o.Auto {
		m.o.Session.Levels = m.past.Levels
	}
	m.menu.refresh(m)
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
	if m.o.IsUnread(m.safe) {
		m.readSafety("", (*model).introduce)
		return
	}
	m.introduce()
}

// introduce asks the person about themselves, once.
func (m *model) introduce() {
	if m.o.IsIntroduced() {
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

// start begins a routine at once, unless something in it is not for this person.
func (m *model) start(r content.Routine) {
	if _, out := r.Without(m.o.Avoids()); len(out) > 0 {
		m.show(newOverview(m, r)) // never changed silently
		return
	}
	m.begin(r, guide.ItemsOf(m.lib, r))
}
