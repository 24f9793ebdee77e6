package today

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"catcow/content"
	"catcow/sampletest"
	"catcow/session"
)

func posesOf(s Session) []string {
	var ids []string
	for _, item := range s.Routine.Items {
		ids = append(ids, item.Pose.ID)
	}
	return ids
}

func kindOf(p content.Pose) phase {
	_, last := phases(p)
	return last
}

// A pose that is swapped makes way for one of its kind, and nothing else changes
// but doses; what is made keeps the promises of any session.
func TestSwapChangesOnePose(t *testing.T) {
	lib := library(t)
	m := NewMaker(lib, session.DefaultOptions())
	requests := uint64(40)
	if sampletest.Slow() {
		requests = 120
	}
	swapped, none := uint64(0), 0
	for seed := range requests {
		q := anyone(rand.New(rand.NewPCG(seed, 7)), lib)
		s, err := m.Make(q)
		if err != nil {
			continue
		}
		at := int(seed) % len(s.Routine.Items)
		old := s.Routine.Items[at].Pose
		got, err := m.Swap(q, s, at)
		if errors.As(err, new(NoOtherError)) {
			none++
			continue
		}
		swapped++
		before, after := posesOf(s), posesOf(got)
		var came []content.Pose
		for _, item := range got.Routine.Items {
			if !slices.Contains(before, item.Pose.ID) {
				came = append(came, item.Pose)
			}
		}
		if len(after) != len(before) || len(came) != 1 || slices.Contains(after, old.ID) {
			t.Errorf("seed %d: %s for %v gives %v", seed, old.ID, before, after)
			continue
		}
		if kindOf(came[0]) != kindOf(old) || isRest(came[0]) != isRest(old) {
			t.Errorf("seed %d: %s in the place of %s", seed, came[0].ID, old.ID)
		}
		if distance(got.Length, q.Length) > Tolerance && !slices.Contains(got.Notes, nearestText(got.Length)) {
			t.Errorf("seed %d: %v instead of %v, and no reason", seed, got.Length, q.Length)
		}
		for _, pose := range came {
			if len(pose.Against(q.Conditions)) > 0 || q.hurts(pose.ID) {
				t.Errorf("seed %d: %s is not for them", seed, pose.ID)
			}
		}
		for _, wrong := range order(q, got.Routine.Items) {
			t.Errorf("seed %d: %s for %s: %s\n%s\n%s", seed, came[0].ID, old.ID, wrong, line(s.Routine), line(got.Routine))
		}
	}
	t.Logf("%d swapped, %d with none to take the place", swapped, none)
	if swapped < requests/3 {
		t.Errorf("only %d", swapped)
	}
}

// Who swaps on and on sees every pose of the kind before one comes again, and is
// never left without.
func TestSwapGoesOn(t *testing.T) {
	m := NewMaker(library(t), session.DefaultOptions())
	q := Request{Place: content.Floor, Length: usual}
	s, err := m.Make(q)
	if err != nil {
		t.Fatal(err)
	}
	at, seen := 0, map[string]bool{}
	for range 12 {
		before := posesOf(s)
		seen[before[at]] = true
		if s, err = m.Swap(q, s, at); err != nil {
			t.Fatal(err)
		}
		q.Without = append(q.Without, before[at])
		at = slices.IndexFunc(posesOf(s), func(id string) bool { return !slices.Contains(before, id) })
		if again := posesOf(s)[at]; seen[again] && len(seen) < 3 {
			t.Errorf("%s comes again after %v", again, seen)
		}
	}
	if len(seen) < 3 {
		t.Errorf("only %v", seen)
	}
}
