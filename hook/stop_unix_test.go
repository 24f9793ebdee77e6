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

// A command that still runs when all is over is not left behind.
func TestCloseStopsWhatRuns(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pid")
	command := []string{"sh", "-c", `echo $$ >"$0.new"; mv "$0.new" "$0"; exec sleep 1000`, file}
	r := New(Commands{Start: command, Stage: nil, End: nil}, encode)
	r.Save(history.Session{ID: "a"})
	var text []byte
	for err := os.ErrNotExist; errors.Is(err, os.ErrNotExist); time.Sleep(time.Millisecond) {
		text, err = os.ReadFile(file)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.Close(ctx); err == nil || !strings.Contains(err.Error(), "was stopped") {
		t.Errorf("%v", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, 0); !errors.Is(err, syscall.ESRCH) {
		t.Errorf("it is still there: %v", err)
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}
