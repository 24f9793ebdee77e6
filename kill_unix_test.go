//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"catcow/history"
)

// Killed at any instant, a session is there up to the stage that ran, and can go
// on from there.
func TestAKilledSessionGoesOn(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2026, 11))
	for _, stages := range []int{0, 1, 2, 4, 7, 10} {
		later := random.IntN(4)
		t.Run(fmt.Sprint(stages), func(t *testing.T) {
			t.Parallel()
			home := home(t)
			w := watchAt(t, home, "catcow", "start", "lower-back")
			w.until("get ready")
			for range stages {
				w.press("n")
			}
			log, err := history.Open(t.Context(), filepath.Join(home, "catcow"), time.Now)
			if err != nil {
				t.Fatal(err)
			}
			w.wait("stage written down", func() bool { return written(t, log) >= stages })
			w.press("n")
			w.more(later)
			_ = w.cmd.Process.Kill()
			if err := <-w.over; err == nil {
				t.Fatal("it was not killed")
			}
			// The last key may not have been read, or its stage just ended.
			if n := written(t, log); n < stages || n > stages+1 {
				t.Errorf("%d stages are written down, %d were", n, stages)
			}
			if err := log.Close(t.Context()); err != nil {
				t.Fatal(err)
			}

			again := watchAt(t, home, "catcow")
			again.until("go on?")
			again.press("y")
			again.until("]2;catcow: ") // and the pose
			again.press("\x03")
			if code := again.ends(); code != 130 {
				t.Errorf("exit code %d", code)
			}
			again.restored()
			if out := again.seen(); strings.Contains(out, "cannot go on") {
				t.Error("it cannot go on")
			}
		})
	}
}

// So does one that was made for a day, though no file has its routine.
func TestAKilledSessionOfADayGoesOn(t *testing.T) {
	t.Parallel()
	home := home(t)
	w := watchAt(t, home, "catcow", "today", "--minutes", "10")
	w.until("get ready")
	w.press("n")
	w.until("set up")
	log, err := history.Open(t.Context(), filepath.Join(home, "catcow"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	w.wait("stage written down", func() bool { return written(t, log) >= 1 })
	if err := log.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	_ = w.cmd.Process.Kill()
	if err := <-w.over; err == nil {
		t.Fatal("it was not killed")
	}
	again := watchAt(t, home, "catcow")
	again.until("go on?")
	again.press("y")
	again.until("]2;catcow: ")
	again.press("\x03")
	if code := again.ends(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if out := again.seen(); strings.Contains(out, "cannot go on") {
		t.Error("it cannot go on")
	}
}

// A terminal that goes away ends nothing for good either.
func TestASessionGoesOnAfterAHangup(t *testing.T) {
	t.Parallel()
	home := home(t)
	w := watchAt(t, home, "catcow", "start", "lower-back")
	w.until("get ready")
	w.press("n")
	w.until("set up")
	w.wait("status that knows", func() bool { return strings.Contains(statusText(t, home), "Lower Back is playing") })
	_ = w.cmd.Process.Signal(syscall.SIGHUP)
	if code := w.ends(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if says := statusText(t, home); strings.Contains(says, "is playing") {
		t.Errorf("it is gone, and the status is %q", says)
	}
	again := watchAt(t, home, "catcow")
	again.until("go on?")
	again.press("n")
	again.until("gentle yoga")
	again.press("\x03")
	again.ends()
	again.restored()
}

// written is how many stages of the one session are written down, -1 if it is not
// there yet.
func written(t *testing.T, log *history.Log) int {
	t.Helper()
	sessions, err := log.Sessions(t.Context(), history.Filter{})
	if err != nil || len(sessions) > 1 {
		t.Fatalf("%+v, %v", sessions, err)
	}
	if len(sessions) == 0 {
		return -1
	}
	if end := sessions[0].End; end != "" {
		t.Fatalf("the session %s", end)
	}
	return sessions[0].Next
}

// statusText is what catcow status says.
func statusText(t *testing.T, home string) string {
	t.Helper()
	_, term := inTerminalAt(t, home, 80, "catcow", "status")
	return read(t, term)
}
