package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/session"
)

// tickMsg asks for a repaint. One of an older generation than the model's is
// dropped, so that there is only ever one chain.
type tickMsg struct {
	generation int
	now        time.Time
}

// wallClock is the only clock of the program.
func wallClock() time.Time { return time.Now() }

const (
	// breathFrame is the time between two frames while the pacer moves.
	breathFrame = time.Second / 12
	// moveFrame is the time between two frames while the figure moves.
	moveFrame = time.Second / 20
	// afterFirstFrame is when nobody waits for the first frame any more.
	afterFirstFrame = 60 * time.Millisecond
	// leastTick keeps a session played fast from ticking faster than anyone sees.
	leastTick = time.Second / 30
	// mostTick keeps ticks well inside the gap that counts as sleep.
	mostTick = time.Second
)

// retick starts the one chain of ticks anew, or ends it where no time runs.
func (m *model) retick() tea.Cmd {
	m.generation++
	wait := m.wait()
	if wait == 0 {
		return nil
	}
	generation := m.generation
	return tea.Tick(wait, func(now time.Time) tea.Msg { return tickMsg{generation, now} })
}

// moveFrame is the time between two frames while the figure moves.
func (m *model) moveFrame() time.Duration {
	if m.paints() {
		return pictureFrame
	}
	return moveFrame
}

// wait is the time until the screen next changes by itself; 0 for never.
func (m *model) wait() time.Duration {
	switch m.screen {
	case playing:
		return m.playingWait()
	case finished:
		if m.o.Routine != nil {
			return max(m.done.closes.Sub(m.now()), leastTick)
		}
	case checking:
		if closes := m.check.closes; !closes.IsZero() {
			return max(closes.Sub(m.now()), leastTick)
		}
	case opening, warning, choosing, previewing, browsing, reviewing, describing:
	}
	return 0
}

func (m *model) playingWait() time.Duration {
	now := m.now()
	s := m.player.engine.At(now)
	flash := max(m.player.hearing.flash.Sub(now), 0)
	if s.State != session.Playing {
		return flash
	}
	wait := min(s.Change, mostTick)
	if flash > 0 {
		wait = min(wait, flash)
	}
	switch {
	case m.player.hearing.soon:
		wait = leastTick
	case m.o.Screen.Motion == "reduced" || s.Settle > 0:
	case m.player.moving(s):
		wait = min(wait, m.moveFrame())
	case s.Phase != session.NoPhase:
		wait = min(wait, breathFrame)
	}
	return max(wait, leastTick)
}
