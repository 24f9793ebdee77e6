package main

import (
	"os/exec"
	"strings"
	"time"
)

// watch has the witness look at the screen, many times a second.
func (m *monkey) watch(cmd *exec.Cmd, behind bool, over chan struct{}) {
	pid := 0
	ticks := time.NewTicker(glance)
	defer ticks.Stop()
	waited, sampled := time.Duration(0), time.Time{}
	for {
		select {
		case <-over:
			return
		case <-ticks.C:
		}
		m.mu.Lock()
		now := time.Now()
		if now.Sub(sampled) > time.Second/2 {
			if pid == 0 {
				pid = programOf(cmd, behind)
			}
			sofar := scheduled(pid, 1)
			if sofar-waited > time.Second/5 {
				m.witness.stalled = now
			}
			waited, sampled = sofar, now
		}
		wrong := ""
		if now.Sub(m.wrote) < 1100*time.Millisecond || !m.playing() { // it is let run
			wrong = m.witness.see(now, m.vt.String(), m.tail)
		}
		screen := ""
		if wrong != "" {
			screen = m.vt.String()
		}
		m.mu.Unlock()
		if wrong != "" {
			m.t.Errorf("%s; on the screen:\n%s", wrong, screen)
			return
		}
	}
}

// look brings a session back into sight, keeps its hands off what its clock minds,
// and leaves it to the witness.
func (m *monkey) look() {
	if m.cmd == nil {
		return
	}
	time.Sleep(700 * time.Millisecond) // a paste without an end ends
	m.resizeTo(80, 24)
	if !m.fence() {
		return
	}
	if _, ok := left(m.screen()); !ok {
		m.press("\x1b")                    // out of what lies over it
		time.Sleep(700 * time.Millisecond) // or it belongs to the next key
		if !m.fence() {
			return
		}
	}
	if _, ok := left(m.screen()); !ok { // far from any session
		if m.random.IntN(2) == 0 {
			m.leave()
		}
		return
	}
	m.looks++
	if m.stands() && m.random.IntN(6) == 0 {
		m.redraw()
	} else if m.stands() {
		m.press(" ") // and on
		if !m.fence() {
			return
		}
	}
	for range 14 + m.random.IntN(20) {
		time.Sleep(250 * time.Millisecond)
		switch n := m.random.IntN(24); {
		case m.ended():
			return
		case n == 0:
			m.resize()
		case n == 1 && m.random.IntN(4) == 0:
			m.block(time.Duration(m.random.IntN(5000)) * time.Millisecond)
		case n < 6:
			m.resizeTo(80, 24)
		case n < 10:
			keys := m.harmless()
			m.did(keys)
			_, _ = m.term.WriteString(keys)
		}
	}
}

const clearText = "\x1b[2J"

// fence waits until all that was done has taken effect: the screen is drawn anew
// after it, and then no more. It fails if it is not, or the program has left.
func (m *monkey) fence() bool {
	m.mu.Lock()
	before := m.clears
	m.mu.Unlock()
	calm, cleared := 0, false
	for i := range 1000 {
		if !cleared && i%200 == 0 { // one may be taken for a part of what is before it
			m.press("\x0c")
		}
		time.Sleep(30 * time.Millisecond)
		if m.ended() {
			return false
		}
		m.mu.Lock()
		if calm++; m.clears > before {
			before, calm, cleared = m.clears, 0, true
		}
		done := cleared && calm > 25
		if done {
			m.witness.trust()
		}
		m.mu.Unlock()
		if done {
			return true
		}
	}
	_, _ = m.term.WriteString("\x03")
	time.Sleep(3 * time.Second)
	m.t.Errorf("it does not answer within 30 s, to ctrl+c: %v", m.ended())
	return false
}

// stands reports whether the program says that time stands.
func (m *monkey) stands() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	playing, known := plays(m.tail)
	return known && !playing
}

// playing reports whether it says that time runs. The caller holds the lock.
func (m *monkey) playing() bool {
	playing, _ := plays(m.tail)
	return playing
}

// redraw has what stands drawn anew.
func (m *monkey) redraw() {
	time.Sleep(14 * time.Second) // what was said for a moment goes
	if !m.fence() {              // and what was said until the next key
		return
	}
	before := m.screen()
	if strings.Contains(before, "There is no shell") { // it had waited behind another line, and the key takes it away
		return
	}
	m.redraws++
	if m.fence() && m.stands() {
		if after := m.screen(); after != before {
			m.t.Errorf("a redraw changes the screen; it was:\n%s\nand is:\n%s", before, after)
		}
	}
}
