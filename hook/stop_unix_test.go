//go:build unix

package hook

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"catcow/history"
)

// A command that still runs when all is over is not left behind, nor is what it has
// started. What one has left behind before goes on.
func TestCloseStopsWhatRuns(t *testing.T) {
	folder := t.TempDir()
	left, file, child := filepath.Join(folder, "left"), filepath.Join(folder, "pid"), filepath.Join(folder, "child")
	const note = `sleep 1000 & echo $! >"$1.new"; mv "$1.new" "$1"; `
	r := New(Commands{
		Start: {"sh", "-c", note, "", left},
		Stage: {"sh", "-c", note + `echo $$ >"$2.new"; mv "$2.new" "$2"; exec sleep 1000`, "", child, file},
		End:   nil,
	}, encode)
	r.Save(history.Session{ID: "a"})
	r.Save(history.Session{ID: "a", Stages: []history.Stage{{}}})
	running := readPID(t, file)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.Close(ctx); err == nil || !strings.Contains(err.Error(), "was stopped") {
		t.Errorf("%v", err)
	}
	if !isGone(running) {
		t.Error("it is still there")
	}
	if !isGone(readPID(t, child)) {
		t.Error("what it has started is still there")
	}
	pid := readPID(t, left)
	if syscall.Kill(pid, 0) != nil {
		t.Error("what one has left behind is gone")
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
}

// readPID waits for the number of a process in a file.
func readPID(t *testing.T, file string) int {
	t.Helper()
	var text []byte
	for err := os.ErrNotExist; errors.Is(err, os.ErrNotExist); time.Sleep(time.Millisecond) {
		text, err = os.ReadFile(file)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// isGone reports whether a process is gone soon; else it ends it.
func isGone(pid int) bool {
	for range 500 {
		if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) || isZombie(pid) {
			return true
		}
		time.Sleep(2 * time.Millisecond)
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	return false
}

// isZombie reports whether a process has ended and nobody has looked after it, where the
// system tells: in some containers nobody does.
func isZombie(pid int) bool {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	_, state, found := strings.Cut(string(stat), ") ")
	return err == nil && found && strings.HasPrefix(state, "Z")
}
