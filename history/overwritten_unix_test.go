//go:build unix

package history

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// overwrite writes something over a file from its beginning, as cp does: it stays
// the same file.
func overwrite(path string, text []byte, length int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(text, 0)
	return errors.Join(err, f.Truncate(length), f.Close())
}

// grown makes a log that is much larger than an older copy of it.
func grown(t *testing.T, folder string, c *clock, count int) (older []byte, first []Session) {
	t.Helper()
	first = written(t, folder, c, count)
	older, err := os.ReadFile(filepath.Join(folder, fileName))
	mustDo(t, err)
	written(t, folder, c, 60)
	return older, first
}

// What is written over the file that is open, by what keeps its name and its place on
// the disk, is noticed as well: what this process saved is in the log afterwards, with
// all that is in what was written, and it is said.
func TestFileIsOverwritten(t *testing.T) {
	remove := func(path string) error { return errors.Join(os.Remove(path+"-wal"), os.Remove(path+"-shm")) }
	tests := []struct {
		name  string
		older bool // there is an older copy under the name then
		do    func(path string, older []byte, size int64) error
	}{
		{"by an older copy", true, func(path string, older []byte, _ int64) error {
			return overwrite(path, older, int64(len(older)))
		}},
		{"by an older copy alone", true, func(path string, older []byte, _ int64) error {
			return errors.Join(overwrite(path, older, int64(len(older))), remove(path))
		}},
		{"cut to nothing", false, func(path string, _ []byte, _ int64) error { return os.Truncate(path, 0) }},
		{"cut to nothing, alone", false, func(path string, _ []byte, _ int64) error {
			return errors.Join(os.Truncate(path, 0), remove(path))
		}},
		{"cut in half", false, func(path string, _ []byte, size int64) error { return os.Truncate(path, size/2) }},
		{"cut in a page", false, func(path string, _ []byte, size int64) error { return os.Truncate(path, size-1000) }},
		{"by garbage", false, func(path string, _ []byte, size int64) error {
			return overwrite(path, make([]byte, size/2), size) // more than the log of changes can mend
		}},
		{"by garbage behind the beginning", false, func(path string, older []byte, size int64) error {
			return overwrite(path, append(older[:4096:4096], make([]byte, size-4096)...), size)
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			path := filepath.Join(folder, fileName)
			older, first := grown(t, folder, c, 3)

			l := mustOpen(t, folder, c)
			l.SavePEG(PEG{At: c.Now(), Pain: 5})
			s := begin(l, c)
			play(l, c, s, 0, 4)
			noTrouble(t, l)
			mustDo(t, test.do(path, older, fileSize(path)))
			play(l, c, s, 4, 9)
			finish(l, s, Finished)
			rateAfter(l, s, 3)
			want := []Session{*s}
			if test.older {
				want = append(want, first...)
			}
			hasSessions(t, l, want...)
			if err := l.Trouble(); err == nil || strings.Contains(err.Error(), ": 0 sessions") {
				t.Errorf("trouble: %v", err)
			}
			if _, ok := l.LastPEG(t.Context()); !ok {
				t.Error("the answer is lost")
			}
			want = append(want, another(l, c))
			mustClose(t, l)
			l = mustOpen(t, folder, c)
			hasSessions(t, l, want...)
			noTrouble(t, l)
			mustClose(t, l)
			intact(t, folder)
		})
	}
}

// What SQLite does to the file by itself, or another program by way of it, is nothing to
// speak of.
func TestFileChangesRightly(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(t *testing.T, folder string, c *clock) []Session
	}{
		{"changes moved into it", func(t *testing.T, folder string, _ *clock) []Session {
			t.Helper()
			must(t, raw(t, folder), `PRAGMA wal_checkpoint(truncate)`)
			return nil
		}},
		{"written to by another copy", func(t *testing.T, folder string, c *clock) []Session {
			t.Helper()
			other := mustOpen(t, folder, c)
			s := another(other, c)
			noTrouble(t, other)
			must(t, raw(t, folder), `PRAGMA wal_checkpoint(truncate)`)
			mustClose(t, other)
			return []Session{s}
		}},
		{"made smaller", func(t *testing.T, folder string, _ *clock) []Session {
			t.Helper()
			must(t, raw(t, folder), `VACUUM`)
			must(t, raw(t, folder), `PRAGMA wal_checkpoint(truncate)`)
			return nil
		}},
		{"another time", func(t *testing.T, folder string, c *clock) []Session {
			t.Helper()
			mustDo(t, os.Chtimes(filepath.Join(folder, fileName), c.Now(), c.Now()))
			return nil
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			l := mustOpen(t, folder, c)
			l.SavePEG(PEG{At: c.Now(), Pain: 5})
			all := []Session{another(l, c), another(l, c)}
			noTrouble(t, l)
			before, err := os.Stat(filepath.Join(folder, fileName))
			mustDo(t, err)
			for range 3 {
				all = append(all, test.do(t, folder, c)...)
				all = append(all, another(l, c))
				noTrouble(t, l)
			}
			wantSessions(t, l, all...)
			after, err := os.Stat(filepath.Join(folder, fileName))
			mustDo(t, err)
			if !os.SameFile(before, after) {
				t.Error("another file")
			}
			mustClose(t, l)
			intact(t, folder)
		})
	}
}

// Two copies that have the file open both go on in what was written over it, with all
// that either saved.
func TestFileIsOverwrittenAndShared(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	path := filepath.Join(folder, fileName)
	older, all := grown(t, folder, c, 1)
	one, two := mustOpen(t, folder, c), mustOpen(t, folder, c)
	all = append(all, another(one, c), another(two, c))
	noTrouble(t, one)
	noTrouble(t, two)
	mustDo(t, overwrite(path, older, int64(len(older))))
	all = append(all, another(one, c), another(two, c))
	for _, l := range []*Log{two, one, two} {
		sessions(t, l)
	}
	hasSessions(t, one, all...)
	hasSessions(t, two, all...)
	mustClose(t, one)
	mustClose(t, two)
	hasSessions(t, mustOpen(t, folder, c), all...)
	intact(t, folder)
}

// The index of the log of changes is a file that lies in memory: cut off, it is not there
// to be read, and the system ends whoever tries. What is saved goes beside it then.
func TestIndexIsCutOff(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(l *Log, c *clock, s *Session)
	}{
		{"while saving", func(*Log, *clock, *Session) {}},
		{"while asking", func(l *Log, _ *clock, _ *Session) { _, _ = l.list(t.Context(), Filter{}) }},
		{"while closing", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			l := mustOpen(t, folder, c)
			s := begin(l, c)
			play(l, c, s, 0, 4)
			noTrouble(t, l)
			mustDo(t, os.Truncate(filepath.Join(folder, fileName+"-shm"), 0))
			if test.do != nil {
				test.do(l, c, s)
				play(l, c, s, 4, 9)
				finish(l, s, Finished)
				_ = l.flush(t.Context(), false)
				oneLine(t, l.Trouble(), "another program has cut off a file of the log")
			}
			mustClose(t, l)

			// As after the end of this process, which holds its locks until then.
			next := t.TempDir()
			mustDo(t, os.CopyFS(next, os.DirFS(folder)), os.Remove(filepath.Join(next, fileName+"-shm")))
			l = mustOpen(t, next, c)
			if got := sessions(t, l); len(got) != 1 || got[0].ID != s.ID || got[0].Next != s.Next || got[0].End != s.End {
				t.Errorf("got %+v\nwant %+v", got, *s)
			}
			mustClose(t, l)
		})
	}
}
