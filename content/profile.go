package content

import (
	"slices"
	"strings"
)

// Condition is something a person has told us about themselves.
type Condition struct {
	ID   string // as [profile] avoid has it, such as "worse-when-bending"
	Name string // for a list; lower case

	with string // as the cautions of the poses have it
}

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

// What a person reads about conditions and reasons.
const (
	sayOsteoporosis  = "osteoporosis or osteopenia"
	sayPregnancy     = "pregnancy"
	sayNeckInjury    = "a neck injury"
	sayBloodPressure = "high blood pressure"
	sayGlaucoma      = "glaucoma"
	saySoreWrists    = "sore wrists"
	saySoreKnees     = "sore knees"
	sayWorseBending  = "a back that hurts more when you bend"
	sayWorseArching  = "a back that hurts more when you arch"

	sayBends         = "bends the spine forward"
	sayTwists        = "twists the spine"
	sayArches        = "arches the spine"
	sayOnBelly       = "lies on the belly"
	sayUpsideDown    = "goes upside down, if only a little"
	sayOnNeck        = "puts weight on the neck"
	sayStretchesNeck = "stretches the neck"
	sayOnWrists      = "puts weight on the wrists"
	sayOnKnees       = "puts weight on the knees"
)

// Conditions is every condition that is asked about, in the order of a list.
func Conditions() []Condition {
	return []Condition{
		{"osteoporosis", sayOsteoporosis, "osteoporosis"},
		{"pregnancy", sayPregnancy, "pregnancy"},
		{"neck-injury", sayNeckInjury, "neck-injury"},
		{"high-blood-pressure", sayBloodPressure, "high-blood-pressure"},
		{"glaucoma", sayGlaucoma, "glaucoma"},
		{"sore-wrists", saySoreWrists, "sore-wrists"},
		{"sore-knees", saySoreKnees, "sore-knees"},
		{"worse-when-bending", sayWorseBending, "worse-bending"},
		{"worse-when-arching", sayWorseArching, "worse-arching"},
	}
}

// trait is something about a pose that speaks against it with a condition.
type trait struct{ with, key, word, say string }

// traits is what to leave out where a pose has no caution of its own, the
// weightier first for each condition.
//
// Bones of the spine have broken in yoga that bends it forward, in osteoporosis
// and in osteopenia, and the end of a twist strains them too (Sfeir and others,
// 2018). With high blood pressure, glaucoma or pregnancy some poses are to be
// changed or avoided (NCCIH). What is worse when bending or when arching prefers
// the other direction.
func traits() []trait {
	return []trait{
		{"osteoporosis", "direction", "flexion", sayBends},
		{"osteoporosis", "direction", "rotation", sayTwists},
		{"pregnancy", "position", "prone", sayOnBelly},
		{"pregnancy", "inverted", "", sayUpsideDown},
		{"neck-injury", "load", "neck", sayOnNeck},
		{"neck-injury", "region", "neck", sayStretchesNeck},
		{"high-blood-pressure", "inverted", "", sayUpsideDown},
		{"glaucoma", "inverted", "", sayUpsideDown},
		{"sore-wrists", "load", "wrists", sayOnWrists},
		{"sore-knees", "load", "knees", sayOnKnees},
		{"worse-bending", "direction", "flexion", sayBends},
		{"worse-arching", "direction", "extension", sayArches},
	}
}

func (t trait) in(p Pose) bool {
	switch t.key {
	case "direction":
		return slices.Contains(p.Direction, t.word)
	case "load":
		return slices.Contains(p.Load, t.word)
	case "region":
		return slices.Contains(p.Regions, t.word)
	case "position":
		return string(p.Position) == t.word
	}
	return p.Inverted
}

// Against is why the pose is left out for someone with these conditions, one
// reason a condition; none where nothing known speaks against it, which is not
// to say that it suits them. Ids of [Conditions] count, others do not.
//
// The pose's own caution decides where there is one. Elsewhere the direction of
// the spine, what bears weight and where the head is decide.
func (p Pose) Against(conditions []string) []Reason {
	var all []Reason
	for _, c := range Conditions() {
		if !slices.Contains(conditions, c.ID) {
			continue
		}
		own := slices.IndexFunc(p.Avoid, func(a Caution) bool { return a.With == c.with })
		if own >= 0 && !p.Avoid[own].Leave {
			continue
		}
		r := Reason{Condition: c.ID}
		if own >= 0 {
			r.Say, r.Caution = p.Avoid[own].Say, p.Avoid[own].Say
		}
		for _, t := range traits() {
			if t.with == c.with && t.in(p) {
				r.Say = t.say
				break
			}
		}
		if r.Say != "" {
			all = append(all, r)
		}
	}
	return all
}

// Cautions is the pose's own cautions for someone with these conditions: what
// to mind where it stays in.
func (p Pose) Cautions(conditions []string) []Caution {
	var all []Caution
	for _, c := range Conditions() {
		for _, a := range p.Avoid {
			if a.With == c.with && slices.Contains(conditions, c.ID) {
				all = append(all, a)
			}
		}
	}
	return all
}

// For is the pose as it is told to someone with these conditions: lines that a
// caution speaks against are replaced or left out.
func (p Pose) For(conditions []string) Pose {
	for _, c := range p.Cautions(conditions) {
		if c.Of == "" {
			continue
		}
		one := func(s string) string {
			if strings.Contains(s, c.Of) {
				return c.Instead
			}
			return s
		}
		all := func(lines []string) []string {
			var out []string
			for _, s := range lines {
				if s = one(s); s != "" {
					out = append(out, s)
				}
			}
			return out
		}
		p.Steps, p.During, p.Ease, p.Again = all(p.Steps), all(p.During), all(p.Ease), all(p.Again)
		p.Inhale, p.Exhale, p.Release, p.Rise = one(p.Inhale), one(p.Exhale), one(p.Release), one(p.Rise)
	}
	return p
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
