package history

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Who has the log open, and who may change its form, is told by locks on files. A
// process that was killed holds none, nor does one from before the computer was
// started anew; a process number would be somebody else's by then.

const (
	lockName     = fileName + ".lock" // held while the database is opened, repaired, migrated
	lockPatience = 3 * time.Second    // for another copy that is opening the log too
	lockPace     = 10 * time.Millisecond
	runPrefix    = "history.run-" // held by a process that has the log open
	runSuffix    = ".lock"
)

// errHeld says that another holds the lock.
var errHeld = errors.New("another copy holds the lock")

// takeLock waits until nobody else holds a lock.
func takeLock(ctx context.Context, path string) (*flock.Flock, error) {
	ctx, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	f := newLock(path, os.O_CREATE)
	_, err := f.TryLockContext(ctx, lockPace)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, errHeld
	case err != nil:
		return nil, fileError{err, "opened"}
	}
	return f, nil
}

// run is one process that has the log open: a name that is never used again and a
// file that is locked as long as the process lives.
type run struct {
	id   string
	file *flock.Flock // nil while there is none
}

// begin marks the process as living, where a file can be made. The folder is
// locked, so that nobody sweeps the file up before it is.
func (r *run) begin(ctx context.Context, folder string) {
	if r.file != nil && fileExists(r.file.Path()) {
		return
	}
	r.end()
	r.file, _ = takeLock(ctx, runPath(folder, r.id)) // nil where it cannot be made
}

func (r *run) end() {
	if r.file == nil {
		return
	}
	_ = r.file.Close()
	_ = os.Remove(r.file.Path())
	r.file = nil
}

func newLock(path string, flags int) *flock.Flock {
	return flock.New(path, flock.SetFlag(os.O_RDWR|flags), flock.SetPermissions(0o600))
}

func runPath(folder, id string) string { return filepath.Join(folder, runPrefix+id+runSuffix) }

// isAlive reports whether the process of a run still has the log open.
func isAlive(folder, id string) bool {
	if id == "" {
		return false
	}
	f := newLock(runPath(folder, id), 0)
	held, err := f.TryRLock() // which others who look can do at the same time
	_ = f.Close()
	return err == nil && !held
}

// sweepRuns removes what killed processes left of their marks. The folder is locked,
// so that nobody takes one that is let go before it is removed: Windows removes no
// file that is open.
func sweepRuns(folder string) {
	names, _ := fs.Glob(os.DirFS(folder), runPrefix+"*"+runSuffix)
	for _, name := range names {
		f := newLock(filepath.Join(folder, name), 0)
		held, err := f.TryLock()
		_ = f.Close()
		if err == nil && held {
			_ = os.Remove(f.Path())
		}
	}
}
