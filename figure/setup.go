package figure

// Set is the way of the figure through a pose on one side.
type Set struct {
	Steps   []Posture // one for each step of the setup, at least one
	In, Out Posture   // the hold: what is breathed in to and out to; the same if the pose is still
	Moves   bool      // whether the breath moves the figure between In and Out
	Release Posture   // on the way out
}

// Step is the posture of step i; past the last the last.
func (s *Set) Step(i int) *Posture { return &s.Steps[max(0, min(len(s.Steps)-1, i))] }

// Hold is the posture while it is held, at a breath from 0 (empty) to 1 (full).
func (s *Set) Hold(breath float64) Posture {
	if !s.Moves {
		return s.In
	}
	return Between(&s.Out, &s.In, breath)
}

// Postures are the postures of a variant ("" is the pose itself) on a side; false if the figure has no such variant of
// its own, with those of the pose itself.
func (f *Figure) Postures(variant string, side Side) (Set, bool) {
	v, ok := f.main, true
	if variant != "" {
		var own setup
		if own, ok = f.variant[variant]; ok {
			v = own
		}
	}
	get := func(i int) Posture {
		if side == Left {
			return f.poses[i].mirrored()
		}
		return f.poses[i]
	}
	s := Set{In: get(v.hold[0]), Release: get(v.release)}
	s.Out = s.In
	if len(v.hold) == 2 && v.hold[0] != v.hold[1] {
		s.Out, s.Moves = get(v.hold[1]), true
		s.In.scene = s.Out.scene
		between := []*Posture{&s.In, &s.Out}
		for _, e := range []float64{.125, .25, .375, .5, .625, .75, .875} {
			p := Between(&s.Out, &s.In, e)
			p.frame()
			between = append(between, &p)
		}
		shareFrames(between...)
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
	shareFrames(&first.In, &first.Out, &other.In, &other.Out)
}

// Keys are the names of the keys, in the order of the file.
func (f *Figure) Keys() []string { return f.keyIDs() }

// Key is the posture of the key with the name, of the right side.
func (f *Figure) Key(id string) (Posture, bool) {
	i := f.keyNumber(id)
	if i < 0 {
		return Posture{}, false
	}
	return f.poses[i], true
}

// Mirrored is p on the other side.
func Mirrored(p *Posture) Posture { return p.mirrored() }

// Variants are the names of the variants that have a way of their own.
func (f *Figure) Variants() []string {
	out := make([]string, 0, len(f.variant))
	for id := range f.variant {
		out = append(out, id)
	}
	return out
}

// BaseNames are the postures every figure can start from.
func BaseNames() []string { return append([]string(nil), bases().ids...) }
