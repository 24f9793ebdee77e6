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

// How many items of every routine stay for every condition, in the same order.
const routinesForPeople = `
                          ost  pre  neck hbp  gla  up   wri  kne  sho  leg  hip  bend arch flr  of
everyday-back             5    1    5    5    5    5    5    5    5    5    3    5    4    3    5
low-back-restorative      4    1    4    4    4    4    4    4    4    4    1    2    4    3    4
lower-back                3    0    4    4    4    4    4    4    4    2    2    3    3    3    4
steady-back               4    2    4    3    3    3    4    4    4    4    3    4    4    2    4
back-pain-relief          5    2    5    5    4    4    5    5    5    5    3    4    4    1    5
four-inversions           1    0    1    0    0    0    4    4    3    1    0    1    3    2    4
restorative               6    2    6    5    4    4    5    6    6    5    3    5    5    1    6
upper-back                3    3    3    3    3    3    3    3    3    3    2    2    3    1    3
desk-break                3    3    1    3    3    3    4    4    4    3    3    3    4    4    4
neck-and-shoulders        2    2    0    2    2    2    2    2    2    2    2    2    2    2    2
`

func sameTable(t *testing.T, got string, want string) {
	t.Helper()
	_, want, _ = strings.Cut(strings.TrimPrefix(want, "\n"), "\n") // without its head
	if got != want {
		t.Errorf("the table is now\n%s\nwant\n%s", got, want)
	}
}

func TestRoutinesForPeople(t *testing.T) {
	var table strings.Builder
	for _, r := range loadBuiltin(t).Routines() {
		row := fmt.Sprintf("%-26s", r.ID)
		for _, c := range ConditionIDs() {
			rest, _ := r.Without([]string{c})
			row += fmt.Sprintf("%-5d", len(rest.Items))
		}
		fmt.Fprintf(&table, "%s%d\n", row, len(r.Items))
	}
	sameTable(t, table.String(), routinesForPeople)
}

func TestReasonsSayWhatThePoseDoes(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct{ pose, condition, say, caution string }{
		{"downward-dog", "sore-wrists", "puts weight on the wrists", "Leave this one out; much of your weight is on your hands."},
		{"double-knee-to-chest", "pregnancy", "lies flat on the back", ""},
		{"piriformis-stretch", "leg-pain", "stretches the nerve of the leg", "Leave this one out until somebody has shown you how far is right for your leg."},
		{"childs-pose", "hip-replacement", "bends the hip far, or crosses it over", "Leave this one out unless your surgeon's team has allowed it; it folds the hip deeply."},
		{"supported-shoulder-stand", "neck-injury", "puts weight on the neck", "Leave this one out; choose a pose that keeps all weight off your neck."},
		{"cobra", "pregnancy", "lies on the belly", "Leave out lying on your belly, and choose a different pose."},
		{"childs-pose/knees-together", "worse-when-bending", "bends the spine forward", "Leave this one out if folding forward makes your back sorer."},
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
		ID: "wheel", Position: Supine, Direction: []string{"extension"}, Strains: []string{"wrists", "shoulders"}, Inverted: true,
		Avoid: []Caution{{With: "sore-knees", Say: "Leave it.", Leave: true}, {With: "flat-feet", Say: "Ask first.", Leave: true}},
	}
	var out []string
	for _, why := range wheel.Against(ConditionIDs()) {
		out = append(out, why.Condition+": "+why.Say)
	}
	want := []string{
		"pregnancy: " + sayUpsideDown, "high-blood-pressure: " + sayUpsideDown, "glaucoma: " + sayUpsideDown, "no-head-down: " + sayUpsideDown,
		"sore-wrists: " + sayOnWrists, "sore-knees: Leave it.", "sore-shoulder: " + sayOnShoulders, "worse-when-arching: " + sayArches,
		"cannot-get-to-the-floor: " + sayOnFloor,
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

// For every routine and every run of conditions: what stays is in order and not
// touched, what goes has its reasons, and together they are the whole.
func TestWithoutOnlyTakesAway(t *testing.T) {
	ids := ConditionIDs()
	for _, r := range loadBuiltin(t).Routines() {
		before := fmt.Sprint(itemsOf(r))
		for i := range ids {
			for j := range ids[i:] {
				told := ids[i : i+j+1]
				rest, left := r.Without(told)
				checkSplit(t, r, rest, left, told)
			}
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
	if len(left) != 3 || left[0].At != 2 || left[0].Rest || left[1].At != 3 || !left[1].Rest || left[1].Pose.ID != "childs-pose" || !left[2].Rest {
		t.Fatalf("left out: %+v", left)
	}
	if item := rest.Items[2]; item.Pose.ID != "cat-cow" || item.Then != nil || r.Items[3].Then == nil {
		t.Errorf("cat-cow rests in %v, and did in %v", item.Then, r.Items[3].Then)
	}
}

// Two conditions may keep from a pose for the same reason: it is said once.
func TestAReasonIsSaidOnce(t *testing.T) {
	doubled := 0
	for _, p := range loadBuiltin(t).Poses() {
		o := LeftOut{Pose: p, Reasons: p.Against(ConditionIDs())}
		says := ReasonTexts(o.Reasons)
		if doubled += len(o.Reasons) - len(says); len(slices.Compact(slices.Sorted(slices.Values(says)))) != len(says) || o.Text() != "left out: "+strings.Join(says, ", ") {
			t.Errorf("%s: %q, %q", p.ID, says, o.Text())
		}
	}
	if doubled == 0 {
		t.Error("no pose has a reason twice, so nothing was tried")
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
	if len(got) != 2 || got[0].With != "sore-knees" || got[1].With != "worse-when-arching" {
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

// What contradicts a condition is replaced or left unsaid, in variants too, and
// nothing else is touched.
func TestAPoseIsToldAsItsCautionsSay(t *testing.T) {
	p := Pose{
		Steps: []string{"Press your hands down.", "Look up."}, During: []string{"Look far up.", "Breathe."}, Release: "Look down.",
		Props:    []Prop{{"bolster", true}, {"chair", true}, {"wall", false}},
		Ease:     []string{"Lay a bolster there."},
		Variants: []Variant{{ID: "low", Steps: []string{"Look up from there."}}},
		Avoid: []Caution{
			{With: "sore-wrists", Say: "On your fists.", Of: "your hands", Instead: "Press your fists down."},
			{With: "neck-injury", Say: "Look ahead.", Of: "Look up", Instead: "Look ahead."},
			{With: "neck-injury", Of: "Look far"},
			{With: "high-blood-pressure", Say: "Lie flat.", Of: "bolster"},
		},
	}
	as := p.For([]string{"neck-injury", "high-blood-pressure"})
	got := fmt.Sprintln(as.Steps, as.During, as.Ease, as.Release, as.Props, as.Variants[0].Steps)
	if want := "[Press your hands down. Look ahead.] [Breathe.] [] Look down. [chair? wall] [Look ahead.]\n"; got != want {
		t.Errorf("it is told as %s; want %s", got, want)
	}
	if said := as.Cautions([]string{"neck-injury"}); len(said) != 1 || said[0].Say != "Look ahead." {
		t.Errorf("said first: %v", said)
	}
	if got := p.For(nil); !reflect.DeepEqual(got, p) || p.Variants[0].Steps[0] != "Look up from there." {
		t.Errorf("with nothing told, it is %+v", got)
	}
}
