package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The log's files are marked by what the system forgets with the process: a lock
// on a file. A process that was killed holds none, nor does one from before the
// computer was started anew; a process number would be somebody else's by then.

const (
	lockName  = fileName + ".lock" // held while the database is opened, repaired, migrated
	runPrefix = "history.run-"     // held while a process has the log open
	runSuffix = ".lock"
)

// errHeld says that another holds the lock.
var errHeld = errors.New("another copy holds the lock")

// grab makes and locks a file. The error is errHeld if another has it locked.
func grab(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// await is grab with patience.
func await(ctx context.Context, path string, patience time.Duration) (*os.File, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		f, err := grab(path)
		if !errors.Is(err, errHeld) || ctx.Err() != nil {
			return f, err
		}
		rest(ctx, 10*time.Millisecond)
	}
}

// held reports whether somebody has the file locked.
func held(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	err = lock(f)
	_ = f.Close() // and with it our lock
	return errors.Is(err, errHeld)
}

// rest waits, at most as long as the context lasts.
func rest(ctx context.Context, d time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	<-ctx.Done()
}

// run is one process that has the log open: a name that is never used again and
// a file that is locked as long as it lives.
type run struct {
	id   string
	file *os.File // nil where no file could be made
}

// newRun marks a process as living. Whoever sweeps up may take the file away
// between its making and its locking: then it is made again.
func newRun(folder string) run {
	var r run
	for range 10 {
		r = run{id: newID()}
		path := runPath(folder, r.id)
		f, err := grab(path)
		if errors.Is(err, errHeld) {
			continue
		}
		if err != nil {
			return r
		}
		if there, err := os.Stat(path); err == nil {
			if here, err := f.Stat(); err == nil && os.SameFile(there, here) {
				r.file = f
				return r
			}
		}
		_ = f.Close()
	}
	return r
}

// end unmarks it.
func (r run) end() {
	if r.file == nil {
		return
	}
	_ = r.file.Close()
	_ = os.Remove(r.file.Name())
}

func runPath(folder, id string) string {
	return filepath.Join(folder, runPrefix+id+runSuffix)
}

// alive reports whether the process of a run still has the log open.
func alive(folder, id string) bool {
	return id != "" && held(runPath(folder, id))
}

// company reports whether another run than ours has the log open. The marks of
// the dead are swept up on the way.
func company(folder, own string) bool {
	others := false
	for id, path := range beside(folder, runPrefix, runSuffix) {
		switch {
		case id == own:
		case held(path):
			others = true
		default:
			_ = os.Remove(path)
		}
	}
	return others
}

// beside gives the files in a folder that are named after a run, and the run of
// each.
func beside(folder, prefix, suffix string) map[string]string {
	found := map[string]string{}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		id, ok := strings.CutPrefix(e.Name(), prefix)
		if id, is := strings.CutSuffix(id, suffix); ok && is && isID(id) && e.Type().IsRegular() {
			found[id] = filepath.Join(folder, e.Name())
		}
	}
	return found
}
