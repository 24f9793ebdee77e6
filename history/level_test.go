package history

import (
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

// rungAfter is where a pose stands after events.
func rungAfter(events []event) rung {
	var r rung
	for _, e := range events {
		r = r.step(e)
	}
	return r
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
			got := rungAfter(past(test.past))
			if got.tenths != test.tenths || got.comfortable != test.comfortable {
				t.Errorf("%d tenths, %d comfortable; want %d, %d", got.tenths, got.comfortable, test.tenths, test.comfortable)
			}
		})
	}
}

// A gap counts before anything is done again.
func TestLevelAfterGap(t *testing.T) {
	r := rungAfter(past("ccccccccccccccc"))
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
	given := func(pain int) *int {
		if pain < 0 {
			return nil
		}
		return &pain
	}
	for _, test := range tests {
		if got := isStrained(given(test.before), given(test.after)); got != test.want {
			t.Errorf("%d to %d: %v", test.before, test.after, got)
		}
	}
}

// Whatever happens, a level stays between 0 and 1, moves by one step, and does not
// rise by a session that hurt.
func TestClimbProperties(t *testing.T) {
	random, seed := newRandom(t)
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
	}
}
