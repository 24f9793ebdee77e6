package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/guide"
)

// update routes a message and gives what is to be done next.
func (m *model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		if msg.generation != m.generation {
			return nil
		}
		m.due = time.Time{}
		return tea.Batch(m.tick(m.now()), m.after())
	case tea.KeyPressMsg:
		return tea.Batch(m.key(msg), m.after())
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.WindowSizeMsg:
		m.frame, m.sized = frame{msg.Width, msg.Height}, true
		m.enter()
		return tea.Batch(m.pictures.Resized(), m.after())
	case thenMsg:
		return tea.Batch(msg(), m.after())
	case tea.FocusMsg, tea.ResumeMsg:
		return tea.Batch(m.reload(), m.pictures.Update(msg))
	}
	m.report(msg)
	return m.pictures.Update(msg)
}

// thenMsg is what is to be done in the loop with what came of something beside it.
type thenMsg func() tea.Cmd

// then is a thenMsg of what leaves nothing more to do.
func then(do func()) tea.Msg {
	return thenMsg(func() tea.Cmd { do(); return nil })
}

// after is what follows every change: the bell, what a screen began with, what is to be
// kept, the next tick.
func (m *model) after() tea.Cmd {
	var bell tea.Cmd
	if m.guide != nil && m.guide.Bell() {
		bell = tea.Raw("\a")
	}
	m.updateMedia()
	m.reportLeading()
	next := tea.Batch(m.next...)
	m.next = nil
	return tea.Batch(bell, next, m.reportSettled(), m.save(), m.retick())
}

// reportLeading tells when a session begins to lead, and when it does no more.
func (m *model) reportLeading() {
	if leads := m.leading(); m.o.Leads != nil && leads != m.leads {
		m.leads = leads
		m.o.Leads(leads)
	}
}

// settledTime is how long a hold is under way when all of its pictures are drawn.
const settledTime = 4 * time.Second

// reportSettled tells, once a hold, that it is under way.
func (m *model) reportSettled() tea.Cmd {
	at := &m.led.At
	if m.o.Settled == nil || !m.leading() || !at.Stage.Works() || at.In < settledTime || m.settledIn == at.Index+1 {
		return nil
	}
	m.settledIn = at.Index + 1
	tell := m.o.Settled
	return func() tea.Msg { tell(); return nil }
}

// report takes what the terminal says of its colours.
func (m *model) report(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
	case tea.BackgroundColorMsg:
		if m.o.Screen.Theme != "dark" && m.o.Screen.Theme != "light" {
			m.dark, m.background = msg.IsDark(), msg.Color
		}
	default:
		return
	}
	m.recolor()
}

// tick lets time pass.
func (m *model) tick(now time.Time) tea.Cmd {
	if m.guide != nil && m.led.Phase != guide.Over {
		m.follow(m.guide.Tick(now))
	}
	if m.early = m.screen == screen(&m.player) && m.player.isEarly(m, now); !m.early {
		m.framed = now
	}
	if t, ok := m.screen.(ticker); ok {
		return t.tick(m, now)
	}
	return nil
}

// key is a key: those that work everywhere, then those of what lies over the
// screen, then those of the screen.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	if m.noticed {
		m.notice, m.noticed = "", false
	}
	switch {
	case key.Matches(k, m.keys.interrupt):
		return m.interrupt()
	case key.Matches(k, m.keys.redraw):
		return tea.Batch(tea.ClearScreen, m.pictures.Renew()) // heals a screen that something else wrote on
	case key.Matches(k, m.keys.suspend):
		return m.suspend()
	case m.overlay != nil:
		return m.overlay.key(m, k)
	case key.Matches(k, m.keys.help) && m.screen.keys(m).hasHelp(&m.keys):
		m.help()
		return nil
	}
	return m.screen.key(m, k)
}

// paste takes text that was pasted: for a sheet, or to find or open what it names.
func (m *model) paste(text string) tea.Cmd {
	if m.overlay != nil {
		return nil
	}
	switch s := m.screen.(type) {
	case *sheetScreen:
		return s.paste(m, text)
	case finder:
		if cmd := m.readPasted(text); cmd != nil {
			return cmd
		}
		s.find(text)
	}
	return nil
}

// interrupt leaves at once, keeping what was done.
func (m *model) interrupt() tea.Cmd {
	m.stop(false)
	return m.leave(guide.Interrupted)
}

// stop keeps what was done of a session that is cut off; cut where nobody chose to.
func (m *model) stop(cut bool) {
	if m.guide == nil || m.led.Phase == guide.Over {
		return
	}
	m.guide.Interrupt(m.now(), cut)
	m.led = m.guide.View()
	m.result = ResultOf(m.guide, m.now())
}

// wake is back from a stop that nobody asked us about.
func (m *model) wake() tea.Cmd {
	return tea.Batch(retake(), m.pictures.Renew(), func() tea.Msg { return sizeMsg{} })
}

// suspend goes to the shell, the clock stopped first: the message that we are
// back comes only afterwards.
func (m *model) suspend() tea.Cmd {
	if !canSuspend() {
		m.notice = suspendOffText
		return nil
	}
	if m.suspending {
		return nil
	}
	if m.leading() {
		m.follow(m.guide.Do(guide.Shell, m.now()))
	}
	m.suspending = true
	return tea.Suspend
}
