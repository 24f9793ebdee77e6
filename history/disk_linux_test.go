package history

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// disk is a small disk of its own.
func disk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=16m"); err != nil {
		t.Skip("no disk can be mounted here: ", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(folder, unix.MNT_DETACH) })
	return folder
}

// fill takes all the space there is, and gives it back.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	path := filepath.Join(folder, "film")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for size := 4096; size > 0; size /= 2 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
	_ = f.Close()
	return func() { _ = os.Remove(path) }
}

// A disk that is full to the last byte: what is told is kept in memory, and is in
// the log when there is space again.
func TestDiskFull(t *testing.T) {
	folder, c := disk(t), newClock()
	l := mustOpen(t, folder, c)
	all := []Session{another(l, c)}
	noTrouble(t, l)
	free := fill(t, folder)
	for range 8 {
		all = append(all, another(l, c))
	}
	if err := l.flush(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	oneLine(t, l.Trouble(), "make some space on it")
	free()
	all = append(all, another(l, c))
	wantSessions(t, l, all...)
	mustClose(t, l)
	if left := waitingFiles(folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	intact(t, folder)

	// Full at the start, and until the end: that something is lost is said.
	free = fill(t, folder)
	l, err := open(t.Context(), folder, c.Now, testSetup())
	oneLine(t, err, "make some space on it")
	another(l, c)
	oneLine(t, l.Close(t.Context()), "written nowhere")
	free()
	wantSessions(t, mustOpen(t, folder, c), all...)
}

// A folder that nothing can be written to is read all the same.
func TestDiskReadOnly(t *testing.T) {
	folder, c := disk(t), newClock()
	s := written(t, folder, c, 1)[0]
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skip("cannot be mounted again: ", err)
	}
	l, err := open(t.Context(), folder, c.Now, testSetup())
	closeAfter(t, l)
	oneLine(t, err, "read-only file system")
	wantSessions(t, l, s)
	another(l, c)
	wantSessions(t, l, s)
	if _, err := l.Progress(t.Context(), 4); err != nil {
		t.Error(err)
	}
	// It can be written to again before the end.
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT, ""); err != nil {
		t.Skip("cannot be mounted again: ", err)
	}
	mustClose(t, l)
	if got := sessions(t, mustOpen(t, folder, c)); len(got) != 2 {
		t.Errorf("%d sessions", len(got))
	}
}
