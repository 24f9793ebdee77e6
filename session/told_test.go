package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
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
			"Next: Pose 1. About 30 seconds. / Next: Pose 0. About 30 seconds. / "
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

func TestSetsLeadBackIn(t *testing.T) {
	for _, c := range []struct {
		name, dose string
		again      []string
		words      Words
		want       string
	}{
		{
			"out, and back in", "30s x2",
			[]string{"Lift it again."},
			FullWords,
			"Lift your right leg. Point your right toes. / Set your right foot down. Rest. Set 2 of 2 is next. / Lift it again. / Set your right foot down. /",
		},
		{
			"staying there", "30s x2", nil, FullWords,
			"Lift your right leg. Point your right toes. / Rest here. / Set 2 of 2. / Set your right foot down. /",
		},
		{
			"the other side from where it is named", "30s x2 each leg",
			[]string{"Lift it again."},
			FullWords,
			"Lift your right leg. Point your right toes. / Set your right foot down. Change sides. The left is next. / Lift your left leg. Point your left toes. / " +
				"Set your left foot down. Change sides. The right is next. / Lift your right leg. Point your right toes. / " +
				"Set your right foot down. Change sides. The left is next. / Lift your left leg. Point your left toes. / Set your left foot down. /",
		},
		{
			"a familiar pose", "30s x2",
			[]string{"Lift it again."},
			BriefWords,
			"Come into it the way you know. / Set your right foot down. Rest. Set 2 of 2 is next. / Come back into it. / Set your right foot down. /",
		},
		{
			"a familiar pose on both sides", "30s each side", nil, BriefWords,
			"Come into it on the right, the way you know. / Set your right foot down. Change sides. The left is next. / " +
				"Come into it on the left, the way you know. / Set your left foot down. /",
		},
	} {
		r := made(t, c.dose, "30s")
		r.Items[0].Pose.Again = c.again
		o := DefaultOptions()
		o.Words = c.words
		checkPlan(t, r, o)
		if got := texts(Compile(r, o), Setup, Rest, Switch, Release); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Who was led out is led back in, by everything that undid the pose; who stays is
// not led out.
func TestNobodyIsLeftOutOfAPose(t *testing.T) {
	for _, r := range builtin(t) {
		for i := range r.Items {
			if i%2 == 0 && len(r.Items[i].Pose.Again) == 0 {
				r.Items[i].Pose.Again = []string{"And in again on your {side}.", "As before."}
			}
		}
		plan := Compile(r, DefaultOptions())
		for i, s := range plan.Stages {
			if s.Kind != Setup || i < 2 {
				continue
			}
			before, last := plan.Stages[i-1], plan.Stages[i-2]
			said := texts(Plan{Stages: []Stage{s}}, Setup)
			led := strings.HasPrefix(said, DefaultOptions().named(join(s.Pose.Again), s.Side)+" /")
			whole := s.Spoken > 0 && (s.Spoken == len(s.Steps) || strings.Contains(s.Pose.Steps[len(s.Steps)-s.Spoken], "{"))
			switch {
			case before.Kind == Transition && s.Spoken < len(s.Steps)-1:
				t.Errorf("%s: %s is set up by %s", r.ID, s.Pose.ID, said)
			case before.Kind == Switch && !whole:
				t.Errorf("%s: the other side of %s is set up by %s", r.ID, s.Pose.ID, said)
			case before.Kind == Rest && before.Stays != (len(s.Pose.Again) == 0):
				t.Errorf("%s: between two sets of %s, stays is %v", r.ID, s.Pose.ID, before.Stays)
			case before.Kind == Rest && !before.Stays && !led:
				t.Errorf("%s: another set of %s is set up by %s", r.ID, s.Pose.ID, said)
			case before.Stays && (!last.Works() || len(before.Cues) != 1 || before.Cues[0].Text != stayText):
				t.Errorf("%s: a rest in %s says %q", r.ID, s.Pose.ID, before.Cues[0].Text)
			}
		}
	}
}

// moving is two poses in positions, the first with a rise.
func moving(tb testing.TB, from, to content.Position, step string) content.Routine {
	tb.Helper()
	r := made(tb, "30s", "30s")
	a, b := &r.Items[0].Pose, &r.Items[1].Pose
	a.Position, b.Position = from, to
	a.Rise = "Roll to one side, away from your {side} arm."
	b.Steps = []string{step, "Be still."}
	return r
}

func TestAPositionIsSaidOnce(t *testing.T) {
	const rise = "Roll to one side, away from your right arm. "
	for _, c := range []struct {
		from, to content.Position
		step     string
		way      string // on the way
		setup    string
	}{
		{content.Standing, content.Supine, "Lie on your back, knees bent.", rise + "Lie on your back, knees bent. ", ""},
		{content.Standing, content.Supine, "Bend your knees.", rise + "Come down onto your back. ", "Bend your knees. "},
		{content.Supine, content.Kneeling, "Kneel with your knees apart.", rise + "Kneel with your knees apart. ", ""},
		{content.Supine, content.Prone, "Press down.", "Roll over onto your belly. ", "Press down. "},
		{content.Prone, content.Supine, "Lie on your back.", "Lie on your back. ", ""},
		{content.Supine, content.Wall, "Sit close to the wall.", rise + "Bring your mat to the wall. ", "Sit close to the wall. "},
		{content.Wall, content.Supine, "Lie on your back.", rise + "Lie on your back. ", ""},
		{content.Supine, content.Supine, "Draw your knees in.", "", "Draw your knees in. "},
		{content.Supine, content.Supine, "Come to sit, and lay a pillow down.", rise + "Come to sit, and lay a pillow down. ", ""},
		{content.Standing, content.Supine, "Come to sit, and lay a pillow down.", rise + "Come to sit, and lay a pillow down. ", ""},
		{content.Supine, content.Supine, "Lie on your back.", "", ""},
		{content.Supine, content.Supine, "Lie on your back, legs long.", "", "Lie on your back, legs long. "},
	} {
		plan := Compile(moving(t, c.from, c.to, c.step), DefaultOptions())
		plan.Stages = slices.DeleteFunc(plan.Stages, func(s Stage) bool { return s.Item == 0 })
		if got, want := texts(plan, Transition), "Next: Pose 1. "+c.way+"About 30 seconds. /"; got != want {
			t.Errorf("%s to %s:\ngot  %s\nwant %s", c.from, c.to, got, want)
		}
		if got, want := texts(plan, Setup), c.setup+"Be still. /"; got != want {
			t.Errorf("%s to %s: set up by %s; want %s", c.from, c.to, got, want)
		}
		if s := plan.Stages[1]; s.Spoken != len(s.Cues) || s.Steps[0] != c.step {
			t.Errorf("%s to %s: %d of %q said", c.from, c.to, s.Spoken, s.Steps)
		}
	}
}

func TestThereIsTimeToGetThere(t *testing.T) {
	for _, r := range builtin(t) {
		stages := Compile(r, DefaultOptions()).Stages
		for i, s := range stages {
			if s.Kind != Transition || i == 0 {
				continue
			}
			least := travel(stages[i-1].Pose.Position, s.Pose.Position)
			if s.Length < least {
				t.Errorf("%s: %v to get into %s; want %v", r.ID, s.Length, s.Pose.ID, least)
			}
		}
	}
}

func TestPropsAreNamedOnceAndAskedForOnTheWay(t *testing.T) {
	r := made(t, "30s", "30s", "30s", "30s", "30s")
	prop := func(names ...string) (props []content.Prop) {
		for _, name := range names {
			name, optional := strings.CutSuffix(name, "?")
			props = append(props, content.Prop{Name: name, Optional: optional})
		}
		return props
	}
	for i, p := range []struct {
		position content.Position
		props    []content.Prop
	}{
		{content.Supine, prop("block")},
		{content.Supine, prop("bolster?")}, // nobody who lies gets up for it
		{content.Kneeling, prop("bolster?", "block")},
		{content.Chair, prop("chair")}, // its position asks for it
		{content.Kneeling, prop("bolster?")},
	} {
		r.Items[i].Pose.Position, r.Items[i].Pose.Props = p.position, p.props
	}
	want := []string{
		"You need a chair and a block or a thick book, and if you like, a bolster or a firm pillow.",
		"", "You need a block or a thick book, and if you like, a bolster or a firm pillow.", "", "",
	}
	for _, s := range Compile(r, DefaultOptions()).Stages {
		got := ""
		for _, c := range s.Cues {
			if strings.Contains(c.Text, "You need") || strings.Contains(c.Text, "at hand") {
				got += c.Text
			}
		}
		if s.Kind == Transition && got != want[s.Item] {
			t.Errorf("item %d asks %q; want %q", s.Item, got, want[s.Item])
		}
	}
}

// firstHold is when the first hold begins.
func firstHold(plan Plan) (at time.Duration) {
	for _, s := range plan.Stages {
		if s.Works() {
			return at
		}
		at += s.Length
	}
	return at
}

func TestTheFirstHoldIsSoonReached(t *testing.T) {
	for _, r := range builtin(t) {
		o := DefaultOptions()
		if at := firstHold(Compile(r, o)); at > newFirstHold {
			t.Errorf("%s: the first hold after %v; want %v", r.ID, at, newFirstHold)
		}
		o.Words = BriefWords
		if at := firstHold(Compile(r, o)); at > familiarFirstHold {
			t.Errorf("%s, familiar: the first hold after %v; want %v", r.ID, at, familiarFirstHold)
		}
	}
}

func TestFamiliarPosesAreSetUpInALine(t *testing.T) {
	for _, c := range []struct {
		words Words
		times int
		want  bool
	}{
		{"", 0, false},
		{"", 3, true},
		{AutoWords, 2, false},
		{AutoWords, 3, true},
		{FullWords, 30, false},
		{BriefWords, 0, true},
	} {
		o := DefaultOptions()
		o.Words, o.Familiar = c.words, map[string]int{"pose-0": c.times}
		r := made(t, "30s each side", "30s")
		checkPlan(t, r, o)
		stages := Compile(r, o).Stages
		if s := stages[1]; (s.Spoken == 0) != c.want || len(s.Steps) != 3 || (len(s.Cues) == 1) != c.want {
			t.Errorf("%q, %d times: says %v", c.words, c.times, s.Cues)
		}
		if s := stages[1]; c.want && s.Length < 6*time.Second {
			t.Errorf("%v to get into a familiar pose", s.Length)
		}
	}
}

func TestInversionsDoNotGrowAboveTwoMinutes(t *testing.T) {
	for _, c := range []struct {
		dose     string
		inverted bool
		want     time.Duration
	}{
		{"60-180s", true, 2 * time.Minute},
		{"60-180s", false, 3 * time.Minute},
		{"5m", true, 5 * time.Minute}, // as it starts
		{"3-5m", true, 3 * time.Minute},
		{"60-120s", true, 2 * time.Minute},
		{"5-30 breaths", true, 110 * time.Second},
	} {
		r := made(t, c.dose)
		r.Items[0].Pose.Inverted = c.inverted
		o := DefaultOptions()
		o.Level = 1
		p := NewPlayer(Compile(r, o), Settings{})
		s := p.Plan().Stages[2]
		if s.Length < c.want || s.Length >= c.want+o.Breath.Length() {
			t.Errorf("%s, inverted %v: %v; want %v", c.dose, c.inverted, s.Length, c.want)
		}
		now := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
		p.Start(now)
		if !p.Longer(now) || p.Plan().Stages[2].Length <= s.Length {
			t.Errorf("%s: it grows by hand no more", c.dose)
		}
	}
}

func TestTheEndIsNotHurried(t *testing.T) {
	for _, c := range []struct {
		position content.Position
		want     string
		least    time.Duration
	}{
		{content.Supine, lastText + " Set your right foot down. Roll over. /", sitUp},
		{content.Standing, "Set your right foot down. /", DefaultOptions().Moment},
	} {
		r := made(t, "30s")
		r.Items[0].Pose.Position, r.Items[0].Pose.Rise = c.position, "Roll over."
		plan := Compile(r, DefaultOptions())
		s := plan.Stages[len(plan.Stages)-1]
		last := s.Cues[len(s.Cues)-1]
		if got := texts(plan, Release); got != c.want {
			t.Errorf("%s: %s; want %s", c.position, got, c.want)
		}
		if left := s.Length - last.At - DefaultOptions().hear(last.Text); left < c.least {
			t.Errorf("%s: %v after %q; want %v", c.position, left, last.Text, c.least)
		}
	}
}

// A slow voice has time for every line, and none that must be heard is left out.
func TestASlowVoiceHasTime(t *testing.T) {
	slow := func(line string) time.Duration {
		return 600*time.Millisecond + time.Duration(len(strings.Fields(line)))*time.Minute/80
	}
	musts := func(plan Plan) (all []string) {
		for i, s := range plan.Stages {
			for _, c := range slices.Concat(s.Cues, s.Ear) {
				if c.Rank != Must && c.Rank != May {
					t.Errorf("%q has no rank", c.Text)
				}
				if c.Rank == Must && !strings.HasPrefix(c.Text, "You need") && !strings.HasPrefix(c.Text, "If you like") {
					all = append(all, fmt.Sprintf("%d %s", i, c.Text))
				}
			}
		}
		return all
	}
	for _, r := range builtin(t) {
		o := DefaultOptions()
		quick := musts(Compile(r, o))
		o.Hear = slow
		checkHeard(t, r, o)
		checkPlan(t, r, o)
		if got := musts(Compile(r, o)); !slices.Equal(got, quick) {
			t.Errorf("%s: a slow voice says\n%q\na quick one\n%q", r.ID, got, quick)
		}
	}
}
