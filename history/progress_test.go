package history

import (
	"fmt"
	"testing"
	"time"
)

// weekly is a mean a week, first week first; a negative one is a week without.
func weekly(values ...float64) (means, int64) {
	m := means{}
	for i, v := range values {
		if v >= 0 {
			m.add(int64(100+i), 2*v, 2)
		}
	}
	return m, int64(100 + len(values) - 1)
}

func TestCompare(t *testing.T) {
	tests := []struct {
		values           []float64
		known            bool
		baseline, latest float64
		direction        Direction
	}{
		{nil, false, 0, 0, NoChange},
		{[]float64{6, 6, 1}, false, 0, 0, NoChange},
		{[]float64{6, 6, 4, 4}, true, 6, 4, Better},
		{[]float64{6, 6, 4, 4.2}, true, 6, 4.1, NoChange}, // 30 % alone is not enough
		{[]float64{8, 8, 6, 6}, true, 8, 6, NoChange},     // 2 points alone are not enough
		{[]float64{8, 8, 5.6, 5.6}, true, 8, 5.6, Better}, // exactly 30 %
		{[]float64{10, 10, 7, 7}, true, 10, 7, Better},
		{[]float64{10, 10, 7.1, 7.1}, true, 10, 7.1, NoChange},
		{[]float64{3, 3, 5, 5}, true, 3, 5, Worse},
		{[]float64{0, 0, 2, 2}, true, 0, 2, Worse},
		{[]float64{0, 0, 1.9, 1.9}, true, 0, 1.9, NoChange},
		{[]float64{2, 2, 0, 0}, true, 2, 0, Better},
		{[]float64{6, -1, 6, -1, 9, 9, 3, -1, 3}, true, 6, 3, Better},        // weeks without are none
		{[]float64{7, 5, 9, 9, 9, 4, 2}, true, 6, 3, Better},                 // only both ends
		{[]float64{6, 6, 4, 4, -1, -1, -1}, true, 6, 4, Better},              // four weeks
		{[]float64{6, 6, 4, 4, -1, -1, -1, -1}, false, 0, 0, NoChange},       // too long ago
		{[]float64{-1, -1, -1, -1, 6, 6, 4, 4}, true, 6, 4, Better},          //
		{[]float64{6, 6, -1, -1, -1, -1, -1, 4}, false, 0, 0, NoChange},      // three weeks with values
		{[]float64{6.4, 5.6, -1, -1, -1, 4.2, 4.1}, true, 6, 4.15, NoChange}, // never from one rounded value
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.values), func(t *testing.T) {
			got := compare(weekly(test.values...))
			want := Change{test.known, test.baseline, test.latest, test.direction}
			near := func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
			if !near(got.Baseline, want.Baseline) || !near(got.Latest, want.Latest) {
				t.Errorf("%+v, want %+v", got, want)
			}
			got.Baseline, got.Latest, want.Baseline, want.Latest = 0, 0, 0, 0
			if got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
}

// What comes after the current week, by a clock that was wrong once, says nothing.
func TestCompareFuture(t *testing.T) {
	m, current := weekly(6, 6, 6, 6)
	m.add(current+500, 0, 1)
	if got := compare(m, current); got.Latest != 6 {
		t.Errorf("%+v", got)
	}
}

// practice is a day with a session and its pain in each of some weeks.
func practice(today int64, pains ...int) []dayRow {
	var all []dayRow
	for i, pain := range pains {
		d := dayRow{day: today - int64(7*(len(pains)-1-i)), sessions: 1, played: 600_000}
		if pain >= 0 {
			d.before, d.befores = pain, 1
		}
		all = append(all, d)
	}
	return all
}

func TestSeeSomeone(t *testing.T) {
	tests := []struct {
		name  string
		pains []int
		pegs  []int // a week
		want  bool
	}{
		{"nothing", nil, nil, false},
		{"three weeks", []int{6, 6, 6}, nil, false},
		{"four weeks, the first of them 21 days ago", []int{6, 6, 6, 6}, nil, false},
		{"four weeks gone by", []int{6, 6, 6, 6, 6}, nil, true},
		{"worse", []int{3, 3, 5, 7, 7}, nil, true},
		{"better", []int{6, 6, 5, 4, 3}, nil, false},
		{"not rated", []int{-1, -1, -1, -1, -1, -1}, nil, false},
		{"little pain from the beginning", []int{1, 1, 1, 1, 1}, nil, false},
		{"pain as it was, but PEG better", []int{6, 6, 6, 6, 6}, []int{6, 6, 6, 3, 3}, false},
		{"not rated, PEG as it was", []int{-1, -1, -1, -1, -1}, []int{6, 6, 6, 6, 6}, true},
		{"pain and PEG as they were", []int{6, 6, 6, 6, 6}, []int{6, 6, 6, 6, 6}, true},
		{"better, then back", []int{6, 6, 3, 3, 6, 6}, nil, true},
	}
	const today = 20_000
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			days := practice(today, test.pains...)
			for i, peg := range test.pegs {
				days = append(days, dayRow{day: today - int64(7*(len(test.pegs)-1-i)), peg: 3 * peg, pegs: 1})
			}
			p := sumUp(days, today, 8)
			if p.SeeSomeone != test.want {
				t.Errorf("%v: %+v %+v", p.SeeSomeone, p.Pain, p.PEG)
			}
		})
	}
	// Who stopped long ago has not been doing it.
	if p := sumUp(practice(today-50, 6, 6, 6, 6, 6), today, 8); p.SeeSomeone {
		t.Error("advice after a pause")
	}
}

func TestProgressWeeks(t *testing.T) {
	c := newClock() // Wednesday 2026-11-18
	l := mustOpen(t, t.TempDir(), c)
	today := c.Now()
	day := func(days int) { c.set(today.AddDate(0, 0, days)) }

	day(-16) // Monday 2 November
	another(l, c)
	l.SavePEG(PEG{At: c.Now(), Pain: 6, Enjoyment: 6, Activity: 3})
	day(-10) // Sunday 8 November: a pose in no time
	short := begin(l, c)
	addStage(l, short, Stage{Kind: "hold", Pose: "pose-0", Last: true, At: c.Now()})
	finish(l, short, Finished)
	day(-2) // Monday 16 November: a look, no session
	look := begin(l, c)
	addStage(l, look, Stage{Kind: "transition", Pose: "pose-0", Planned: time.Minute, Played: 20 * time.Second, At: c.Now()})
	finish(l, look, EndedEarly)
	day(-1)
	s := begin(l, c)
	rateBefore(l, s, 8, nil)
	addStage(l, s, Stage{Index: 1, Kind: "hold", Pose: "pose-0", Played: 0, Skipped: true, Last: true, At: c.Now()})
	play(l, c, s, 3, 5)
	day(0)

	p, err := l.Progress(t.Context(), 4)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range p.Weeks {
		got = append(got, fmt.Sprintf("%s %d %v %s %s %s", w.Monday.Format("01-02"), w.Sessions, w.Played, meanText(w.Before), meanText(w.After), meanText(w.PEG)))
	}
	want := []string{
		"10-26 0 0s – – –",
		"11-02 2 9m0s 5.0 4.0 5.0",
		"11-09 0 0s – – –",
		"11-16 1 2m20s 8.0 – –",
	}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Errorf("%v, want %v", got, want)
			break
		}
	}
	if w := p.Weeks[1]; w.Days[0] != 9*time.Minute || w.Days[6] != 0 || p.Weeks[3].Days[1] != 2*time.Minute {
		t.Errorf("days %v %v", p.Weeks[1].Days, p.Weeks[3].Days)
	}
	if p.Sessions != 3 || p.Played != 11*time.Minute+20*time.Second {
		t.Errorf("in all %d, %v", p.Sessions, p.Played)
	}
	if len(p.Hurt) != 1 || p.Hurt[0] != (PoseCount{"pose-1", 1, 1}) || len(p.Skipped) != 1 || p.Skipped[0] != (PoseCount{"pose-0", 1, 1}) {
		t.Errorf("hurt %v, skipped %v", p.Hurt, p.Skipped)
	}
	if p, err := l.Progress(t.Context(), 1); err != nil || len(p.Weeks) != 1 || len(p.Hurt) != 0 || len(p.Skipped) != 1 {
		t.Errorf("one week: %+v %v", p, err)
	}
	intact(t, l.folder)
}

// An empty log has weeks too.
func TestProgressEmpty(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	p, err := l.Progress(t.Context(), 12)
	if err != nil || len(p.Weeks) != 12 || p.Sessions != 0 || p.Pain.Known || p.SeeSomeone {
		t.Errorf("%+v %v", p, err)
	}
	if _, ok := l.LastPEG(t.Context()); ok {
		t.Error("an answer that nobody gave")
	}
}

// Every session belongs to the day it was on where it was, whatever the zone is
// later, and on the day the clocks change too.
func TestZones(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones on this machine: ", err)
	}
	auckland, err := time.LoadLocation("Pacific/Auckland")
	if err != nil {
		t.Skip("no time zones on this machine: ", err)
	}
	folder, c := t.TempDir(), newClock()
	l := mustOpen(t, folder, c)
	// Sunday 25 October 2026: the clocks go back from 3 to 2 in Berlin.
	for _, at := range []time.Time{
		time.Date(2026, 10, 25, 0, 30, 0, 0, berlin),                        // Saturday in UTC
		time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC).In(berlin),           // 2:30, summer time
		time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC).In(berlin),           // 2:30 again
		time.Date(2026, 10, 25, 23, 30, 0, 0, berlin),                       //
		time.Date(2026, 10, 26, 8, 0, 0, 0, auckland),                       // Sunday in UTC and Berlin
		time.Date(2026, 10, 25, 23, 30, 0, 0, time.FixedZone("", -10*3600)), // Monday in UTC
	} {
		c.set(at)
		another(l, c)
	}
	c.set(time.Date(2026, 10, 26, 9, 0, 0, 0, berlin))
	p, err := l.Progress(t.Context(), 2)
	if err != nil || p.Weeks[0].Sessions != 5 || p.Weeks[1].Sessions != 1 {
		t.Errorf("%+v %v", p.Weeks, err)
	}
	var got []string
	for _, s := range sessions(t, l) {
		got = append(got, s.Started.Format("Mon 15:04 -0700"))
		if s.Ended.Before(s.Started) {
			t.Errorf("ends before it begins: %+v", s)
		}
	}
	want := "[Sun 23:30 -1000 Sun 23:30 +0100 Mon 08:00 +1300 Sun 02:30 +0100 Sun 02:30 +0200 Sun 00:30 +0200]"
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestCalendar(t *testing.T) {
	for _, test := range []struct {
		date    string
		monday  string
		weekday int
	}{
		{"1970-01-01", "1969-12-29", 3},
		{"1969-12-28", "1969-12-22", 6},
		{"1970-01-04", "1969-12-29", 6},
		{"1970-01-05", "1970-01-05", 0},
		{"2024-02-29", "2024-02-26", 3},
		{"2026-12-31", "2026-12-28", 3},
		{"2027-01-03", "2026-12-28", 6},
	} {
		at, err := time.Parse("2006-01-02", test.date)
		if err != nil {
			t.Fatal(err)
		}
		week, weekday := weekOf(dayOf(at))
		if got := monday(week).Format("2006-01-02"); got != test.monday || weekday != test.weekday {
			t.Errorf("%s: %s, day %d", test.date, got, weekday)
		}
	}
	for at, want := range map[time.Time]string{
		time.Date(2026, 1, 1, 0, 0, 0, 0, cet()):                            "CET (UTC+01:00)",
		time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC):                         "UTC+00:00",
		time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("-03", -3*3600)):   "UTC-03:00",
		time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", 5*3600+30*60)): "UTC+05:30",
	} {
		if got := nameZone(at); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
