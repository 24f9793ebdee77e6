package tui

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// stuck is a terminal that takes nothing while its gate is closed.
type stuck struct {
	mu    sync.Mutex
	got   bytes.Buffer
	gate  chan struct{}
	fails error
}

func (s *stuck) Write(p []byte) (int, error) {
	if s.gate != nil {
		<-s.gate
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fails != nil {
		return 0, s.fails
	}
	return s.got.Write(p)
}

func TestATerminalThatTakesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := &stuck{gate: make(chan struct{})}
		caught := make(chan bool, 1)
		o := &output{to: term, patience: writeTime, caught: func(lost bool) { caught <- lost }}
		start := time.Now()
		for range 100 {
			if n, err := o.Write([]byte("frame ")); n != 6 || err != nil {
				t.Fatal(n, err)
			}
		}
		if passed := time.Since(start); passed != writeTime {
			t.Errorf("the loop waited %v, want %v", passed, writeTime)
		}
		if !o.isBehind() {
			t.Error("it is not behind")
		}
		o.finish(time.Second)
		if passed := time.Since(start); passed != writeTime+time.Second {
			t.Errorf("the end took %v", passed)
		}
		close(term.gate)
		if <-caught {
			t.Error("some is lost")
		}
		if got := term.got.String(); got != strings.Repeat("frame ", 100) || o.isBehind() {
			t.Errorf("it got %q", got)
		}
		if _, _ = o.Write([]byte("at once")); !strings.HasSuffix(term.got.String(), "at once") {
			t.Error("a terminal that takes all is not waited for")
		}
	})
}

// Coming back from a stop takes the screen again, and the Program may write that last
// of all.
func TestTheScreenIsGivenBack(t *testing.T) {
	for written, want := range map[string]string{
		"":                                   "",
		takeScreen + "frame" + giveScreen:    "",
		takeScreen + giveScreen + takeScreen: giveScreen,
		takeScreen + "frame":                 giveScreen,
	} {
		term := &stuck{}
		o := &output{to: term, patience: writeTime}
		_, _ = o.Write([]byte(written))
		before := len(written)
		o.give()
		o.finish(time.Second)
		if got := term.got.String()[before:]; !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("after %q it writes %q, want %q", written, got, want)
		}
	}
}

func TestTooMuchIsLostAndSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := &stuck{gate: make(chan struct{})}
		caught := make(chan bool, 1)
		o := &output{to: term, patience: writeTime, caught: func(lost bool) { caught <- lost }}
		for range mostWaiting >> 20 * 2 {
			_, _ = o.Write(make([]byte, 1<<20))
		}
		if len(o.waiting) > mostWaiting {
			t.Errorf("%d bytes are kept", len(o.waiting))
		}
		close(term.gate)
		if !<-caught {
			t.Error("what is lost is not said")
		}
	})
}

func TestATerminalThatIsGone(t *testing.T) {
	term := &stuck{fails: errors.New("gone")}
	o := &output{to: term, patience: writeTime}
	_, _ = o.Write([]byte("frame"))
	if _, err := o.Write([]byte("frame")); err == nil {
		t.Error("no error")
	}
}

// Whoever lies on the mat is led on while the terminal takes nothing, and the
// screen is right as soon as it does.
func TestASessionGoesOnWhileTheTerminalTakesNothing(t *testing.T) {
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine = &r
	driveBeside(t, o, 80, 24, func(r *rig) {
		r.shows("get ready")
		shown := r.see()
		gate := make(chan struct{})
		r.term.gate.Store(&gate)
		before := r.term.bytes()
		time.Sleep(10 * time.Second)
		if n := r.term.bytes(); n != before {
			t.Errorf("it took %d bytes", n-before)
		}
		r.m.out.mu.Lock()
		n := len(r.m.out.waiting)
		r.m.out.mu.Unlock()
		if n > 64<<10 {
			t.Errorf("%d bytes wait for it", n)
		}
		r.term.gate.Store(nil)
		close(gate)
		r.settle()
		r.settle()
		r.hides("paused")
		r.m.mu.Lock()
		at := r.m.m.guide.View().At
		r.m.mu.Unlock()
		if at.Done < 10*time.Second {
			t.Errorf("%v of the plan are done", at.Done)
		}
		if r.see() == shown {
			t.Error("the screen has stopped")
		}
	})
}
