package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A log of a newer version is not touched.
func TestNewer(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	old := written(t, folder, c, 1)[0]
	db := raw(t, folder)
	must(t, db, `PRAGMA user_version = 99`)
	_ = db.Close()
	before, err := os.ReadFile(filepath.Join(folder, fileName))
	if err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), folder, c.Now, testSetup())
	oneLine(t, err, "newer catcow (version 99)")
	s := another(l, c)
	_, err = l.list(t.Context(), Filter{})
	oneLine(t, err, "newer catcow (version 99)")
	mustClose(t, l)
	after, err := os.ReadFile(filepath.Join(folder, fileName))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("touched: %v", err)
	}
	newest := testSetup()
	for len(newest.steps) < 99 {
		newest.steps = append(newest.steps, `SELECT 1`)
	}
	l = mustOpenWith(t, folder, c, newest)
	wantSessions(t, l, old, s)
}

// A migration leaves a copy of what was, which opens, and is all or nothing.
func TestMigration(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	s := written(t, folder, c, 1)[0]

	broken := testSetup()
	broken.steps = append(broken.steps, `ALTER TABLE session ADD COLUMN mood TEXT; SELECT no_such_function()`)
	l, err := open(t.Context(), folder, c.Now, broken)
	oneLine(t, err, "")
	mustClose(t, l)

	later := testSetup()
	later.steps = append(later.steps, `ALTER TABLE session ADD COLUMN mood TEXT; UPDATE session SET mood = 'good'`)
	l = mustOpenWith(t, folder, c, later)
	wantSessions(t, l, s)
	mustClose(t, l)
	var mood string
	if err := raw(t, folder).QueryRowContext(t.Context(), `SELECT mood FROM session`).Scan(&mood); err != nil || mood != "good" {
		t.Errorf("%q %v", mood, err)
	}
	copies := glob(folder, fmt.Sprintf("history.db.v%d-backup*", len(schema())))
	if len(copies) != 1 {
		t.Fatalf("copies %v", copies)
	}
	for _, path := range copies {
		folder := t.TempDir()
		if err := os.Rename(path, filepath.Join(folder, fileName)); err != nil {
			t.Fatal(err)
		}
		wantSessions(t, mustOpen(t, folder, c), s)
	}
}

// Two programs of a new version may start at the same time.
func TestMigrationAtOnce(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	s := written(t, folder, c, 1)[0]
	later := testSetup()
	later.steps = append(later.steps, `ALTER TABLE session ADD COLUMN mood TEXT`)
	results := make(chan error)
	for range 4 {
		go func() {
			l, err := open(context.Background(), folder, c.Now, later)
			results <- errors.Join(err, l.Close(context.Background()))
		}()
	}
	for range 4 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	wantSessions(t, mustOpenWith(t, folder, c, later), s)
	if copies := glob(folder, "*backup*"); len(copies) != 1 {
		t.Errorf("copies %v", copies)
	}
}

func TestUnused(t *testing.T) {
	base := filepath.Join(t.TempDir(), "x")
	for n, want := range []string{base, base + "-2", base + "-3"} {
		got := unusedPath(base)
		if got != want {
			t.Errorf("%d: %s", n, got)
		}
		if err := os.WriteFile(got, []byte(fmt.Sprint(n)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
