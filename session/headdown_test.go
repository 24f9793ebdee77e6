package session

import (
	"slices"
	"testing"
	"time"

	"catcow/content"
)

// prescriptions is those of routines, and what sheets ask for.
func prescriptions(tb testing.TB, p content.Pose) []content.Dose {
	tb.Helper()
	all := []content.Dose{p.Dose}
	for _, text := range []string{"20s x3", "60s x2", "10s x5", "5m", "6m x2", "5 breaths x3", "30 breaths", "60-300s", "10 reps x3", "5s x10 x3"} {
		d, err := content.ParseDose(text)
		if err != nil {
			tb.Fatal(err)
		}
		if p.Sides == content.EachOfTwo {
			d.Sides = content.EachSide
		}
		all = append(all, d)
	}
	return all
}

// Nobody is told to rest in the middle of a pose: between any two times one works, one is
// led out of it, and back in by its own words or, where coming out undoes nothing, by
// none. That holds for all poses, in whichever dose a sheet has for them.
func TestNobodyRestsInAPoseBetweenSets(t *testing.T) {
	for _, words := range []Words{FullWords, BriefWords} {
		for _, level := range []float64{0, 1} {
			o := DefaultOptions()
			o.Words, o.Level = words, level
			for _, p := range everyWay(t) {
				for _, d := range prescriptions(t, p) {
					plan := Compile(content.Routine{ID: "one", Items: []content.Item{{Pose: p, Dose: d}}}, o)
					checkLedOut(t, p, d, plan)
					checkWarned(t, p, d, plan)
				}
			}
		}
	}
}

func checkLedOut(t *testing.T, p content.Pose, d content.Dose, plan Plan) {
	t.Helper()
	last := -1
	for i, s := range plan.Stages {
		if !s.Works() {
			continue
		}
		if last >= 0 {
			between := plan.Stages[last+1 : i]
			out := named(releaseText(p), plan.Stages[last].Side)
			if said := between[0].Cues[0].Text; len(between) != 2 || said != named(out, Right) && said != out {
				t.Errorf("%s %s: between two sets: %q", p.Title(), d, said)
			}
			in := texts(Plan{Stages: between[1:]}, Setup)
			if len(s.Pose.Again) > 0 && in == setText(s.Set, s.Sets)+" /" {
				t.Errorf("%s %s: back in by %q", p.Title(), d, in)
			}
		}
		last = i
	}
}

// checkWarned fails where somebody has the head low for two minutes without being told
// what to come out for.
func checkWarned(t *testing.T, p content.Pose, d content.Dose, plan Plan) {
	t.Helper()
	if !p.Inverted {
		return
	}
	for _, s := range plan.Stages {
		if !s.Works() {
			continue
		}
		told, begun := time.Duration(0), false
		for _, c := range append(slices.Clone(s.Cues), Cue{At: s.Length, Text: p.During[0]}) {
			if c.Text != p.During[0] {
				continue
			}
			if most := 2 * time.Minute; c.At-told > most || !begun && c.At > 12*time.Second && c.At < s.Length {
				t.Errorf("%s %s, set %d: %q %v into it, %v after the last time", p.Title(), d, s.Set, c.Text, c.At, c.At-told)
			}
			told, begun = c.At, true
		}
	}
}

// A pose that is made for moving is moved into where it is held.
func TestAPoseMadeForMovingIsMovedIntoWhereItIsHeld(t *testing.T) {
	for _, p := range everyWay(t) {
		if p.Move == content.Still || p.ID == "pelvic-tilt" { // its steps do
			continue
		}
		into := p.Exhale
		if p.Move == content.MoveOnInhale {
			into = p.Inhale
		}
		d, _ := content.ParseDose("10s x3")
		plan := Compile(content.Routine{ID: "one", Items: []content.Item{{Pose: p, Dose: d}}}, DefaultOptions())
		for i, s := range plan.Stages {
			if s.Kind != Hold {
				continue
			}
			in := plan.Stages[i-1]
			if last := in.Cues[len(in.Cues)-1].Text; last != named(into, s.Side) && last != named(into, Right) {
				t.Errorf("%s: held after %q", p.ID, last)
			}
		}
	}
}
