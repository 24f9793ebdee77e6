package tui

import (
	"time"

	"catcow/guide"

	tea "charm.land/bubbletea/v2"
)

// tickMsg asks for a repaint. One of an older generation than the model's is
// dropped, so that there is only ever one chain.
type tickMsg struct {
	generation int
	now        time.Time
}

// wallClock is the clock where no other is given.
func wallClock() time.Time { return time.Now() }

const (
	// breathFrame is the least time between two frames while the pacer moves, and
	// stillFrame the most.
	breathFrame = time.Second / 12
	stillFrame  = time.Second / 4
	// keyFrame is the time between two frames while a key is held down.
	keyFrame = time.Second / 30
	// afterFirstFrame is when nobody waits for the first frame any more.
	afterFirstFrame = 60 * time.Millisecond
	// leastTick keeps a session played fast from ticking faster than anyone sees.
	leastTick = time.Second / 30
	// mostTick keeps ticks well inside the gap that counts as sleep.
	mostTick = time.Second
)

// endTime is how long the program has to end by itself.
const endTime = time.Second

// guardTime is how long leaving may take after a signal.
const guardTime = 3 * time.Second

// quit ends the program, one that hangs too.
func quit(p *tea.Program, kill func()) {
	late := time.AfterFunc(endTime, kill)
	defer late.Stop()
	p.Quit()
	p.Wait()
}

// retick has the next tick of the one chain come in time, or ends it where no time runs.
// One that is under way and comes soon enough stays: keys that come thick and fast would
// put it off for ever.
func (m *model) retick() tea.Cmd {
	wait, now := m.wait(), m.now()
	if soon := !m.due.After(now.Add(wait)) && now.Before(m.due.Add(mostTick)); wait > 0 && soon {
		return nil
	}
	m.generation++
	m.due = time.Time{}
	if wait == 0 {
		return nil
	}
	generation := m.generation
	m.due = now.Add(wait)
	return tea.Tick(wait, func(now time.Time) tea.Msg { return tickMsg{generation, now} })
}

// wait is the time until the screen next changes by itself; 0 for never.
func (m *model) wait() time.Duration {
	now := m.now()
	wait := time.Duration(0)
	sooner := func(d time.Duration) {
		if d > 0 && (wait == 0 || d < wait) {
			wait = d
		}
	}
	if m.guide != nil && m.led.Phase != guide.Over {
		if until := m.guide.Wait(now); until > 0 {
			sooner(max(until, leastTick))
		}
	}
	if t, ok := m.screen.(ticker); ok {
		sooner(t.wait(m, now))
	}
	return min(wait, mostTick)
}

// after closes nothing and sends once, when that time has passed.
func after(d time.Duration) <-chan time.Time { return time.After(d) }
