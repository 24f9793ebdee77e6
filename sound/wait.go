package sound

import (
	"context"
	"time"
)

// signal wakes one goroutine. To give it twice before it is taken is to give it
// once.
type signal chan struct{}

func newSignal() signal { return make(signal, 1) }

func (s signal) give() {
	select {
	case s <- struct{}{}:
	default:
	}
}

// pause waits for a signal, for something to be over, or for d, where 0 is for
// ever. It is false when ctx is over.
func pause(ctx context.Context, woken signal, over <-chan struct{}, d time.Duration) bool {
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
