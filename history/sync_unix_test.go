//go:build unix

package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// What is no file in the folder of several machines is not waited for, and trouble with that
// folder is not said to be the log's.
func TestSyncWithWhatIsNoFile(t *testing.T) {
	for _, test := range []struct {
		name, want string
		make       func(path string) error
	}{
		{"pipe", "", func(path string) error { return unix.Mkfifo(path, 0o600) }},
		{"link to a pipe", "", func(path string) error {
			return os.Symlink(pipeBeside(path), path)
		}},
		{"link to what never ends", "", func(path string) error { return os.Symlink("/dev/zero", path) }},
		{"folder", "trouble", func(path string) error { return os.MkdirAll(filepath.Join(path, "inside"), 0o700) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, shared := newClock(), t.TempDir()
			l := mustOpen(t, t.TempDir(), c)
			another(l, c)
			if _, err := l.Sync(t.Context(), shared); err != nil {
				t.Fatal(err)
			}
			mine := glob(shared, "*")
			if len(mine) != 1 {
				t.Fatal(mine)
			}
			mustDo(t, os.Remove(mine[0]), test.make(mine[0]))
			another(l, c)
			done := make(chan error, 1)
			go func() {
				_, err := l.Sync(t.Context(), shared)
				done <- err
			}()
			select {
			case err := <-done:
				if test.want == "" && err != nil || err != nil && (!strings.HasPrefix(err.Error(), mine[0]) || strings.Contains(err.Error(), "the log")) {
					t.Error(err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it waits")
			}
		})
	}
}

// pipeBeside makes a pipe elsewhere for a file to lead to.
func pipeBeside(path string) string {
	pipe := filepath.Join(filepath.Dir(path), "pipe")
	_ = unix.Mkfifo(pipe, 0o600)
	return pipe
}
