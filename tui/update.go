package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/guide"
	"catcow/media"
	"catcow/tui/pixels"
)

// update routes a message and gives what is to be done next.
func (m *model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		if msg.generation != m.generation {
			return nil
		}
		return tea.Batch(m.tick(m.now()), m.after())
	case tea.KeyPressMsg:
		return tea.Batch(m.key(msg), m.after())
	case tea.PasteMsg:
		if p, ok := m.screen.(paster); ok && m.overlay == nil {
			return p.paste(m, msg.Content)
		}
		return nil
	case tea.WindowSizeMsg:
		m.frame, m.sized = frame{msg.Width, msg.Height}, true
		m.enter()
		return tea.Batch(m.pictures.Resized(), m.after())
	case mediaMsg:
		m.mediaKey(media.Command(msg))
		return m.after()
	}
	if cmd, ok := m.bring(msg); ok {
		return tea.Batch(cmd, m.after())
	}
	if cmd, ok := m.takeTerminalMsg(msg); ok {
		return cmd
	}
	m.report(msg)
	return m.pictures.Update(msg)
}

// takeTerminalMsg takes what happened to the terminal or to us in it. It reports whether
// that is what it was.
func (m *model) takeTerminalMsg(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case stopMsg:
		return tea.Batch(m.suspend(), m.after()), true
	case wokenMsg:
		return tea.Batch(retake(), m.pictures.Renew(), func() tea.Msg { return sizeMsg{} }), true
	case tea.FocusMsg, tea.ResumeMsg:
		return tea.Batch(m.reload(), m.pictures.Update(msg)), true
	case caughtUpMsg:
		if msg.lost {
			return tea.ClearScreen, true
		}
		return nil, true
	}
	return nil, false
}

// bring takes what was read beside the loop. It reports whether that is what it was.
func (m *model) bring(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case reloadedMsg:
		m.reloaded(msg)
	case loadedMsg:
		m.loaded(msg)
		return tea.Batch(m.recollect(), m.askMotion), true
	case motionMsg:
		m.still = m.still || msg.reduced
	case pastMsg:
		m.recalled(msg.past)
	case resumedMsg:
		m.resumed(msg)
	case mediaOpenedMsg:
		m.media.control = msg.control
	case progressMsg:
		m.progressRead(msg)
	case weekMsg:
		m.weekRead(msg)
	default:
		return m.bringMade(msg)
	}
	return nil, true
}

// bringMade takes what was made or written beside the loop.
func (m *model) bringMade(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case sheetMsg:
		m.sheetRead(msg)
	case pastedMsg:
		m.pasted(msg)
	case sheetKeptMsg:
		return m.sheetKept(msg), true
	case madeMsg:
		m.proposed(msg)
	case pixels.BreathMsg:
		m.player.drawn.Keep(msg)
	case keptMsg:
		return m.keptRoutine(msg), true
	default:
		return nil, false
	}
	return nil, true
}

// after is what follows every change: the bell, what is to be kept, the next tick.
func (m *model) after() tea.Cmd {
	var bell tea.Cmd
	if m.guide != nil && m.guide.Bell() {
		bell = tea.Raw("\a")
	}
	m.updateMedia()
	m.reportLeading()
	var week tea.Cmd
	if s, ok := m.screen.(*done); ok && !s.asked {
		s.asked = true
		week = m.readWeek()
	}
	var reload tea.Cmd
	if m.atMenu {
		m.atMenu, reload = false, m.reload()
	}
	return tea.Batch(bell, week, reload, m.reportSettled(), m.save(), m.retick())
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
	}
	return m.screen.key(m, k)
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
	m.result = m.summary()
}

// suspend goes to the shell, the clock stopped first: the message that we are
// back comes only afterwards.
func (m *model) suspend() tea.Cmd {
	if !canSuspend() {
		m.notice = suspendOffText
		return nil
	}
	if m.leading() {
		m.follow(m.guide.Do(guide.Shell, m.now()))
	}
	m.stopping.Store(true)
	return tea.Suspend
}
