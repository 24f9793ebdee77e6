// Package awake keeps the display from sleeping while somebody looks at it with no
// hand free.
//
//	Linux, BSD   the desktop's and logind's inhibitors, over D-Bus
//	macOS        caffeinate
//	Windows      SetThreadExecutionState
//
// Whatever the way, the system takes it back when the process ends, also if it was
// killed. Where no way works nothing happens, and nothing is said: [Ways] tells.
package awake

import (
	"context"
	"sync"
	"time"
)

// way is one way to keep the display awake.
type way struct {
	name string
	todo string // what to do where it does not work
	// ask asks for it, and tells what answered. What it is given is held until release
	// is called, by the same goroutine, or until the process ends.
	ask func(ctx context.Context, why string) (answered string, release func(), err error)
}

// mostAsking is how long a way has to answer.
const mostAsking = 3 * time.Second

// mostRelease is how long a release waits, at most. What takes longer is left to end
// by itself, which it does: it has been told.
const mostRelease = 190 * time.Millisecond

// Keep asks for the display to stay awake until it is released, or until the process
// ends. It returns at once; the asking is done in the background. The system may show
// why to the user, beside the name "catcow": "a session is on". To release takes 200 ms
// at most; to do it again does nothing.
func Keep(why string) (release func()) {
	asking, cancel := context.WithCancel(context.Background())
	done := make(chan struct{}) // closed when everything is let go
	go func() {
		defer close(done)
		keep(asking, why)
	}()
	return func() {
		cancel()
		waiting, stop := context.WithTimeout(context.Background(), mostRelease)
		defer stop()
		select {
		case <-done:
		case <-waiting.Done():
		}
	}
}

// keep asks every way there is, and holds what they grant until the context ends.
func keep(ctx context.Context, why string) {
	eachWay(ctx, why, func(_ int, _ way, _ string, err error) {
		if err == nil {
			<-ctx.Done()
		}
	})
}

// eachWay asks every way at once, and lets go of what it grants after do.
func eachWay(ctx context.Context, why string, do func(i int, w way, answered string, err error)) {
	var all sync.WaitGroup
	for i, w := range ways() {
		all.Go(func() {
			asking, cancel := context.WithTimeout(ctx, mostAsking)
			defer cancel()
			answered, release, err := w.ask(asking, why)
			if err == nil {
				defer release()
			}
			do(i, w, answered, err)
		})
	}
	all.Wait()
}

// Way is one way to keep the display awake, as it was found on this computer.
type Way struct {
	Name  string
	Works bool
	Why   string // what answered, or why it does not work: one line
	Todo  string // what to do about it; "" where it works
}

// Ways tries each way there is on this system, for a moment. It takes 3 s at most,
// less if the context ends before; there are none on a system that is not known.
func Ways(ctx context.Context) []Way {
	all := make([]Way, len(ways()))
	eachWay(ctx, tryingText, func(i int, w way, answered string, err error) {
		all[i] = Way{Name: w.name, Works: true, Why: answered}
		if err != nil {
			all[i] = Way{Name: w.name, Why: err.Error(), Todo: w.todo}
		}
	})
	return all
}
