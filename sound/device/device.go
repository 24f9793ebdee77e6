// Package device is where sound leaves the program: it finds what plays sound on
// this machine, and has it pull one endless stream.
//
// Nothing in it waits longer than its context, prints to the terminal, or leaves
// a goroutine or a process behind once it is closed.
package device

import (
	"context"
	"time"
)

// Rate is the samples a second of every device; each has one channel.
const Rate = 48000

// chunk is how many samples are filled at a time.
const chunk = Rate * 20 / 1000

// Fill writes the next samples, each from -1 to 1. It is called from the device's
// own goroutine, and never by two at once.
type Fill func(out []float32)

// Device plays what its Fill writes. Its methods are for one goroutine.
type Device interface {
	// Start begins to pull. What is pulled first is heard within 100 ms.
	Start() error
	// Stop ends the pulling: when it returns, Fill is called no more. A stopped
	// device costs nothing.
	Stop()
	// Lost is closed when the device is gone for good.
	Lost() <-chan struct{}
	// Close ends it, within 100 ms.
	Close()
}

// Backend is one way to play sound.
type Backend struct {
	Name string // "pulse", "oto", "aplay" and so on
	// Look says what is there, without a sound, or why it cannot be used. It
	// takes two seconds at most.
	Look func(ctx context.Context) (there string, err error)
	// Open gives a device that is stopped. Its life is that of ctx: when ctx is
	// over the device is lost, and whatever waits for it is over at once. now is
	// the clock.
	Open func(ctx context.Context, fill Fill, now func() time.Time) (Device, error)
}

// Backends is every way to play sound on this platform, in the order in which
// they are to be tried.
func Backends() []Backend { return append(native(), players()...) }
