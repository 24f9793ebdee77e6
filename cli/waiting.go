package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
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
	all  []*string // what is waited for, the latest last; "" for nothing that is to be said
	stop func()    // the wait until it is said
}

// await begins to wait for what is in a file or folder. It is over with done.
func (w *waiting) await(what string) (done func()) {
	w.change(func() { w.all = append(w.all, &what) })
	return func() {
		w.change(func() { w.all = slices.DeleteFunc(w.all, func(other *string) bool { return other == &what }) })
	}
}

// change changes what is waited for, from now on.
func (w *waiting) change(do func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	do()
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
	if len(w.all) == 0 {
		return
	}
	if what := *w.all[len(w.all)-1]; what != "" {
		w.stop = later(quietWait, func() { w.say(fmt.Sprintf(waitText, what)) })
	}
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
