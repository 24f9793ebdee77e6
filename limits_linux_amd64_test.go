package main

import (
	"strings"
	"testing"
)

// Where the shell allows too little, one line says so before anything is shown; with
// enough the session runs. In between there is nothing.
func TestWhatTheShellAllows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		limit string
		says  string // "" for a session
	}{
		{"-n 8", "too few files can be open at once; allow more, as with ulimit -n 64"},
		{"-n 16", "too few files"},
		{"-n 22", "too few files"},
		{"-n 32", ""},
		{"-S -n 6", ""}, // we may have more, and take it
		{"-v 1500000", "too little memory can be used; allow more, as with ulimit -v 3000000"},
		{"-v 1600000", "too little memory"},
		{"-v 3000000", ""},
		{"-d 120000", "too little memory can be used; allow more, as with ulimit -d 300000"},
		{"-d 300000", ""},
		{"-s 1024", ""},
		{"-f 0", ""},
	} {
		if strings.ContainsAny(c.limit, "vd") && isRaceTest() {
			continue // the race detector keeps shadows of all memory
		}
		t.Run(c.limit, func(t *testing.T) {
			t.Parallel()
			w := watch(t, "sh", "-c", "ulimit "+c.limit+"; exec catcow start lower-back")
			code := 1
			if c.says == "" {
				w.until("get ready")
				w.press("\x03")
				code, c.says = 130, "interrupted"
			}
			if got := w.ends(); got != code || !strings.Contains(w.seen(), c.says) {
				t.Errorf("exit code %d, want %d and %q; seen:\n%q", got, code, c.says, w.seen())
			}
			if n := strings.Count(w.seen(), "\n"); code == 1 && n != 1 {
				t.Errorf("%d lines: %q", n, w.seen())
			}
			if w.raw() {
				t.Error("the terminal is left raw")
			}
		})
	}
}
