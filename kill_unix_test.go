//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
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

func listSessions(t *testing.T, log *history.Log) (all []history.Session, err error) {
	t.Helper()
	err = log.EachSession(t.Context(), history.Filter{}, func(s history.Session) error {
		all = append(all, s)
		return nil
	})
	return all, err
}

// written is how many stages of the one session are written down, -1 if it is not
// there yet.
func written(t *testing.T, log *history.Log) int {
	t.Helper()
	sessions, err := listSessions(t, log)
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

// Killed as one changes sides, or comes out of a pose, for good or because it hurts, it
// goes on so that every stage is written down once, and on its side.
func TestKilledOnTheWay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind  string // of the stage that it is killed in
		hurts bool   // it was come to from a hold that hurt
		says  string // as it goes on
	}{
		{kind: "switch", says: "left side, set 1"},
		{kind: "release", says: "We go on with"},
		{kind: "release", hurts: true, says: "We go on with"},
	} {
		t.Run(fmt.Sprintf("%s %v", tt.kind, tt.hurts), func(t *testing.T) {
			t.Parallel()
			home := home(t)
			stages := planned(t, home)
			sided := slices.IndexFunc(stages, func(s stageOf) bool { return s.Kind == "switch" })
			at := sided + slices.IndexFunc(stages[sided:], func(s stageOf) bool { return s.Kind == tt.kind })
			w := watchAt(t, home, "catcow", "start", "lower-back")
			w.until("get ready")
			log, err := history.Open(t.Context(), filepath.Join(home, "catcow"), time.Now)
			if err != nil {
				t.Fatal(err)
			}
			steps := at
			if tt.hurts {
				steps = sided - 1 // the last hold of the first side
			}
			for range steps {
				w.press("n")
			}
			w.wait("stage written down", func() bool { return written(t, log) == steps })
			if tt.hurts {
				w.press("x")
				w.until("skip")
				w.press("s")
				w.wait("way out", func() bool { return written(t, log) == at })
			}
			_ = w.cmd.Process.Kill()
			if err := <-w.over; err == nil {
				t.Fatal("it was not killed")
			}

			again := watchAt(t, home, "catcow")
			again.until("go on?")
			again.press("y")
			again.until(tt.says)
			again.press(" ")
			last, pressed := -1, time.Time{}
			again.wait("the clock", func() bool {
				n := written(t, log)
				if n != last || time.Since(pressed) > 2*time.Second { // the one before was taken, or was lost
					last, pressed = n, time.Now()
					again.press("n")
				}
				return n >= at+3
			})
			_ = again.cmd.Process.Kill()
			if err := <-again.over; err == nil {
				t.Fatal("it was not killed")
			}
			id := ""
			if all, err := listSessions(t, log); err == nil {
				id = all[0].ID
			}
			s, err := log.Resume(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			for i, stage := range s.Stages {
				if want := stages[i]; stage.Index != i || stage.Pose != want.Pose || isWork(stage.Kind) && stage.Side != want.Side {
					t.Errorf("the stage %d is written down as %+v, want %+v", i, stage, want)
				}
			}
			if err := log.Close(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

func isWork(kind string) bool { return kind == "hold" || kind == "reps" }

// stageOf is a stage as "plan --json" has it.
type stageOf struct{ Kind, Pose, Side string }

// planned is the stages of Lower Back.
func planned(t *testing.T, home string) []stageOf {
	t.Helper()
	_, term := inTerminalAt(t, home, 80, "catcow", "plan", "lower-back", "--json")
	var plan struct{ Stages []stageOf }
	if err := json.Unmarshal([]byte(read(t, term)), &plan); err != nil {
		t.Fatal(err)
	}
	return plan.Stages
}
