package content

import (
	"fmt"
	"slices"

	"catcow/decode"
)

// Poses is the poses to choose from, in order of id.
func (l *Library) Poses() []Pose {
	if len(l.hidden) == 0 {
		return l.poses
	}
	return slices.DeleteFunc(slices.Clone(l.poses), func(p Pose) bool { return l.hidden[p.ID] })
}

// AllPoses is every pose, those with them that are hidden.
func (l *Library) AllPoses() []Pose { return l.poses }

// Routines is the routines to choose from: the built-in ones in the order of what
// they are for, then the user's own.
func (l *Library) Routines() []Routine {
	if len(l.hidden) == 0 {
		return l.routines
	}
	return slices.DeleteFunc(slices.Clone(l.routines), func(r Routine) bool { return l.hidden[r.ID] })
}

// AllRoutines is every routine, those with them that are hidden.
func (l *Library) AllRoutines() []Routine { return l.routines }

// IsHidden reports whether no list has the pose or routine with this id.
func (l *Library) IsHidden(id string) bool { return l.hidden[id] }

// Hide takes poses and routines out of all lists and suggestions, and out of what
// a session is made from. Whoever knows the id still gets what it stands for, and
// a routine keeps the poses it has. An error for each name that is neither names
// the nearest.
func (l *Library) Hide(names []string) []error {
	ids := append(l.poseIDs(), l.routineIDs()...)
	hidden := map[string]bool{}
	var wrong []error
	for _, name := range names {
		id := slug(name)
		if known, isPose := l.known(id); isPose && !slices.Contains(ids, id) {
			id = known // by another of its names
		}
		if !slices.Contains(ids, id) {
			wrong = append(wrong, fmt.Errorf("no pose or routine %q%s", name, decode.Suggestion(id, ids)))
			continue
		}
		hidden[id] = true
	}
	l.hidden = hidden
	return wrong
}

// unlessHidden is the ids without the hidden ones, but for one that is spelled out.
func (l *Library) unlessHidden(ids []string, name string) []string {
	if len(l.hidden) == 0 {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool { return l.hidden[id] && id != name })
}
