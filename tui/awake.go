package tui

import "catcow/session"

// stayAwake keeps the display on while time runs, and lets it sleep while it does
// not.
func (m *model) stayAwake() {
	if m.o.Awake == nil {
		return
	}
	state := session.Ready
	if m.screen == playing {
		state = m.player.engine.At(m.now()).State
	}
	runs := state == session.Playing || state == session.Waiting
	switch {
	case runs && m.release == nil:
		m.release = m.o.Awake()
	case !runs:
		m.sleepy()
	}
}

// sleepy lets the display sleep.
func (m *model) sleepy() {
	if m.release != nil {
		m.release()
		m.release = nil
	}
}
