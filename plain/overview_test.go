package plain

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// Before a routine starts, one can read of each pose all there is to know.
func TestAboutAPose(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	o.State.Profile.Avoid = []string{"sore-knees"}
	lib, _ := o.Load()
	r, _ := lib.Routine("lower-back")
	for i := range r.Items {
		all, _ := play(t, o, []typed{{at: time.Second, line: fmt.Sprintf("lower-back\nabout %d\nback\nq\n", i+1)}}, false)
		pose := r.Items[i].Pose
		told := pose.For(o.State.Profile.Avoid)
		want := []string{overviewHelpText, told.Title() + "."}
		for _, c := range pose.Cautions(o.State.Profile.Avoid) {
			want = append(want, "Sore knees: "+c.Say)
		}
		want = append(want, told.Why, "Setting up:")
		for _, step := range told.Steps {
			want = append(want, "- "+content.FillSide(step, "right", "left"))
		}
		has(t, all, append(want, "Gentler ways:", "- ", "Coming out:", "- ", "From: ")...)
		for _, p := range all {
			if strings.Contains(p.text, "{") {
				t.Errorf("%q", p.text)
			}
		}
	}
}

// A pose that is left out is not led through; one that is taken in again is.
func TestPosesAreLeftOutAndTakenInAgain(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	lib, _ := o.Load()
	r, _ := lib.Routine("desk-break")
	name := func(i int) string { return r.Items[i].Pose.Title() }
	all, _ := play(t, o, []typed{{at: time.Second, line: "desk break\n1\n2\n4\n2\n\n"}}, false)
	has(t, all, overviewHelpText, "1. "+name(0), "2. "+name(1), "4. "+name(3), "2. "+name(1), "Pose 2 of 2", "2 of 2 poses done")
	out := 0
	for _, p := range all {
		if strings.HasSuffix(p.text, "; left out.") {
			out++
		}
	}
	if out != 3 {
		t.Errorf("%d are said to be left out", out)
	}
}

// Where every pose is left out there is nothing to start, until one is taken in; and
// numbers that no pose has are asked for again.
func TestNothingStartsWhereEveryPoseIsLeftOut(t *testing.T) {
	t.Parallel()
	all, result := play(t, builtin(t, ""), []typed{{at: time.Second, line: "desk break\n1\n2\n3\n4\n\nabout 9\n9\nback\nq\n"}}, false)
	has(t, all, overviewHelpText, "4. ", noPosesText, wantNumberText(4), overviewHelpText, againText)
	if result.Poses != 0 {
		t.Errorf("%+v", result)
	}
}

// What is not for somebody is left out with the reason, and taken in only where they
// say so; what hurt lately is said beside the pose.
func TestWhatIsNotForSomebodyCanBeTakenInAllTheSame(t *testing.T) {
	t.Parallel()
	o := builtin(t, "desk-break")
	o.State.Profile.Avoid = []string{"worse-when-bending"}
	_, left := o.Routine.Without(o.State.Profile.Avoid)
	if len(left) == 0 {
		t.Fatal("nothing is left out")
	}
	at := left[0].At
	o.Past = hurtBefore(o.Routine.Items[(at+1)%len(o.Routine.Items)].Pose.ID)
	all, _ := play(t, o, []typed{{at: time.Second, line: fmt.Sprintf("%d\nback\n", at+1)}}, false)
	item := fmt.Sprintf("%d. %s, ", at+1, o.Routine.Items[at].Pose.Title())
	has(t, all, item, overviewHelpText, item)
	said := text(all)
	for _, want := range []string{left[0].Text() + ".", left[0].Text() + "; taken in all the same.", "; it hurt lately."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}
