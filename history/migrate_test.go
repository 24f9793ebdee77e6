package history

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
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

// What was counted by the rules of an older version is counted by those of this one, and
// a session whose stages cannot be read stays as it is.
func TestMigrationCountsAnew(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	for _, played := range []time.Duration{0, 0, time.Second, 40 * time.Second} {
		s := begin(l, c)
		addStage(l, s, hold(0, 40*time.Second, played))
		finish(l, s, Finished)
		c.add(time.Hour)
	}
	last := another(l, c)
	mustClose(t, l)
	db := raw(t, folder)
	want, asBefore := dump(t, db), `; ALTER TABLE pose DROP COLUMN part; PRAGMA user_version = 1`
	must(t, db, `UPDATE pose SET skipped = 1 - whole, tenths = 7; UPDATE session SET counted = 1, done = done / 2; UPDATE day SET sessions = 5`+asBefore)
	_ = db.Close()
	mustClose(t, mustOpen(t, folder, c))
	intact(t, folder)
	db = raw(t, folder)
	if got := dump(t, db); got != want {
		t.Errorf("counted anew\n%s\nwant\n%s", got, want)
	}
	must(t, db, fmt.Sprintf(`UPDATE session SET detail = '{' WHERE id = '%s'`, last.ID)+asBefore)
	_ = db.Close()
	if got := sessions(t, mustOpen(t, folder, c)); len(got) != 5 || got[0].Done != 3 || !got[0].Counts() {
		t.Errorf("%+v", got)
	}
}

// dump is what follows from the sessions.
func dump(t *testing.T, db *sql.DB) string {
	t.Helper()
	var text string
	if err := db.QueryRowContext(t.Context(), `SELECT group_concat(line, char(10)) FROM (
		SELECT concat_ws(' ', id, counted, done) AS line FROM session
		UNION ALL SELECT concat_ws(' ', session, pose, whole, skipped, part, hurt, tenths, comfortable, last) FROM pose
		UNION ALL SELECT concat_ws(' ', day, sessions, played, before, after) FROM day)`).Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
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
