package history

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

const dayLength = 24 * time.Hour

// past is the events of one pose, a letter a day from the first day on: c
// comfortable, r comfortable but too rarely, s strained, h hurt, H hurt although
// done to the end, p done in part, and - nothing.
func past(letters string) []event {
	var all []event
	for i, letter := range letters {
		e := event{at: int64(i+1) * int64(dayLength), often: true}
		switch letter {
		case 'c':
			e.whole = true
		case 'r':
			e.whole, e.often = true, false
		case 's':
			e.whole, e.strained = true, true
		case 'h':
			e.hurt = true
		case 'H':
			e.hurt, e.whole = true, true
		case '-':
			continue
		}
		all = append(all, e)
	}
	return all
}

func TestClimb(t *testing.T) {
	weeks3 := "---------------------" // 21 days
	tests := []struct {
		past        string
		tenths      int
		comfortable int
	}{
		{"", 0, 0},
		{"cc", 0, 2},
		{"ccc", 1, 0},
		{"cccccc", 2, 0},
		{"c-c-c", 1, 0},
		{"rrrr", 0, 4},       // frequency first
		{"rrrrc", 1, 0},      // then length, by what was done
		{"ccss", 0, 2},       // what strains does not count, nor against it
		{"ccssc", 1, 0},      //
		{"ccpp", 0, 2},       // nor does what was done in part
		{"cch", 0, 0},        // not below 0, and from the beginning
		{"ccccccccch", 1, 0}, // 3 back by 2
		{"cccccccccHcc", 1, 2},
		{"cccccccccHccc", 2, 0},
		{"ccccccccc" + weeks3[1:] + "p", 3, 0}, // in part is not done
		{"ccccccccc" + weeks3[1:] + "c", 3, 1}, // 21 days
		{"ccccccccc" + weeks3 + "c", 0, 1},     // more
		{"cccccccccccc" + weeks3 + weeks3 + "cc", 1, 2},
		{"cccccccccccc" + weeks3 + "h", 0, 0}, // 4 back by 3 and by 2
		{"ccccccccccccccccccccccccccccccccc", 10, 3},
	}
	for _, test := range tests {
		t.Run(test.past, func(t *testing.T) {
			got := climb(past(test.past))
			if got.tenths != test.tenths || got.comfortable != test.comfortable {
				t.Errorf("%d tenths, %d comfortable; want %d, %d", got.tenths, got.comfortable, test.tenths, test.comfortable)
			}
		})
	}
}

// A gap counts before anything is done again.
func TestLevelAfterGap(t *testing.T) {
	r := climb(past("ccccccccccccccc"))
	for _, test := range []struct {
		days int
		want float64
	}{{0, 0.5}, {21, 0.5}, {22, 0.2}, {1000, 0.2}} {
		if got := r.level(r.last + int64(test.days)*int64(dayLength)); got != test.want {
			t.Errorf("%d days later %v, want %v", test.days, got, test.want)
		}
	}
}

func TestStrained(t *testing.T) {
	tests := []struct {
		before, after int // -1: not given
		want          bool
	}{
		{-1, -1, false},
		{4, -1, false},
		{-1, 5, false},
		{-1, 6, true},
		{4, 4, false},
		{4, 5, false},
		{3, 5, true},
		{8, 6, true},
		{6, 5, false},
	}
	for _, test := range tests {
		if got := strained(rating(&test.before), rating(&test.after)); got != test.want {
			t.Errorf("%d to %d: %v", test.before, test.after, got)
		}
	}
}

// Whatever happens, a level stays between 0 and 1, moves by one step, does not
// rise by a session that hurt, and does not depend on the order of arrival.
func TestClimbProperties(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, seed))
	for range 500 {
		letters := make([]byte, random.IntN(150))
		for i := range letters {
			letters[i] = "ccccccccrshHp------"[random.IntN(19)]
		}
		all := past(string(letters))
		var r rung
		for _, e := range all {
			next := r.step(e)
			level := next.level(e.at)
			if level < 0 || level > 1 || next.tenths > r.tenths+1 || e.hurt && next.tenths > r.tenths {
				t.Fatalf("seed %d: %s: %+v after %+v", seed, letters, next, r)
			}
			r = next
		}
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if again := climb(all); again != r {
			t.Fatalf("seed %d: %s: %+v shuffled, %+v in order", seed, letters, again, r)
		}
	}
}

// month is a log of sessions on some days, Monday first, of four weeks.
func month(t *testing.T, l *Log, c *clock, days ...int) {
	t.Helper()
	begin := c.Now()
	for week := range 4 {
		for _, day := range days {
			c.set(begin.AddDate(0, 0, 7*week+day))
			s := l.Begin(aSession(c))
			play(l, c, s.ID, 0, 9)
			l.Finish(s.ID, Finished)
		}
	}
}

func levelsOf(t *testing.T, l *Log) string {
	t.Helper()
	all, err := l.Levels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(all)
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
			all, err := l.Levels(t.Context())
			if err != nil || len(all) != 3 || all["pose-0"] != test.want || all["pose-2"] != test.want {
				t.Errorf("%v %v", all, err)
			}
		})
	}

	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	random := rand.New(rand.NewPCG(1, 2))
	var last Session
	for range 60 {
		c.add(time.Duration(random.IntN(60)) * time.Hour)
		last = l.Begin(aSession(c))
		play(l, c, last.ID, 0, 3*(1+random.IntN(3)))
		if random.IntN(8) == 0 {
			l.Hurt(Hurt{Session: last.ID, Pose: "pose-0", Pain: 6, Choice: Eased})
		}
		l.CheckIn(last.ID, true, random.IntN(8), nil)
		l.Finish(last.ID, Finished)
		if random.IntN(3) == 0 {
			levelsOf(t, l)
		}
		if random.IntN(5) == 0 {
			l.CheckIn(last.ID, true, random.IntN(8), nil) // after it was counted
		}
	}
	kept := levelsOf(t, l)
	if again := levelsOf(t, l); again != kept {
		t.Errorf("%s, then %s", kept, again)
	}
	if err := change(t.Context(), l.db, func(t *tx) error { return t.foldAnew() }); err != nil {
		t.Fatal(err)
	}
	if anew := levelsOf(t, l); anew != kept || kept == "map[pose-0:0 pose-1:0 pose-2:0]" {
		t.Errorf("kept %s, counted anew %s", kept, anew)
	}
	noTrouble(t, l)
	n := 0
	if err := l.db.QueryRowContext(t.Context(), `SELECT count(*) FROM fold`).Scan(&n); err != nil || n > 0 {
		t.Errorf("%d sessions not counted yet, %v", n, err)
	}
}

// A session that runs counts when it is over.
func TestLevelsWhileItRuns(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := l.Begin(aSession(c))
	play(l, c, s.ID, 0, 9)
	if got := levelsOf(t, l); got != "map[]" {
		t.Error(got)
	}
	l.Finish(s.ID, Finished)
	if got := levelsOf(t, l); got != "map[pose-0:0 pose-1:0 pose-2:0]" {
		t.Error(got)
	}
}

func TestTally(t *testing.T) {
	work := func(index, item int, skipped bool) stageRecord {
		return stageRecord{Index: index, Item: item, Kind: "hold", Skipped: skipped}
	}
	way := func(index, item int, skipped, last bool) stageRecord {
		return stageRecord{Index: index, Item: item, Kind: "setup", Skipped: skipped, Last: last}
	}
	tests := []struct {
		name           string
		stages         []stageRecord
		whole, skipped int
	}{
		{"nothing", nil, 0, 0},
		{"whole", []stageRecord{way(0, 0, false, false), work(1, 0, false), way(2, 0, false, true)}, 1, 0},
		{"not to its last stage", []stageRecord{way(0, 0, false, false), work(1, 0, false)}, 0, 0},
		{"over the way in", []stageRecord{way(0, 0, true, false), work(1, 0, false), way(2, 0, false, true)}, 1, 0},
		{"over the way out", []stageRecord{work(1, 0, false), way(2, 0, true, true)}, 1, 0},
		{"over the work", []stageRecord{work(1, 0, true), way(2, 0, false, true)}, 0, 1},
		{"over one set of two", []stageRecord{work(1, 0, false), work(2, 0, true), way(3, 0, false, true)}, 0, 1},
		{"back, and done", []stageRecord{work(1, 0, true), work(1, 0, false), way(2, 0, false, true)}, 1, 0},
		{"over all of it at once", []stageRecord{way(0, 0, true, false)}, 0, 1},
		{"the last stage is the work", []stageRecord{{Kind: "reps", Last: true}}, 1, 0},
		{"twice in a routine", []stageRecord{{Kind: "reps", Last: true}, {Index: 5, Item: 3, Kind: "reps", Last: true}}, 2, 0},
		{"once of two", []stageRecord{{Kind: "reps", Last: true}, {Index: 5, Item: 3, Kind: "reps", Skipped: true, Last: true}}, 1, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if whole, skipped := tally(test.stages); whole != test.whole || skipped != test.skipped {
				t.Errorf("%d whole, %d skipped; want %d, %d", whole, skipped, test.whole, test.skipped)
			}
		})
	}
}
