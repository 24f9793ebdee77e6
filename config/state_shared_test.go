package config_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"catcow/config"
)

const (
	writers = 4
	times   = 10
)

// count is a writer that must not lose the writings of the others.
func count() error {
	for range times {
		err := config.UpdateState(func(s *config.State) {
			n, _ := strconv.Atoi(s.Routine)
			s.Routine = strconv.Itoa(n + 1)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func TestUpdateState_LosesNothingAmongGoroutines(t *testing.T) {
	home(t)
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			if err := count(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	remembers(t, config.State{Routine: strconv.Itoa(writers * times)})
}

// writerVariable makes a process of the test one of the writers.
const writerVariable = "STATE_WRITER"

func TestUpdateState_LosesNothingAmongPrograms(t *testing.T) {
	if os.Getenv(writerVariable) != "" {
		if err := count(); err != nil {
			t.Fatal(err)
		}
		return
	}
	dir := home(t)
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
			c.Env = append(os.Environ(), writerVariable+"=1", "XDG_STATE_HOME="+filepath.Join(dir, "state"))
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	remembers(t, config.State{Routine: strconv.Itoa(writers * times)})
}

// A program that is stopped while it holds the lock must not stop the others for
// good.
func TestUpdateState_DoesNotWaitForEver(t *testing.T) {
	home(t)
	update(t, func(s *config.State) { s.Routine = "neck" })
	var inner error
	synctest.Test(t, func(t *testing.T) { // its seconds pass at once
		update(t, func(*config.State) {
			inner = config.UpdateState(func(s *config.State) { s.Routine = "hips" })
		})
	})
	if inner == nil || !strings.HasSuffix(inner.Error(), "another catcow is busy with it; try again") {
		t.Errorf("got %v", inner)
	}
	remembers(t, config.State{Routine: "neck"})
}
