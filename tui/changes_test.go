package tui

import (
	"errors"
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
	o.Changes = &Changes{Keep: func(change func(*config.State)) error {
		<-hangs
		change(&kept)
		return nil
	}}
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
	o.Changes.Flush()
	if kept.Sound.Volume == nil || *kept.Sound.Volume != .5 || kept.Routine == "" {
		t.Errorf("kept %+v", kept)
	}
}

// Who leaves waits for a disk that hangs for a while only, and what it takes in time is kept.
// What it has not taken is told as long as it has not, and what else went wrong for good.
func TestChanges_TryFlush(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hangs, full := make(chan struct{}), errors.New("the disk is full")
		var kept, now config.State
		c := Changes{Keep: func(change func(*config.State)) error {
			<-hangs
			change(&kept)
			if !kept.Asked.Where.IsZero() {
				return full
			}
			return nil
		}}
		start := time.Now()
		c.Make(&now, func(s *config.State) { s.Routine = "neck" })
		c.TryFlush()
		if waited := time.Since(start); waited != keepTime {
			t.Errorf("waited %v", waited)
		}
		c.Make(&now, func(s *config.State) { s.Asked.Where = start })
		if c.TryFlush() || time.Since(start) != keepTime {
			t.Errorf("it is waited for again, until %v", time.Since(start))
		}
		if err := c.Trouble(); err == nil || err.Error() != keepLateText {
			t.Errorf("while the disk hangs: %v", err)
		}
		close(hangs)
		synctest.Wait()
		if err := c.Trouble(); err != nil {
			t.Errorf("once it is written: %v", err)
		}
		if !c.TryFlush() || time.Since(start) != keepTime || kept.Routine != "neck" || !kept.Asked.Where.Equal(start) {
			t.Errorf("after %v kept %+v", time.Since(start), kept)
		}
		if err := c.Trouble(); !errors.Is(err, full) {
			t.Errorf("from a full disk: %v", err)
		}
	})
}
