package history

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A kill in the middle of a write to the file beside leaves half a line. The
// lines before it count. A file with something else in it is not thrown away.
func TestPendingFile(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	c.set(time.Date(2026, 11, 18, 7, 30, 0, 0, cet()))
	r := recordOf(aSession(c), c.Now())
	r.ID = "A"
	stage := recordStage(aStage(0, c.Now()))
	p := pending{folder: folder, run: "gone"}
	if err := p.add([]op{
		{N: 1, Do: doBegin, ID: "A", At: c.Now(), Session: &r},
		{N: 2, Do: doStage, ID: "A", At: c.Now(), Stage: &stage},
	}, nil); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(p.path())
	if err != nil {
		t.Fatal(err)
	}
	second := bytes.IndexByte(whole, '\n') + 1
	for cut := range whole {
		folder := t.TempDir()
		path := filepath.Join(folder, filepath.Base(p.path()))
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if cut%97 != 0 && cut != second && cut != second-1 {
			ops, bad, err := readPending(path, "gone", c.Now())
			if err != nil || bad > 1 || len(ops) > 1+cut/len(whole) && cut < len(whole)-1 {
				t.Fatalf("cut at %d: %d ops, %d bad, %v", cut, len(ops), bad, err)
			}
			continue
		}
		l := mustOpen(t, folder, c)
		want := 0
		if cut >= second-1 {
			want = 1
		}
		if got := len(sessions(t, l)); got != want {
			t.Errorf("cut at %d: %d sessions, want %d", cut, got, want)
		}
		if n := len(file(folder, "*pending*")); n != 0 {
			t.Errorf("cut at %d: %d files left", cut, n)
		}
	}

	evil := []string{
		"garbage\n",
		`{"n":3,"do":"stage","id":"A","at":"2026-11-18T07:30:00Z","stage":{"kind":"\u001b[2J"}}` + "\n",
		`{"n":3,"do":"before","id":"A","at":"2026-11-18T07:30:00Z","pain":11}` + "\n",
		`{"n":3,"do":"before","id":"A","at":"9999-11-18T07:30:00Z","pain":1}` + "\n",
		strings.Repeat("x", limitLine+1) + "\n",
	}
	for _, text := range evil {
		folder := t.TempDir()
		path := filepath.Join(folder, filepath.Base(p.path()))
		if err := os.WriteFile(path, append([]byte(text), whole...), 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := open(t.Context(), folder, c.Now, testSetup())
		closeAfter(t, l)
		oneLine(t, err, "cannot be read; it stays there")
		if got := len(sessions(t, l)); got != 1 && len(text) < limitLine {
			t.Errorf("%d sessions beside %.40q", got, text)
		}
		if n := len(file(folder, "*.unread")); n != 1 {
			t.Errorf("%d files kept beside %.40q", n, text)
		}
	}
}
