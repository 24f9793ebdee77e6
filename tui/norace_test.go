//go:build !race

package tui

import "catcow/sampletest"

// wholeSessions is the routines that are played from the first frame to the end.
func wholeSessions() []string {
	if !sampletest.Slow() {
		return []string{"lower-back"}
	}
	return []string{
		"low-back-restorative", "lower-back", "back-pain-relief", "four-inversions",
		"restorative", "upper-back", "desk-break", "neck-and-shoulders", "everyday-back", "steady-back",
	}
}

// raced is whether the race detector is on: what sweeps over a single goroutine
// then sweeps over less.
const raced = false
