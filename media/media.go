// Package media lets the keys of a headset or a keyboard lead a session, and the
// desktop show what is on.
//
//	Linux, BSD   MPRIS, over the D-Bus of the session
//	elsewhere    none
//
// macOS and Windows hand such keys only to programs that are built with their own
// frameworks, which needs cgo; there [Open] gives a [Control] that does nothing.
package media

import "time"

// Command is what a key asks for.
type Command int

// The commands.
const (
	PlayPause Command = iota
	Play
	Pause
	Next
	Previous
	Stop
)

// Status is whether time runs.
type Status int

// The statuses.
const (
	Stopped Status = iota
	Playing
	Paused
)

// State is what the desktop shows of a session.
type State struct {
	Status Status
	Title  string // the pose
	Album  string // the routine
	// Length and Position are how long it takes, and how much of that has gone by;
	// while Playing, the position moves on by itself.
	Length, Position time.Duration
	// CanGoNext and CanGoPrevious say that those commands do something.
	CanGoNext, CanGoPrevious bool
}
