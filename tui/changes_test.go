package tui

import (
	"testing"
	"testing/synctest"
	"time"

	"catcow/config"
)

// What is to be kept is written beside the loop: a disk that hangs stalls no key.
func TestNoKeyWaitsForTheDisk(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	hangs := make(chan struct{})
	var kept config.State
	o.Keep = func(change func(*config.State)) {
		<-hangs
		change(&kept)
	}
	m, _ := at(t, o, 80, 24)
	m.update(press("enter"))
	cmd := m.update(press("enter"))
	done := make(chan struct{})
	go func() { results(cmd); close(done) }()
	for range 5 {
		m.update(press("<"))
	}
	if v := m.o.State.Sound.Volume; v == nil || *v != .5 {
		t.Errorf("volume %v", v)
	}
	close(hangs)
	<-done
	m.unsaved.Flush(m.o.Keep)
	if kept.Sound.Volume == nil || *kept.Sound.Volume != .5 || kept.Routine == "" {
		t.Errorf("kept %+v", kept)
	}
}

// Who leaves waits for a disk that hangs for a while only, and what it takes in time is kept.
func TestChanges_TryFlush(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var c Changes
		var o Options
		hangs := make(chan struct{})
		var kept config.State
		o.Keep = func(change func(*config.State)) {
			<-hangs
			change(&kept)
		}
		start := time.Now()
		c.Make(&o, func(s *config.State) { s.Routine = "neck" })
		c.TryFlush(o.Keep)
		if waited := time.Since(start); waited != keepTime {
			t.Errorf("waited %v", waited)
		}
		c.Make(&o, func(s *config.State) { s.Asked.Where = start })
		if c.TryFlush(o.Keep) || time.Since(start) != keepTime {
			t.Errorf("it is waited for again, until %v", time.Since(start))
		}
		close(hangs)
		synctest.Wait()
		if !c.TryFlush(o.Keep) || time.Since(start) != keepTime || kept.Routine != "neck" || !kept.Asked.Where.Equal(start) {
			t.Errorf("after %v kept %+v", time.Since(start), kept)
		}
	})
}
