package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"catcow/sampletest"
)

// Where the shell allows too little, one line says so before anything is shown; with
// enough the session runs. In between there is nothing.
func TestWhatTheShellAllows(t *testing.T) {
	t.Parallel()
	testLimits(t, "catcow", []allowed{
		{"-n 12", "too few files can be open at once; allow more, as with ulimit -n 64"},
		{"-n 16", "too few files"},
		{"-n 22", "too few files"},
		{"-n 32", ""},
		{"-S -n 6", ""}, // we may have more, and take it
		{"-s 1024", ""},
		{"-f 0", ""},
	})
}

// How much memory is taken before main begins is the same each time in the program as it
// is released. The C library of this test takes more or less, and ends us for want of it.
func TestTheMemoryThatTheShellAllows(t *testing.T) {
	sampletest.Whole(t) // builds the program
	binary := filepath.Join(t.TempDir(), "catcow")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	testLimits(t, binary, []allowed{
		{"-v 1000000", "too little memory can be used; allow more, as with ulimit -v 3000000"},
		{"-v 1500000", "too little memory"},
		{"-v 3000000", ""},
		{"-d 90000", "too little memory can be used; allow more, as with ulimit -d 300000"},
		{"-d 300000", ""},
	})
}

// allowed is a limit, and what the program says to it; "" for a session.
type allowed struct{ limit, says string }

func testLimits(t *testing.T, program string, limits []allowed) {
	t.Helper()
	for _, c := range limits {
		t.Run(c.limit, func(t *testing.T) {
			t.Parallel()
			w := watch(t, "sh", "-c", "ulimit "+c.limit+"; exec "+program+" start lower-back")
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
