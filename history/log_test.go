package history

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// A session that was told comes back as it was told, by the next process too.
func TestSessionComesBack(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	s := begin(l, c)
	if !isID(s.ID) {
		t.Fatalf("id %q", s.ID)
	}
	rateBefore(l, s, 6, []string{"lower-back", "hips"})
	play(l, c, s, 0, 9)
	finish(l, s, Finished)
	rateAfter(l, s, 3)
	l.SavePEG(PEG{At: c.Now(), Pain: 5, Enjoyment: 4, Activity: 6})

	want := *s
	want.Played, want.Done, want.Stages = 9*time.Minute, 3, nil
	check := func(l *Log) {
		t.Helper()
		got := sessions(t, l)
		if len(got) != 1 {
			t.Fatalf("%d sessions", len(got))
		}
		same(t, got[0], want)
		if p, ok := l.LastPEG(t.Context()); !ok || p.Pain != 5 || p.Activity != 6 || !p.At.Equal(c.Now()) {
			t.Errorf("PEG %v %v", p, ok)
		}
	}
	check(l)
	noTrouble(t, l)
	mustClose(t, l)
	check(mustOpen(t, folder, c))
}

// same compares sessions; instants must be the same and in the same zone.
func same(t *testing.T, got, want Session) {
	t.Helper()
	for _, pair := range [][2]time.Time{{got.Started, want.Started}, {got.Ended, want.Ended}} {
		if !pair[0].Equal(pair[1]) || pair[0].Format(time.RFC1123Z+" MST") != pair[1].Format(time.RFC1123Z+" MST") {
			t.Errorf("time %v, want %v", pair[0], pair[1])
		}
	}
	got.Started, got.Ended, want.Started, want.Ended = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// What hurts is logged with the pose, and the leg with the session.
func TestHurt(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := begin(l, c)
	play(l, c, s, 0, 2)
	hurt(l, s, Hurt{Pose: "pose-0", Stage: 1, Pain: 7, Leg: true, Choice: Skipped})
	hurt(l, s, Hurt{Pose: "pose-0", Stage: 1, Pain: -1, Choice: Ended})
	finish(l, s, EndedEarly)
	got := sessions(t, l)[0]
	if !got.Leg || got.End != EndedEarly || got.Done != 0 || got.Next != 2 {
		t.Errorf("%+v", got)
	}
	p, err := l.Progress(t.Context(), 1)
	if want := []PoseCount{{"pose-0", 2, 1}}; err != nil || !reflect.DeepEqual(p.Hurt, want) {
		t.Errorf("%v %v", p.Hurt, err)
	}
}

// A session with no ID, such as a preview, is not logged.
func TestNoID(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := aSession(c)
	s.ID = ""
	l.Save(s)
	l.Dismiss("")
	if got := sessions(t, l); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// What is saved again takes the place of what was saved, and shares nothing with
// what the caller keeps.
func TestSaveAgain(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := begin(l, c)
	play(l, c, s, 0, 3)
	s.PlanStages, s.Planned, s.Plan = 12, 11*time.Minute, "anew"
	l.Save(*s)
	for range 3 {
		l.Save(*s)
	}
	s.Stages[0].Pose = "never saved"
	got, err := l.Resume(t.Context(), s.ID)
	if err != nil || len(sessions(t, l)) != 1 {
		t.Fatal(err)
	}
	if got.PlanStages != 12 || got.Planned != 11*time.Minute || got.Plan != "anew" || got.Done != 1 || len(got.Stages) != 3 {
		t.Errorf("%+v", got)
	}
	if got.Stages[0].Pose != "pose-0" || !got.Stages[2].At.Equal(c.Now()) {
		t.Errorf("%+v", got.Stages)
	}
	intact(t, l.folder)
}

func TestFilter(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	first := c.Now()
	for range 5 {
		begin(l, c)
		c.add(24 * time.Hour)
	}
	day := func(n int) time.Time { return first.AddDate(0, 0, n) }
	tests := []struct {
		name string
		f    Filter
		days []int
	}{
		{"all", Filter{}, []int{4, 3, 2, 1, 0}},
		{"since", Filter{Since: day(3)}, []int{4, 3}},
		{"limit", Filter{Limit: 2}, []int{4, 3}},
		{"none", Filter{Since: day(9)}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := l.list(t.Context(), test.f)
			if err != nil || len(got) != len(test.days) {
				t.Fatalf("%d sessions, %v", len(got), err)
			}
			for i, s := range got {
				if !s.Started.Equal(day(test.days[i])) {
					t.Errorf("%d: %v", i, s.Started)
				}
			}
		})
	}
}

// A day is the one on the calendar where the session was, also for who asks from
// elsewhere.
func TestSinceIsADay(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	for _, at := range []time.Time{
		time.Date(2026, 11, 19, 23, 30, 0, 0, time.FixedZone("", -10*3600)), // the 20th in UTC
		time.Date(2026, 11, 20, 0, 30, 0, 0, time.FixedZone("NPT", 20700)),  // the 19th in UTC
		time.Date(2026, 11, 20, 23, 30, 0, 0, time.FixedZone("", -10*3600)), // the 21st in UTC
		time.Date(2026, 11, 21, 0, 10, 0, 0, time.FixedZone("", 14*3600)),   // the 20th in UTC
	} {
		c.set(at)
		another(l, c)
	}
	for day, want := range map[int]int{19: 4, 20: 3, 21: 1, 22: 0} {
		for _, zone := range []int{-10, 0, 1, 13} {
			since := time.Date(2026, 11, day, 0, 0, 0, 0, time.FixedZone("", zone*3600))
			got, err := l.list(t.Context(), Filter{Since: since})
			if err != nil || len(got) != want {
				t.Errorf("since the %dth: %d sessions, want %d; %v", day, len(got), want, err)
			}
			if n := strings.Count(export(t, l, CSV, since), "\n") - 1; n != want {
				t.Errorf("since the %dth: %d rows, want %d", day, n, want)
			}
		}
	}
}

// Who goes through all sessions may stop, and gets them in the order of a list.
func TestEachSession(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	for range 5 {
		another(l, c)
	}
	enough := errors.New("enough")
	var got []string
	err := l.EachSession(t.Context(), Filter{}, func(s Session) error {
		got = append(got, s.ID)
		if len(got) == 3 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || len(got) != 3 {
		t.Errorf("%d, %v", len(got), err)
	}
	for i, s := range sessions(t, l)[:3] {
		if s.ID != got[i] {
			t.Errorf("%d: %s, want %s", i, got[i], s.ID)
		}
	}
}

// After Close nothing is written, and nothing panics or hangs.
func TestClosed(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	mustClose(t, l)
	mustClose(t, l)
	begin(l, c)
	if _, err := l.list(t.Context(), Filter{}); err == nil {
		t.Error("a closed log answers")
	}
	if _, ok := l.Unfinished(t.Context()); ok {
		t.Error("a closed log offers a session")
	}
	if _, err := l.Resume(t.Context(), "x"); err == nil {
		t.Error("a closed log resumes")
	}
	left, _ := filepath.Glob(filepath.Join(l.folder, "*run*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// The clock may be set back while a session runs: no length is negative, and the
// session is still found.
func TestClockSetBack(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	s := begin(l, c)
	play(l, c, s, 0, 2)
	c.add(-3 * time.Hour)
	play(l, c, s, 2, 4)
	got := sessions(t, l)[0]
	if got.Ended.Before(got.Started) || got.Played != 4*time.Minute || got.Next != 4 {
		t.Errorf("%+v", got)
	}
	other := mustOpen(t, folder, c)
	l.run.end() // as if it were gone
	if u, ok := other.Unfinished(t.Context()); !ok || u.ID != s.ID {
		t.Errorf("%v %v", u, ok)
	}
	c.add(-365 * 24 * time.Hour)
	if p, err := l.Progress(t.Context(), 4); err != nil || p.Played != 4*time.Minute {
		t.Errorf("%+v %v", p, err)
	}
}
