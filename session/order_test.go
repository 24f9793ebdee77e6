package session

import (
	"fmt"
	"strings"
	"testing"

	"catcow/content"
)

// kinds is the order of the stages, a letter each: p is repetitions, c a change
// of sides, o the way out.
func kinds(stages []Stage) string {
	letters := map[Kind]string{Transition: "t", Setup: "s", Hold: "h", Reps: "p", Rest: "r", Switch: "c", Release: "o"}
	var b strings.Builder
	for _, s := range stages {
		b.WriteString(letters[s.Kind])
	}
	return b.String()
}

// orders is the kinds of all stages, and the side and set of those in a pose.
func orders(stages []Stage) string {
	var sides []string
	for _, s := range stages {
		if s.Works() {
			sides = append(sides, fmt.Sprintf("%s%d", s.Side, s.Set))
		}
	}
	return kinds(stages) + " " + strings.Join(sides, " ")
}

func TestOrderOfStages(t *testing.T) {
	for _, c := range []struct{ dose, want string }{
		{"30s", "tsho 1"},
		{"30s x3", "tshrshrsho 1 2 3"},
		{"30s each side", "tshcsho right1 left1"},
		{"30s x2 each side", "tshrshcshrsho right1 right2 left1 left2"},
		{"30s x2 each leg", "tshcshcshcsho right1 left1 right2 left2"},
		{"30s x2 alternating", "tshcshcshcsho right1 left1 right2 left2"},
		{"10 reps", "tspo 1"},
		{"10 reps x2", "tsprspo 1 2"},
		{"10 reps each side", "tspcspo right1 left1"},
		{"3s x6 each leg", "tspo 1"},
		{"5 breaths x2", "tshrsho 1 2"},
	} {
		plan := Compile(made(t, c.dose), DefaultOptions())
		if got := orders(plan.Stages); got != c.want {
			t.Errorf("%s: %s; want %s", c.dose, got, c.want)
		}
	}
}

func TestThenRestsInAnotherPose(t *testing.T) {
	for _, c := range []struct {
		name    string
		release string // of the pose to rest in
		want    string
	}{
		{"and comes out of it", "Come up.", "tshoro 1"},
		{"and comes out of it in the words of the engine", "", "tshoro 1"},
	} {
		r := made(t, "30s")
		then := made(t, "30s").Items[0].Pose
		then.ID, then.Name, then.Release = "then", "Then", c.release
		r.Items[0].Then = &then
		plan := Compile(r, DefaultOptions())
		checkPlan(t, r, DefaultOptions())
		if got := orders(plan.Stages); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
			continue
		}
		for _, s := range plan.Stages[4:] {
			if s.Pose.ID != "then" || s.Ref.Pose != "then" {
				t.Errorf("%s: %s is of %s", c.name, s.Kind, s.Ref)
			}
		}
		if rest := plan.Stages[4]; rest.Length < 3*DefaultBreath().Length() || rest.Cues[0].Text != "Now rest in Then." {
			t.Errorf("%s: rests %v and says %q", c.name, rest.Length, rest.Cues[0].Text)
		}
	}
}

func TestTheSidesAreNamed(t *testing.T) {
	for _, c := range []struct {
		dose  string
		first Side
		want  string
	}{
		{"30s each side", Left, "left: Lift your left leg. Let your right leg rest. right: Lift your right leg. Let your left leg rest."},
		{"30s each side", Right, "right: Lift your right leg. Let your left leg rest. left: Lift your left leg. Let your right leg rest."},
		{"30s each side", NoSide, "right: Lift your right leg. Let your left leg rest. left: Lift your left leg. Let your right leg rest."},
		{"4 reps each leg", Left, ": Lift your left leg. Let your right leg rest."},
		{"4 reps each leg", Right, ": Lift your right leg. Let your left leg rest."},
	} {
		o := DefaultOptions()
		o.First = c.first
		var got []string
		for _, s := range Compile(made(t, c.dose), o).Stages {
			if s.Kind == Setup {
				got = append(got, string(s.Side)+":", s.Steps[1])
			}
			if s.Works() {
				got = append(got, s.Cues[0].Text)
			}
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s, %s first:\ngot  %s\nwant %s", c.dose, c.first, text, c.want)
		}
	}
}

func TestNoItemsIsNoPlan(t *testing.T) {
	plan := Compile(content.Routine{}, DefaultOptions())
	if len(plan.Stages) != 0 || plan.Length() != 0 {
		t.Errorf("%d stages in %v", len(plan.Stages), plan.Length())
	}
}
