package content

import (
	"slices"
	"testing"
)

func TestRoutinesComeInOrderOfWhatTheyAreForAndTheUsersLast(t *testing.T) {
	lib, problems := load(files{
		"routines/b.toml": with(leastRoutine, `id = "b"`, `regions = ["whole-body"]`),
		"routines/a.toml": with(leastRoutine, `id = "a"`, `regions = ["whole-body"]`),
		"routines/c.toml": with(leastRoutine, `id = "c"`, `regions = ["lower-back"]`),
		"routines/d.toml": with(leastRoutine, `id = "upper-back"`, `regions = ["lower-back"]`),
	})
	wantProblems(t, "problems", problems)
	var got []string
	for _, r := range lib.Routines() {
		got = append(got, r.ID)
	}
	want := []string{
		"everyday-back", "low-back-restorative", "lower-back", "steady-back", "back-pain-relief", "four-inversions", "restorative",
		"desk-break", "neck-and-shoulders", "a", "b", "c", "upper-back",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the routines are %q; want %q", got, want)
	}
}

func TestPosesComeInOrderOfID(t *testing.T) {
	lib, _ := load(files{"poses/z.toml": with(leastPose, `id = "bow"`)})
	ids := lib.poseIDs()
	if !slices.IsSorted(ids) || !slices.Contains(ids, "bow") {
		t.Errorf("the poses are %q", ids)
	}
	for _, id := range ids {
		if p, ok := lib.pose(id); !ok || p.ID != id {
			t.Errorf("%s is %s, %t", id, p.ID, ok)
		}
	}
}

func TestARoutineIsFoundByNumberIDOrBeginning(t *testing.T) {
	lib, problems := load(files{"routines/a.toml": with(leastRoutine, `id = "108"`)})
	wantProblems(t, "problems", problems)
	for _, c := range []struct{ name, want, err string }{
		{"1", "everyday-back", ""},
		{" 3 ", "lower-back", ""},
		{"10", "neck-and-shoulders", ""},
		{"11", "108", ""},
		{"108", "108", ""},
		{"0", "", "no routine 0; want 1 to 11"},
		{"12", "", "no routine 12; want 1 to 11"},
		{"-1", "", "no routine -1; want 1 to 11"},
		{"99999999999999999999", "", `no routine "99999999999999999999"`},
		{"lower-back", "lower-back", ""},
		{"restorative", "restorative", ""},
		{"LOWER-BACK", "lower-back", ""},
		{" Lower Back ", "lower-back", ""},
		{"neck", "neck-and-shoulders", ""},
		{"low-", "low-back-restorative", ""},
		{"low", "", `"low" could be low-back-restorative or lower-back; want more letters`},
		{"lowerback", "", `no routine "lowerback"; did you mean "lower-back"?`},
		{"Lowr Back", "", `no routine "lowr-back"; did you mean "lower-back"?`},
		{"yodelling", "", `no routine "yodelling"`},
		{"", "", `no routine ""`},
		{"\x1b[31m", "", `no routine "\x1b[31m"`},
	} {
		r, err := lib.Routine(c.name)
		if r.ID != c.want || text(err) != c.err {
			t.Errorf("%q is %q, %v; want %q, %s", c.name, r.ID, err, c.want, c.err)
		}
	}
}

func TestAPoseIsFoundByIDOrBeginningAndItsVariantToo(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct{ name, want, err string }{
		{"cat-cow", "cat-cow", ""},
		{"CAT Cow", "cat-cow", ""},
		{"cat", "cat-cow", ""},
		{"Mad Cat", "cat-cow", ""},
		{"prayer stretch/wide", "childs-pose/wide-knees", ""},
		{"Knees to Chest", "double-knee-to-chest", ""},
		{"childs-pose", "childs-pose/arms-forward", ""},
		{"Childs Pose/Wide Knees", "childs-pose/wide-knees", ""},
		{"child/kn", "childs-pose/knees-together", ""},
		{"supine-twist/", "supine-twist/centred-hips", ""},
		{"s", "", `"s" could be seated-twist or shoulder-rolls or single-knee-to-chest or sphinx or standing-forward-fold or supine-twist or supported-savasana or supported-shoulder-stand; want more letters`},
		{"supported-s", "", `"supported-s" could be supported-savasana or supported-shoulder-stand; want more letters`},
		{"child's pose", "childs-pose/arms-forward", ""},
		{"sphynx", "", `no pose "sphynx"; did you mean "sphinx"?`},
		{"warrior", "", `no pose "warrior"`},
		{"", "", `no pose ""`},
		{"/wide-knees", "", `no pose ""`},
		{"childs-pose/wide-nees", "", `no variant of childs-pose "wide-nees"; did you mean "wide-knees"?`},
		{"childs-pose/feet", "", `no variant of childs-pose "feet"`},
		{"cat-cow/low", "", `no variant of cat-cow "low"`},
	} {
		p, err := lib.Pose(c.name)
		if got := (Ref{p.ID, p.Variant.ID}).String(); got != c.want || text(err) != c.err {
			t.Errorf("%q is %q, %v; want %q, %s", c.name, got, err, c.want, c.err)
		}
	}
}

func TestAVariantHasItsOwnWordsAndThePosesWhereItHasNone(t *testing.T) {
	lib := loadBuiltin(t)
	plain, _ := lib.pose("childs-pose")
	p, _ := lib.Pose("childs-pose/knees-together")
	if p.Title() != "Child's Pose, knees together" || p.Source[0].ID != "kassandra" || len(p.Props) != 2 || len(p.Steps) != 6 {
		t.Errorf("%s has %v, %v and %d steps", p.Title(), p.Source, p.Props, len(p.Steps))
	}
	if p.Why == plain.Why || !slices.Equal(p.During, plain.During) || !slices.Equal(p.Ease, plain.Ease) {
		t.Errorf("%s says %q, %q, %q", p.Title(), p.Why, p.During, p.Ease)
	}
	if len(plain.Steps) != 0 || plain.Title() != "Child's Pose" {
		t.Errorf("%s was changed: %q", plain.Title(), plain.Steps)
	}
}

func TestPickKeepsTheChosenItemsAndLeavesTheRoutineAsItWas(t *testing.T) {
	r, _ := loadBuiltin(t).Routine("lower-back")
	odd := r.Pick(func(i int, _ Item) bool { return i%2 == 1 })
	if got := itemsOf(odd); !slices.Equal(got, []string{"piriformis-stretch 30s x3 each side", "cobra 5s x20-30"}) {
		t.Errorf("the items are %q", got)
	}
	if len(r.Items) != 4 {
		t.Errorf("the routine has %d items left", len(r.Items))
	}
	if none := r.Pick(func(int, Item) bool { return false }); len(none.Items) != 0 || none.Place() != "" || none.Props() != nil {
		t.Errorf("nothing picked is %+v", none)
	}
}

func TestAnEmptyLibraryHasNothing(t *testing.T) {
	lib, problems := Load()
	wantProblems(t, "problems", problems)
	if _, err := lib.Routine("1"); text(err) != "no routine 1; want 1 to 0" {
		t.Errorf("the error is %v", err)
	}
	if _, err := lib.Pose("cat-cow"); text(err) != `no pose "cat-cow"` {
		t.Errorf("the error is %v", err)
	}
}

// text is what an error says, or nothing.
func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestHide(t *testing.T) {
	lib, problems := Load(Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	poses, routines := len(lib.Poses()), len(lib.Routines())
	first, second := lib.Routines()[0].ID, lib.Routines()[1].ID
	wrong := lib.Hide([]string{first, "cobra", "Cobra Pose", "cobr", "\u0000"})
	if len(wrong) != 2 || wrong[0].Error() != `no pose or routine "cobr"; did you mean "cobra"?` {
		t.Errorf("wrong: %v", wrong)
	}
	if len(lib.Poses()) != poses-1 || len(lib.AllPoses()) != poses || len(lib.Routines()) != routines-1 || len(lib.AllRoutines()) != routines {
		t.Errorf("%d poses, %d routines", len(lib.Poses()), len(lib.Routines()))
	}
	if r, err := lib.Routine("1"); err != nil || r.ID != second {
		t.Errorf("1 is %s, %v", r.ID, err)
	}
	for _, name := range []string{"cobra", "Cobra", "cobra stretch"} { // who spells it out gets it
		if p, err := lib.Pose(name); err != nil || p.ID != "cobra" {
			t.Errorf("%s: %s, %v", name, p.ID, err)
		}
	}
	if r, err := lib.Routine(first); err != nil || r.ID != first {
		t.Errorf("%s: %s, %v", first, r.ID, err)
	}
	if p, err := lib.Pose("cob"); err == nil {
		t.Errorf("cob is %s", p.ID)
	}
	if wrong := lib.Hide(nil); len(wrong) > 0 || len(lib.Poses()) != poses {
		t.Errorf("nothing hidden: %v, %d poses", wrong, len(lib.Poses()))
	}
}
