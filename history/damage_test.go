package history

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// slowKey names the variable that makes the tests damage a file everywhere, and not
// only here and there, and kill more often.
const slowKey = "SLOW_TESTS"

// damagedLog is the file of a log with sessions in it.
func damagedLog(t *testing.T, count int) (text []byte, all []Session, c *clock) {
	t.Helper()
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	for range count {
		all = append(all, another(l, c))
		l.SavePEG(PEG{Pain: 5, Enjoyment: 5, Activity: 5})
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
	aside := glob(folder, "history.db.damaged-*[0-9]")
	if err != nil {
		oneLine(t, err, "the log was damaged: "+countText(left, "session"))
		if len(aside) != 1 {
			t.Fatalf("aside %v", aside)
		}
		kept, _ := os.ReadFile(aside[0])
		if !bytes.Equal(kept, text) {
			t.Error("what was moved aside is not what it was")
		}
	}
	begin(l, c)
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
	text, all, c := damagedLog(t, 12)
	step := 512 * 17
	if os.Getenv(slowKey) != "" {
		step = 512
	}
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
	text, _, c := damagedLog(t, 30)
	step := 4096 * 5
	if os.Getenv(slowKey) != "" {
		step = 4096
	}
	for at := 0; at < len(text); at += step {
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
		_, first := l.list(t.Context(), Filter{})
		if errors.Is(first, errBrokenOff) {
			first = nil
		}
		_, second := l.Progress(t.Context(), 4)
		another(l, c)
		all, third := l.list(t.Context(), Filter{})
		if first != nil || second != nil || third != nil || len(all) == 0 {
			t.Errorf("page %d: %v, %v, %v", at/4096, first, second, third)
		}
		mustClose(t, l)
	}
}

// A log that turns out to be damaged while it is read is mended, and said to be: who
// asks once more has what is left.
func TestDamagedWhileRead(t *testing.T) {
	text, _, c := damagedLog(t, 30)
	broken := 0
	for at := 4096; at < len(text); at += 4096 * 3 {
		bad := bytes.Clone(text)
		for i := range 4096 {
			bad[at+i] = byte(i*7 + at/4096)
		}
		folder := t.TempDir()
		mustDo(t, os.WriteFile(filepath.Join(folder, fileName), bad, 0o600))
		l, _ := open(t.Context(), folder, c.Now, testSetup())
		err := l.EachSession(t.Context(), Filter{}, func(Session) error { return nil })
		if err != nil {
			broken++
			oneLine(t, err, errBrokenOff.Error())
			mustDo(t, l.EachSession(t.Context(), Filter{}, func(Session) error { return nil }))
		}
		mustClose(t, l)
	}
	if broken == 0 {
		t.Error("nothing broke off")
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
	s := begin(l, c)
	play(l, c, s, 0, 4)
	noTrouble(t, l)
	db := raw(t, folder)
	must(t, db, `PRAGMA wal_checkpoint(truncate)`)
	_ = db.Close()
	if err := os.Truncate(filepath.Join(folder, fileName), 8192); err != nil {
		t.Fatal(err)
	}
	play(l, c, s, 4, 9)
	finish(l, s, Finished)
	rateAfter(l, s, 1)
	var found *Session
	for _, got := range sessions(t, l) {
		if got.ID == s.ID {
			found = &got
		}
	}
	if found == nil || found.Next != 9 || found.End != Finished || found.Name != s.Name {
		t.Errorf("%+v", found)
	}
	oneLine(t, l.Trouble(), "the log was damaged")
	mustClose(t, l)
	intact(t, folder)
}

// damage makes the database one that cannot be read, while others have it open.
func damage(t *testing.T, folder string) {
	t.Helper()
	db := raw(t, folder)
	must(t, db, `PRAGMA wal_checkpoint(truncate)`)
	_ = db.Close()
	if err := os.Truncate(filepath.Join(folder, fileName), 8192); err != nil {
		t.Fatal(err)
	}
}

// A log that is damaged while two copies have it open is mended by the first that
// finds it, and the other goes on in the new one: what each of them saved is there,
// and both say what happened.
func TestDamagedAndShared(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open elsewhere cannot be moved aside; the message says to close the others")
	}
	folder, c := t.TempDir(), newClock()
	one, two := mustOpen(t, folder, c), mustOpen(t, folder, c)
	for range 10 {
		another(one, c)
	}
	a, b := begin(one, c), begin(two, c)
	play(one, c, a, 0, 3)
	play(two, c, b, 0, 3)
	noTrouble(t, one)
	noTrouble(t, two)
	damage(t, folder)
	p, err := one.Progress(t.Context(), 4)
	if err != nil || p.Sessions < 2 {
		t.Errorf("%d sessions, %v", p.Sessions, err)
	}
	oneLine(t, one.Trouble(), "the log was damaged")
	play(two, c, b, 3, 9)
	play(one, c, a, 3, 9)
	sessions(t, two)
	for _, l := range []*Log{one, two} {
		for _, s := range []*Session{a, b} {
			found := false
			for _, got := range sessions(t, l) {
				found = found || got.ID == s.ID && got.Next == len(s.Stages)
			}
			if !found {
				t.Errorf("%s is lost", s.ID)
			}
		}
	}
	oneLine(t, two.Trouble(), "")
	mustClose(t, one)
	mustClose(t, two)
	intact(t, folder)
}

// A damaged log that cannot be mended answers nothing, and says why.
func TestDamagedAndStuck(t *testing.T) {
	text, _, c := damagedLog(t, 10)
	folder := t.TempDir()
	path := filepath.Join(folder, fileName)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	l := mustOpen(t, folder, c)
	another(l, c)
	noTrouble(t, l)
	damage(t, folder)
	lockName := filepath.Join(folder, lockName)
	if err := os.Remove(lockName); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(lockName, 0o700); err != nil { // so that nothing can be locked
		t.Fatal(err)
	}
	p, err := l.Progress(t.Context(), 4)
	oneLine(t, err, "the log")
	oneLine(t, l.Trouble(), "the log")
	if p.Sessions != 0 {
		t.Errorf("%d sessions", p.Sessions)
	}
}
