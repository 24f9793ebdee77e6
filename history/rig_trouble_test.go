package history

import (
	"database/sql"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
)

func glob(folder, pattern string) []string {
	found, _ := filepath.Glob(filepath.Join(folder, pattern))
	return found
}

func mustDo(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func waitingFiles(folder string) []string { return glob(filepath.Join(folder, waitingFolder), "*") }

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
func intact(tb testing.TB, folder string) {
	tb.Helper()
	db, err := driver.Open(filepath.Join(folder, fileName))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var answer string
	if err := db.QueryRowContext(tb.Context(), `PRAGMA integrity_check`).Scan(&answer); err != nil || answer != "ok" {
		tb.Fatalf("integrity: %s %v", answer, err)
	}
	for _, pair := range [][2]string{
		{
			`SELECT day, sessions, played, before, befores, after, afters FROM day WHERE sessions + played + befores + afters > 0`,
			`SELECT day, sum(counted), sum(played), coalesce(sum(pain_before), 0), count(pain_before), coalesce(sum(pain_after), 0),
				count(pain_after) FROM session GROUP BY day HAVING sum(counted) + sum(played) + count(pain_before) + count(pain_after) > 0`,
		},
	} {
		for _, query := range []string{pair[0] + ` EXCEPT ` + pair[1], pair[1] + ` EXCEPT ` + pair[0]} {
			n := 0
			if err := db.QueryRowContext(tb.Context(), `SELECT count(*) FROM (`+query+`)`).Scan(&n); err != nil || n > 0 {
				tb.Errorf("%d rows differ, %v: %s", n, err, query)
			}
		}
	}
}

// another is one more session, whole.
func another(l *Log, c *clock) Session {
	s := begin(l, c)
	rateBefore(l, s, 5, []string{"hips"})
	play(l, c, s, 0, 9)
	hurt(l, s, Hurt{Pose: "pose-1", Stage: 4, Pain: 6, Choice: Eased})
	finish(l, s, Finished)
	rateAfter(l, s, 4)
	return *s
}

// written opens a log, plays sessions, and closes it.
func written(t *testing.T, folder string, c *clock, count int) (all []Session) {
	t.Helper()
	l := mustOpen(t, folder, c)
	for range count {
		all = append(all, another(l, c))
	}
	mustClose(t, l)
	return all
}

// openNowhere opens a log in a folder that cannot be made: a file stands in its place, or
// in that of the one around it. Nothing was saved yet, so nothing is said to be lost or kept.
func openNowhere(t *testing.T, c *clock, under string) (l *Log, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "catcow")
	mustDo(t, os.WriteFile(file, nil, 0o600))
	l, err := open(t.Context(), filepath.Join(file, under), c.Now, testSetup())
	closeAfter(t, l)
	oneLine(t, err, "the log cannot be written (")
	if strings.Contains(err.Error(), "goes on") || strings.Contains(err.Error(), "lost") {
		t.Error(err)
	}
	return l, file
}

// newRandom is chance that can be repeated by its seed.
func newRandom(t *testing.T) (random *rand.Rand, seed uint64) {
	t.Helper()
	seed = uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, seed)), seed
}

// wantSessions fails the test unless these sessions are there, whole, and no others.
func wantSessions(t *testing.T, l *Log, want ...Session) {
	t.Helper()
	if got := len(sessions(t, l)); got != len(want) {
		t.Errorf("%d sessions, want %d", got, len(want))
	}
	hasSessions(t, l, want...)
}

// hasSessions fails the test unless these sessions are there, whole.
func hasSessions(t *testing.T, l *Log, want ...Session) {
	t.Helper()
	got := map[string]Session{}
	for _, s := range sessions(t, l) {
		got[s.ID] = s
	}
	for _, w := range want {
		s := got[w.ID]
		if s.Next != 9 || s.Done != 3 || s.Played != 9*time.Minute || s.End != Finished || s.After == nil || s.Name != "Lower back" {
			t.Errorf("not whole: %+v", s)
		}
	}
}

// lockOut takes the place of all writers until it is told to give it back.
func lockOut(t *testing.T, folder string) (release func()) {
	t.Helper()
	db := raw(t, folder)
	must(t, db, `BEGIN IMMEDIATE`)
	return func() { must(t, db, `ROLLBACK`) }
}
