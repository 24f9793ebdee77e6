//go:build unix

package history

import (
	"os"
	"path/filepath"
	"testing"
)

// A program may be killed after another one wrote over its log and before it noticed:
// what it had saved is there at the next start all the same.
func TestKilledAfterAnOverwrite(t *testing.T) {
	for _, test := range []struct {
		name  string
		older bool // there is an older copy under the name then
		do    func(path string, older []byte, size int64) error
	}{
		{"by an older copy", true, func(path string, older []byte, _ int64) error {
			return overwrite(path, older, int64(len(older)))
		}},
		{"by an older copy alone", true, func(path string, older []byte, _ int64) error {
			_ = os.Remove(path + "-wal")
			return overwrite(path, older, int64(len(older)))
		}},
		{"cut to nothing", false, func(path string, _ []byte, _ int64) error { return os.Truncate(path, 0) }},
		{"removed", false, func(path string, _ []byte, _ int64) error { return os.Remove(path) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			path := filepath.Join(folder, fileName)
			l := mustOpen(t, folder, c)
			first := []Session{another(l, c), another(l, c), another(l, c)}
			mustClose(t, l)
			older, err := os.ReadFile(path)
			mustDo(t, err)
			l = mustOpen(t, folder, c)
			for range 60 {
				another(l, c)
			}
			mustClose(t, l)

			l = mustOpen(t, folder, c)
			closeAfter(t, l)
			l.SavePEG(PEG{At: c.Now(), Pain: 5})
			whole := another(l, c)
			s := begin(l, c)
			play(l, c, s, 0, 4)
			noTrouble(t, l)
			mustDo(t, test.do(path, older, fileSize(path)))
			left := t.TempDir() // as it is when the power is cut
			mustDo(t, os.CopyFS(left, os.DirFS(folder)))

			l = mustOpenAnyway(t, left, c)
			want := []Session{whole}
			if test.older {
				want = append(want, first...)
			}
			hasSessions(t, l, want...)
			if again, ok := l.Unfinished(t.Context()); !ok || again.ID != s.ID || again.Next != 4 {
				t.Errorf("to go on with: %v, %+v; want %s", ok, again, s.ID)
			}
			if _, ok := l.LastPEG(t.Context()); !ok {
				t.Error("the answer is lost")
			}
			mustClose(t, l)
			intact(t, left)
			if files, _ := os.ReadDir(filepath.Join(left, waitingFolder)); len(files) > 0 {
				t.Errorf("left beside the log: %v", files)
			}
		})
	}
}

// mustOpenAnyway opens a log with which something may be wrong.
func mustOpenAnyway(t *testing.T, folder string, c *clock) *Log {
	t.Helper()
	l, err := open(t.Context(), folder, c.Now, testSetup())
	t.Logf("it says: %v", err)
	return l
}
