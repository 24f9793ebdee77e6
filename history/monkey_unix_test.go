//go:build unix

package history

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// monkey plays sessions in two copies of the program, and does to them and to their
// files what may happen.
type monkey struct {
	*testing.T

	random  *rand.Rand
	clock   *clock
	folder  string
	logs    [2]*Log // the first is never killed
	open    [2]*Session
	older   string
	release func() // gives back the database, if it is locked
	want    map[string]int
	done    []string // what happened
}

func (m *monkey) path() string { return filepath.Join(m.folder, fileName) }

func (m *monkey) openLog(i int) {
	s := testSetup()
	s.busy = time.Millisecond
	l, _ := open(m.Context(), m.folder, m.clock.Now, s)
	closeAfter(m, l)
	m.logs[i] = l
}

// save saves a stage more, and waits until the log has it.
func (m *monkey) save(i int) {
	l, s := m.logs[i], m.open[i]
	if s == nil {
		s = begin(l, m.clock)
		m.open[i] = s
	}
	play(l, m.clock, s, s.Next, min(s.Next+1+m.random.IntN(3), 9))
	if s.Next == 9 {
		finish(l, s, Finished)
		m.open[i] = nil
	}
	if err := l.flush(m.Context(), false); err != nil {
		m.Fatal(err)
	}
	m.want[s.ID] = s.Next
}

// step does one thing.
func (m *monkey) step() {
	what, i := m.random.IntN(10), m.random.IntN(2)
	m.done = append(m.done, fmt.Sprint(what, "/", i))
	m.clock.add(time.Duration(m.random.IntN(120)-10) * time.Minute)
	switch what {
	case 0: // the database is locked, or no longer
		if m.release != nil {
			m.release()
			m.release = nil
		} else if fileExists(m.path()) {
			m.release = lockOut(m.T, m.folder)
		}
	case 1: // it is removed
		if !m.bothOpen() {
			return
		}
		_ = os.Remove(m.path())
		m.notice()
	case 2: // it is replaced by a copy of how it was
		if m.older == "" || m.release != nil || !m.bothOpen() {
			return
		}
		copyTo(m.T, m.older, m.older+"-copy")
		mustDo(m.T, os.Rename(m.older+"-copy", m.path()))
		m.notice()
	case 3: // somebody makes such a copy
		if m.release != nil || !fileExists(m.path()) {
			return
		}
		m.older = filepath.Join(m.TempDir(), "older")
		db := raw(m.T, m.folder)
		must(m.T, db, fmt.Sprintf(`VACUUM INTO '%s'`, m.older))
	case 4: // a process is killed, and another one begins
		_ = m.logs[1].run.file.Close()
		m.logs[1], m.open[1] = nil, nil
		m.openLog(1)
	case 5: // one ends
		_ = m.logs[i].Close(m.Context())
		m.open[i] = nil
		m.openLog(i)
	case 6: // somebody asks
		_, _ = m.logs[i].Progress(m.Context(), 4)
	default:
		m.save(i)
	}
}

// bothOpen reports whether both copies have the database open: nobody can know what
// was lost while nobody had.
func (m *monkey) bothOpen() bool {
	one, _ := m.logs[0].database()
	two, _ := m.logs[1].database()
	return one != nil && two != nil
}

// notice lets those that live find out that the file is another one, before it
// becomes yet another.
func (m *monkey) notice() {
	if m.release != nil {
		m.release()
		m.release = nil
	}
	for _, l := range m.logs {
		if err := l.flush(m.Context(), false); err != nil {
			m.Fatal(err)
		}
	}
}

// Whatever happens, what was saved is there in the end, to its last stage.
func TestNothingIsLost(t *testing.T) {
	times := 8
	if os.Getenv(slowKey) != "" {
		times = 100
	}
	random, seed := newRandom(t)
	for range times {
		m := &monkey{T: t, random: random, clock: newClock(), folder: t.TempDir(), want: map[string]int{}}
		m.openLog(0)
		m.openLog(1)
		t.Cleanup(func() {
			if t.Failed() {
				t.Log(m.done)
			}
		})
		for range 30 {
			m.step()
		}
		if m.release != nil {
			m.release()
		}
		for _, l := range m.logs {
			if err := l.Close(t.Context()); err != nil {
				t.Fatalf("seed %d: %v after %v", seed, err, m.done)
			}
		}
		l := mustOpen(t, m.folder, m.clock)
		got := map[string]int{}
		for _, s := range sessions(t, l) {
			got[s.ID] = s.Next
		}
		for id, next := range m.want {
			if got[id] != next {
				t.Fatalf("seed %d: %d stages of %s, want %d, after %v", seed, got[id], id, next, m.done)
			}
		}
		mustClose(t, l)
		if left := waitingFiles(m.folder); len(left) > 0 {
			t.Fatalf("seed %d: left %v after %v", seed, left, m.done)
		}
		intact(t, m.folder)
	}
}
