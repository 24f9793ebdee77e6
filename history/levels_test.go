package history

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// month is a log of sessions on some days, Monday first, of four weeks.
func month(t *testing.T, l *Log, c *clock, days ...int) {
	t.Helper()
	first := c.Now()
	for week := range 4 {
		for _, day := range days {
			c.set(first.AddDate(0, 0, 7*week+day))
			s := begin(l, c)
			play(l, c, s, 0, 9)
			finish(l, s, Finished)
		}
	}
}

func levelsOf(t *testing.T, l *Log) string {
	t.Helper()
	return fmt.Sprint(mustLevels(t, l))
}

func mustLevels(t *testing.T, l *Log) map[string]float64 {
	t.Helper()
	poses, err := l.Poses(t.Context(), time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, p := range poses {
		all[p.ID] = p.Level
	}
	return all
}

// The level that is kept is the one that all events give, however often it is
// asked for on the way, and whatever changes later.
func TestLevels(t *testing.T) {
	tests := []struct {
		name string
		days []int
		want float64
	}{
		{"once a week", []int{0}, 0},
		{"twice a week", []int{0, 3}, 0},
		{"three times a week", []int{0, 2, 4}, 0.4},
		{"daily", []int{0, 1, 2, 3, 4, 5, 6}, 0.9},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := newClock()
			l := mustOpen(t, t.TempDir(), c)
			month(t, l, c, test.days...)
			all := mustLevels(t, l)
			if len(all) != 3 || all["pose-0"] != test.want || all["pose-2"] != test.want {
				t.Errorf("%v", all)
			}
		})
	}

	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		c.add(time.Duration(random.IntN(60)) * time.Hour)
		last := begin(l, c)
		play(l, c, last, 0, 3*(1+random.IntN(3)))
		if random.IntN(8) == 0 {
			hurt(l, last, Hurt{Pose: "pose-0", Pain: 6, Choice: Eased})
		}
		rateAfter(l, last, random.IntN(8))
		finish(l, last, Finished)
		if random.IntN(3) == 0 {
			levelsOf(t, l)
		}
		if random.IntN(5) == 0 {
			rateAfter(l, last, random.IntN(8)) // after it was counted
		}
	}
	kept := levelsOf(t, l)
	if err := change(t.Context(), l.db, func(t *tx) error {
		if err := t.exec(`UPDATE pose SET tenths = 7, comfortable = 1, last = 5`); err != nil {
			return err
		}
		return t.updateLevels(0)
	}); err != nil {
		t.Fatal(err)
	}
	if anew := levelsOf(t, l); anew != kept || kept == "map[pose-0:0 pose-1:0 pose-2:0]" {
		t.Errorf("kept %s, counted anew %s", kept, anew)
	}
	noTrouble(t, l)
}

// A pose counts as soon as it was done to its end.
func TestLevelsWhileItRuns(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := begin(l, c)
	play(l, c, s, 0, 6)
	if got := levelsOf(t, l); got != "map[pose-0:0 pose-1:0]" {
		t.Error(got)
	}
	finish(l, s, Finished)
	if got := levelsOf(t, l); got != "map[pose-0:0 pose-1:0]" {
		t.Error(got)
	}
}

// Levels do not depend on the order in which sessions arrive, nor on how many
// arrive at once.
func TestLevelsInAnyOrder(t *testing.T) {
	random, seed := newRandom(t)
	var all []record
	at := newClock().Now()
	for i := range 120 {
		if random.IntN(5) > 0 { // else two begin at once
			at = at.Add(time.Duration(random.IntN(50)) * time.Hour)
		}
		s := Session{ID: fmt.Sprint("S", i), Routine: "r", Name: "r", Started: at, End: Finished, PlanStages: 9}
		for pose := range 3 {
			for n := range 3 {
				g := aStage(3*pose+n, at)
				g.Skipped = g.Kind == "hold" && random.IntN(8) == 0
				s.Stages = append(s.Stages, g)
			}
		}
		if after := random.IntN(8); after > 0 {
			s.After = &after
		}
		if random.IntN(9) == 0 {
			s.Hurts = []Hurt{{Pose: "pose-1", At: at, Pain: 6}}
		}
		r := newRecord(s)
		r.Changed = at
		all = append(all, r)
	}
	want := ""
	for range 6 {
		l := mustOpen(t, t.TempDir(), newClock())
		for left := all; len(left) > 0; {
			n := min(1+random.IntN(30), len(left))
			if err := change(t.Context(), l.db, func(t *tx) error {
				for _, r := range left[:n] {
					if _, err := t.putRecord(r); err != nil {
						return err
					}
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			left = left[n:]
		}
		got := fmt.Sprint(rungsOf(t, l))
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d: %s, were %s", seed, got, want)
		}
		intact(t, l.folder)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
}

// rungsOf is where poses stand after each session.
func rungsOf(t *testing.T, l *Log) []string {
	t.Helper()
	var all []string
	if err := rows(t.Context(), l.db, func(scan func(...any) error) error {
		var id, pose string
		var r rung
		err := scan(&id, &pose, &r.tenths, &r.comfortable, &r.last)
		all = append(all, fmt.Sprint(id, pose, r))
		return err
	}, `SELECT s.id, p.pose, tenths, comfortable, last FROM pose p JOIN session s ON s.n = p.session ORDER BY s.id, p.pose`); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCountPoses(t *testing.T) {
	work := func(index, item int, skipped bool) Stage {
		return Stage{Index: index, Item: item, Kind: "hold", Skipped: skipped, Played: map[bool]time.Duration{false: time.Minute}[skipped]}
	}
	way := func(index, item int, skipped, last bool) Stage {
		return Stage{Index: index, Item: item, Kind: "setup", Skipped: skipped, Last: last}
	}
	part := Stage{Index: 2, Kind: "hold", Played: time.Second, Skipped: true}
	tests := []struct {
		name                 string
		stages               []Stage
		whole, skipped, part int
	}{
		{"nothing", nil, 0, 0, 0},
		{"whole", []Stage{way(0, 0, false, false), work(1, 0, false), way(2, 0, false, true)}, 1, 0, 0},
		{"not to its last stage", []Stage{way(0, 0, false, false), work(1, 0, false)}, 0, 0, 0},
		{"over the way in", []Stage{way(0, 0, true, false), work(1, 0, false), way(2, 0, false, true)}, 1, 0, 0},
		{"over the way out", []Stage{work(1, 0, false), way(2, 0, true, true)}, 1, 0, 0},
		{"over the work", []Stage{work(1, 0, true), way(2, 0, false, true)}, 0, 1, 0},
		{"over one set of two", []Stage{work(1, 0, false), work(2, 0, true), way(3, 0, false, true)}, 0, 0, 1},
		{"back, and done", []Stage{work(1, 0, true), work(1, 0, false), way(2, 0, false, true)}, 1, 0, 0},
		{"into another pose", []Stage{work(1, 0, false), {Index: 2, Kind: "rest", Pose: "rest", Last: true}}, 1, 0, 0},
		{"in part", []Stage{part, way(2, 0, false, true)}, 0, 0, 1},
		{"ended in its middle", []Stage{part}, 0, 0, 1},
		{"one side only", []Stage{work(1, 0, true), part, way(3, 0, false, true)}, 0, 0, 1},
		{"ended before the other side", []Stage{work(1, 0, true), way(2, 0, false, false)}, 0, 0, 1},
		{"skipped, then part of it", []Stage{work(2, 0, true), way(3, 0, false, true), part}, 0, 0, 1},
		{"the last stage is the work", []Stage{{Kind: "reps", Last: true}}, 1, 0, 0},
		{"twice in a routine", []Stage{{Kind: "reps", Last: true}, {Index: 5, Item: 3, Kind: "reps", Last: true}}, 2, 0, 0},
		{"once of two", []Stage{{Kind: "reps", Last: true}, {Index: 5, Item: 3, Kind: "reps", Skipped: true, Last: true}}, 1, 1, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := countPoses(Session{Stages: test.stages})[""]; got.whole != test.whole || got.skipped != test.skipped || got.part != test.part {
				t.Errorf("%+v; want %d whole, %d skipped, %d in part", got, test.whole, test.skipped, test.part)
			}
		})
	}
}
