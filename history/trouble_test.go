package history

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
)

func file(folder, pattern string) []string {
	found, _ := filepath.Glob(filepath.Join(folder, pattern))
	return found
}

func pendingFiles(folder string) []string { return file(folder, pendingPrefix+"*"+pendingSuffix) }

// oneLine fails the test unless there is an error of one line that holds a text.
func oneLine(t *testing.T, err error, text string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), text) || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v, want one line with %q", err, text)
	}
}

func raw(t *testing.T, folder string) *sql.DB {
	t.Helper()
	db, err := driver.Open(filepath.Join(folder, fileName))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func must(t *testing.T, db *sql.DB, text string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

// intact fails the test unless the database is whole, and its sums are those of
// its rows.
func intact(t testing.TB, folder string) {
	t.Helper()
	db, err := driver.Open(filepath.Join(folder, fileName))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var answer string
	if err := db.QueryRowContext(t.Context(), `PRAGMA integrity_check`).Scan(&answer); err != nil || answer != "ok" {
		t.Fatalf("integrity: %s %v", answer, err)
	}
	for _, pair := range [][2]string{
		{
			`SELECT day, sessions, played, before, befores, after, afters FROM day WHERE sessions + played + befores + afters > 0`,
			`SELECT day, sum(counted), sum(played), coalesce(sum(pain_before), 0), count(pain_before), coalesce(sum(pain_after), 0),
				count(pain_after) FROM session GROUP BY day HAVING sum(counted) + sum(played) + count(pain_before) + count(pain_after) > 0`,
		},
		{
			`SELECT week, pose, hurt, hurt_sessions, skipped, skipped_sessions FROM poseweek WHERE hurt + skipped > 0`,
			`SELECT week, pose, sum(hurt), sum(hurt > 0), sum(skipped), sum(skipped > 0) FROM pose
				GROUP BY week, pose HAVING sum(hurt) + sum(skipped) > 0`,
		},
	} {
		for _, query := range []string{pair[0] + ` EXCEPT ` + pair[1], pair[1] + ` EXCEPT ` + pair[0]} {
			n := 0
			if err := db.QueryRowContext(t.Context(), `SELECT count(*) FROM (`+query+`)`).Scan(&n); err != nil || n > 0 {
				t.Errorf("%d rows differ, %v: %s", n, err, query)
			}
		}
	}
}

// another is one more session, whole.
func another(l *Log, c *clock) Session {
	s := l.Begin(aSession(c))
	l.CheckIn(s.ID, false, 5, []string{"hips"})
	play(l, c, s.ID, 0, 9)
	l.Hurt(Hurt{Session: s.ID, Pose: "pose-1", Stage: 4, Pain: 6, Choice: Eased})
	l.Finish(s.ID, Finished)
	l.CheckIn(s.ID, true, 4, nil)
	return s
}

// wantSessions fails the test unless these sessions are there, whole.
func wantSessions(t *testing.T, l *Log, want ...Session) {
	t.Helper()
	got := map[string]Session{}
	for _, s := range sessions(t, l) {
		got[s.ID] = s
	}
	if len(got) != len(want) {
		t.Errorf("%d sessions, want %d", len(got), len(want))
	}
	for _, w := range want {
		s := got[w.ID]
		if s.Stage != 9 || s.Done != 3 || s.Played != 9*time.Minute || s.End != Finished || s.After == nil || s.Name != "Lower back" {
			t.Errorf("not whole: %+v", s)
		}
	}
}

// Where a file stands in the place of the folder, the session is kept in memory,
// and said to be lost when the log is closed.
func TestNoFolder(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), filepath.Join(path, "catcow"), c.Now, testSetup())
	oneLine(t, err, "the log cannot be written (not a directory); the session goes on")
	wantSessions(t, l, another(l, c))
	if p, err := l.Progress(t.Context(), 1); err != nil || p.Sessions != 1 {
		t.Errorf("%+v %v", p, err)
	}
	oneLine(t, l.Close(t.Context()), "written nowhere")
}

// What is kept in memory is written as soon as there is a place for it.
func TestFolderComesBack(t *testing.T) {
	c := newClock()
	folder := filepath.Join(t.TempDir(), "catcow")
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), folder, c.Now, testSetup())
	oneLine(t, err, "")
	s := another(l, c)
	wantSessions(t, l, s)
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	wantSessions(t, mustOpen(t, folder, c), s)
}

// lockOut takes the place of all writers until it is told to give it back.
func lockOut(t *testing.T, folder string) (release func()) {
	t.Helper()
	db := raw(t, folder)
	must(t, db, `BEGIN IMMEDIATE`)
	return func() { must(t, db, `ROLLBACK`) }
}

// While another program keeps the database locked, everything is in a file within
// moments, and goes into the database as soon as that is free.
func TestLocked(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	quick := testSetup()
	quick.busy = 10 * time.Millisecond
	mustClose(t, mustOpen(t, folder, c))
	l := mustOpenWith(t, folder, c, quick)
	before := another(l, c)
	noTrouble(t, l)
	release := lockOut(t, folder)
	during := another(l, c)
	if err := l.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	oneLine(t, l.Trouble(), "the log is in use by another program")
	if err := l.Trouble(); err != nil {
		t.Errorf("told twice: %v", err)
	}
	if n := len(pendingFiles(folder)); n != 1 {
		t.Fatalf("%d files", n)
	}
	release()
	after := another(l, c)
	wantSessions(t, l, before, during, after)
	if n := len(pendingFiles(folder)); n != 0 {
		t.Errorf("%d files", n)
	}
	intact(t, folder)
}

// A log that is locked from the beginning on is no different, and what its
// process leaves behind is taken in by the next one: once.
func TestLockedFromTheBeginning(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	quick := testSetup()
	quick.busy = 10 * time.Millisecond
	mustClose(t, mustOpen(t, folder, c))
	release := lockOut(t, folder)
	l, err := open(t.Context(), folder, c.Now, quick)
	oneLine(t, err, "in use by another program")
	s := another(l, c)
	mustClose(t, l)
	files := pendingFiles(folder)
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	release()
	l = mustOpen(t, folder, c)
	wantSessions(t, l, s)
	mustClose(t, l)
	// As if the process had been killed before it removed the file.
	if err := os.WriteFile(files[0], text, 0o600); err != nil {
		t.Fatal(err)
	}
	l = mustOpen(t, folder, c)
	wantSessions(t, l, s)
	if n := len(pendingFiles(folder)); n != 0 {
		t.Errorf("%d files", n)
	}
	intact(t, folder)
}

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

// A full disk is one that takes no page more. Everything is in the file beside;
// once there is space again, it is in the database.
func TestFull(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	mustClose(t, mustOpen(t, folder, c))
	full := testSetup()
	full.pages = 1 // that is: as many as there are
	l := mustOpenWith(t, folder, c, full)
	var all []Session
	for range 40 {
		all = append(all, another(l, c))
	}
	if err := l.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	oneLine(t, l.Trouble(), "the disk is full")
	mustClose(t, l)
	if n := len(pendingFiles(folder)); n != 1 {
		t.Fatalf("%d files", n)
	}
	l = mustOpen(t, folder, c)
	wantSessions(t, l, all...)
	intact(t, folder)
}

// A log of a newer version is not touched.
func TestNewer(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	old := another(l, c)
	mustClose(t, l)
	db := raw(t, folder)
	must(t, db, `PRAGMA user_version = 99`)
	_ = db.Close()
	before, err := os.ReadFile(filepath.Join(folder, fileName))
	if err != nil {
		t.Fatal(err)
	}
	l, err = open(t.Context(), folder, c.Now, testSetup())
	oneLine(t, err, "newer catcow (version 99)")
	s := another(l, c)
	wantSessions(t, l, s) // at least itself
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
	l := mustOpen(t, folder, c)
	s := another(l, c)
	mustClose(t, l)

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
	copies := file(folder, "history.db.v1-backup*")
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
	l := mustOpen(t, folder, c)
	s := another(l, c)
	mustClose(t, l)
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
	if copies := file(folder, "*backup*"); len(copies) != 1 {
		t.Errorf("copies %v", copies)
	}
}

// damagedLog is the file of a log with sessions in it.
func damagedLog(t *testing.T, count int) (text []byte, all []Session, c *clock) {
	t.Helper()
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	for range count {
		all = append(all, another(l, c))
		l.PEG(PEG{Pain: 5, Enjoyment: 5, Activity: 5})
	}
	mustClose(t, l)
	text, err := os.ReadFile(filepath.Join(folder, fileName))
	if err != nil {
		t.Fatal(err)
	}
	return text, all, c
}

// afterDamage opens a log over a damaged file. It is moved aside, said, and a new
// one works; or nothing was wrong with it. It gives how many sessions are left.
func afterDamage(t *testing.T, text []byte, c *clock) (left int, err error) {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, fileName)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), folder, c.Now, testSetup())
	defer func() { _ = l.Close(t.Context()) }()
	left = len(sessions(t, l))
	aside := file(folder, "history.db.damaged-*[0-9]")
	if err != nil {
		oneLine(t, err, "the log was damaged: "+count(left, "session"))
		if len(aside) != 1 {
			t.Fatalf("aside %v", aside)
		}
		kept, _ := os.ReadFile(aside[0])
		if !bytes.Equal(kept, text) {
			t.Error("what was moved aside is not what it was")
		}
	}
	l.Begin(aSession(c))
	if got := len(sessions(t, l)); got != left+1 {
		t.Errorf("%d sessions, want one more than %d", got, left)
	}
	noTrouble(t, l)
	mustClose(t, l)
	intact(t, folder)
	return left, err
}

// A file cut at any length is moved aside, and what is before the cut brought
// over.
func TestTruncated(t *testing.T) {
	text, all, c := damagedLog(t, 25)
	const step = 512
	best := 0
	for size := step; size < len(text); size += step {
		left, err := afterDamage(t, text[:size], c)
		if err == nil {
			t.Errorf("cut at %d: not noticed, %d sessions left", size, left)
		}
		best = max(best, left)
	}
	if left, err := afterDamage(t, text, c); left != len(all) || err != nil {
		t.Errorf("whole: %d sessions, %v", left, err)
	}
	if best < len(all)/2 {
		t.Errorf("at most %d of %d sessions could be saved", best, len(all))
	}
}

// Garbage is moved aside; a page of it in the middle costs what was on it.
func TestGarbage(t *testing.T) {
	if left, err := afterDamage(t, []byte(strings.Repeat("no database ", 1000)), newClock()); left != 0 || err == nil {
		t.Errorf("%d %v", left, err)
	}
	if left, err := afterDamage(t, nil, newClock()); left != 0 || err != nil {
		t.Errorf("empty: %d %v", left, err)
	}
	text, _, c := damagedLog(t, 60)
	for at := 0; at < len(text); at += 4096 {
		bad := bytes.Clone(text)
		for i := range 4096 {
			bad[at+i] = byte(i*7 + at/4096)
		}
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, fileName), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		l, _ := open(t.Context(), folder, c.Now, testSetup())
		// Found at the start or by a question: the next one is answered.
		_, first := l.Sessions(t.Context(), Filter{})
		_, second := l.Progress(t.Context(), 4)
		another(l, c)
		all, third := l.Sessions(t.Context(), Filter{})
		if first != nil || second != nil || third != nil || len(all) == 0 {
			t.Errorf("page %d: %v, %v, %v", at/4096, first, second, third)
		}
		mustClose(t, l)
	}
}

// A log that turns out to be damaged in the middle of a session is mended, and
// the session goes on in the new one.
func TestDamagedWhileOpen(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	for range 20 {
		another(l, c)
	}
	s := l.Begin(aSession(c))
	play(l, c, s.ID, 0, 4)
	noTrouble(t, l)
	must(t, raw(t, folder), `PRAGMA wal_checkpoint(truncate)`)
	if err := os.Truncate(filepath.Join(folder, fileName), 8192); err != nil {
		t.Fatal(err)
	}
	play(l, c, s.ID, 4, 9)
	l.Finish(s.ID, Finished)
	l.CheckIn(s.ID, true, 1, nil)
	var found *Session
	for _, got := range sessions(t, l) {
		if got.ID == s.ID {
			found = &got
		}
	}
	if found == nil || found.Stage != 9 || found.End != Finished || found.Name != s.Name {
		t.Errorf("%+v", found)
	}
	oneLine(t, l.Trouble(), "the log was damaged")
	mustClose(t, l)
	intact(t, folder)
}

// Nothing is moved away under another copy that has it open.
func TestDamagedAndShared(t *testing.T) {
	text, _, c := damagedLog(t, 10)
	folder := t.TempDir()
	other := newRun(folder)
	if err := os.WriteFile(filepath.Join(folder, fileName), text[:len(text)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := open(t.Context(), folder, c.Now, testSetup())
	oneLine(t, err, "close that one, then start again")
	s := another(l, c)
	mustClose(t, l)
	if n := len(file(folder, "*damaged*")); n != 0 {
		t.Errorf("%d moved aside", n)
	}
	other.end()
	l, err = open(t.Context(), folder, c.Now, testSetup())
	closeAfter(t, l)
	oneLine(t, err, "the log was damaged")
	found := false
	for _, got := range sessions(t, l) {
		found = found || got.ID == s.ID && got.Stage == 9
	}
	if !found {
		t.Error("what was kept is lost")
	}
}

func TestUnused(t *testing.T) {
	base := filepath.Join(t.TempDir(), "x")
	for n, want := range []string{base, base + "-2", base + "-3"} {
		got := unused(base)
		if got != want {
			t.Errorf("%d: %s", n, got)
		}
		if err := os.WriteFile(got, []byte(fmt.Sprint(n)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
