package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// waitingText is the file of a session that its process could not save otherwise.
func waitingText(tb testing.TB, c *clock) (name, text string) {
	tb.Helper()
	l := &Log{now: c.Now, folder: tb.TempDir(), run: run{id: "gone"}}
	s := aSession(c)
	s.ID = "A"
	s.Stages, s.Next = []Stage{aStage(0, c.Now())}, 1
	r := newRecord(s)
	r.Changed = c.Now()
	if err := l.writeWaiting(entry{session: &r}); err != nil {
		tb.Fatal(err)
	}
	files := waitingFiles(l.folder)
	if len(files) != 1 {
		tb.Fatal(files)
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		tb.Fatal(err)
	}
	return filepath.Base(files[0]), string(raw)
}

func putWaiting(tb testing.TB, folder, name, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Join(folder, waitingFolder), 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, waitingFolder, name), []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// What a process left in a file is taken in, may go on, and leaves no file. What it
// was killed over writing is swept up. A file with something else in it is not
// thrown away, and hides no other.
func TestWaitingFile(t *testing.T) {
	c := newClock()
	name, text := waitingText(t, c)
	evil := map[string]string{
		"garbage":   "garbage",
		"cut off":   text[:len(text)/2],
		"empty":     "",
		"escape":    strings.Replace(text, `"Lower back"`, `"\u001b[2J"`, 1),
		"pain 11":   strings.Replace(text, `"before":null`, `"before":11`, 1),
		"year 9999": strings.Replace(text, `"started":"2026`, `"started":"9999`, 1),
		"endless":   `{"version":1,"sessions":[{"id":"` + strings.Repeat("x", 1<<20),
	}
	for what, bad := range evil {
		t.Run(what, func(t *testing.T) {
			folder := t.TempDir()
			putWaiting(t, folder, name, text)
			putWaiting(t, folder, "gone.B.json.half", text[:100])
			putWaiting(t, folder, "gone.C.json", bad)
			l, err := open(t.Context(), folder, c.Now, testSetup())
			closeAfter(t, l)
			oneLine(t, err, "cannot be read; it stays")
			if got := sessions(t, l); len(got) != 1 || got[0].ID != "A" || got[0].Next != 1 {
				t.Errorf("%+v", got)
			}
			if s, ok := l.Unfinished(t.Context()); !ok || s.ID != "A" {
				t.Errorf("not offered: %v", s.ID)
			}
			if got := waitingFiles(folder); len(got) != 1 || filepath.Base(got[0]) != "gone.C.json.unread" {
				t.Errorf("left %v", got)
			}
			intact(t, folder)
		})
	}
}

// What a process that lives has in files is its own to write.
func TestWaitingFileOfTheLiving(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	_, text := waitingText(t, c)
	one := mustOpen(t, folder, c)
	begin(one, c)
	noTrouble(t, one)
	putWaiting(t, folder, one.run.id+".A.json", text)
	two := mustOpen(t, folder, c)
	if got := sessions(t, two); len(got) != 1 || len(waitingFiles(folder)) != 1 {
		t.Errorf("%d sessions, %v", len(got), waitingFiles(folder))
	}
	mustClose(t, one)
	if got := sessions(t, mustOpen(t, folder, c)); len(got) != 2 || len(waitingFiles(folder)) != 0 {
		t.Errorf("%d sessions, %v", len(got), waitingFiles(folder))
	}
}

// However long the database takes nothing, there is one file a session, no larger
// than the session; and what did not change is not written again.
func TestWaitingDoesNotGrow(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	quick := testSetup()
	quick.busy = time.Millisecond
	mustClose(t, mustOpen(t, folder, c))
	release := lockOut(t, folder)
	l, err := open(t.Context(), folder, c.Now, quick)
	closeAfter(t, l)
	oneLine(t, err, "in use by another program")
	first := another(l, c)
	if err := l.flush(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	path := l.waitingPath(first.ID)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	s := begin(l, c)
	for range 40 {
		play(l, c, s, 0, 9)
		s.Stages = s.Stages[:0]
		if err := l.flush(t.Context(), false); err != nil {
			t.Fatal(err)
		}
	}
	files := waitingFiles(folder)
	if len(files) != 2 || len(l.unsaved) != 2 {
		t.Errorf("%d files, %d kept in memory", len(files), len(l.unsaved))
	}
	var sum int64
	for _, f := range files {
		sum += fileSize(f)
	}
	if sum > 3*before.Size() {
		t.Errorf("%d bytes, one session has %d", sum, before.Size())
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Error("written again")
	}
	release()
	mustClose(t, l)
	if got := sessions(t, mustOpen(t, folder, c)); len(got) != 2 || len(waitingFiles(folder)) != 0 {
		t.Errorf("%d sessions, %v", len(got), waitingFiles(folder))
	}
}
