package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"
)

// conditionIDs is the ids of all conditions, in their order.
func conditionIDs() []string {
	var ids []string
	for _, c := range Conditions() {
		ids = append(ids, c.ID)
	}
	return ids
}

// Every pose for every condition: left out, or in with a caution to mind. In
// the order of Conditions: osteoporosis, pregnancy, neck injury, high blood
// pressure, glaucoma, sore wrists, sore knees, worse when bending, when arching.
const posesForPeople = `
                          ost  pre  neck hbp  gla  wri  kne  bend arch
abdominal-draw            -    OUT  -    -    -    -    -    -    -
bird-dog                  -    -    -    -    -    mind mind -    mind
bridge                    -    OUT  mind OUT  OUT  -    -    -    mind
cat-cow                   mind -    -    -    -    mind mind mind mind
chair-forward-fold        OUT  OUT  OUT  OUT  OUT  -    -    OUT  -
childs-pose               mind -    -    -    -    -    mind OUT  -
cobra                     mind OUT  mind -    -    mind -    -    OUT
double-knee-to-chest      OUT  -    -    -    -    -    -    OUT  -
downward-dog              -    OUT  -    OUT  OUT  OUT  -    -    -
extended-puppy            -    OUT  -    OUT  OUT  mind OUT  -    OUT
heel-rock                 mind mind -    mind mind mind mind mind -
knee-rolls                mind OUT  -    -    -    -    -    -    -
lateral-neck-flexion      -    -    OUT  -    -    -    -    -    -
legs-up-the-wall          -    OUT  -    OUT  OUT  -    -    -    -
neck-flexion              mind -    OUT  -    -    -    -    mind -
pelvic-tilt               mind -    -    -    -    -    -    mind -
piriformis-stretch        -    -    -    -    -    -    -    -    -
prone-leg-extension       -    OUT  -    -    -    -    -    -    OUT
prone-press-up            mind OUT  -    -    -    mind -    -    OUT
seated-twist              mind -    mind -    -    -    -    -    -
shoulder-rolls            -    -    -    -    -    -    -    -    -
single-knee-to-chest      OUT  -    -    -    -    -    -    OUT  -
sphinx                    -    OUT  -    -    -    -    -    -    OUT
standing-forward-fold     OUT  OUT  OUT  OUT  OUT  -    -    OUT  -
supine-twist              mind -    -    -    -    -    -    -    -
supported-savasana        -    OUT  -    -    -    -    -    -    -
supported-shoulder-stand  OUT  OUT  OUT  OUT  OUT  -    -    OUT  -
`

// How many items of every routine stay for every condition, in the same order.
const routinesForPeople = `
                          ost  pre  neck hbp  gla  wri  kne  bend arch of
everyday-back             5    2    5    5    5    5    5    5    4    5
low-back-restorative      3    3    4    4    4    4    4    2    4    4
lower-back                3    3    4    4    4    4    4    3    3    4
steady-back               4    3    4    3    3    4    4    4    4    4
back-pain-relief          5    3    5    4    4    5    5    4    4    5
four-inversions           1    0    1    0    0    4    3    1    3    4
restorative               6    3    6    4    4    5    6    5    5    6
upper-back                3    3    3    3    3    3    3    2    3    3
desk-break                3    3    1    3    3    4    4    3    4    4
neck-and-shoulders        2    2    0    2    2    2    2    2    2    2
`

func sameTable(t *testing.T, got string, want string) {
	t.Helper()
	_, want, _ = strings.Cut(strings.TrimPrefix(want, "\n"), "\n") // without its head
	if got != want {
		t.Errorf("the table is now\n%s\nwant\n%s", got, want)
	}
}

func TestPosesForPeople(t *testing.T) {
	verdict := func(p Pose, condition string) string {
		switch one := []string{condition}; {
		case len(p.Against(one)) > 0:
			return "OUT"
		case len(p.Cautions(one)) > 0:
			return "mind"
		}
		return "-"
	}
	var table strings.Builder
	for _, p := range loadBuiltin(t).Poses() {
		row := fmt.Sprintf("%-26s", p.ID)
		for _, c := range conditionIDs() {
			row += fmt.Sprintf("%-5s", verdict(p, c))
		}
		fmt.Fprintln(&table, strings.TrimRight(row, " "))
	}
	sameTable(t, table.String(), posesForPeople)
}

func TestRoutinesForPeople(t *testing.T) {
	var table strings.Builder
	for _, r := range loadBuiltin(t).Routines() {
		row := fmt.Sprintf("%-26s", r.ID)
		for _, c := range conditionIDs() {
			rest, _ := r.Without([]string{c})
			row += fmt.Sprintf("%-5d", len(rest.Items))
		}
		fmt.Fprintf(&table, "%s%d\n", row, len(r.Items))
	}
	sameTable(t, table.String(), routinesForPeople)
}

// The ids are those of [profile] avoid, and each is one that a pose can have a
// caution for.
func TestConditionsAreThoseThatPosesKnow(t *testing.T) {
	want := []string{
		"osteoporosis", "pregnancy", "neck-injury", "high-blood-pressure", "glaucoma",
		"sore-wrists", "sore-knees", "worse-when-bending", "worse-when-arching",
	}
	if got := conditionIDs(); !slices.Equal(got, want) {
		t.Errorf("the conditions are %q; want %q", got, want)
	}
	var with []string
	for _, c := range Conditions() {
		if !slices.Contains(conditions(), c.with) || c.Name == "" {
			t.Errorf("%+v has no name, or no caution can be for it", c)
		}
		with = append(with, c.with)
	}
	known := slices.Concat(directions(), loads(), Regions(), positions())
	for _, tr := range traits() {
		if !slices.Contains(with, tr.with) || tr.word != "" && !slices.Contains(known, tr.word) {
			t.Errorf("%+v can never be true", tr)
		}
	}
}

func TestReasonsSayWhatThePoseDoes(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct{ pose, condition, say, caution string }{
		{"downward-dog", "sore-wrists", "puts weight on the wrists", "Come down onto your forearms, or leave this one for today."},
		{"extended-puppy", "sore-knees", "puts weight on the knees", "Fold a blanket under your knees, or leave this one for today."},
		{"extended-puppy", "worse-when-arching", "arches the spine", ""},
		{"supported-shoulder-stand", "neck-injury", "puts weight on the neck", "Do not do this one; choose a pose that keeps all weight off your neck."},
		{"cobra", "pregnancy", "lies on the belly", "Leave out lying on your belly, and choose a different pose."},
		{
			"supported-savasana", "pregnancy", "Ask your midwife before you lie flat for long, or rest on your side instead.",
			"Ask your midwife before you lie flat for long, or rest on your side instead.",
		},
		{"childs-pose/knees-together", "worse-when-bending", "bends the spine forward", "Stay higher, with your chest on cushions, and leave this one if your back gets sorer."},
	} {
		p, err := lib.Pose(c.pose)
		if err != nil {
			t.Fatal(err)
		}
		want := []Reason{{c.condition, c.say, c.caution}}
		if got := p.Against([]string{c.condition}); !slices.Equal(got, want) {
			t.Errorf("%s with %s: %q; want %q", c.pose, c.condition, got, want)
		}
	}
	fold, _ := lib.Pose("standing-forward-fold")
	if got := fold.Against([]string{"sciatica", "worse-when-bending", "flat-feet", "glaucoma"}); len(got) != 2 ||
		got[0].Condition != "glaucoma" || got[1].Condition != "worse-when-bending" {
		t.Errorf("reasons are %q; want glaucoma, then worse-when-bending", got)
	}
}

// A pose of the user's own, without the cautions that every built-in pose has,
// goes by what it does; with one, by that.
func TestAnOwnPoseGoesByWhatItDoes(t *testing.T) {
	wheel := Pose{
		ID: "wheel", Position: Supine, Direction: []string{"extension"}, Load: []string{"wrists", "shoulders"}, Inverted: true,
		Avoid: []Caution{{With: "sore-knees", Say: "Leave it.", Leave: true}, {With: "sciatica", Say: "Ask first.", Leave: true}},
	}
	var out []string
	for _, why := range wheel.Against(conditionIDs()) {
		out = append(out, why.Condition+": "+why.Say)
	}
	want := []string{
		"pregnancy: " + sayUpsideDown, "high-blood-pressure: " + sayUpsideDown, "glaucoma: " + sayUpsideDown,
		"sore-wrists: " + sayOnWrists, "sore-knees: Leave it.", "worse-when-arching: " + sayArches,
	}
	if !slices.Equal(out, want) {
		t.Errorf("out for %q; want %q", out, want)
	}
	// One that takes the place of a built-in pose is not the built-in pose.
	cat := Pose{ID: "cat-cow", Direction: []string{"flexion"}}
	if got := cat.Against([]string{"worse-when-bending"}); len(got) != 1 {
		t.Errorf("an own cat-cow that bends is left out for %q", got)
	}
}

// For every routine and every set of conditions: what stays is in order and not
// touched, what goes has its reasons, and together they are the whole.
func TestWithoutOnlyTakesAway(t *testing.T) {
	ids := conditionIDs()
	for _, r := range loadBuiltin(t).Routines() {
		before := fmt.Sprint(itemsOf(r))
		for set := range 1 << len(ids) {
			var told []string
			for i, id := range ids {
				if set>>i&1 == 1 {
					told = append(told, id)
				}
			}
			rest, left := r.Without(told)
			checkSplit(t, r, rest, left, told)
		}
		if after := fmt.Sprint(itemsOf(r)); after != before {
			t.Errorf("%s was %s and is %s", r.ID, before, after)
		}
	}
}

func checkSplit(t *testing.T, r, rest Routine, left []LeftOut, told []string) {
	t.Helper()
	whole := slices.Clone(r.Items)
	var gone []int
	for i, l := range left {
		if i > 0 && l.At < left[i-1].At || len(l.Reasons) == 0 {
			t.Fatalf("%s, %q: left out %d is out of order or without reason", r.ID, told, i)
		}
		for _, why := range l.Reasons {
			if !slices.Contains(told, why.Condition) || why.Say == "" || ansi.StringWidth(why.Say) > widest {
				t.Fatalf("%s, %q: %s is left out for %+v", r.ID, told, l.Pose.ID, why)
			}
		}
		if l.Rest {
			if whole[l.At].Then == nil || whole[l.At].Then.ID != l.Pose.ID {
				t.Fatalf("%s, %q: item %d does not rest in %s", r.ID, told, l.At, l.Pose.ID)
			}
			whole[l.At].Then = nil
			continue
		}
		if whole[l.At].Pose.ID != l.Pose.ID {
			t.Fatalf("%s, %q: item %d is not %s", r.ID, told, l.At, l.Pose.ID)
		}
		gone = append(gone, l.At)
	}
	for _, at := range slices.Backward(gone) {
		whole = slices.Delete(whole, at, at+1)
	}
	if len(whole) != len(rest.Items) || len(whole) > 0 && !reflect.DeepEqual(whole, rest.Items) {
		t.Fatalf("%s, %q: stays %q; want %q", r.ID, told, itemsOf(rest), itemsOf(Routine{Items: whole}))
	}
	for i := range rest.Items {
		if item := rest.Items[i]; len(item.Pose.Against(told)) > 0 || item.Then != nil && len(item.Then.Against(told)) > 0 {
			t.Fatalf("%s, %q: %s stays", r.ID, told, item.Pose.ID)
		}
	}
}

func TestWithoutTakesAwayAlsoTheRest(t *testing.T) {
	r, err := loadBuiltin(t).Routine("restorative")
	if err != nil {
		t.Fatal(err)
	}
	rest, left := r.Without([]string{"worse-when-bending"})
	if len(left) != 2 || left[0].At != 2 || left[0].Rest || left[1].At != 3 || !left[1].Rest || left[1].Pose.ID != "childs-pose" {
		t.Fatalf("left out: %+v", left)
	}
	if item := rest.Items[2]; item.Pose.ID != "cat-cow" || item.Then != nil || r.Items[3].Then == nil {
		t.Errorf("cat-cow rests in %v, and did in %v", item.Then, r.Items[3].Then)
	}
}

func TestMissingIsWhatIsNeededAndNotAtHand(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct {
		routine string
		atHand  []string
		want    string
	}{
		{"four-inversions", nil, "[wall chair]"},
		{"four-inversions", []string{"chair", "bolster"}, "[wall]"},
		{"four-inversions", []string{"chair", "wall"}, "[]"},
		{"back-pain-relief", nil, "[wall]"}, // its bolster is optional
		{"low-back-restorative", nil, "[]"},
	} {
		r, err := lib.Routine(c.routine)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(r.Missing(c.atHand)); got != c.want {
			t.Errorf("%s with %q lacks %s; want %s", c.routine, c.atHand, got, c.want)
		}
	}
}

func TestCautionsAreThoseOfThePerson(t *testing.T) {
	p, err := loadBuiltin(t).Pose("cat-cow")
	if err != nil {
		t.Fatal(err)
	}
	got := p.Cautions([]string{"worse-when-arching", "sore-knees", "glaucoma"})
	if len(got) != 2 || got[0].With != "sore-knees" || got[1].With != "worse-arching" {
		t.Errorf("cautions are %v; want those for sore knees and for arching", got)
	}
	if got := p.Cautions(nil); got != nil {
		t.Errorf("with nothing told, cautions are %v", got)
	}
}

// A caution leaves a pose out unless it says otherwise.
func TestACautionThatTellsAWayKeepsThePose(t *testing.T) {
	for avoid, want := range map[string]int{
		`{ with = "sore-wrists", say = "Use your fists." }`:                1,
		`{ with = "sore-wrists", say = "Use your fists.", leave = true }`:  1,
		`{ with = "sore-wrists", say = "Use your fists.", leave = false }`: 0,
	} {
		text := "id = \"plank\"\nname = \"Plank\"\nposition = \"prone\"\nload = [\"wrists\"]\nsteps = [\"Hold.\"]\ndose = \"20s\"\navoid = [" + avoid + "]\n"
		lib, problems := Load(Root{FS: fstest.MapFS{"poses/plank.toml": {Data: []byte(text)}}})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if got := lib.Poses()[0].Against([]string{"sore-wrists"}); len(got) != want {
			t.Errorf("%s: left out for %q; want %d reasons", avoid, got, want)
		}
	}
}
