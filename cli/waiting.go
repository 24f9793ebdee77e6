package cli

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"
)

const (
	// quietWait is how long a command waits for a disk without a word.
	quietWait = 3 * time.Second
	waitText  = "still waiting for %s; ctrl+c ends it"
)

// waiting says, where a disk does not answer, what is waited for.
type waiting struct {
	say func(text string)

	mu   sync.Mutex
	what string // "" for nothing
	stop func() // the wait until it is said
}

// await begins to wait for what is in a file or folder. It is over with done.
func (w *waiting) await(what string) (done func()) {
	before := w.set(what)
	return func() { w.set(before) }
}

// set changes what is waited for, from now on, and gives what it was.
func (w *waiting) set(what string) (before string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	before, w.what = w.what, what
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
	if what != "" {
		w.stop = later(quietWait, func() { w.say(fmt.Sprintf(waitText, what)) })
	}
	return before
}

// later does something after a while, unless it is stopped.
func later(d time.Duration, do func()) (stop func()) {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	drop := context.AfterFunc(ctx, do)
	return func() {
		drop()
		cancel()
	}
}

// pause is for as long as something else is waited for: a reader that is slow, or who
// writes to us.
func (w *waiting) pause() (resume func()) { return w.await("") }

// pausing is a reader and a writer to which the wait for a disk does not count.
type pausing struct {
	*waiting

	from io.Reader
	to   io.Writer
}

func (p pausing) Read(b []byte) (int, error) {
	defer p.pause()()
	return p.from.Read(b)
}

func (p pausing) Write(b []byte) (int, error) {
	defer p.pause()()
	return p.to.Write(b)
}
