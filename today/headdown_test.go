package today

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"catcow/content"
	"catcow/sampletest"
	"catcow/session"
)

// Whatever the time that is to be filled, nobody has the head low for longer, or more
// often, than the routine or the pose itself asks for, and no hold grows above two minutes.
func TestNothingGrowsWithTheHeadLow(t *testing.T) {
	lib, chosen := library(t), sampletest.OneIn(t, 3)
	for _, level := range []float64{0, 1} {
		o := session.DefaultOptions()
		o.Level = level
		for i, r := range append(lib.Routines(), headDown(lib)...) {
			for minutes := 2; minutes <= 60; minutes += 1 + minutes/2 {
				if !chosen(i + minutes) {
					continue
				}
				f, err := Fit(r, time.Duration(minutes)*time.Minute, o)
				if err != nil {
					if !errors.As(err, new(TooShortError)) {
						t.Error(err)
					}
					continue
				}
				checkHeadDown(t, f.Routine, o, r.Items)
			}
		}
		m := NewMaker(lib, o)
		for seed := range uint64(40) {
			if !chosen(int(seed)) {
				continue
			}
			q := anyone(rand.New(rand.NewPCG(seed, 9)), lib)
			q.Conditions = nil
			if s, err := m.Make(q); err == nil {
				checkHeadDown(t, s.Routine, o, nil)
			}
		}
	}
}

// headDown is routines of one pose with the head low, in doses that sheets have.
func headDown(lib *content.Library) (all []content.Routine) {
	for _, p := range lib.Poses() {
		for _, text := range []string{"20s x3", "60-300s", "10 breaths", "5 breaths x5", "3m"} {
			d, _ := content.ParseDose(text)
			if r := content.Alone(p); p.Inverted {
				r.Items[0].Dose = d
				if d.Unit == content.Seconds {
					r.Items[0].Pose.Dose.Amount.To = 300 // as one's own pose may have it
				}
				all = append(all, r)
			}
		}
	}
	return all
}

func checkHeadDown(t *testing.T, r content.Routine, o session.Options, of []content.Item) {
	t.Helper()
	known := map[string][]content.Item{}
	for _, item := range of {
		known[item.Pose.ID] = append(known[item.Pose.ID], item)
	}
	plan := session.Compile(r, exactly(o))
	for _, item := range r.Items {
		if !item.Pose.Inverted {
			continue
		}
		own := append(known[item.Pose.ID], content.Item{Dose: item.Pose.Dose})
		if len(of) > 0 {
			own = known[item.Pose.ID]
		}
		if !slices.ContainsFunc(own, func(i content.Item) bool {
			return item.Dose.At(0).Sets <= max(i.Dose.At(0).Sets, i.Dose.At(1).Sets)
		}) {
			t.Errorf("%s: %s in %s", r.ID, item.Pose.ID, item.Dose)
		}
	}
	for _, s := range plan.Stages {
		least := 2 * time.Minute
		for _, i := range known[s.Pose.ID] {
			e := i.Dose.At(0)
			least = max(least, e.Hold, time.Duration(e.Breaths)*o.Breath.Length())
		}
		if isRest(*s.Pose) {
			least = max(least, 5*time.Minute+o.Breath.Length())
		}
		if over := s.Length - least; s.Kind == session.Hold && s.Pose.Inverted && over > 0 && (least <= 2*time.Minute || over > o.Breath.Length()) {
			t.Errorf("%s: %s for %v", r.ID, s.Pose.ID, s.Length)
		}
	}
}
