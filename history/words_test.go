package history

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// What is said of an error is what went wrong, and of space only where there is none.
func TestExplain(t *testing.T) {
	const full, yours = "the disk is full; make some space on it", "; make its file and its folder yours"
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "/home/me/history.db", Err: err} }
	for _, test := range []struct {
		want string
		errs []error
	}{
		{full, []error{sqlite3.FULL}},
		{full, []error{sqlite3.IOERR_WRITE, syscall.ENOSPC}},
		{full, []error{sqlite3.IOERR_SHMSIZE, at(syscall.EDQUOT)}},
		{full, []error{fileError{at(syscall.ENOSPC), "written"}}},
		{"the log cannot be read (input/output error)", []error{sqlite3.IOERR_READ, syscall.EIO}},
		{"the log cannot be read (input/output error)", []error{sqlite3.IOERR_FSTAT, at(syscall.EIO)}},
		{"the log cannot be read; look at its disk", []error{sqlite3.IOERR_READ}},
		{"the log cannot be read; look at its disk", []error{sqlite3.IOERR_SHORT_READ}},
		{"the log cannot be written (input/output error)", []error{sqlite3.IOERR_FSYNC, syscall.EIO}},
		{"the log cannot be locked; look at its disk", []error{sqlite3.IOERR_SHMLOCK}},
		{"the log cannot be locked (permission denied)" + yours, []error{sqlite3.IOERR_UNLOCK, syscall.EACCES}},
		{"the log cannot be locked; it may be in use by another program", []error{sqlite3.PROTOCOL}},
		{"the log is in use by another program", []error{sqlite3.BUSY_RECOVERY}},
		{"the log cannot be opened (permission denied)" + yours, []error{sqlite3.CANTOPEN, at(syscall.EACCES)}},
		{"the log cannot be opened (input/output error)", []error{sqlite3.CANTOPEN, at(syscall.EIO)}},
		{"the log cannot be opened (input/output error)", []error{sqlite3.IOERR_SHMOPEN, syscall.EIO}},
		{"the log cannot be opened (input/output error)", []error{fileError{at(syscall.EIO), "opened"}}},
		{"the log cannot be made (is no folder)", []error{fileError{errors.New("is no folder"), "made"}}},
		{"the log can only be read" + yours, []error{sqlite3.READONLY}},
		{"the log is damaged; start again, and it will be mended", []error{sqlite3.CORRUPT}},
	} {
		err := errors.Join(test.errs...)
		if got := strings.ToLower(explain(err).Error()); got != test.want {
			t.Errorf("%q: %q, want %q", err, got, test.want)
		}
	}
}

// Of a session is spoken only while there is one, and of what is kept beside the log only
// while it is not in it.
func TestTroubleIsTrue(t *testing.T) {
	for _, test := range []struct {
		name   string
		save   func(l *Log, c *clock)
		goesOn bool
	}{
		{"a session under way", func(l *Log, c *clock) { play(l, c, begin(l, c), 0, 2) }, true},
		{"a session that is over", func(l *Log, c *clock) { another(l, c) }, false},
		{"answers", func(l *Log, c *clock) { l.SavePEG(PEG{At: c.Now()}) }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			quick := testSetup()
			quick.busy = time.Millisecond
			l := mustOpenWith(t, folder, c, quick)
			release := lockOut(t, folder)
			test.save(l, c)
			mustDo(t, l.flush(t.Context(), false))
			err := l.Trouble()
			oneLine(t, err, keptText)
			if err != nil && strings.Contains(err.Error(), "the session goes on") != test.goesOn {
				t.Errorf("%v", err)
			}
			release()
		})
	}
	t.Run("all is written in the end", func(t *testing.T) {
		folder, c := t.TempDir(), newClock()
		quick := testSetup()
		quick.busy = time.Millisecond
		l := mustOpenWith(t, folder, c, quick)
		release := lockOut(t, folder)
		another(l, c)
		mustDo(t, l.flush(t.Context(), false))
		release()
		mustClose(t, l)
		noTroubleNow(t, l)
	})
	t.Run("it is not", func(t *testing.T) {
		folder, c := t.TempDir(), newClock()
		quick := testSetup()
		quick.busy = time.Millisecond
		l := mustOpenWith(t, folder, c, quick)
		defer lockOut(t, folder)()
		play(l, c, begin(l, c), 0, 2)
		mustClose(t, l)
		err := l.Trouble()
		oneLine(t, err, keptText)
		if err != nil && strings.Contains(err.Error(), "goes on") {
			t.Errorf("%v", err)
		}
	})
}

func noTroubleNow(t *testing.T, l *Log) {
	t.Helper()
	if err := l.Trouble(); err != nil {
		t.Errorf("trouble: %v", err)
	}
}
