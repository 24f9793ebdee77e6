package session

import (
	"slices"
	"strings"
	"testing"

	"catcow/content"
	"catcow/content/contenttest"
)

// texts is all that is said in stages of a kind, a slash after each.
func texts(plan Plan, kinds ...Kind) string {
	var all []string
	for _, s := range plan.Stages {
		if !slices.Contains(kinds, s.Kind) {
			continue
		}
		for _, c := range s.Cues {
			all = append(all, c.Text)
		}
		all = append(all, "/")
	}
	return strings.Join(all, " ")
}

// cautious is two sets of a pose, another, and the first again, with a caution for
// sore wrists.
func cautious(tb testing.TB) content.Routine {
	tb.Helper()
	r := made(tb, "30s x2", "30s", "30s")
	p := &r.Items[0].Pose
	p.Steps = []string{"Lie on your back.", "Press your hands down."}
	p.During, p.Again = nil, []string{"Press your hands down again."}
	p.Avoid = []content.Caution{
		{With: "sore-wrists", Say: "Rest on your fists.", Of: "Press your hands", Instead: "Lay your fists down."},
		{With: "pregnancy", Say: "Lie on your side.", Of: "Lie on your back."},
	}
	r.Items[2].Pose, r.Items[2].Ref = *p, r.Items[0].Ref
	return r
}

func TestConditionsChangeWhatIsSaid(t *testing.T) {
	for _, c := range []struct {
		conditions []string
		caution    string
		steps      string
	}{
		{nil, "", "Press your hands down. / Press your hands down again. / "},
		{[]string{"glaucoma"}, "", "Press your hands down. / Press your hands down again. / "},
		{[]string{"sore-wrists"}, "Rest on your fists. ", "Lay your fists down. / Lay your fists down. / "},
	} {
		o := DefaultOptions()
		o.Conditions = c.conditions
		r := cautious(t)
		plan := Compile(r, o)
		checkPlan(t, r, o)
		want := "We begin with Pose 0. " + c.caution + "Lie on your back. About 30 seconds, 2 times. / " +
			"Next: Pose 1. About 30 seconds. / Next: Pose 0. " + c.caution + "About 30 seconds. / "
		if got := texts(plan, Transition) + " "; got != want {
			t.Errorf("%v:\ngot  %s\nwant %s", c.conditions, got, want)
		}
		if got := texts(plan, Setup) + " "; !strings.HasPrefix(got, c.steps) {
			t.Errorf("%v: %s; want %s", c.conditions, got, c.steps)
		}
		if step := plan.Stages[1].Pose.Steps[1]; !strings.HasPrefix(c.steps, step) || plan.Routine.Items[0].Pose.Steps[1] != step {
			t.Errorf("%v: a screen shows %q", c.conditions, step)
		}
		if first := plan.Stages[0].Cues[1]; c.caution != "" && first.Rank != Must {
			t.Errorf("a voice may drop %q", first.Text)
		}
	}
	if r := cautious(t); r.Items[0].Pose.Steps[1] != "Press your hands down." {
		t.Error("compiling changed the routine")
	}
}

func TestACautionOfThePoseToRestIn(t *testing.T) {
	r := made(t, "30s")
	then := cautious(t).Items[0].Pose
	then.ID, then.Name = "then", "Then"
	r.Items[0].Then = &then
	o := DefaultOptions()
	o.Conditions = []string{"sore-wrists"}
	want := "Now rest in Then. Rest on your fists. Lie on your back. Lay your fists down. /"
	if got := texts(Compile(r, o), Rest); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Whoever has a condition hears its cautions before the set-up of the pose, each time that it
// comes: the first may have been left out. Nobody else hears them.
func TestEveryCautionIsHeardByWhomItConcerns(t *testing.T) {
	for _, condition := range content.ConditionIDs() {
		o := DefaultOptions()
		o.Conditions = []string{condition}
		for _, whole := range builtin(t) {
			r, _ := whole.Without(o.Conditions)
			if len(r.Items) == 0 {
				continue
			}
			checkPlan(t, r, o)
			checkCautions(t, r, o)
		}
	}
}

func checkCautions(t *testing.T, r content.Routine, o Options) {
	t.Helper()
	on := texts(Compile(r, o), Transition, Rest) // a step may say the same
	plain := texts(Compile(r, DefaultOptions()), Transition, Setup, Hold, Reps, Rest, Switch, Release)
	times := map[string]int{}
	for _, item := range r.Items {
		for _, pose := range []*content.Pose{&item.Pose, item.Then} {
			if pose == nil {
				continue
			}
			for _, caution := range pose.Cautions(o.Conditions) {
				times[caution.Say]++
				_, rest, _ := strings.Cut(on, pose.For(o.Conditions).Title())
				if before, _, ok := strings.Cut(rest, caution.Say); !ok || strings.Contains(before, "/") {
					t.Errorf("%s, %s: %q does not come with the name of %s", r.ID, o.Conditions, caution.Say, pose.Title())
				}
			}
		}
	}
	for say, n := range times {
		if got, others := strings.Count(on, say), strings.Contains(plain, say); got != n || others {
			t.Errorf("%s, %s: %q is said %d times, want %d, and to others %v", r.ID, o.Conditions, say, got, n, others)
		}
	}
}

// Nobody hears or reads, from the first word of a session to the last, what a condition of theirs forbids: not in a line, a
// caution or a name, alone or with any other condition.
func TestNoPlanTellsWhatAConditionForbids(t *testing.T) {
	t.Parallel()
	words := contenttest.Forbidden()
	ids := content.ConditionIDs()
	lib, _ := library()
	looked := map[[2]string]bool{} // at a line for somebody with a condition
	for _, r := range lib.Routines() {
		for i, one := range ids {
			for _, other := range ids[i:] {
				o := DefaultOptions()
				o.Conditions = []string{one, other}
				rest, _ := r.Without(o.Conditions)
				for _, st := range Compile(rest, o).Stages {
					for _, cue := range st.Cues {
						for _, c := range o.Conditions {
							if looked[[2]string{c, cue.Text}] {
								continue
							}
							looked[[2]string{c, cue.Text}] = true
							if word := words[c].FindString(cue.Text); word != "" {
								t.Errorf("%s with %q says %q in %q", r.ID, o.Conditions, word, cue.Text)
							}
						}
					}
				}
			}
		}
	}
}
