//go:build race

package tui

// wholeSessions is the routines that are played from the first frame to the end.
// With the race detector a second of a session costs thirty times as much, and
// the short ones go through the same code.
func wholeSessions() []string { return []string{"desk-break", "upper-back"} }

// raced is whether the race detector is on: what sweeps over a single goroutine
// then sweeps over less.
const raced = true
