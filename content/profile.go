package content

import (
	"cmp"
	"slices"
	"strings"
)

// Reason is why a pose is left out for someone.
type Reason struct {
	Condition string // the id of a condition
	Say       string // what the pose does, such as "puts weight on the wrists"
	Caution   string // what the pose itself says about it; may be empty
}

// LeftOut is an item of a routine, or only its rest, that is left out.
type LeftOut struct {
	At      int // the item's index in the whole routine
	Pose    Pose
	Rest    bool // only the pose to rest in afterwards goes; the item stays
	Reasons []Reason
}

// What a person reads about reasons.
const (
	sayBends         = "bends the spine forward"
	sayTwists        = "twists the spine"
	sayArches        = "arches the spine"
	sayOnBelly       = "lies on the belly"
	sayOnBack        = "lies flat on the back"
	sayUpsideDown    = "goes upside down, if only a little"
	sayOnNeck        = "puts weight on the neck"
	sayStretchesNeck = "stretches the neck"
	sayOnWrists      = "puts weight on the wrists"
	sayOnKnees       = "puts weight on the knees"
	sayOnShoulders   = "puts weight on the shoulders"
	sayOnFloor       = "is done on the floor"
	sayBendsHip      = "bends the hip far, or crosses it over"
	sayStretchesLeg  = "stretches the nerve of the leg"
	sayDips          = "lets the back dip"
)

// trait is something about a pose that speaks against it with a condition.
type trait struct{ with, key, word, say string }

// traits is what to leave out where a pose has no caution of its own, the
// weightier first for each condition.
//
// Bones of the spine have broken in yoga that bends it forward, in osteoporosis
// and in osteopenia, and the end of a twist strains them too (Sfeir and others,
// 2018). In pregnancy nobody lies on the belly, nor long and flat on the back
// (HSE). What is worse when bending or when arching prefers the other direction.
// No field of a pose says how far it bends the hip or stretches the leg: there the
// pose's own caution leaves it out, and only what it does is said here.
func traits() []trait {
	return []trait{
		{"osteoporosis", "direction", "flexion", sayBends},
		{"osteoporosis", "direction", "rotation", sayTwists},
		{"pregnancy", "position", "prone", sayOnBelly},
		{"pregnancy", "inverted", "", sayUpsideDown},
		{"pregnancy", "position", "supine", sayOnBack},
		{"pregnancy", "position", "wall", sayOnBack},
		{"pregnancy", "stills", "", sayDips},
		{"neck-injury", "load", "neck", sayOnNeck},
		{"neck-injury", "region", "neck", sayStretchesNeck},
		{"high-blood-pressure", "inverted", "", sayUpsideDown},
		{"glaucoma", "inverted", "", sayUpsideDown},
		{"no-head-down", "inverted", "", sayUpsideDown},
		{"sore-wrists", "load", "wrists", sayOnWrists},
		{"sore-knees", "load", "knees", sayOnKnees},
		{"sore-shoulder", "load", "shoulders", sayOnShoulders},
		{"leg-pain", "direction", "flexion", sayBends},
		{"leg-pain", "own", "leg-pain", sayStretchesLeg},
		{"hip-replacement", "own", "hip-replacement", sayBendsHip},
		{"worse-when-bending", "direction", "flexion", sayBends},
		{"worse-when-arching", "direction", "extension", sayArches},
		{"worse-when-arching", "stills", "", sayArches},
		{"cannot-get-to-the-floor", "position", "all-fours", sayOnFloor},
		{"cannot-get-to-the-floor", "position", "kneeling", sayOnFloor},
		{"cannot-get-to-the-floor", "position", "prone", sayOnFloor},
		{"cannot-get-to-the-floor", "position", "supine", sayOnFloor},
		{"cannot-get-to-the-floor", "position", "wall", sayOnFloor},
	}
}

func (t trait) in(p *Pose) bool {
	switch t.key {
	case "direction":
		return slices.Contains(p.Direction, t.word)
	case "load":
		return slices.Contains(p.Strains, t.word)
	case "region":
		return slices.Contains(p.Regions, t.word)
	case "position":
		return string(p.Position) == t.word
	case "stills":
		return slices.ContainsFunc(p.Avoid, func(a Caution) bool { return a.With == t.with && a.Stills != Still })
	case "own":
		return slices.ContainsFunc(p.Avoid, func(a Caution) bool { return a.With == t.word && a.Leave })
	}
	return p.Inverted
}

// saysAgainst is what about a pose speaks against it with a condition; "" for nothing.
func saysAgainst(p *Pose, condition string) string {
	for _, t := range traits() {
		if t.with == condition && t.in(p) {
			return t.say
		}
	}
	return ""
}

// Against is why the pose is left out for someone with these conditions, one
// reason a condition; none where nothing known speaks against it, which is not
// to say that it suits them. Ids of [Conditions] count, others do not.
//
// The pose's own caution decides where there is one. Elsewhere the direction of
// the spine, what bears weight and where the body is decide. Cautions that
// together take both halves of a movement leave nothing of the pose, and so leave
// it out.
func (p Pose) Against(conditions []string) []Reason {
	var all []Reason
	still := p.stilled(conditions)
	for _, id := range inOrder(conditions) {
		own := slices.IndexFunc(p.Avoid, func(a Caution) bool { return a.With == id })
		if own >= 0 && !p.Avoid[own].Leave && !slices.Contains(still, id) {
			continue
		}
		r := Reason{Condition: id}
		if own >= 0 {
			r.Say, r.Caution = p.Avoid[own].Say, p.Avoid[own].Say
		}
		r.Say = cmp.Or(saysAgainst(&p, id), r.Say)
		if r.Say != "" {
			all = append(all, r)
		}
	}
	return all
}

// stilled is the conditions that together leave no breath on which the pose still
// moves; none where one is left.
func (p Pose) stilled(conditions []string) []string {
	var by []string
	var in, out bool
	for _, c := range p.avoid(conditions) {
		if c.Stills == Still {
			continue
		}
		in, out = in || c.Stills == MoveOnInhale, out || c.Stills == MoveOnExhale
		by = append(by, c.With)
	}
	if !in || !out {
		return nil
	}
	return by
}

// Cautions is what the pose itself has to say to someone with these conditions,
// where it stays in: one caution a condition, to be said first.
func (p Pose) Cautions(conditions []string) []Caution {
	return slices.DeleteFunc(p.avoid(conditions), func(c Caution) bool { return c.Say == "" })
}

// Concerns is those of the conditions that leave the pose out, change it or have
// something to say about it, in their order.
func (p Pose) Concerns(conditions []string) []string {
	return slices.DeleteFunc(inOrder(conditions), func(id string) bool {
		return !slices.ContainsFunc(p.Avoid, func(a Caution) bool { return a.With == id }) && saysAgainst(&p, id) == ""
	})
}

// avoid is every caution for these conditions, in their order.
func (p Pose) avoid(conditions []string) []Caution {
	var all []Caution
	for _, id := range inOrder(conditions) {
		for _, a := range p.Avoid {
			if a.With == id {
				all = append(all, a)
			}
		}
	}
	return all
}

// For is the pose as it is told to someone with these conditions: lines that a
// caution speaks against are replaced or left out, in what it is called and good
// for and in its variants too. The steps keep their number, as the figure has a posture for each. An optional prop
// that no line speaks of any more is not asked for.
func (p Pose) For(conditions []string) Pose {
	before := p.lines()
	for _, c := range p.avoid(conditions) {
		if len(c.Figure) > 0 {
			p.instead = append(slices.Clip(p.instead), c.Figure)
		}
		if c.Of == "" {
			continue
		}
		p.Steps, p.During, p.Ease, p.Again = c.lines(p.Steps), c.lines(p.During), c.lines(p.Ease), c.lines(p.Again)
		p.Inhale, p.Exhale, p.Release, p.Rise = c.line(p.Inhale), c.line(p.Exhale), c.line(p.Release), c.line(p.Rise)
		p.Name, p.Why, p.Feel = c.line(p.Name), c.line(p.Why), c.line(p.Feel)
		p.Variant = c.variant(p.Variant)
		p.Variants = slices.Clone(p.Variants)
		for i := range p.Variants {
			p.Variants[i] = c.variant(p.Variants[i])
		}
	}
	after := p.lines()
	p.Props = slices.DeleteFunc(slices.Clone(p.Props), func(prop Prop) bool {
		names := func(line string) bool { return strings.Contains(line, prop.Name) }
		return prop.Optional && slices.ContainsFunc(before, names) && !slices.ContainsFunc(after, names)
	})
	return p
}

// lines is every line that is heard while the pose is done, its variants' too.
func (p Pose) lines() []string {
	lines := slices.Concat(p.Steps, p.During, p.Ease, p.Again, []string{p.Inhale, p.Exhale, p.Release, p.Rise})
	for _, v := range p.Variants {
		lines = slices.Concat(lines, v.Steps, v.During, v.Ease)
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

func (c Caution) variant(v Variant) Variant {
	v.Name, v.Why = c.line(v.Name), c.line(v.Why)
	v.Steps, v.During, v.Ease = c.lines(v.Steps), c.lines(v.During), c.lines(v.Ease)
	return v
}

func (c Caution) line(s string) string {
	if strings.Contains(s, c.Of) {
		return c.Instead
	}
	return s
}

func (c Caution) lines(lines []string) []string {
	var out []string
	for _, s := range lines {
		if s = c.line(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Without is the routine as someone with these conditions may be offered it,
// and what it lacks, in order. Nothing is put in another's place or moved. If
// nothing stays, the routine has no items and is not one to offer.
func (r Routine) Without(conditions []string) (Routine, []LeftOut) {
	var items []Item
	var left []LeftOut
	for i, item := range r.Items {
		if why := item.Pose.Against(conditions); len(why) > 0 {
			left = append(left, LeftOut{At: i, Pose: item.Pose, Reasons: why})
			continue
		}
		if item.Then != nil {
			if why := item.Then.Against(conditions); len(why) > 0 {
				left = append(left, LeftOut{At: i, Pose: *item.Then, Rest: true, Reasons: why})
				item.Then = nil
			}
		}
		items = append(items, item)
	}
	r.Items = items
	return r, left
}

// Missing is what the routine cannot be done without and is not at hand, by the
// names of props.
func (r Routine) Missing(atHand []string) []Prop {
	return slices.DeleteFunc(r.Props(), func(p Prop) bool {
		return p.Optional || slices.Contains(atHand, p.Name)
	})
}
