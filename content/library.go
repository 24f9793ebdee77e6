package content

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"catcow/decode"
)

// Library is the poses and routines at hand.
type Library struct {
	poses    []Pose
	routines []Routine
	hidden   map[string]bool // ids that no list has
	sources  map[string]Source
	at       map[string]int  // index of each pose by id
	under    map[string]Pose // built-in poses that the user's own are laid over
	// The user's own files that could not be read whole, by their ids: the first
	// thing wrong with each.
	brokenPoses, brokenRoutines map[string]decode.Problem
	brokenFigures               []*drawing // nil for those that have none
}

// ConditionSources is the sources of what a condition keeps somebody from.
func (l *Library) ConditionSources(id string) []Source {
	var all []Source
	for _, source := range condition(id).Source {
		if s, ok := l.sources[source]; ok {
			all = append(all, s)
		}
	}
	return all
}

func (l *Library) pose(id string) (Pose, bool) {
	i, ok := l.at[id]
	if !ok {
		return Pose{}, false
	}
	return l.poses[i], true
}

func (l *Library) poseIDs() []string { return idsOf(l.poses, func(p *Pose) string { return p.ID }) }

func (l *Library) routineIDs() []string {
	return idsOf(l.routines, func(r *Routine) string { return r.ID })
}

// idsOf is the ids of what is too large to be copied for them.
func idsOf[T any](all []T, id func(*T) string) []string {
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = id(&all[i])
	}
	return ids
}

func (l *Library) sort() {
	regions := Regions()
	group := func(r Routine) int {
		if r.Builtin && len(r.Regions) > 0 {
			return slices.Index(regions, r.Regions[0])
		}
		return len(regions)
	}
	slices.SortFunc(l.routines, func(a, b Routine) int {
		return cmp.Or(cmp.Compare(group(a), group(b)), strings.Compare(a.ID, b.ID))
	})
	ids := l.poseIDs()
	slices.Sort(ids)
	sorted := make([]Pose, len(ids)) // a pose is large, and is moved once
	for i, id := range ids {
		sorted[i], l.at[id] = l.poses[l.at[id]], i
	}
	l.poses = sorted
}

// Pose finds "pose" or "pose/variant" by id, by another name the pose is known
// by, or by an unambiguous beginning of an id. The error names the nearest.
func (l *Library) Pose(name string) (Pose, error) {
	ref := ParseRef(slug(name))
	if _, isBroken := l.brokenPoses[ref.Pose]; !isBroken {
		if id, ok := l.known(ref.Pose); ok {
			ref.Pose = id
		}
	}
	id, err := findWhole("pose", ref.Pose, l.unlessHidden(l.poseIDs(), ref.Pose), l.brokenPoses)
	if err != nil {
		return Pose{}, err
	}
	p, _ := l.pose(id)
	if ref.Variant != "" {
		if ref.Variant, err = find("variant of "+id, ref.Variant, p.variantIDs()); err != nil {
			return Pose{}, err
		}
	}
	p, _ = p.As(ref.Variant)
	return p, nil
}

// known is the id of the pose that a name other than an id belongs to.
func (l *Library) known(name string) (string, bool) {
	if _, ok := l.at[name]; ok {
		return name, true
	}
	is := func(other string) bool { return slug(other) == name }
	for i := range l.poses {
		if p := &l.poses[i]; is(p.Name) || slices.ContainsFunc(p.Aliases, is) {
			return p.ID, true
		}
	}
	return "", false
}

// Routine finds a routine by its number in the list (from 1), its id, or an
// unambiguous beginning of one. The error names the nearest.
func (l *Library) Routine(name string) (Routine, error) {
	ids := l.routineIDs()
	name = slug(name)
	if n, err := strconv.Atoi(name); err == nil && !slices.Contains(ids, name) {
		shown := l.Routines()
		if n < 1 || n > len(shown) {
			return Routine{}, fmt.Errorf("no routine %d; want 1 to %d", n, len(shown))
		}
		return shown[n-1], l.BrokenRoutine(shown[n-1].ID)
	}
	id, err := findWhole("routine", name, l.unlessHidden(ids, name), l.brokenRoutines)
	if err != nil {
		return Routine{}, err
	}
	return l.routines[slices.Index(ids, id)], nil
}

// slug is a name as an id would write it.
func slug(name string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "-")
}

// findWhole is find, but that the id of a file which could not be read whole is
// never answered with something else whose name is the same or near.
func findWhole(what, name string, ids []string, broken map[string]decode.Problem) (string, error) {
	all := slices.AppendSeq(slices.Clone(ids), maps.Keys(broken))
	slices.Sort(all)
	id, err := find(what, name, slices.Compact(all))
	if err == nil {
		err = wrongWith(what, id, broken)
	}
	if err != nil {
		return "", err
	}
	return id, nil
}

// BrokenRoutine says what is wrong with the user's own file of a routine, where lists have
// the built-in one with its id; nil if nothing is.
func (l *Library) BrokenRoutine(id string) error { return wrongWith("routine", id, l.brokenRoutines) }

// BrokenPose says what is wrong with the user's own file of a pose, where built-in routines
// have the built-in one with its id; nil if nothing is.
func (l *Library) BrokenPose(id string) error { return wrongWith("pose", id, l.brokenPoses) }

// StandIns says what of a routine, or that all of it, is built in because the user's own
// file of it is broken.
func (l *Library) StandIns(r Routine) []string {
	if len(l.brokenRoutines)+len(l.brokenPoses) == 0 {
		return nil
	}
	const text = " is the built-in one: your own file of it has a mistake"
	var all []string
	alone := len(r.Items) == 1 && r.Items[0].Pose.ID == r.ID
	if l.BrokenRoutine(r.ID) != nil && !alone {
		all = append(all, r.Name+text)
	}
	for _, p := range r.Poses() {
		if line := p.Name + text; l.BrokenPose(p.ID) != nil && !slices.Contains(all, line) {
			all = append(all, line)
		}
	}
	return all
}

func wrongWith(what, id string, broken map[string]decode.Problem) error {
	if p, isBroken := broken[id]; isBroken {
		return fmt.Errorf("your own %s %q cannot be used: %w", what, id, p)
	}
	return nil
}

// find is the id that is the name, or the only one that begins with it.
func find(what, name string, ids []string) (string, error) {
	if slices.Contains(ids, name) {
		return name, nil
	}
	found := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return name == "" || !strings.HasPrefix(id, name) })
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("no %s %q%s", what, name, decode.Suggestion(name, ids))
	}
	return "", fmt.Errorf("%q could be %s; want more letters", name, strings.Join(found, " or "))
}
