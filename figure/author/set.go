package author

import (
	"maps"
	"slices"

	"catcow/figure/posture"
	"catcow/figure/skel"
)

// Set is the way of the figure through a pose on one side.
type Set struct {
	Steps   []posture.Posture // one for each step of the setup, at least one
	In, Out posture.Posture   // the hold: what is breathed in to and out to; the same if the pose is still
	Moves   bool              // whether the breath moves the figure between In and Out
	Release posture.Posture   // on the way out
}

// Step is the posture of step i; past the last the last.
func (s *Set) Step(i int) *posture.Posture { return &s.Steps[max(0, min(len(s.Steps)-1, i))] }

// Hold is the posture while it is held, at a breath from 0 (empty) to 1 (full).
func (s *Set) Hold(breath float64) posture.Posture {
	if !s.Moves {
		return s.In
	}
	return posture.Between(&s.Out, &s.In, breath)
}

// Postures are the postures of a variant ("" is the pose itself) on a side; false if the figure has no such variant of
// its own, with those of the pose itself.
func (f *Figure) Postures(variant string, side skel.Side) (Set, bool) {
	v, ok := f.setups[variant]
	if !ok {
		v = f.setups[""]
	}
	get := func(i int) posture.Posture {
		if side == skel.Left {
			return f.Poses[i].Mirror()
		}
		return f.Poses[i]
	}
	s := Set{In: get(v.hold[0]), Release: get(v.release)}
	s.Out = s.In
	if out := v.hold[len(v.hold)-1]; f.Poses[out].ID != s.In.ID {
		s.Out, s.Moves = get(out), true
		s.In.Scene = s.Out.Scene
		between := []*posture.Posture{&s.In, &s.Out}
		for _, e := range []float64{.125, .25, .375, .5, .625, .75, .875} {
			p := posture.Between(&s.Out, &s.In, e)
			p.Reframe()
			between = append(between, &p)
		}
		posture.ShareFrames(between...)
	}
	for _, k := range v.steps {
		s.Steps = append(s.Steps, get(k))
	}
	return s, ok
}

// Alternate makes one camera of two for sides that take turns: both sets are looked at as the first is, which would otherwise
// change with every breath.
func Alternate(first, other *Set) {
	for i := range other.Steps {
		other.Steps[i] = other.Steps[i].SeenAs(first.Step(i))
	}
	other.In, other.Out = other.In.SeenAs(&first.In), other.Out.SeenAs(&first.Out)
	other.Release = other.Release.SeenAs(&first.Release)
	posture.ShareFrames(&first.In, &first.Out, &other.In, &other.Out)
}

// Keys are the names of the keys, in the order of the file.
func (f *Figure) Keys() []string {
	out := make([]string, len(f.Drafts))
	for i := range f.Drafts {
		out[i] = f.Drafts[i].ID
	}
	return out
}

// Variants are the names of the variants that have a way of their own, and "" for the pose itself.
func (f *Figure) Variants() []string {
	return slices.Sorted(maps.Keys(f.setups))
}

// Pairs are the keys that follow one another somewhere.
func (f *Figure) Pairs() [][2]int {
	var out [][2]int
	for _, variant := range f.Variants() {
		s := f.setups[variant]
		way := slices.Concat(s.steps, s.hold, []int{s.release})
		for i, b := range way[1:] {
			if a := way[i]; a != b && !slices.Contains(out, [2]int{a, b}) && !slices.Contains(out, [2]int{b, a}) {
				out = append(out, [2]int{a, b})
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return (a[0]-b[0])*maxKeys + a[1] - b[1] })
	return out
}
