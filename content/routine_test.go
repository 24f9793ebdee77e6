package content

import (
	"slices"
	"strings"
	"testing"
)

// including is a routine of the user's with only routines in it.
func including(id string, others ...string) string {
	items := make([]string, len(others))
	for i, o := range others {
		items[i] = "  { routine = \"" + o + "\" },"
	}
	return with(leastRoutine, `id = "`+id+`"`, "items = [\n"+strings.Join(items, "\n")+"\n]")
}

func TestARoutineThatLeadsBackToItselfIsReportedOnce(t *testing.T) {
	const want = "; want a routine that does not lead back here"
	for _, c := range []struct {
		name string
		list files
		want []string
	}{
		{"itself", files{"routines/a.toml": including("a", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, a" + want,
		}},
		{"itself twice", files{"routines/a.toml": including("a", "a", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, a" + want,
			"me/routines/a.toml:5: items[1].routine: goes in a circle: a, a" + want,
		}},
		{"two", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "upper-back", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, a" + want,
			"me/routines/b.toml:5: items[1].routine: goes in a circle: b, a, b" + want,
		}},
		{"three", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "c"), "routines/c.toml": including("c", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, c, a" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, c, a, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, a, b, c" + want,
		}},
		{"one that leads into two", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "c"), "routines/c.toml": including("c", "b")}, []string{
			`me/routines/a.toml:4: items[0].routine: "b" has problems of its own; want one that is whole`,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, c, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, b, c" + want,
		}},
		{"two circles through one item", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "a", "c"), "routines/c.toml": including("c", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, a" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, a, b" + want,
			"me/routines/b.toml:5: items[1].routine: goes in a circle: b, c, a, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, a, b, c" + want,
		}},
		{"one laid over the built-in one it leads to", files{"routines/a.toml": including("lower-back", "x"), "routines/b.toml": including("x", "lower-back")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: lower-back, x, lower-back" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: x, lower-back, x" + want,
		}},
	} {
		lib, problems := load(c.list)
		wantProblems(t, c.name, problems, c.want...)
		if n := len(lib.Routines()); n != 10 {
			t.Errorf("%s: %d routines; want the built-in ones", c.name, n)
		}
	}
}

func TestAProblemInsideARoutineIsSaidOnceWhereItIs(t *testing.T) {
	_, problems := load(files{
		"routines/a.toml": including("a", "c"),
		"routines/b.toml": including("b", "c", "a"),
		"routines/c.toml": with(leastRoutine, `id = "c"`, `items = [{ pose = "nap" }, { pose = "doze" }]`),
		"routines/d.toml": including("d", "c"),
	})
	wantProblems(t, "problems", problems,
		`me/routines/a.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
		`me/routines/b.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
		`me/routines/b.toml:5: items[1].routine: "a" has problems of its own; want one that is whole`,
		`me/routines/c.toml:3: items[0].pose: no pose "nap"`,
		`me/routines/c.toml:3: items[1].pose: no pose "doze"`,
		`me/routines/d.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
	)
}

func TestARoutineInsideAnotherGivesItsPoses(t *testing.T) {
	lib, problems := load(files{
		"routines/a.toml": including("a", "neck-and-shoulders", "b", "b"),
		"routines/b.toml": with(leastRoutine, `id = "b"`, `items = [{ pose = "childs-pose" }, { pose = "cat-cow", dose = "20s", then = "childs-pose/wide-knees" }]`),
	})
	wantProblems(t, "problems", problems)
	r, _ := lib.Routine("a")
	b := []string{"childs-pose 60-120s", "cat-cow 20s then childs-pose/wide-knees"}
	want := slices.Concat([]string{"neck-flexion 30s x3", "lateral-neck-flexion 30s x3 each side"}, b, b)
	if got := itemsOf(r); !slices.Equal(got, want) {
		t.Errorf("the items are %q; want %q", got, want)
	}
	if r.Items[2].Pose.Variant.ID != "arms-forward" {
		t.Errorf("the first way of childs-pose is %q", r.Items[2].Pose.Variant.ID)
	}
	if !slices.Equal(r.Regions, []string{"neck", "shoulders"}) {
		t.Errorf("the regions are %v; want those of the first pose", r.Regions)
	}
}

func TestPlaceAndPropsFollowFromThePoses(t *testing.T) {
	for _, c := range []struct {
		items string
		place Place
		props string
	}{
		{`{ pose = "neck-flexion" }`, Desk, "chair?"},
		{`{ pose = "neck-flexion" }, { pose = "standing-forward-fold" }, { pose = "chair-forward-fold" }`, Desk, "chair"},
		{`{ pose = "cat-cow" }`, Floor, ""},
		{`{ pose = "neck-flexion" }, { pose = "sphinx" }`, Floor, "chair?"},
		{`{ pose = "neck-flexion", then = "childs-pose/knees-together" }`, Floor, "chair? block? bolster?"},
		{`{ pose = "supported-savasana" }, { pose = "legs-up-the-wall" }`, AtAWall, "wall block? bolster?"},
		{`{ pose = "cat-cow", then = "supported-shoulder-stand" }`, AtAWall, "wall"},
		{`{ pose = "seated-twist" }, { pose = "wall-tilt" }`, AtAWall, "wall chair"},
		{`{ routine = "restorative" }`, AtAWall, "wall block? bolster?"},
	} {
		lib, problems := load(files{"routines/round.toml": with(leastRoutine, "items = ["+c.items+"]")})
		wantProblems(t, c.items, problems)
		r, _ := lib.Routine("round")
		var props []string
		for _, p := range r.Props() {
			props = append(props, p.String())
		}
		if got := strings.Join(props, " "); r.Place() != c.place || got != c.props {
			t.Errorf("%s: %s with %q; want %s with %q", c.items, r.Place(), got, c.place, c.props)
		}
	}
}

func TestAPoseForNoRegionMakesARoutineForNone(t *testing.T) {
	lib, problems := load(files{
		"poses/mine.toml":     leastPose,
		"routines/round.toml": with(leastRoutine, `items = [{ pose = "mine" }]`),
		"poses/sitting.toml":  with(leastPose, `id = "sitting"`, `name = "Sitting"`, "[[variant]]\nid = \"low\"\nname = \"Ärmel hoch\"\nsteps = [\"x\"]"),
	})
	wantProblems(t, "problems", problems)
	if r, err := lib.Routine("round"); err != nil || len(r.Regions) != 0 {
		t.Errorf("the regions are %v, %v", r.Regions, err)
	}
	if p, _ := lib.Pose("sitting/low"); p.Title() != "Sitting, ärmel hoch" {
		t.Errorf("the title is %q", p.Title())
	}
}
