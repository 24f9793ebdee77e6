package session

import (
	"slices"
	"testing"
	"time"
)

func TestLongerAndShorter(t *testing.T) {
	longer := (*Player).Longer
	shorter := (*Player).Shorter
	const s = time.Second
	for _, c := range []struct {
		name   string
		dose   string
		hold   int // the how manieth we are in; 0 for the setup before the first
		in     time.Duration
		change func(*Player, time.Time) bool
		times  int
		want   []time.Duration // of all holds
	}{
		{"one breath of 11 s longer", "30s", 1, 5 * s, longer, 1, []time.Duration{44 * s}},
		{"one breath of 11 s shorter", "30s", 1, 5 * s, shorter, 1, []time.Duration{22 * s}},
		{"three times longer", "30s", 1, 5 * s, longer, 3, []time.Duration{66 * s}},
		{"never below one breath", "30s", 1, 5 * s, shorter, 9, []time.Duration{11 * s}},
		{"never below the breath we are in", "60s", 1, 25 * s, shorter, 9, []time.Duration{33 * s}},
		{"never what has passed", "60s", 1, 65 * s, shorter, 9, []time.Duration{66 * s}},
		{"the next hold while in its setup", "30s", 0, 5 * s, longer, 1, []time.Duration{44 * s}},
		{"that set only", "30s x2", 1, 5 * s, longer, 1, []time.Duration{44 * s, 33 * s}},
		{"the second set", "30s x2", 2, 5 * s, shorter, 1, []time.Duration{33 * s, 22 * s}},
		{"the other side too", "30s each side", 1, 5 * s, longer, 1, []time.Duration{44 * s, 44 * s}},
		{"the other side too, shorter", "30s each side", 1, 5 * s, shorter, 2, []time.Duration{11 * s, 11 * s}},
		{"the same set on the other side", "30s x2 each side", 2, 5 * s, longer, 1, []time.Duration{33 * s, 44 * s, 33 * s, 44 * s}},
		{"the side before stays as it was", "30s each side", 2, 5 * s, longer, 1, []time.Duration{33 * s, 44 * s}},
		{"breaths", "5 breaths each side", 1, 5 * s, longer, 2, []time.Duration{77 * s, 77 * s}},
		{"repetitions", "10 reps each side", 1, 5 * s, longer, 2, []time.Duration{132 * s, 132 * s}},
		{"repetitions down to one", "3 reps", 1, 5 * s, shorter, 9, []time.Duration{11 * s}},
		{"repetitions of 16 s", "5s x20", 1, 5 * s, longer, 1, []time.Duration{336 * s}},
		{"repetitions of 14 s on both sides alike", "3s x3 each leg", 1, 5 * s, longer, 1, []time.Duration{112 * s}},
		{"down to one on both sides", "3s x3 each leg", 1, 5 * s, shorter, 9, []time.Duration{28 * s}},
		{"a short hold becomes whole breaths", "10s", 0, 5 * s, longer, 1, []time.Duration{33 * s}},
		{"on both sides alike", "10s each side", 0, 5 * s, longer, 1, []time.Duration{33 * s, 33 * s}},
		{"a short hold is never below one breath", "10s", 1, 5 * s, shorter, 3, []time.Duration{10 * s}},
	} {
		r := started(t, c.dose)
		if c.hold == 0 {
			r.enter(Setup, 1)
		} else if r.Plan().Stages[2].Kind == Reps {
			r.enter(Reps, c.hold)
		} else {
			r.enter(Hold, c.hold)
		}
		r.wait(c.in)
		before := r.at()
		for range c.times {
			c.change(r.Player, r.now)
		}
		var got []time.Duration
		for _, s := range r.Plan().Stages {
			if s.Works() {
				got = append(got, s.Length)
			}
			checkCues(t, s, r.plan.Options)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
		if after := r.at(); after.In != before.In || after.Phase != before.Phase || after.Fill != before.Fill {
			t.Errorf("%s: at %v, %s; was at %v, %s", c.name, after.In, after.Phase, before.In, before.Phase)
		}
	}
}

func TestLongerSaysWhetherItDidAnything(t *testing.T) {
	r := started(t, "30s")
	if !r.Longer(r.now) {
		t.Error("the hold to come stayed as long as it was")
	}
	r.enter(Release, 1)
	if r.Longer(r.now) || r.Shorter(r.now) {
		t.Error("a hold that is over was changed")
	}
	r = started(t, "10 reps")
	r.Longer(r.now)
	if reps := r.Plan().Stages[2].Reps(); reps != 11 {
		t.Errorf("%d repetitions; want 11", reps)
	}
	r = started(t, "10 reps each leg")
	r.Shorter(r.now)
	if reps := r.Plan().Stages[2].Reps(); reps != 9 {
		t.Errorf("%d repetitions on each side; want 9", reps)
	}
}

// A short hold that becomes a long one in the middle goes on with the breath of
// the plan once the breath it is in is over.
func TestAShortHoldLengthenedInTheMiddleIsWholeBreaths(t *testing.T) {
	r := started(t, "5s")
	r.enter(Hold, 1)
	r.wait(2 * time.Second)
	r.Longer(r.now)
	if s := r.at(); s.Stage.Length != (5+2*11)*time.Second || s.Phase != In || s.PhaseLeft != 500*time.Millisecond {
		t.Errorf("%s for %v, %v in all", s.Phase, s.PhaseLeft, s.Stage.Length)
	}
	r.wait(3 * time.Second)
	if s := r.at(); s.Phase != In || s.PhaseLeft != 5500*time.Millisecond || !s.Locked || s.Count != 2 || s.Counts != 3 {
		t.Errorf("%s for %v, %d of %d", s.Phase, s.PhaseLeft, s.Count, s.Counts)
	}
}

// Lengthening what has not begun must not take its words away.
func TestLongerKeepsTheWordsOfTheBreath(t *testing.T) {
	routine := find(t, "upper-back")
	for _, c := range []struct {
		name string
		in   func(*rider)
		want int
	}{
		{"in the setup", func(r *rider) { r.enter(Setup, 1); r.wait(5 * time.Second) }, 4},
		{"in the first breath", func(r *rider) { r.enter(Reps, 1); r.wait(2 * time.Second) }, 4},
	} {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		c.in(r)
		r.Longer(r.now)
		words := 0
		for _, cue := range r.Plan().Stages[2].Cues {
			if cue.Breath != NoPhase {
				words++
			}
		}
		if words != c.want {
			t.Errorf("%s: %d words of a breath are left; want %d", c.name, words, c.want)
		}
	}
}

func TestLastOneIsSaidBeforeTheLast(t *testing.T) {
	for _, c := range []struct {
		name   string
		dose   string
		in     time.Duration
		change func(*Player, time.Time) bool
		want   time.Duration
	}{
		{"as planned", "4 reps", 5 * time.Second, nil, 33 * time.Second},
		{"longer", "4 reps", 5 * time.Second, (*Player).Longer, 44 * time.Second},
		{"shorter", "4 reps", 5 * time.Second, (*Player).Shorter, 22 * time.Second},
		{"longer after it was said", "4 reps", 40 * time.Second, (*Player).Longer, 44 * time.Second},
		{"slower", "4 reps", 5 * time.Second, (*Player).Slower, 35 * time.Second},
		{"slower in the last but one", "4 reps", 30 * time.Second, (*Player).Slower, 33 * time.Second},
		{"slower in the last", "4 reps", 40 * time.Second, (*Player).Slower, 33 * time.Second},
		{"faster in the last", "4 reps", 34 * time.Second, (*Player).Faster, 33 * time.Second},
		{"on both sides", "3s x2 each leg", 5 * time.Second, nil, 42 * time.Second},
	} {
		r := started(t, c.dose)
		r.enter(Reps, 1)
		r.wait(c.in)
		if c.change != nil {
			c.change(r.Player, r.now)
		}
		s := r.at().Stage
		checkCues(t, s, r.plan.Options)
		i := slices.IndexFunc(s.Cues, func(c Cue) bool { return c.Text == lastOneText })
		if i < 0 || s.Cues[i].At != c.want {
			t.Errorf("%s: %v; want it at %v", c.name, s.Cues, c.want)
		}
	}
}
