package today

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/session"
)

// somebody is a person in a program.
type somebody struct {
	name  string
	comes func(day int, r *rand.Rand) bool
	hurts func(session int) bool
}

func people() []somebody {
	never := func(int) bool { return false }
	return []somebody{
		{"regular", func(day int, _ *rand.Rand) bool { return day%7 != 2 && day%7 != 5 && day%7 != 6 }, never},
		{"irregular", func(day int, r *rand.Rand) bool { return (day < 30 || day > 48) && r.IntN(100) < 30 }, never},
		{"one that hurts", func(day int, _ *rand.Rand) bool { return day%2 == 0 }, func(session int) bool { return session%5 == 3 }},
	}
}

// played is a day of a program, and what was done on it.
type played struct {
	day  int
	part Part
	made Session
	hurt bool
}

// play lives through so many days of a program.
func play(t *testing.T, who somebody, days int) []played {
	t.Helper()
	start := time.Date(2026, 11, 30, 7, 0, 0, 0, time.UTC)
	random := rand.New(rand.NewPCG(1, 12))
	m := NewMaker(library(t), session.DefaultOptions())
	var all []played
	var done []Done
	var recent []Recent
	for day := range days {
		for i := range recent {
			recent[i].Days++
		}
		now := start.AddDate(0, 0, day)
		part := PartOf(start, now, done)
		if !who.comes(day, random) || part.Over {
			continue
		}
		s, err := m.Make(Request{
			Length: part.Length, Effort: part.Effort, Place: content.Floor, Day: now, Recent: recent,
			Props: []string{"chair", "block", "bolster"},
		})
		if err != nil {
			t.Fatalf("%s on day %d: %v", who.name, day, err)
		}
		p := played{day, part, s, who.hurts(len(all))}
		for i, item := range s.Routine.Items {
			recent = append(recent, Recent{Pose: item.Pose.ID, Hurt: p.hurt && i == 0})
		}
		done = append(done, Done{Day: now, Hurt: p.hurt})
		all = append(all, p)
	}
	return all
}

// A program goes from rest to strength, more often before longer, however often
// somebody comes.
func TestProgramForThreePeople(t *testing.T) {
	for _, who := range people() {
		var text strings.Builder
		all := play(t, who, 7*Steps)
		number, easy := 0, 0
		for i, p := range all {
			fmt.Fprintf(&text, "day %2d, step %2d, %s%s: %v %s\n", p.day+1, p.part.Number, p.part.Effort, p.part.Easy, p.made.Length.Round(time.Second), line(p.made.Routine))
			if p.part.Number < number || p.part.Number > number+1 {
				t.Errorf("%s: from step %d to %d", who.name, number, p.part.Number)
			}
			number = p.part.Number
			if hurt := i > 0 && all[i-1].hurt; hurt != (p.part.Easy == AfterHurt) {
				t.Errorf("%s on day %d: hurt %v, easy %q", who.name, p.day, hurt, p.part.Easy)
			}
			if p.part.Easy != NoReason {
				easy++
				if p.part.Effort != Restful {
					t.Errorf("%s on day %d: no easy day: %q", who.name, p.day, p.part.Effort)
				}
			}
			if d := distance(p.made.Length, p.part.Length); d > Tolerance && len(p.made.Notes) == 0 {
				t.Errorf("%s on day %d: %v instead of %v", who.name, p.day, p.made.Length, p.part.Length)
			}
			if p.part.Effort == Strong && !strengthens(p.made.Routine.Items) {
				t.Errorf("%s on day %d: nothing strengthens in %s", who.name, p.day, line(p.made.Routine))
			}
			for _, wrong := range order(Request{Effort: p.part.Effort}, p.made.Routine.Items) {
				t.Errorf("%s on day %d: %s", who.name, p.day, wrong)
			}
		}
		t.Logf("%s: %d sessions, %d of them easy ones\n%s", who.name, len(all), easy, text.String())
		switch who.name {
		case "regular":
			if number != Steps || easy > 0 {
				t.Errorf("%s: step %d at the end, %d easy days", who.name, number, easy)
			}
		case "irregular":
			if number >= Steps || number < 3 || easy != 1 {
				t.Errorf("%s: step %d at the end, %d easy days, want one after the break", who.name, number, easy)
			}
		default:
			if number != Steps || easy < 5 {
				t.Errorf("%s: step %d at the end, %d easy days", who.name, number, easy)
			}
		}
	}
}

func TestPartOf(t *testing.T) {
	start := time.Date(2026, 3, 27, 23, 30, 0, 0, time.FixedZone("CET", 3600)) // summer time begins
	days := func(days ...int) (done []Done) {
		for _, d := range days {
			done = append(done, Done{Day: start.AddDate(0, 0, d)})
		}
		return done
	}
	for _, c := range []struct {
		day            int
		done           []Done
		number, inStep int
		today, over    bool
		easy           Reason
	}{
		{0, nil, 1, 0, false, false, NoReason},
		{0, days(0), 1, 1, true, false, NoReason},
		{6, days(0, 1, 2), 1, 3, false, false, NoReason},
		{7, days(0, 1, 2), 2, 0, false, false, NoReason},
		{7, days(0, 1), 1, 2, false, false, NoReason},
		{12, days(0, 5, 11), 2, 0, false, false, NoReason}, // it took longer
		{12, days(0, 5, 12), 1, 3, true, false, NoReason},
		{13, nil, 1, 0, false, false, NoReason},
		{14, nil, 1, 0, false, false, AfterBreak},
		{20, days(0, 1, 2), 2, 0, false, false, AfterBreak},
		{3, []Done{{Day: start, Hurt: true}}, 1, 1, false, false, AfterHurt},
		{3, []Done{{Day: start, Hurt: true}, {Day: start.AddDate(0, 0, 1)}}, 1, 2, false, false, NoReason},
		{3, days(-5, -4, -3), 1, 0, false, false, NoReason}, // before it began
	} {
		p := PartOf(start, start.AddDate(0, 0, c.day), c.done)
		if p.Number != c.number || p.InStep != c.inStep || p.DoneToday != c.today || p.Over != c.over || p.Easy != c.easy {
			t.Errorf("day %d after %v: %+v, want %+v", c.day, c.done, p, c)
		}
	}
	var all []int
	for week := range Steps {
		all = append(all, 7*week, 7*week+2, 7*week+4)
	}
	if p := PartOf(start, start.AddDate(0, 0, 7*Steps), days(all...)); !p.Over || p.Number != Steps {
		t.Errorf("after all of it: %+v", p)
	}
}

// First more often, then longer; first rest, then strength.
func TestStepsOnlyGrow(t *testing.T) {
	rank := map[Effort]int{Restful: 0, Moderate: 1, Strong: 2}
	for n := 2; n <= Steps; n++ {
		a, b := step(n-1), step(n)
		if b.Sessions < a.Sessions || b.Length < a.Length || rank[b.Effort] < rank[a.Effort] {
			t.Errorf("step %d is less than the one before", n)
		}
		if b.Length > a.Length && b.Sessions < 5 {
			t.Errorf("step %d gets longer before it comes often", n)
		}
		if b.Sessions < 3 || b.Sessions > 5 {
			t.Errorf("step %d: %d sessions a week", n, b.Sessions)
		}
	}
}
