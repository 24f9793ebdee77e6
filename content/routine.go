package content

import (
	"cmp"
	"slices"
)

// Routine is an ordered list of poses, each with a dose.
type Routine struct {
	ID      string
	Name    string
	Summary string
	Regions []string // what it is for, the main one first
	Source  []Source
	// Enough is how many of its poses are enough for one time; 0 where it is done whole.
	Enough int
	Items  []Item
	// Within is the ids of the routines that some of the items come from.
	Within []string

	Builtin bool
	File    string
}

// Item is one pose of a routine.
type Item struct {
	Ref  Ref  // as the routine names it
	Pose Pose // with the variant chosen
	Dose Dose
	Then *Pose // the pose to rest in afterwards; nil for none
}

// Place says where a routine can be done.
type Place string

// The places, from the least asked for to the most.
const (
	Desk    Place = "desk"
	Floor   Place = "floor"
	AtAWall Place = "wall"
	Bed     Place = "bed" // in place of the floor, for those who cannot get there
)

// Poses is every pose on the way, those to rest in with them.
func (r Routine) Poses() []*Pose {
	var all []*Pose
	for i := range r.Items {
		all = append(all, &r.Items[i].Pose)
		if r.Items[i].Then != nil {
			all = append(all, r.Items[i].Then)
		}
	}
	return all
}

// Place is where the routine can be done: at a wall if any of its poses needs
// one, at a desk if all are seated or standing, and on the floor otherwise. One
// without poses has none.
func (r Routine) Place() Place {
	if len(r.Items) == 0 {
		return ""
	}
	place := Desk
	for _, pose := range r.Poses() {
		if pose.NeedsWall() {
			return AtAWall
		}
		if pose.Position != Standing && pose.Position != Chair {
			place = Floor
		}
	}
	return place
}

// PlaceFor is where somebody with these conditions does the routine.
func (r Routine) PlaceFor(conditions []string) Place {
	place := r.Place()
	if place == Floor && slices.Contains(conditions, "cannot-get-to-the-floor") {
		return Bed
	}
	return place
}

// Props is what the routine's poses need, each once; a prop is optional if no
// pose needs it.
func (r Routine) Props() []Prop {
	var all []Prop
	for _, pose := range r.Poses() {
		for _, p := range pose.Props {
			at := slices.IndexFunc(all, func(q Prop) bool { return q.Name == p.Name })
			if at < 0 {
				all = append(all, p)
			} else {
				all[at].Optional = all[at].Optional && p.Optional
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Prop) int {
		return cmp.Compare(slices.Index(Props(), a.Name), slices.Index(Props(), b.Name))
	})
	return all
}

// Pick is the routine with only those items that keep says to keep.
func (r Routine) Pick(keep func(i int, item Item) bool) Routine {
	var items []Item
	for i := range r.Items {
		if keep(i, r.Items[i]) {
			items = append(items, r.Items[i])
		}
	}
	r.Items = items
	return r
}

// Alone is a routine of one pose, with the pose's own dose. Its id is the pose's.
func Alone(p Pose) Routine {
	return Routine{
		ID: p.ID, Name: p.Name, Summary: p.Why, Regions: p.Regions, Source: p.Source, Builtin: p.Builtin, File: p.File,
		Items: []Item{{Ref: Ref{Pose: p.ID, Variant: p.Variant.ID}, Pose: p, Dose: p.Dose}},
	}
}
