package session

import (
	"slices"
	"testing"
	"time"
)

func TestOutcomes(t *testing.T) {
	const s = time.Second
	next := func(r *rider) { r.Next(r.now) }
	for _, c := range []struct {
		name          string
		do            func(*rider)
		played        time.Duration
		skipped, done bool
	}{
		{"nothing yet", func(*rider) {}, 0, true, false},
		{"in the setup", func(r *rider) { r.enter(Setup, 1); r.wait(5 * s) }, 0, true, false},
		{"skipped", func(r *rider) { r.Skip(r.now) }, 0, true, false},
		{"partly", func(r *rider) { r.enter(Hold, 1); r.wait(10 * s) }, 10 * s, false, false},
		{"partly, and skipped", func(r *rider) { r.enter(Hold, 1); r.wait(10 * s); r.Skip(r.now) }, 10 * s, false, false},
		{"one side", func(r *rider) { r.enter(Hold, 1); r.wait(33 * s) }, 33 * s, false, false},
		{"one side, then on", func(r *rider) { r.enter(Hold, 1); r.wait(40 * s); r.enter(Release, 1) }, 33 * s, false, false},
		{"almost whole", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(33 * s)
			r.enter(Hold, 2)
			r.wait(32500 * time.Millisecond)
			next(r)
		}, 65500 * time.Millisecond, false, true},
		{"whole", func(r *rider) { r.wait(r.Plan().Stages[0].Length * 20) }, 66 * s, false, true},
		{"paused in between", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(10 * s)
			r.Pause(r.now)
			r.wait(time.Hour)
			r.Resume(r.now)
			r.wait(13 * s)
		}, 20 * s, false, false},
		{"asleep in between", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(10 * s)
			r.now = r.now.Add(time.Hour)
			r.Tick(r.now)
		}, 10 * s, false, false},
		{"played twice is not more than whole", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(30 * s)
			r.Back(r.now)
			r.wait(30 * s)
		}, 33 * s, false, false},
	} {
		r := started(t, "30s each side", "30s")
		c.do(r)
		items, _ := r.Outcomes(r.now)
		o := items[0]
		if o.Planned != 66*s || o.Played != c.played || o.Skipped() != c.skipped || o.Whole() != c.done {
			t.Errorf("%s: %+v, skipped %v, whole %v; want %v, %v, %v", c.name, o, o.Skipped(), o.Whole(), c.played, c.skipped, c.done)
		}
		if again, _ := r.Outcomes(r.now); !slices.Equal(again, items) {
			t.Errorf("%s: asked again, %+v", c.name, again)
		}
	}
}

func TestOutcomesCountEverythingPlayed(t *testing.T) {
	r := started(t, "30s", "30s")
	r.wait(20 * time.Second)
	r.Jump(r.now, 1)
	r.wait(7 * time.Second)
	r.Pause(r.now)
	r.wait(time.Minute)
	if _, played := r.Outcomes(r.now); played != 27*time.Second {
		t.Errorf("%v played; want 27s", played)
	}
}

// A screen that sleeps for Change each time misses no second, cue, phase or
// stage.
func TestSteppingByChangeVisitsEverything(t *testing.T) {
	for _, routine := range builtin(t) {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		visited := map[[2]int]bool{} // stage, seconds left
		cue := map[[2]int]bool{}
		phases := map[int]int{}
		last := r.at()
		for s := last; s.State == Playing; s = r.at() {
			if s.UntilChange <= 0 || s.UntilChange > time.Second+1 {
				t.Fatalf("%s: a change in %v at %v of stage %d", routine.ID, s.UntilChange, s.In, s.Index)
			}
			visited[[2]int{s.Index, int((s.Left + time.Second - 1) / time.Second)}] = true
			cue[[2]int{s.Index, s.Cue}] = true
			for _, c := range s.Stage.VoiceCues { // what only a voice says is on time, too
				if late := s.In - c.At; late > 0 && late < time.Second && last.Index == s.Index && last.In < c.At && late > 1 {
					t.Errorf("%s: stage %d says %q %v late", routine.ID, s.Index, c.Text, late)
				}
			}
			if s.Phase != last.Phase && s.Index == last.Index {
				phases[s.Index]++
			}
			last = s
			r.now = r.now.Add(s.UntilChange)
			r.Tick(r.now)
		}
		for i, s := range r.Plan().Stages {
			for left := int((s.Length + time.Second - 1) / time.Second); left > 0; left-- {
				if !visited[[2]int{i, left}] {
					t.Errorf("%s: stage %d, %s, never shows %d s left", routine.ID, i, s.Kind, left)
				}
			}
			for j := range s.Cues {
				if !cue[[2]int{i, j}] {
					t.Errorf("%s: stage %d, %s, never shows %q", routine.ID, i, s.Kind, s.Cues[j].Text)
				}
			}
			if want := phasesOf(s); s.Works() && phases[i] != want {
				t.Errorf("%s: stage %d, %s, shows %d changes of the breath; want %d", routine.ID, i, s.Kind, phases[i], want)
			}
		}
	}
}

// phasesOf is how often the phase of the breath changes in a stage.
func phasesOf(s Stage) int {
	if !s.Works() {
		return 0
	}
	each := 2
	if s.work.cycle.Stay > 0 {
		each = 3
	}
	return each*int(s.Length/s.work.cycle.Length()) - 1
}

func TestSnapshotSaysWhatComesNext(t *testing.T) {
	r := started(t, "30s each side", "10 reps")
	stages := r.Plan().Stages
	for i, s := range stages {
		at := r.at()
		var want *Stage
		for j := len(stages) - 1; j > i; j-- {
			if stages[j].Works() {
				want = &stages[j]
			}
		}
		if at.Next != want || at.Items != 2 || at.Stage.Kind != s.Kind {
			t.Errorf("in stage %d, %s, next is %v", i, at.Stage.Kind, at.Next)
		}
		r.Next(r.now)
	}
}
