package history

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Where a file stands in the place of the folder, the session is kept in memory,
// and said to be lost when the log is closed.
func TestNoFolder(t *testing.T) {
	c := newClock()
	l, _ := openNowhere(t, c, "catcow")
	another(l, c)
	mustDo(t, l.flush(t.Context(), false))
	oneLine(t, l.Trouble(), unkeptText)
	_, err := l.Progress(t.Context(), 1)
	oneLine(t, err, "the log cannot be written (")
	oneLine(t, l.Close(t.Context()), "written nowhere")
}

// What is kept in memory is written as soon as there is a place for it.
func TestFolderComesBack(t *testing.T) {
	c := newClock()
	l, folder := openNowhere(t, c, "")
	s := another(l, c)
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l) // which makes it
	wantSessions(t, mustOpen(t, folder, c), s)
}

// While another program keeps the database locked, everything is in a file within
// moments, and goes into the database as soon as that is free.
func TestLocked(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	quick := testSetup()
	quick.busy = 10 * time.Millisecond
	mustClose(t, mustOpen(t, folder, c))
	l := mustOpenWith(t, folder, c, quick)
	before := another(l, c)
	noTrouble(t, l)
	release := lockOut(t, folder)
	during := another(l, c)
	if err := l.flush(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	oneLine(t, l.Trouble(), "the log is in use by another program; "+keptText)
	if err := l.Trouble(); err != nil {
		t.Errorf("told twice: %v", err)
	}
	if n := len(waitingFiles(folder)); n != 1 {
		t.Fatalf("%d files", n)
	}
	release()
	after := another(l, c)
	wantSessions(t, l, before, during, after)
	if n := len(waitingFiles(folder)); n != 0 {
		t.Errorf("%d files", n)
	}
	intact(t, folder)
}

// A log that is locked from the beginning on is no different, and what its
// process leaves behind is taken in by the next one: once.
func TestLockedFromTheBeginning(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	quick := testSetup()
	quick.busy = 10 * time.Millisecond
	mustClose(t, mustOpen(t, folder, c))
	release := lockOut(t, folder)
	l, err := open(t.Context(), folder, c.Now, quick)
	oneLine(t, err, "in use by another program")
	s := another(l, c)
	mustClose(t, l)
	files := waitingFiles(folder)
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	release()
	l = mustOpen(t, folder, c)
	wantSessions(t, l, s)
	mustClose(t, l)
	// As if the process had been killed before it removed the file.
	putWaiting(t, folder, filepath.Base(files[0]), string(text))
	l = mustOpen(t, folder, c)
	wantSessions(t, l, s)
	if n := len(waitingFiles(folder)); n != 0 {
		t.Errorf("%d files", n)
	}
	intact(t, folder)
}

// A full disk is one that takes no page more. Everything is in the file beside;
// once there is space again, it is in the database.
func TestFull(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	mustClose(t, mustOpen(t, folder, c))
	full := testSetup()
	full.connect = func(c *sqlite3.Conn) error { return c.Exec(`PRAGMA max_page_count = 1`) } // that is: as many as there are
	l := mustOpenWith(t, folder, c, full)
	var all []Session
	for range 40 {
		all = append(all, another(l, c))
	}
	if err := l.flush(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	oneLine(t, l.Trouble(), "the disk is full")
	mustClose(t, l)
	if n := len(waitingFiles(folder)); n < len(all)/2 {
		t.Fatalf("%d files", n)
	}
	l = mustOpen(t, folder, c)
	wantSessions(t, l, all...)
	intact(t, folder)
}

// Where the system gives no memory, the driver panics. The session runs, what is
// saved is kept beside, one line is said, and another process takes it in.
func TestDriverPanics(t *testing.T) {
	for _, when := range []string{"at the start", "later"} {
		t.Run(when, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			panics := when == "at the start"
			s := testSetup()
			s.connect = func(*sqlite3.Conn) error {
				if panics {
					panic("cannot allocate memory")
				}
				return nil
			}
			l, err := open(t.Context(), folder, c.Now, s)
			closeAfter(t, l)
			if panics {
				oneLine(t, err, "too little memory")
			}
			if !panics {
				l.setDatabase(nil, nil) // so that it is opened once more
			}
			panics = true
			saved := another(l, c)
			mustDo(t, l.flush(t.Context(), false))
			_, err = l.Progress(t.Context(), 4)
			oneLine(t, err, "too little memory")
			err = l.Trouble()
			if when == "later" {
				oneLine(t, err, "too little memory")
				oneLine(t, err, keptText)
			}
			mustClose(t, l)
			wantSessions(t, mustOpen(t, folder, c), saved)
			intact(t, folder)
		})
	}
}

// Where nothing was saved, nothing is said to be lost, or kept.
func TestNothingToLose(t *testing.T) {
	c := newClock()
	l, _ := openNowhere(t, c, "")
	mustClose(t, l)
}
