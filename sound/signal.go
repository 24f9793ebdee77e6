package sound

import (
	"context"
	"time"
)

// signal wakes one goroutine. To send it twice before it is taken is to send it
// once.
type signal chan struct{}

func newSignal() signal { return make(signal, 1) }

func (s signal) send() {
	select {
	case s <- struct{}{}:
	default:
	}
}

// news is closed when something has changed, and replaced by the next.
type news chan struct{}

func (n *news) spread() {
	close(*n)
	*n = make(news)
}

// wait waits for a signal, for something to be over, or for d, where 0 is for
// ever. It is false when ctx is over.
func wait(ctx context.Context, woken signal, over <-chan struct{}, d time.Duration) bool {
	passed := ctx
	if d > 0 {
		var cancel context.CancelFunc
		passed, cancel = context.WithTimeout(ctx, d)
		defer cancel()
	}
	select {
	case <-woken:
	case <-over:
	case <-passed.Done():
	}
	return ctx.Err() == nil
}
