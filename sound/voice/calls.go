package voice

import (
	"context"
	"sync"
)

// calls is what is under way in an engine, so that closing it ends them. Its zero value is ready for use.
type calls struct {
	mu     sync.Mutex
	closed bool
	last   int
	cancel map[int]context.CancelCauseFunc
	under  sync.WaitGroup
}

// begin gives a call a context that ends with the engine.
func (c *calls) begin(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		cancel(errClosed)
		return ctx, func() {}
	}
	if c.cancel == nil {
		c.cancel = map[int]context.CancelCauseFunc{}
	}
	c.last++
	id := c.last
	c.cancel[id] = cancel
	c.under.Add(1)
	return ctx, func() {
		cancel(nil)
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.cancel, id)
		c.under.Done()
	}
}

// close ends the calls and waits for them.
func (c *calls) close() {
	c.mu.Lock()
	c.closed = true
	for _, cancel := range c.cancel {
		cancel(errClosed)
	}
	c.mu.Unlock()
	c.under.Wait()
}
