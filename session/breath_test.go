package session

import (
	"math"
	"testing"
	"time"
)

func seconds(s float64) time.Duration { return time.Duration(math.Round(s * float64(time.Second))) }

func TestCycleAt(t *testing.T) {
	b := Breath{In: 4 * time.Second, Out: 6 * time.Second}
	plain := Cycle{Breath: b, After: Out}
	stays := Cycle{Breath: b, Stay: 5 * time.Second, After: Out}
	above := Cycle{Breath: b, Stay: 5 * time.Second, After: In}
	for _, c := range []struct {
		cycle   Cycle
		at      float64
		phase   Phase
		through float64
		left    float64
		fill    float64
	}{
		{plain, 0, In, 0, 4, 0},
		{plain, 2, In, 0.5, 2, 0.5},
		{plain, 4, Out, 0, 6, 1},
		{plain, 7, Out, 0.5, 3, 0.5},
		{stays, 0, In, 0, 4, 0},
		{stays, 4, Out, 0, 6, 1},
		{stays, 10, Stay, 0, 5, 0},
		{stays, 14, Stay, 0.8, 1, 0},
		{above, 0, In, 0, 4, 0},
		{above, 4, Stay, 0, 5, 1},
		{above, 8, Stay, 0.8, 1, 1},
		{above, 9, Out, 0, 6, 1},
		{above, 12, Out, 0.5, 3, 0.5},
		{Cycle{}, 3, NoPhase, 0, 0, 0},
	} {
		phase, through, left := c.cycle.At(seconds(c.at))
		fill := Fill(phase, through, c.cycle.After)
		if phase != c.phase || math.Abs(through-c.through) > 1e-9 || left != seconds(c.left) || math.Abs(fill-c.fill) > 1e-9 {
			t.Errorf("%+v at %v s: %s %v, %v left, fill %v; want %s %v, %v s, %v",
				c.cycle, c.at, phase, through, left, fill, c.phase, c.through, c.left, c.fill)
		}
	}
}

// The lungs never jump: not from phase to phase, nor from one cycle to the next.
func TestFillIsContinuousOverWholeCycles(t *testing.T) {
	b := Breath{In: 2100 * time.Millisecond, Out: 5700 * time.Millisecond}
	for _, c := range []Cycle{{Breath: b, After: Out}, {b, 3 * time.Second, Out}, {b, 3 * time.Second, In}} {
		const tick = 10 * time.Millisecond
		lengths := map[Phase]time.Duration{NoPhase: 0, In: c.In, Out: c.Out, Stay: c.Stay}
		last := 0.0
		seen := make(map[Phase]time.Duration)
		for at := time.Duration(0); at < 3*c.Length(); at += tick {
			phase, through, left := c.At(at % c.Length())
			fill := Fill(phase, through, c.After)
			if through < 0 || through > 1 || left <= 0 || left > lengths[phase] || math.Abs(fill-last) > 0.01 {
				t.Fatalf("%+v at %v: %s %v, %v left, fill %v after %v", c, at, phase, through, left, fill, last)
			}
			if start := at%c.Length() - c.start(phase); start != lengths[phase]-left {
				t.Fatalf("%+v at %v: %v into %s, %v left", c, at, start, phase, left)
			}
			last = fill
			seen[phase] += tick
		}
		for _, phase := range []Phase{In, Out, Stay} {
			if seen[phase] != 3*lengths[phase] {
				t.Errorf("%+v: %v of %s; want %v", c, seen[phase], phase, 3*lengths[phase])
			}
		}
	}
}

func TestBreathIsWithin(t *testing.T) {
	for _, c := range []struct {
		in, out float64
		ok      bool
	}{
		{5.5, 5.5, true},
		{2, 12, true},
		{12, 2, true},
		{4.1, 6.3, true},
		{1.9, 5, false},
		{5, 12.1, false},
		{5, 0, false},
		{0, 5, false},
		{-4, 4, false},
		{4.05, 4, false},
		{4, 4.000000001, false},
	} {
		b := Breath{seconds(c.in), seconds(c.out)}
		if b.isWithin() != c.ok {
			t.Errorf("%v in, %v out: not %v", c.in, c.out, c.ok)
		}
	}
	if !DefaultBreath().isWithin() {
		t.Error("the breath that sessions begin with is out of bounds")
	}
}

func TestSlowerAndFasterKeepToTheBounds(t *testing.T) {
	for _, c := range []struct {
		name       string
		from, want Breath
		change     func(Breath) Breath
	}{
		{"half a second slower", Breath{seconds(5.5), seconds(5.5)}, Breath{seconds(6), seconds(6)}, Breath.Slower},
		{"half a second faster", Breath{seconds(5.5), seconds(5.5)}, Breath{seconds(5), seconds(5)}, Breath.Faster},
		{"no slower than the longest in", Breath{seconds(11.6), seconds(4)}, Breath{seconds(11.6), seconds(4)}, Breath.Slower},
		{"no slower than the longest out", Breath{seconds(4), seconds(12)}, Breath{seconds(4), seconds(12)}, Breath.Slower},
		{"up to the longest", Breath{seconds(11.5), seconds(11.5)}, Breath{seconds(12), seconds(12)}, Breath.Slower},
		{"no faster than the shortest in", Breath{seconds(2.4), seconds(4)}, Breath{seconds(2.4), seconds(4)}, Breath.Faster},
		{"no faster than the shortest out", Breath{seconds(4), seconds(2)}, Breath{seconds(4), seconds(2)}, Breath.Faster},
		{"down to the shortest", Breath{seconds(2.5), seconds(4)}, Breath{seconds(2), seconds(3.5)}, Breath.Faster},
	} {
		if got := c.change(c.from); got != c.want {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
}

// However often the key is pressed, the breath stays within its bounds.
func TestSlowerAndFasterStayWithin(t *testing.T) {
	b := DefaultBreath()
	for range 100 {
		b = b.Slower()
		if !b.isWithin() {
			t.Fatalf("%v is out of bounds", b)
		}
	}
	if b != (Breath{longestPhase, longestPhase}) {
		t.Errorf("the slowest is %v", b)
	}
	for range 100 {
		b = b.Faster()
		if !b.isWithin() {
			t.Fatalf("%v is out of bounds", b)
		}
	}
	if b != (Breath{shortestPhase, shortestPhase}) {
		t.Errorf("the fastest is %v", b)
	}
}

func TestFitted(t *testing.T) {
	for _, c := range []struct {
		name     string
		breath   Breath
		length   float64
		breaths  int
		in, both float64
	}{
		{"squeezed into a short hold", DefaultBreath(), 10, 1, 5, 10},
		{"stretched over a longer one", DefaultBreath(), 14, 1, 7, 14},
		{"one breath at least", DefaultBreath(), 1, 1, 0.5, 1},
		{"as many as come nearest", Breath{seconds(2), seconds(2)}, 14, 4, 1.75, 3.5},
		{"in and out in their proportion", Breath{seconds(4), seconds(6)}, 12, 1, 4.8, 12},
	} {
		got := c.breath.fitted(seconds(c.length))
		if got.In != seconds(c.in) || got.Length() != seconds(c.both) || time.Duration(c.breaths)*got.Length() != seconds(c.length) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
