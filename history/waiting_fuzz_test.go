package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// FuzzWaiting takes in a file that another process may have left: it is in the log,
// which stays whole and gives and takes an export of it, or it is put aside. None is
// in the way of those after it.
func FuzzWaiting(f *testing.F) {
	c := newClock()
	name, text := waitingText(f, c)
	f.Add(text)
	f.Add(documentText(goodSession, goodPEG))
	f.Add(documentText(goodSession+","+strings.Replace(goodSession, `"A"`, `"B"`, 1), ""))
	f.Add(text[:len(text)/2])
	f.Add(strings.Replace(text, `"before":null`, `"before":11`, 1))
	f.Add(strings.Replace(text, `"started":"2026`, `"started":"9999`, 1))
	f.Add(`{"version":2}`)
	folder := f.TempDir()
	l := mustOpen(f, folder, c)
	path := filepath.Join(folder, waitingFolder, name)
	f.Fuzz(func(t *testing.T, text string) {
		putWaiting(t, folder, name, text)
		if err := l.takeWaiting([]string{path}); err != nil {
			t.Fatal(err)
		}
		if fileExists(path) {
			t.Fatal("it is in the way")
		}
		_ = os.Remove(path + unreadSuffix)
		if err := l.Trouble(); err != nil && (strings.Contains(err.Error(), "\n") || clean(err.Error(), 1000) != err.Error()) {
			t.Fatalf("the error %q is not one plain line", err)
		}
		out := export(t, l, JSON, time.Time{})
		// What this machine wrote by a clock that was ahead waits for the clock elsewhere.
		if _, _, err := l.Import(t.Context(), strings.NewReader(out)); err != nil && !strings.Contains(err.Error(), "lies in the future") {
			t.Fatalf("does not take back what it gave: %v", err)
		}
		if _, err := l.db.ExecContext(t.Context(), `DELETE FROM session; DELETE FROM peg`); err != nil {
			t.Fatal(err)
		}
	})
}
