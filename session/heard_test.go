package session

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// heard is every cue of a session, ticking at irregular times.
func heard(r *rider, random *rand.Rand) []Heard {
	var all []Heard
	from := r.now
	for r.at().State != Finished {
		r.now = r.now.Add(time.Duration(random.Int64N(int64(2900 * time.Millisecond))))
		r.Tick(r.now)
		all = append(all, r.Crossed(from, r.now)...)
		if random.IntN(3) == 0 {
			r.Outcomes(r.now)
		}
		from = r.now
	}
	return all
}

// toHear is all there is to hear of a plan.
func toHear(p Plan) []Heard {
	var all []Heard
	for i, s := range p.Stages {
		first := len(all)
		all = append(all, Heard{Stage: i, Mark: Begins})
		if s.Kind == Hold && s.Length >= time.Minute {
			all = append(all, Heard{Cue{At: s.Length / 2}, i, Halfway})
		}
		for _, c := range slices.Concat(s.Cues, s.VoiceCues) {
			all = append(all, Heard{Cue: c, Stage: i})
		}
		slices.SortStableFunc(all[first:], func(a, b Heard) int { return cmp.Compare(a.At, b.At) })
	}
	last := len(p.Stages) - 1
	return append(all, Heard{Cue{At: p.Stages[last].Length}, last, Ends})
}

func TestAllThereIsToHearIsCrossedOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, routine := range builtin(t) {
		for _, speed := range []float64{0.25, 1, 7.3, 60, 600} {
			r := ride(t, routine, Settings{Speed: speed})
			r.Start(r.now)
			if got, want := heard(r, random), toHear(r.Plan()); !slices.Equal(got, want) {
				t.Errorf("%s at speed %v: %d heard of %d", routine.ID, speed, len(got), len(want))
			}
		}
	}
}

// What is asked about the past does not swallow what is said meanwhile.
func TestOutcomesSwallowNoCue(t *testing.T) {
	r := started(t, "30s")
	from := r.now
	r.wait(5 * time.Second)
	want := r.Crossed(from, r.now)
	r.Outcomes(r.now)
	if got := r.Crossed(from, r.now); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
}

func TestCuesAroundWhatIsDone(t *testing.T) {
	r := started(t, "30s")
	second := func() (texts []string) {
		from := r.now
		r.wait(time.Second)
		for _, h := range r.Crossed(from, r.now) {
			if h.Mark == NoMark {
				texts = append(texts, h.Text)
			}
		}
		return texts
	}
	const first = "Lift your right leg."
	for _, c := range []struct {
		name string
		do   func()
		want []string
	}{
		{"the first line of a stage we go to", func() { r.Next(r.now) }, []string{first}},
		{"not again a second later", func() {}, nil},
		{"again when the stage is begun again", func() { r.Jump(r.now, 0); r.Next(r.now) }, []string{first}},
		{"not while paused", func() { r.Pause(r.now); r.Jump(r.now, 0); r.Next(r.now) }, nil},
		{"not while settling", func() { r.Resume(r.now) }, nil},
		{"still not", func() {}, nil},
		{"nor at the instant the clock runs again", func() {}, nil},
		{"but right after it", func() {}, []string{first}},
		{"and no more", func() {}, nil},
		{"not for what was longer", func() { r.Longer(r.now) }, nil},
	} {
		c.do()
		if got := second(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

func TestACueIsNotRepeatedByWhatIsDoneAtItsInstant(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*rider)
	}{
		{"longer", func(r *rider) { r.Longer(r.now) }},
		{"slower", func(r *rider) { r.Slower(r.now) }},
		{"pause and resume", func(r *rider) { r.Pause(r.now); r.Resume(r.now) }},
	} {
		r := started(t, "30s")
		r.enter(Setup, 1)
		from, cue := r.now, r.Plan().Stages[1].Cues[1]
		r.wait(cue.At)
		got := r.Crossed(from, r.now)
		if len(got) == 0 || got[len(got)-1].Cue != cue {
			t.Errorf("%s: before it, %v", c.name, got)
		}
		c.do(r)
		from = r.now
		r.wait(3200 * time.Millisecond)
		if got := r.Crossed(from, r.now); len(got) != 0 {
			t.Errorf("%s: after it, %v", c.name, got)
		}
	}
}
