//go:build unix

package main

import (
	"strings"
	"testing"
)

// Line by line, nothing steers the terminal: not even the end of a colour that never began.
func TestPlainSteersNoTerminal(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow", "start", "desk-break", "--plain", "--silent", "--speed", "600")
	if code := w.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	w.until("Pose 4 of 4")
	if before, _, found := strings.Cut(w.seen(), "\x1b"); found {
		t.Errorf("an escape after %q", before[max(len(before)-80, 0):])
	}
}
