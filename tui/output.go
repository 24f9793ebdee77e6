package tui

import (
	"bytes"
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

const (
	// writeTime is how long the loop waits for the terminal to take what is written.
	writeTime = 250 * time.Millisecond
	// mostWaiting is how much is kept for a terminal that takes nothing.
	mostWaiting = 4 << 20
)

// output is the way to the terminal. A terminal may take nothing for a while: the
// connection hangs, somebody pressed ctrl+s. Time goes on for whoever lies on the
// mat, so the loop must not wait for it. What it does not take soon is written
// beside the loop, and until that is done the view stays as it is.
type output struct {
	to       io.Writer
	patience time.Duration // how long a write waits for the terminal

	mu      sync.Mutex
	waiting []byte
	writing chan struct{} // closes when all is written; nil while nothing is
	behind  bool          // the loop has stopped waiting
	lost    bool          // some of it could not be kept
	taken   bool          // the screen is ours
	err     error
	caught  func(lost bool) // called when it is no longer behind
}

// Write hands over to the terminal, and returns when it has it or when it takes
// too long.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	if o.err != nil {
		defer o.mu.Unlock()
		return 0, o.err
	}
	if on, off := bytes.LastIndex(p, []byte(takeScreen)), bytes.LastIndex(p, []byte(giveScreen)); on != off {
		o.taken = on > off
	}
	if len(o.waiting)+len(p) > mostWaiting {
		o.lost = true
	} else {
		o.waiting = append(o.waiting, p...)
	}
	if o.writing == nil {
		o.writing = make(chan struct{})
		go o.drain(o.writing)
	}
	done, behind := o.writing, o.behind
	o.mu.Unlock()
	if !behind && !waitFor(done, o.patience) {
		o.mu.Lock()
		o.behind = o.writing == done
		o.mu.Unlock()
	}
	return len(p), nil
}

// drain writes until nothing waits.
func (o *output) drain(done chan struct{}) {
	defer close(done)
	var spare []byte
	for {
		o.mu.Lock()
		piece := o.waiting
		if len(piece) == 0 {
			behind, lost, caught := o.behind, o.lost, o.caught
			o.writing, o.behind, o.lost = nil, false, false
			o.mu.Unlock()
			if behind && caught != nil {
				caught(lost)
			}
			return
		}
		o.waiting = spare[:0]
		o.mu.Unlock()
		_, err := o.to.Write(piece)
		spare = piece
		if err != nil {
			o.mu.Lock()
			o.err, o.waiting = err, nil
			o.mu.Unlock()
		}
	}
}

// caughtUp is for the loop, when a terminal that took nothing has taken all but what is
// lost.
func caughtUp(lost bool) tea.Msg {
	return thenMsg(func() tea.Cmd {
		if lost {
			return tea.ClearScreen
		}
		return nil
	})
}

// TerminalFd is that of the terminal, for what the kernel knows of it.
func (o *output) TerminalFd() uintptr {
	if f, ok := o.to.(interface{ Fd() uintptr }); ok {
		return f.Fd()
	}
	return ^uintptr(0)
}

const (
	takeScreen = ansi.SetModeAltScreenSaveCursor
	giveScreen = ansi.ResetModeAltScreenSaveCursor
)

// give gives the screen back, if that is still to be done: what the Program was asked
// to write as it left it writes after it has given the screen back.
func (o *output) give() {
	o.mu.Lock()
	taken := o.taken
	o.mu.Unlock()
	if taken {
		_, _ = io.WriteString(o, giveScreen+ansi.SetModeTextCursorEnable+ansi.ResetModeBracketedPaste)
	}
}

// isBehind reports whether the terminal has not taken what it was given.
func (o *output) isBehind() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.behind
}

// finish waits, but not for ever, until the terminal has all.
func (o *output) finish(most time.Duration) {
	o.mu.Lock()
	done := o.writing
	o.mu.Unlock()
	if done != nil {
		waitFor(done, most)
	}
}

// waitFor waits until a channel closes, but not for ever, and reports whether it has.
func waitFor(done <-chan struct{}, most time.Duration) bool {
	if most > 0 {
		select {
		case <-done:
			return true
		case <-after(most):
		}
	}
	select {
	case <-done:
		return true
	default:
		return false
	}
}
