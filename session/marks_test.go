package session

import (
	"slices"
	"testing"
)

func TestHalfwayIsSaidWithItsChime(t *testing.T) {
	o := DefaultOptions()
	for _, r := range append(builtin(t), made(t, "60s", "61s", "5m x2", "7 breaths")) {
		for i, s := range Compile(r, o).Stages {
			half := slices.IndexFunc(s.heard(i, -1, ages), func(h Heard) bool { return h.Mark == Halfway })
			if half < 0 {
				continue
			}
			at := s.heard(i, -1, ages)[half].At
			if !slices.ContainsFunc(s.VoiceCues, func(c Cue) bool { return c.At == at && c.Text == halfwayText }) {
				t.Errorf("%s: no word with the chime in %s", r.ID, s.Pose.ID)
			}
			for _, c := range s.Cues {
				if c.At < at && c.At+o.lengthOf(c.Text) > at {
					t.Errorf("%s: the chime falls into %q", r.ID, c.Text)
				}
			}
		}
	}
}

// Every hold and every set ends where a stage begins that has a mark for it.
func TestEverySetEndsWithItsMark(t *testing.T) {
	for _, r := range append(builtin(t), made(t, "30s x2 each leg", "5 reps x2", "10s")) {
		for i := range r.Items {
			if i%2 == 0 {
				r.Items[i].Pose.Release = ""
			}
		}
		stages := Compile(r, DefaultOptions()).Stages
		for i, s := range stages {
			if s.Works() && (i+1 == len(stages) || !slices.Contains([]Kind{Rest, Switch, Release}, stages[i+1].Kind)) {
				t.Errorf("%s: nothing marks the end of %s", r.ID, s.Pose.ID)
			}
		}
	}
}

func TestRepetitionsAreLed(t *testing.T) {
	s := Compile(find(t, "lower-back"), DefaultOptions()).Stages
	cobra := s[len(s)-2]
	var got []string
	for _, h := range cobra.heard(0, -1, ages) {
		if h.Mark == NoMark && h.At < 2*cobra.work.cycle.Length() {
			got = append(got, h.Text)
		}
	}
	p := cobra.Pose
	want := []string{p.Inhale, "Stay, 5 seconds.", p.Exhale, p.Inhale, "Stay.", p.Exhale}
	if !slices.Equal(got, want) {
		t.Errorf("the first two: %q; want %q", got, want)
	}
	for _, n := range []string{"5 done.", "10 done.", "15 done.", lastOneText} {
		if !slices.ContainsFunc(cobra.heard(0, -1, ages), func(h Heard) bool { return h.Text == n }) {
			t.Errorf("nobody says %q", n)
		}
	}
}
