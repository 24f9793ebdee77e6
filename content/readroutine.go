package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"catcow/decode"
)

// draft is a routine as its file says, its poses and routines not yet looked up.
type draft struct {
	file    *file
	routine Routine
	items   []draftItem
	under   *draft // the one with the same id that this one is laid over
	done    bool   // what it names was looked up
}

type draftItem struct {
	t       *decode.Table
	pose    string
	routine string
	then    string
	dose    Dose
	dosed   bool
	// circular: it leads back to its own routine, which is noted already.
	circular bool
}

func readRoutine(f *file, t *decode.Table, sources map[string]Source) draft {
	d := draft{file: f, routine: Routine{
		ID:      readID(t),
		Name:    t.Need("name", longestName, "a name to choose it by"),
		Summary: t.Line("summary", longestText),
		Regions: t.Words("regions", Regions()),
		Source:  readCitations(t, sources),
		Enough:  t.Int("enough", 1, mostItems, "a whole number from 1"),
	}}
	for _, it := range t.Tables("items") {
		item := draftItem{
			t:       it,
			pose:    it.Line("pose", 2*longestName),
			routine: it.Line("routine", longestName),
			then:    it.Line("then", 2*longestName),
			dose:    readDose(it, "dose"),
			dosed:   it.Has("dose"),
		}
		it.ReportUnknown()
		if it.Has("pose") == it.Has("routine") {
			has := "has neither pose nor routine"
			if it.Has("pose") {
				has = "has both pose and routine"
			}
			f.Report(it.Path(), `%s; want one of the two`, has)
			continue
		}
		if it.Has("routine") && (it.Has("dose") || it.Has("then")) {
			it.Report("routine", "has its own doses; want no dose and no then beside it")
		}
		d.items = append(d.items, item)
	}
	t.ReportUnknown()
	if len(d.items) == 0 && len(f.Problems) == 0 {
		t.ReportMissing("items", `the poses in order, such as items = [{ pose = "cat-cow", dose = "6 breaths" }]`)
	}
	return d
}

// resolver turns drafts into routines, following the routines inside them.
type resolver struct {
	lib    *Library
	drafts map[string]*draft
	trail  []step // the routines that are underway, each inside the one before
	// misfits is the user's poses that built-in routines do without.
	misfits decode.Problems
}

// step is a routine underway and the item of it that leads on.
type step struct {
	in *draft
	at *draftItem
}

// resolve gives the routine with that id with everything in it looked up, or, where
// it has problems, the one it is laid over; nil if neither is without. One that
// is underway means a circle.
func (r *resolver) resolve(id string) *draft {
	d := r.drafts[id]
	for ; d != nil; d = d.under {
		isUnderway := r.isUnderway(d)
		if !d.done && !isUnderway {
			r.resolveItems(d)
			d.done = true
		}
		if isUnderway || len(d.file.Problems) == 0 {
			return d
		}
	}
	return nil
}

func (r *resolver) isUnderway(d *draft) bool {
	return slices.ContainsFunc(r.trail, func(s step) bool { return s.in == d })
}

// resolveItems looks up everything the draft names, each draft once.
func (r *resolver) resolveItems(d *draft) {
	for i := range d.items {
		it := &d.items[i]
		if it.pose == "" && it.routine == "" && len(d.file.Problems) > 0 { // no text, which was noted
			continue
		}
		if it.t.Has("routine") {
			d.routine.Items = append(d.routine.Items, r.expand(d, it)...)
			d.routine.Within = append(d.routine.Within, it.routine)
			continue
		}
		if item, ok := r.resolveItem(d, it); ok {
			d.routine.Items = append(d.routine.Items, item)
		}
	}
	if n := len(d.routine.Items); n > mostItems && len(d.file.Problems) == 0 {
		d.file.Report("items", "has %d poses with those of the routines in it; want at most %d", n, mostItems)
	}
	if len(d.file.Problems) == 0 && len(d.routine.Regions) == 0 {
		d.routine.Regions = d.routine.Items[0].Pose.Regions
	}
}

// resolveItem looks up the pose of an item and the one to rest in after it. It reports
// whether there is such a pose.
func (r *resolver) resolveItem(d *draft, it *draftItem) (Item, bool) {
	pose, ok := r.keepBuiltin(d, it)
	if !ok {
		pose, ok = r.findPose(d, it, "pose", it.pose)
	}
	if !ok {
		return Item{}, false
	}
	item := Item{Ref: ParseRef(it.pose), Pose: pose, Dose: it.dose}
	if it.dosed {
		checkSides(it.t, "dose", it.dose, pose.Sides)
	} else {
		item.Dose = pose.Dose
	}
	if it.then != "" {
		if then, ok := r.findPose(d, it, "then", it.then); ok {
			item.Then = &then
		}
	}
	return item, true
}

// keepBuiltin gives the built-in pose of an item of a built-in routine, where the user's
// own pose that is laid over it does not fit the item.
func (r *resolver) keepBuiltin(d *draft, it *draftItem) (Pose, bool) {
	ref := ParseRef(it.pose)
	under, laid := r.lib.under[ref.Pose]
	if !laid || !d.routine.Builtin {
		return Pose{}, false
	}
	own, _ := r.lib.pose(ref.Pose)
	text := ""
	if as, ok := own.As(ref.Variant); !ok {
		text = fmt.Sprintf("has no variant %q", ref.Variant)
	} else if want := it.dose.wantedSides(as.Sides); want != "" {
		text = fmt.Sprintf("has sides = %q, which do not go with %q", as.Sides, it.dose)
	}
	if text == "" {
		return Pose{}, false
	}
	r.misfits = append(r.misfits, decode.Problem{
		File: own.File,
		Text: fmt.Sprintf("%s of the routine %q, which keeps the built-in pose; want another id, or a pose that fits", text, d.routine.ID),
	})
	return under.As(ref.Variant)
}

// expand gives the items of a routine inside another. A routine of the user's
// that has problems is not replaced by the built-in one under it, unless a
// built-in one asks.
func (r *resolver) expand(d *draft, it *draftItem) []Item {
	_, isBroken := r.lib.brokenRoutines[it.routine]
	isBroken = isBroken && !d.routine.Builtin
	if r.drafts[it.routine] == nil && !isBroken {
		it.t.Report("routine", "no routine %q%s", it.routine, decode.Suggestion(it.routine, slices.Sorted(maps.Keys(r.drafts))))
		return nil
	}
	r.trail = append(r.trail, step{d, it})
	defer func() { r.trail = r.trail[:len(r.trail)-1] }()
	in := r.resolve(it.routine)
	isBroken = isBroken || in != r.drafts[it.routine] && !d.routine.Builtin
	switch {
	case in != nil && r.isUnderway(in):
		r.reportCircle(in)
	case in != nil && !isBroken:
		return in.routine.Items
	case !it.circular:
		it.t.Report("routine", "%q has problems of its own; want one that is whole", it.routine)
	}
	return nil
}

// reportCircle notes, at every item of the trail from the draft on, the way from
// there back to itself.
func (r *resolver) reportCircle(from *draft) {
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
		s.at.t.Report("routine", "goes in a circle: %s; want a routine that does not lead back here", strings.Join(ids, ", "))
	}
}

// findPose looks up "pose" or "pose/variant".
func (r *resolver) findPose(d *draft, it *draftItem, key, name string) (Pose, bool) {
	ref, t := ParseRef(name), it.t
	if _, isBroken := r.lib.brokenPoses[ref.Pose]; isBroken && !d.routine.Builtin {
		t.Report(key, "%q has problems of its own; want one that is whole", ref.Pose)
		return Pose{}, false
	}
	p, ok := r.lib.pose(ref.Pose)
	if !ok {
		t.Report(key, "no pose %q%s", ref.Pose, decode.Suggestion(ref.Pose, r.lib.poseIDs()))
		return Pose{}, false
	}
	as, ok := p.As(ref.Variant)
	if !ok {
		t.Report(key, "%s has no variant %q%s", p.ID, ref.Variant, decode.Suggestion(ref.Variant, p.variantIDs()))
	}
	return as, ok
}
