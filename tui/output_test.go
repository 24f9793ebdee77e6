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
		o := &output{to: term, caught: func(lost bool) { caught <- lost }}
		start := time.Now()
		for range 100 {
			if n, err := o.Write([]byte("frame ")); n != 6 || err != nil {
				t.Fatal(n, err)
			}
		}
		if passed := time.Since(start); passed != patience {
			t.Errorf("the loop waited %v, want %v", passed, patience)
		}
		if !o.isBehind() {
			t.Error("it is not behind")
		}
		o.finish(time.Second)
		if passed := time.Since(start); passed != patience+time.Second {
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

func TestTooMuchIsLostAndSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := &stuck{gate: make(chan struct{})}
		caught := make(chan bool, 1)
		o := &output{to: term, caught: func(lost bool) { caught <- lost }}
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
	o := &output{to: term}
	_, _ = o.Write([]byte("frame"))
	if _, err := o.Write([]byte("frame")); err == nil {
		t.Error("no error")
	}
}
