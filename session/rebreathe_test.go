package session

import (
	"math"
	"slices"
	"testing"
	"time"
)

func TestSlowerAndFasterDoNotCutTheBreath(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     time.Duration
		change func(*Player, time.Time) bool
		length time.Duration // of the hold of 60 s
		began  time.Duration // of the breath after this one
		one    time.Duration
	}{
		{"slower in a breath in", 24 * time.Second, (*Player).Slower, 69 * time.Second, 33 * time.Second, 12 * time.Second},
		{"slower in a breath out", 30 * time.Second, (*Player).Slower, 69 * time.Second, 33 * time.Second, 12 * time.Second},
		{"faster in a breath in", 24 * time.Second, (*Player).Faster, 63 * time.Second, 33 * time.Second, 10 * time.Second},
		{"slower in the first", time.Second, (*Player).Slower, 71 * time.Second, 11 * time.Second, 12 * time.Second},
		{"slower between two", 22 * time.Second, (*Player).Slower, 70 * time.Second, 22 * time.Second, 12 * time.Second},
		{"faster in the last", 60 * time.Second, (*Player).Faster, 66 * time.Second, 66 * time.Second, 10 * time.Second},
	} {
		r := started(t, "60s", "60s")
		r.enter(Hold, 1)
		r.wait(c.in)
		before := r.at()
		if !c.change(r.Player, r.now) {
			t.Errorf("%s: nothing changed", c.name)
		}
		after := r.at()
		if after.In != before.In || after.Phase != before.Phase || after.Fill != before.Fill || after.Count != before.Count {
			t.Errorf("%s: %s, %v full, %d; was %s, %v full, %d", c.name, after.Phase, after.Fill, after.Count, before.Phase, before.Fill, before.Count)
		}
		if after.Stage.Length != c.length {
			t.Errorf("%s: a hold of %v; want %v", c.name, after.Stage.Length, c.length)
		}
		next := Compile(made(t, "60s"), Options{Breath: r.Plan().Options.Breath}).Stages[2].Length
		if got := r.Plan().Stages[6].Length; got != next {
			t.Errorf("%s: the next hold takes %v; want %v", c.name, got, next)
		}
		r.checkBreaths(c.name, c.began, c.one)
	}
}

// checkBreaths goes to the end of a hold, a hundredth at a time, and looks that
// the lungs never jump and that breaths begin at a time and every so often from
// then on.
func (r *rider) checkBreaths(name string, began, one time.Duration) {
	r.t.Helper()
	hold := r.at()
	for last := hold; last.Index == hold.Index; {
		r.now = r.now.Add(10 * time.Millisecond)
		s := r.at()
		if s.Index != hold.Index {
			break
		}
		if math.Abs(s.Fill-last.Fill) > 0.01 {
			r.t.Fatalf("%s: at %v the lungs jump from %v to %v", name, s.In, last.Fill, s.Fill)
		}
		if s.Phase == In && last.Phase == Out && (s.In < began || (s.In-began)%one != 0) {
			r.t.Fatalf("%s: a breath begins at %v", name, s.In)
		}
		last = s
	}
}

func TestSlowerTwiceInABreath(t *testing.T) {
	r := started(t, "6 breaths")
	r.enter(Hold, 1)
	r.wait(24 * time.Second)
	r.Slower(r.now)
	r.wait(time.Second)
	before := r.at()
	r.Slower(r.now)
	if after := r.at(); after.Fill != before.Fill || after.Stage.Length != (33+3*13)*time.Second || after.Counts != 6 || after.Count != 3 {
		t.Errorf("%d of %d breaths in %v", after.Count, after.Counts, after.Stage.Length)
	}
	r.checkBreaths("twice", 33*time.Second, 13*time.Second)
}

// What is played again is played with the breath as it is now, from its very
// beginning, however we get there.
func TestAHoldPlayedAgainBeginsAnew(t *testing.T) {
	for _, c := range []struct {
		name string
		back func(*rider)
	}{
		{"back", func(r *rider) { r.Back(r.now) }},
		{"back to the setup, and ready", func(r *rider) { r.Back(r.now); r.Back(r.now); r.Next(r.now) }},
		{"back to the setup, and heard", func(r *rider) { r.Back(r.now); r.Back(r.now); r.wait(r.Plan().Stages[1].Length) }},
		{"jump, and heard", func(r *rider) { r.Jump(r.now, 0); r.wait(r.Plan().Stages[0].Length + r.Plan().Stages[1].Length) }},
	} {
		r := started(t, "6 breaths")
		r.enter(Hold, 1)
		r.wait(24 * time.Second)
		r.Slower(r.now)
		c.back(r)
		r.want(c.name, 2, 0, Playing)
		if s := r.at(); s.Stage.Length != 72*time.Second || s.Phase != In || s.Through != 0 || s.Count != 1 || s.Counts != 6 {
			t.Errorf("%s: %s %v, %d of %d in %v", c.name, s.Phase, s.Through, s.Count, s.Counts, s.Stage.Length)
		}
	}
}

// A hold that was over when the breath was changed is played again with the
// breath as it is now.
func TestAHoldGoneBackToHasTheBreathOfNow(t *testing.T) {
	r := started(t, "6 breaths", "6 breaths")
	r.enter(Release, 1)
	r.Slower(r.now)
	r.Back(r.now)
	r.want("back", 2, 0, Playing)
	if s := r.at(); s.Stage.Length != 72*time.Second || s.PhaseLeft != 6*time.Second {
		t.Errorf("%s for %v, %v in all", s.Phase, s.PhaseLeft, s.Stage.Length)
	}
}

func TestSlowerKeepsTheWordsOfThisBreath(t *testing.T) {
	r := ride(t, find(t, "upper-back"), Settings{})
	r.Start(r.now)
	r.enter(Reps, 1)
	r.wait(2 * time.Second)
	r.Slower(r.now)
	var got []time.Duration
	for _, c := range r.at().Stage.Cues {
		if c.Breath != NoPhase {
			got = append(got, c.At)
		}
	}
	if want := []time.Duration{0, 5500 * time.Millisecond}; !slices.Equal(got, want) {
		t.Errorf("words at %v; want %v", got, want)
	}
}

func TestSlowerAtTheBoundChangesNothing(t *testing.T) {
	r := started(t, "60s")
	for r.Slower(r.now) {
		continue
	}
	if b := r.Plan().Options.Breath; b != (Breath{longestPhase, longestPhase}) || r.Plan().Stages[2].Length != 72*time.Second {
		t.Errorf("%v, a hold of %v", b, r.Plan().Stages[2].Length)
	}
}
