//go:build unix

package history

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Whatever the habits of the system, nobody else may read a file of the log; and
// none is left open to be read in a folder that was there before.
func TestPrivate(t *testing.T) {
	old := unix.Umask(0)
	defer unix.Umask(old)
	folder, c := t.TempDir(), newClock()
	mustDo(t, os.Chmod(folder, 0o755))
	quick := testSetup()
	quick.busy = time.Millisecond
	l := mustOpenWith(t, folder, c, quick)
	another(l, c)
	noTrouble(t, l)
	release := lockOut(t, folder)
	another(l, c)
	mustDo(t, l.flush(t.Context(), false))
	release()
	later := testSetup()
	later.steps = append(later.steps, `SELECT 1`)
	files := 0
	check := func() {
		mustDo(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || path == folder {
				return err
			}
			info, err := e.Info()
			if err == nil && info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s: %v", path, info.Mode())
			}
			files++
			return err
		}))
	}
	check()
	mustClose(t, l)
	l = mustOpenWith(t, folder, c, later) // which makes a copy first
	another(l, c)
	noTrouble(t, l)
	check()
	if files < 9 {
		t.Errorf("only %d files", files)
	}
}

// What is a pipe, or a folder, in the place of a file is never waited for.
func TestNoFile(t *testing.T) {
	pipe := func(path string) error { return unix.Mkfifo(path, 0o600) }
	folder := func(path string) error { return os.Mkdir(path, 0o700) }
	nowhere := func(path string) error { return os.Symlink(filepath.Join(path, "nowhere"), path) }
	loop := func(path string) error { return os.Symlink(path, path) }
	dead := func(path string) error { return os.Symlink("/none/at/all", path) }
	for _, test := range []struct {
		name, want string
		make       func(path string) error
	}{
		{fileName, "the log cannot be read (history.db is not a file)", pipe},
		{fileName, "the log cannot be read (history.db is a folder)", folder},
		{fileName, "the log cannot be read (history.db is a link that leads nowhere)", dead},
		{fileName, "the log cannot be read (", nowhere},
		{fileName, "the log cannot be read (too many levels of symbolic links)", loop},
		{fileName + "-wal", "history.db-wal is a link that leads nowhere", dead},
		{fileName + "-journal", "history.db-journal is not a file", pipe},
		{fileName + "-journal", "history.db-journal is a folder", folder},
		{waitingFolder, "", pipe},
		{waitingFolder + "/gone.A.json", "", pipe},
		{waitingFolder + "/gone.A.json", "", folder},
		{lockName, "the log cannot be opened (", folder},
	} {
		t.Run(strings.ReplaceAll(test.name, "/", " ")+": "+test.want, func(t *testing.T) {
			dir, c := t.TempDir(), newClock()
			path := filepath.Join(dir, filepath.FromSlash(test.name))
			mustDo(t, os.MkdirAll(filepath.Dir(path), 0o700), test.make(path))
			l, err := open(t.Context(), dir, c.Now, testSetup())
			closeAfter(t, l)
			if test.want != "" {
				oneLine(t, err, test.want)
			} else if err != nil {
				t.Error(err)
			}
			s := another(l, c)
			mustClose(t, l)
			mustDo(t, os.RemoveAll(path))
			wantSessions(t, mustOpen(t, dir, c), s)
		})
	}
}

// The same beside a database that is there: none of the files that SQLite opens with it
// is waited for.
func TestNoFileBeside(t *testing.T) {
	for _, name := range []string{"-journal", "-wal", "-shm"} {
		t.Run(name, func(t *testing.T) {
			dir, c := t.TempDir(), newClock()
			before := written(t, dir, c, 1)[0]
			path := filepath.Join(dir, fileName+name)
			mustDo(t, unix.Mkfifo(path, 0o600))
			l, err := open(t.Context(), dir, c.Now, testSetup())
			closeAfter(t, l)
			oneLine(t, err, "the log cannot be read ("+fileName+name+" is not a file)")
			_, err = l.Progress(t.Context(), 1)
			oneLine(t, err, "the log cannot be read ("+fileName+name+" is not a file)")
			during := another(l, c)
			err = l.Export(t.Context(), io.Discard, "json", time.Time{})
			if want := "the log cannot be read (" + fileName + name + " is not a file)"; err == nil || err.Error() != want {
				t.Errorf("export: %v, want %s", err, want)
			}
			mustClose(t, l)
			mustDo(t, os.Remove(path))
			wantSessions(t, mustOpen(t, dir, c), before, during)
		})
	}
}
