// Package fault brings a panic of a goroutine to who can deal with it: the terminal is to
// be given back, and a report to be kept, before the process ends.
package fault

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

// Report is told of a panic, and of where it was.
type Report func(value any, stack []byte)

// key is that of the Report in a context.
type key struct{}

// With has the goroutines of a context tell of their panics; nil leaves it as it is.
func With(ctx context.Context, r Report) context.Context {
	if r == nil {
		return ctx
	}
	return context.WithValue(ctx, key{}, r)
}

// Catch is deferred in a goroutine: a panic goes to the Report of the context, and the
// goroutine ends. Where there is none the panic goes on.
func Catch(ctx context.Context) {
	r, ok := ctx.Value(key{}).(Report)
	if !ok {
		return
	}
	if p := recover(); p != nil {
		r(p, Stack(p))
	}
}

// Group is goroutines that somebody waits for, who gets the panic of one.
type Group struct {
	running sync.WaitGroup
	once    sync.Once
	first   *caught
}

// caught is a panic on its way to another goroutine.
type caught struct {
	value any
	stack []byte
}

func (c *caught) String() string { return fmt.Sprint(c.value) }

// Go runs a function beside.
func (g *Group) Go(f func()) {
	g.running.Go(func() {
		defer func() {
			if p := recover(); p != nil {
				g.once.Do(func() { g.first = &caught{p, Stack(p)} })
			}
		}()
		f()
	})
}

// Wait waits for all of them. It panics if one has.
func (g *Group) Wait() {
	g.running.Wait()
	if g.first != nil {
		panic(g.first)
	}
}

// Each does something for each number from 0 on, below n, on all processors.
func Each(n int, do func(i int)) {
	var all Group
	workers := min(runtime.GOMAXPROCS(0), n)
	for w := range workers {
		all.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	all.Wait()
}

// Within does something that may never come back, as nothing does on a disk that is gone,
// and reports whether it did in time. If not it goes on beside, and nothing that it sets is
// to be looked at. It panics if that has.
func Within(ctx context.Context, limit time.Duration, do func(context.Context)) bool {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var beside Group
	done := make(chan struct{})
	beside.Go(func() {
		defer close(done)
		do(ctx)
	})
	select {
	case <-done:
		beside.Wait()
		return true
	case <-ctx.Done():
		return false
	}
}

// Stack is where a panic that was recovered came from: here, or where a [Group] caught it.
func Stack(recovered any) []byte {
	if c, ok := recovered.(*caught); ok {
		return c.stack
	}
	return debug.Stack()
}
