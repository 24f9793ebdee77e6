package tui

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/fault"
)

// keepTime is how long somebody waits for a disk that does not answer.
const keepTime = 2 * time.Second

// keepLateText is about a change that the disk did not take in time.
const keepLateText = "what is remembered between two starts is not written: the disk does not answer; look at the disk of your home folder"

// Changes are what is still to be written of what is kept between two starts.
type Changes struct {
	// Keep writes a change; nil where nothing is kept. A disk that does not answer may
	// hold it up beyond the end of the screens.
	Keep func(change func(*config.State)) error

	writing sync.Mutex  // held while the disk takes its time
	err     error       // the first
	late    atomic.Bool // it was waited for once, and for nothing
	mu      sync.Mutex
	waiting []func(*config.State)
}

// Make makes a change: at once for this run, and in the file once it is flushed.
func (c *Changes) Make(s *config.State, change func(*config.State)) {
	change(s)
	if c.Keep == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting = append(c.waiting, change)
}

func (c *Changes) take() []func(*config.State) {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.waiting
	c.waiting = nil
	return all
}

// IsEmpty reports whether nothing waits to be written.
func (c *Changes) IsEmpty() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.waiting) == 0
}

// TryFlush is Flush that does not wait for ever, and only once for a disk that hangs. It
// reports whether all is written.
func (c *Changes) TryFlush() bool {
	if c.writing.TryLock() { // the usual case
		c.writing.Unlock()
		if c.IsEmpty() {
			return true
		}
	} else if c.late.Load() {
		return false
	}
	done := fault.Within(context.Background(), keepTime, func(context.Context) { c.Flush() })
	c.late.Store(!done)
	return done
}

// Flush writes all that waits as one change, after what is being written.
func (c *Changes) Flush() {
	c.writing.Lock()
	defer c.writing.Unlock()
	all := c.take()
	if len(all) == 0 {
		return
	}
	err := c.Keep(func(s *config.State) {
		for _, change := range all {
			change(s)
		}
	})
	c.err = cmp.Or(c.err, err)
}

// Trouble is what went wrong; what is still being written has.
func (c *Changes) Trouble() error {
	if !c.writing.TryLock() {
		return errors.New(keepLateText)
	}
	defer c.writing.Unlock()
	return c.err
}

// remember changes what is kept between two starts.
func (m *model) remember(change func(*config.State)) { m.o.Changes.Make(&m.o.State, change) }

// save writes what has changed, beside the loop.
func (m *model) save() tea.Cmd {
	if m.o.Changes.IsEmpty() {
		return nil
	}
	return func() tea.Msg {
		m.o.Changes.Flush()
		return nil
	}
}
