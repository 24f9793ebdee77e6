//go:build unix

package history

import (
	"os"
	"path/filepath"
	"testing"
)

// Whoever cuts off the log of changes in the middle of a session takes nothing away
// from it.
func TestTheLogOfChangesIsCutOff(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	s := begin(l, c)
	play(l, c, s, 0, 4)
	mustDo(t, l.flush(t.Context(), false))
	mustDo(t, os.Truncate(filepath.Join(folder, fileName+"-wal"), 0))
	play(l, c, s, 4, 9)
	finish(l, s, Finished)
	_ = l.Close(t.Context())

	l, _ = open(t.Context(), folder, c.Now, testSetup())
	closeAfter(t, l)
	all, err := l.list(t.Context(), Filter{})
	if err != nil || len(all) != 1 || all[0].ID != s.ID || all[0].Done != 3 {
		t.Errorf("%+v %v", all, err)
	}
}
