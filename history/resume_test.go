package history

import (
	"testing"
	"time"
)

// cutOffSession leaves a session that was cut off after four of nine stages: its
// process is gone, and nothing was finished.
func cutOffSession(t *testing.T, folder string, c *clock) Session {
	t.Helper()
	l := mustOpen(t, folder, c)
	s := begin(l, c)
	play(l, c, s, 0, 4)
	mustClose(t, l)
	return *s
}

func TestUnfinished(t *testing.T) {
	tests := []struct {
		name  string
		after func(l *Log, c *clock, s *Session)
		want  bool
	}{
		{"at once", func(*Log, *clock, *Session) {}, true},
		{"11 hours later", func(_ *Log, c *clock, _ *Session) { c.add(11 * time.Hour) }, true},
		{"12 hours later", func(_ *Log, c *clock, _ *Session) { c.add(12 * time.Hour) }, false},
		{"the clock set back a little", func(_ *Log, c *clock, _ *Session) { c.add(-time.Hour) }, true},
		{"the clock was a year ahead", func(_ *Log, c *clock, _ *Session) { c.add(-365 * 24 * time.Hour) }, true},
		{"dismissed", func(l *Log, _ *clock, s *Session) { l.Dismiss(s.ID) }, false},
		{"finished", func(l *Log, c *clock, s *Session) { c.add(time.Second); finish(l, s, EndedEarly) }, false},
		{"all stages done", func(l *Log, c *clock, s *Session) { play(l, c, s, 4, 9) }, false},
		{"another one finished since", func(l *Log, c *clock, _ *Session) { finish(l, begin(l, c), Finished) }, true},
		{"our own runs", func(l *Log, c *clock, _ *Session) { begin(l, c) }, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			s := cutOffSession(t, folder, c)
			l := mustOpen(t, folder, c)
			test.after(l, c, &s)
			got, ok := l.Unfinished(t.Context())
			if ok != test.want {
				t.Fatalf("%v, want %v", ok, test.want)
			}
			if ok && (got.ID != s.ID || got.Next != 4 || got.Done != 1 || got.Plan != s.Plan) {
				t.Errorf("%+v", got)
			}
		})
	}
}

// The newest of two is offered, and then, if that is dismissed, the other.
func TestUnfinishedNewest(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	first, second := cutOffSession(t, folder, c), cutOffSession(t, folder, c)
	l := mustOpen(t, folder, c)
	for _, want := range []Session{second, first} {
		if got, _ := l.Unfinished(t.Context()); got.ID != want.ID {
			t.Errorf("%v, want %v", got.ID, want.ID)
		}
		l.Dismiss(want.ID)
	}
	if _, ok := l.Unfinished(t.Context()); ok {
		t.Error("something is left")
	}
}

// A session that another copy plays is offered to nobody; one that was taken over
// goes on in the same row, and only once.
func TestResume(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	one, two := mustOpen(t, folder, c), mustOpen(t, folder, c)
	s := begin(one, c)
	play(one, c, s, 0, 4)
	noTrouble(t, one)
	if _, ok := two.Unfinished(t.Context()); ok {
		t.Error("offered while it is played")
	}
	if _, err := two.Resume(t.Context(), s.ID); err == nil {
		t.Error("taken away while it is played")
	}
	mustClose(t, one)

	three := mustOpen(t, folder, c)
	got, err := two.Resume(t.Context(), s.ID)
	if err != nil || got.ID != s.ID || got.Next != 4 || len(got.Stages) != 4 {
		t.Fatalf("%+v %v", got, err)
	}
	if _, ok := three.Unfinished(t.Context()); ok {
		t.Error("offered after it was taken over")
	}
	if _, err := three.Resume(t.Context(), s.ID); err == nil {
		t.Error("taken over twice")
	}
	play(two, c, &got, 4, 9)
	finish(two, &got, Finished)
	all := sessions(t, two)
	if len(all) != 1 || all[0].Done != 3 || all[0].Played != 9*time.Minute || all[0].End != Finished {
		t.Errorf("%+v", all)
	}
	if _, err := three.Resume(t.Context(), s.ID); err == nil {
		t.Error("taken over after its end")
	}
}

// Marks of processes that are gone are swept up, those of living ones are not.
func TestRuns(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	one, two := mustOpen(t, folder, c), mustOpen(t, folder, c)
	if !isAlive(folder, one.run.id) || !isAlive(folder, two.run.id) {
		t.Error("not alive")
	}
	_ = two.run.file.Close() // as a kill does
	if isAlive(folder, two.run.id) {
		t.Error("alive after its end")
	}
	mustClose(t, mustOpen(t, folder, c))
	if got := glob(folder, runPrefix+"*"); len(got) != 1 || got[0] != runPath(folder, one.run.id) {
		t.Errorf("marks %v", got)
	}
	mustClose(t, one)
	if got := glob(folder, runPrefix+"*"); len(got) != 0 {
		t.Errorf("marks %v", got)
	}
}

// What is dismissed while another program keeps the database locked stays so.
func TestDismissWhileLocked(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	cutOffSession(t, folder, c)
	quick := testSetup()
	quick.busy = 10 * time.Millisecond
	l := mustOpenWith(t, folder, c, quick)
	s, _ := l.Unfinished(t.Context())
	release := lockOut(t, folder)
	l.Dismiss(s.ID)
	mustDo(t, l.flush(t.Context(), false))
	release()
	mustClose(t, l)
	if s, ok := mustOpen(t, folder, c).Unfinished(t.Context()); ok {
		t.Errorf("%s is offered again", s.ID)
	}
}
