package history

import (
	"testing"
	"time"
)

// What was done while the clock was ahead hides nothing that is done once it is right.
func TestAfterTheClockWasAhead(t *testing.T) {
	for _, ahead := range []time.Duration{25 * time.Hour, 365 * 24 * time.Hour} {
		t.Run(ahead.String(), func(t *testing.T) {
			c := newClock()
			l := mustOpen(t, t.TempDir(), c)
			c.add(ahead)
			s := another(l, c)
			l.SavePEG(PEG{At: c.Now(), Pain: 9})
			if s.Ended.Before(s.Started) {
				t.Errorf("ended %v, before it started", s.Ended)
			}
			c.add(-ahead)
			right := c.Now()
			s = another(l, c)
			l.SavePEG(PEG{At: c.Now(), Pain: 2})
			c.add(time.Hour)

			poses, err := l.Poses(t.Context(), right.AddDate(0, 0, -30))
			if err != nil || len(poses) == 0 {
				t.Fatalf("%v %v", poses, err)
			}
			for _, p := range poses {
				if !p.Done.Equal(s.Started) {
					t.Errorf("%s: done at %v, want %v", p.ID, p.Done, s.Started)
				}
			}
			if peg, ok := l.LastPEG(t.Context()); !ok || peg.Pain != 2 {
				t.Errorf("the last answer: %+v", peg)
			}
			p, err := l.Progress(t.Context(), 1)
			if err != nil || p.Weeks[0].Sessions < 1 || p.Weeks[0].Days[2] == 0 {
				t.Errorf("this week: %+v, %v", p.Weeks, err)
			}
			noTrouble(t, l)
		})
	}
}

// A session that lies ahead takes no part in where a pose stands now, unless there is
// nothing else to go by.
func TestLevelsAfterTheClockWasAhead(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	month(t, l, c, 0, 2, 4)
	want := levelsOf(t, l)
	now := c.Now()
	c.set(now.AddDate(1, 0, 0))
	another(l, c) // after a year without
	c.set(now)
	if got := levelsOf(t, l); got != want {
		t.Errorf("%s, were %s", got, want)
	}

	alone := mustOpen(t, t.TempDir(), c)
	c.set(now.AddDate(1, 0, 0))
	another(alone, c)
	c.set(now)
	if poses, err := alone.Poses(t.Context(), now); err != nil || len(poses) == 0 || poses[0].Times != 1 || !poses[0].Done.IsZero() {
		t.Errorf("%+v %v", poses, err)
	}
}

// A pose was done on the day that it was where that was.
func TestPosesKeepTheirDay(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	c.set(time.Date(2026, 11, 17, 0, 30, 0, 0, time.FixedZone("JST", 9*3600)))
	another(l, c)
	c.set(time.Date(2026, 11, 18, 7, 30, 0, 0, cet()))
	poses, err := l.Poses(t.Context(), c.Now().AddDate(0, 0, -30))
	if err != nil || len(poses) == 0 {
		t.Fatalf("%v %v", poses, err)
	}
	if day := poses[0].Done.Format(time.DateOnly); day != "2026-11-17" {
		t.Errorf("done on %s, want 2026-11-17", day)
	}
}

func TestRunning(t *testing.T) {
	const quiet = 12 * time.Minute
	year := 365 * 24 * time.Hour
	for _, tt := range []struct {
		name  string
		after func(l *Log, c *clock, cut *Session)
		want  bool
	}{
		{"one of ours", func(l *Log, c *clock, _ *Session) { begin(l, c) }, true},
		{"one of ours, an hour later", func(l *Log, c *clock, _ *Session) { begin(l, c); c.add(time.Hour) }, false},
		{"one of ours, the clock set back", func(l *Log, c *clock, _ *Session) { begin(l, c); c.add(-year) }, true},
		{"one that was cut off", func(*Log, *clock, *Session) {}, false},
		{"one that was dismissed", func(l *Log, _ *clock, s *Session) { l.Dismiss(s.ID) }, false},
		{"one that was dismissed, made ahead", func(l *Log, c *clock, s *Session) { c.add(-year); l.Dismiss(s.ID) }, false},
		{"one of ours, after one made ahead", func(l *Log, c *clock, s *Session) { c.add(-year); l.Dismiss(s.ID); begin(l, c) }, true},
		{"one that ended", func(l *Log, c *clock, _ *Session) { finish(l, begin(l, c), Finished) }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			s := cutOffSession(t, folder, c)
			l := mustOpen(t, folder, c)
			tt.after(l, c, &s)
			if got, ok := l.Running(t.Context(), quiet); ok != tt.want {
				t.Errorf("%v %+v, want %v", ok, got, tt.want)
			}
		})
	}
}
