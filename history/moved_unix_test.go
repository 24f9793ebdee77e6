//go:build unix

package history

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// The file that is open may be removed, renamed, or replaced by an older copy while
// a session is under way: the session goes on in what is there under the name, with
// everything that was known before, and it is said.
func TestFileIsNoLongerTheFile(t *testing.T) {
	tests := []struct {
		name string
		do   func(folder, path, older string) error
	}{
		{"removed", func(_, path, _ string) error {
			return errors.Join(os.Remove(path), os.Remove(path+"-wal"), os.Remove(path+"-shm"))
		}},
		{"removed alone", func(_, path, _ string) error { return os.Remove(path) }},
		{"folder removed", func(folder, _, _ string) error { return os.RemoveAll(folder) }},
		{"folder renamed", func(folder, _, _ string) error { return os.Rename(folder, folder+"-away") }},
		{"renamed", func(_, path, _ string) error { return os.Rename(path, path+".bak") }},
		{"replaced by an older copy", func(_, path, older string) error {
			return errors.Join(os.Remove(path+"-wal"), os.Remove(path+"-shm"), os.Rename(older, path))
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder, c := filepath.Join(t.TempDir(), "catcow"), newClock()
			path := filepath.Join(folder, fileName)
			first := written(t, folder, c, 1)[0]
			older := filepath.Join(t.TempDir(), "older")
			copyTo(t, path, older)

			l := mustOpen(t, folder, c)
			second := another(l, c)
			l.SavePEG(PEG{At: c.Now(), Pain: 5})
			s := begin(l, c)
			play(l, c, s, 0, 4)
			noTrouble(t, l)
			mustDo(t, test.do(folder, path, older))
			play(l, c, s, 4, 9)
			finish(l, s, Finished)
			rateAfter(l, s, 3)
			wantSessions(t, l, first, second, *s)
			oneLine(t, l.Trouble(), "removed or replaced")
			if _, ok := l.LastPEG(t.Context()); !ok {
				t.Error("the answer is lost")
			}
			if !isAlive(folder, l.run.id) {
				t.Error("no longer marked as living")
			}
			mustClose(t, l)
			l = mustOpen(t, folder, c)
			wantSessions(t, l, first, second, *s)
			mustClose(t, l)
			intact(t, folder)
		})
	}
}

// Who comes to the new file finds all that belongs to it: closing the old one takes
// nothing away that has the same name by now.
func TestFileMovedAndShared(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	path := filepath.Join(folder, fileName)
	one := mustOpen(t, folder, c)
	all := []Session{another(one, c)}
	noTrouble(t, one)
	mustDo(t, os.Remove(path))
	all = append(all, another(one, c))
	sessions(t, one)
	if !fileExists(path + "-wal") {
		t.Error("the log of changes is gone")
	}
	two := mustOpen(t, folder, c)
	all = append(all, another(two, c), another(one, c))
	sessions(t, two)
	noTrouble(t, two)
	wantSessions(t, one, all...)
	wantSessions(t, two, all...)
	mustClose(t, one)
	mustClose(t, two)
	wantSessions(t, mustOpen(t, folder, c), all...)
}

// A file that was removed alone, while nobody here had it open, leaves nothing that
// the next one would be taken apart by.
func TestFileRemovedBeforeTheStart(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	other := mustOpen(t, folder, c)
	first := another(other, c)
	noTrouble(t, other)
	mustDo(t, os.Remove(filepath.Join(folder, fileName)))
	l := mustOpen(t, folder, c)
	second := another(l, c)
	noTrouble(t, l)
	wantSessions(t, other, first, second)
	wantSessions(t, l, first, second)
}

// What happens after the last stage is found when the log is closed.
func TestFileRemovedBeforeTheEnd(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	s := another(l, c)
	noTrouble(t, l)
	mustDo(t, os.Remove(filepath.Join(folder, fileName)))
	mustClose(t, l)
	wantSessions(t, mustOpen(t, folder, c), s)
}
