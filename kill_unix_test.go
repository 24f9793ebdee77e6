//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
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
		t.Run(fmt.Sprint(stages), func(t *testing.T) {
			home := home(t)
			w := watchAt(t, home, "catcow", "start", "lower-back")
			w.until("get ready")
			for range stages {
				w.press("n")
				time.Sleep(30 * time.Millisecond)
			}
			time.Sleep(time.Duration(random.IntN(150)) * time.Millisecond)
			_ = w.cmd.Process.Kill()
			if err := <-w.over; err == nil {
				t.Fatal("it was not killed")
			}

			log, err := history.Open(t.Context(), filepath.Join(home, "catcow"), time.Now)
			if err != nil {
				t.Fatal(err)
			}
			sessions, err := log.Sessions(t.Context(), history.Filter{})
			if err != nil || len(sessions) != 1 || sessions[0].End != "" {
				t.Fatalf("%+v, %v", sessions, err)
			}
			// The last key may not have been read yet.
			if s := sessions[0]; s.Stage > stages || s.Stage < stages-1 {
				t.Errorf("%d stages are written down, %d were gone through", s.Stage, stages)
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
