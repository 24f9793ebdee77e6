package content

import (
	"slices"
	"strings"
)

// draft is a routine as its file says, its poses and routines not yet looked up.
type draft struct {
	doc     *document
	routine Routine
	items   []draftItem
}

type draftItem struct {
	t       *table
	pose    string
	routine string
	then    string
	dose    Dose
	dosed   bool
}

func readRoutine(t *table, sources map[string]Source) draft {
	d := draft{doc: t.doc, routine: Routine{
		ID:      t.id(),
		Name:    t.need("name", longestName, "a name to choose it by"),
		Summary: t.line("summary", longestText),
		Regions: t.words("regions", Regions()),
		Source:  t.sources(sources),
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
			it.doc.bad(strings.TrimSuffix(it.path, "."), `want either pose = "…" or routine = "…"`)
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
}

// items looks up everything the draft names. trail is the ids of the routines
// that led here.
func (r resolver) items(d *draft, trail []string) []Item {
	trail = append(slices.Clone(trail), d.routine.ID)
	var out []Item
	for _, it := range d.items {
		if it.t.has("routine") {
			out = append(out, r.inner(it, trail)...)
			continue
		}
		pose, ok := r.pose(it.t, "pose", it.pose)
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
		out = append(out, item)
	}
	return out
}

// inner is the items of a routine inside another.
func (r resolver) inner(it draftItem, trail []string) []Item {
	if slices.Contains(trail, it.routine) {
		it.t.bad("routine", "goes in a circle: %s; want a routine that does not lead back here",
			strings.Join(append(trail, it.routine), ", "))
		return nil
	}
	in, ok := r.drafts[it.routine]
	if !ok {
		var ids []string
		for id := range r.drafts {
			ids = append(ids, id)
		}
		it.t.bad("routine", "no routine %q%s", it.routine, suggestion(it.routine, ids))
		return nil
	}
	before := len(in.doc.problems)
	items := r.items(in, trail)
	if len(in.doc.problems) > before {
		if in.doc != it.t.doc { // said where it is wrong, when that file's turn comes
			in.doc.problems = in.doc.problems[:before]
		}
		it.t.bad("routine", "%q has problems of its own; want one that is whole", it.routine)
	}
	return items
}

// pose looks up "pose" or "pose/variant".
func (r resolver) pose(t *table, key, name string) (Pose, bool) {
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
