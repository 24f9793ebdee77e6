package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/session"
)

// update routes a message and gives what is to be done next.
func (m *model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		if msg.generation != m.generation {
			return nil
		}
		return tea.Batch(m.tick(msg), m.ring(), m.retick())
	case tea.KeyPressMsg:
		return tea.Batch(m.key(msg), m.ring(), m.retick())
	case tea.WindowSizeMsg:
		m.resize(frame{msg.Width, msg.Height})
		return tea.Batch(m.gallery.resized(), m.retick())
	case loadedMsg:
		m.loaded(msg)
		return tea.Batch(m.recollect(), m.retick())
	case pastMsg:
		m.recalled(msg.past)
		return m.retick()
	case resumedMsg:
		m.resumed(msg)
		return m.retick()
	case progressMsg:
		m.reviewed(msg)
	default:
		m.report(msg)
		return m.gallery.take(msg)
	}
	return nil
}

// resize takes the terminal's size. The first screen waits for it.
func (m *model) resize(f frame) {
	m.frame, m.sized = f, true
	m.enter()
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
	m.theme = newTheme(m.dark, m.profile)
}

func (m *model) tick(msg tickMsg) tea.Cmd {
	switch m.screen {
	case playing:
		now := m.now()
		m.player.engine.Tick(now)
		m.hear(now)
		m.watch(now)
	case finished:
		if m.o.Routine != nil && !msg.now.Before(m.done.closes) {
			return m.leave(m.done.end)
		}
	case checking:
		if closes := m.check.closes; !closes.IsZero() && !msg.now.Before(closes) {
			m.check.then(m)
		}
	case opening, warning, choosing, previewing, browsing, reviewing, describing:
	}
	return nil
}

// key is a key: those that work everywhere, then those of what lies over the
// screen, then those of the screen.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.interrupt):
		return m.interrupt()
	case key.Matches(k, m.keys.redraw):
		return tea.Batch(tea.ClearScreen, m.gallery.renew()) // heals a screen that something else wrote on
	case key.Matches(k, m.keys.suspend):
		return m.suspend()
	case m.overlay != none:
		return m.overlayKey(k)
	}
	return m.screenKey(k)
}

func (m *model) screenKey(k tea.KeyPressMsg) tea.Cmd {
	switch m.screen {
	case opening:
	case warning:
		return m.safety.key(m, k)
	case checking:
		return m.check.key(m, k)
	case reviewing:
		return m.progress.key(m, k)
	case describing:
		return m.about.key(m, k)
	case choosing:
		return m.menu.key(m, k)
	case previewing:
		return m.overview.key(m, k)
	case playing:
		return m.player.key(m, k)
	case finished:
		return m.done.key(m, k)
	case browsing:
		return m.browser.key(m, k)
	}
	return nil
}

// interrupt leaves at once, keeping what was done.
func (m *model) interrupt() tea.Cmd {
	m.stop()
	return m.leave(Interrupted)
}

// stop keeps what was done of a session that is cut off.
func (m *model) stop() {
	if m.running() {
		m.finish(m.now(), Interrupted)
	}
	m.sleepy()
}

// running reports whether a session is under way.
func (m *model) running() bool {
	return m.screen == playing || m.screen == previewing && m.overview.running
}

// suspend goes to the shell, the clock stopped first: the message that we are
// back comes only afterwards.
func (m *model) suspend() tea.Cmd {
	if !canSuspend() {
		m.player.missed = suspendOffText
		return nil
	}
	if m.screen == playing {
		e := m.player.engine
		if e.Pause(m.now()); e.At(m.now()).State == session.Paused {
			m.hush()
			m.player.notice = shellText
		}
	}
	return tea.Suspend
}
