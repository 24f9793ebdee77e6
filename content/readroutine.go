package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// draft is a routine as its file says, its poses and routines not yet looked up.
type draft struct {
	doc     *document
	routine Routine
	items   []draftItem
	under   *draft // the one with the same id that this one is laid over
	state   lookup
}

// lookup says how far a draft has come.
type lookup int

const (
	waiting lookup = iota
	underway
	done
)

type draftItem struct {
	t       *table
	pose    string
	routine string
	then    string
	dose    Dose
	dosed   bool
	// circular: it leads back to its own routine, which is noted already.
	circular bool
}

func readRoutine(t *table, sources map[string]Source) draft {
	d := draft{doc: t.doc, routine: Routine{
		ID:      t.id(),
		Name:    t.need("name", longestName, "a name to choose it by"),
		Summary: t.line("summary", longestText),
		Regions: t.words("regions", Regions()),
		Source:  t.sources(sources),
		Enough:  t.count("enough"),
	}}
	for _, it := range t.tables("items") {
		item := draftItem{
			t:       it,
			pose:    it.line("pose", 2*longestName),
			routine: it.line("routine", longestName),
			then:    it.line("then", 2*longestName),
			dose:    it.dose("dose"),
			dosed:   it.has("dose"),
		}
		it.rest()
		if it.has("pose") == it.has("routine") {
			has := "has neither pose nor routine"
			if it.has("pose") {
				has = "has both pose and routine"
			}
			it.doc.bad(strings.TrimSuffix(it.path, "."), `%s; want one of the two`, has)
			continue
		}
		if it.has("routine") && (it.has("dose") || it.has("then")) {
			it.bad("routine", "has its own doses; want no dose and no then beside it")
		}
		d.items = append(d.items, item)
	}
	t.rest()
	if len(d.items) == 0 && len(t.doc.problems) == 0 {
		t.missing("items", `the poses in order, such as items = [{ pose = "cat-cow", dose = "6 breaths" }]`)
	}
	return d
}

// resolver turns drafts into routines, following the routines inside them.
type resolver struct {
	lib    *Library
	drafts map[string]*draft
	trail  []step // the routines that are underway, each inside the one before
	// misfits is the user's poses that built-in routines do without.
	misfits Problems
}

// step is a routine underway and the item of it that leads on.
type step struct {
	in *draft
	at *draftItem
}

// whole is the routine with that id with everything in it looked up, or, where
// it has problems, the one it is laid over; nil if neither is without. One that
// is underway means a circle.
func (r *resolver) whole(id string) *draft {
	d := r.drafts[id]
	for ; d != nil; d = d.under {
		if d.state == waiting {
			d.state = underway
			r.items(d)
			d.state = done
		}
		if d.state == underway || len(d.doc.problems) == 0 {
			return d
		}
	}
	return nil
}

// items looks up everything the draft names, each draft once.
func (r *resolver) items(d *draft) {
	for i := range d.items {
		it := &d.items[i]
		if it.t.has("routine") {
			d.routine.Items = append(d.routine.Items, r.inner(d, it)...)
			continue
		}
		pose, ok := r.under(d, it)
		if !ok {
			pose, ok = r.pose(it.t, "pose", it.pose)
		}
		if !ok {
			continue
		}
		item := Item{Ref: ParseRef(it.pose), Pose: pose, Dose: it.dose}
		if it.dosed {
			it.t.agree("dose", it.dose, pose.Sides)
		} else {
			item.Dose = pose.Dose
		}
		if it.then != "" {
			if then, ok := r.pose(it.t, "then", it.then); ok {
				item.Then = &then
			}
		}
		d.routine.Items = append(d.routine.Items, item)
	}
	if n := len(d.routine.Items); n > mostItems && len(d.doc.problems) == 0 {
		d.doc.bad("items", "has %d poses with those of the routines in it; want at most %d", n, mostItems)
	}
	if len(d.doc.problems) == 0 && len(d.routine.Regions) == 0 {
		d.routine.Regions = d.routine.Items[0].Pose.Regions
	}
}

// under is the built-in pose of an item of a built-in routine, where the user's
// own pose that is laid over it does not fit the item.
func (r *resolver) under(d *draft, it *draftItem) (Pose, bool) {
	ref := ParseRef(it.pose)
	under, laid := r.lib.under[ref.Pose]
	if !laid || !d.routine.Builtin {
		return Pose{}, false
	}
	own, _ := r.lib.pose(ref.Pose)
	text := ""
	if as, ok := own.As(ref.Variant); !ok {
		text = fmt.Sprintf("has no variant %q", ref.Variant)
	} else if want := it.dose.wants(as.Sides); want != "" {
		text = fmt.Sprintf("has sides = %q, which do not go with %q", as.Sides, it.dose)
	}
	if text == "" {
		return Pose{}, false
	}
	r.misfits = append(r.misfits, Problem{
		File: own.File,
		Text: fmt.Sprintf("%s of the routine %q, which keeps the built-in pose; want another id, or a pose that fits", text, d.routine.ID),
	})
	return under.As(ref.Variant)
}

// inner is the items of a routine inside another.
func (r *resolver) inner(d *draft, it *draftItem) []Item {
	if r.drafts[it.routine] == nil {
		it.t.bad("routine", "no routine %q%s", it.routine, suggestion(it.routine, slices.Sorted(maps.Keys(r.drafts))))
		return nil
	}
	r.trail = append(r.trail, step{d, it})
	defer func() { r.trail = r.trail[:len(r.trail)-1] }()
	in := r.whole(it.routine)
	switch {
	case in != nil && in.state == underway:
		r.circle(in)
	case in != nil:
		return in.routine.Items
	case !it.circular:
		it.t.bad("routine", "%q has problems of its own; want one that is whole", it.routine)
	}
	return nil
}

// circle notes, at every item of the trail from the draft on, the way from
// there back to itself.
func (r *resolver) circle(from *draft) {
	start := slices.IndexFunc(r.trail, func(s step) bool { return s.in == from })
	round := r.trail[start:]
	for i, s := range round {
		if s.at.circular {
			continue
		}
		s.at.circular = true
		var ids []string
		for j := range len(round) + 1 {
			ids = append(ids, round[(i+j)%len(round)].in.routine.ID)
		}
		s.at.t.bad("routine", "goes in a circle: %s; want a routine that does not lead back here", strings.Join(ids, ", "))
	}
}

// pose looks up "pose" or "pose/variant".
func (r *resolver) pose(t *table, key, name string) (Pose, bool) {
	ref := ParseRef(name)
	p, ok := r.lib.pose(ref.Pose)
	if !ok {
		t.bad(key, "no pose %q%s", ref.Pose, suggestion(ref.Pose, r.lib.poseIDs()))
		return Pose{}, false
	}
	as, ok := p.As(ref.Variant)
	if !ok {
		t.bad(key, "%s has no variant %q%s", p.ID, ref.Variant, suggestion(ref.Variant, p.variantIDs()))
	}
	return as, ok
}
