package tui

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
)

// changes are what is still to be written of what is kept between two starts.
type changes struct {
	writing sync.Mutex // held while the disk takes its time
	mu      sync.Mutex
	waiting []func(*config.State)
}

// remember changes what is kept between two starts: at once for this run, and in
// the file as soon as the disk takes it.
func (m *model) remember(change func(*config.State)) {
	change(&m.o.State)
	if m.o.Keep == nil {
		return
	}
	m.unsaved.mu.Lock()
	defer m.unsaved.mu.Unlock()
	m.unsaved.waiting = append(m.unsaved.waiting, change)
}

// save writes what has changed, beside the loop.
func (m *model) save() tea.Cmd {
	m.unsaved.mu.Lock()
	defer m.unsaved.mu.Unlock()
	if len(m.unsaved.waiting) == 0 {
		return nil
	}
	return func() tea.Msg {
		m.flush()
		return nil
	}
}

// flush writes all that waits as one change, after what is being written.
func (m *model) flush() {
	m.unsaved.writing.Lock()
	defer m.unsaved.writing.Unlock()
	m.unsaved.mu.Lock()
	all := m.unsaved.waiting
	m.unsaved.waiting = nil
	m.unsaved.mu.Unlock()
	if len(all) == 0 {
		return
	}
	m.o.Keep(func(s *config.State) {
		for _, change := range all {
			change(s)
		}
	})
}
