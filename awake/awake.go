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
	"time"
)

// The ways, as [Way.Name] has them.
const (
	wayScreenSaver = "screensaver" // the desktop's own, whatever it is called on the bus
	waySystemd     = "systemd"
	wayCaffeinate  = "caffeinate"
	wayWindows     = "windows"
)

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

// Way is one way to keep the display awake, as it was found on this computer.
type Way struct {
	Name  string // one of the constants
	Works bool
	Why   string // what answered, or why it does not work: one line
	Todo  string // what to do about it; "" where it works
}

// Ways tries each way there is on this system, for a moment. It takes 3 s at most,
// less if the context ends before; there are none on a system that is not known.
func Ways(ctx context.Context) []Way { return ways(ctx) }
