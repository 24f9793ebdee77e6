package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

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
			"out, and back in as before", "30s x2", nil, FullWords,
			"Lift your right leg. Point your right toes. / Set your right foot down. Rest. Set 2 of 2 is next. / Come back into it. / Set your right foot down. /",
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
			"the other side from where all is undone", "30s each side",
			[]string{"Lie back.", "Lift your {side} leg again.", "Point."},
			FullWords,
			"Lift your right leg. Point your right toes. / Set your right foot down. Change sides. The left is next. / " +
				"Lie back. Lift your left leg again. Point. / Set your left foot down. /",
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

// Between two sets everybody is led out, and back in by everything that undid the pose.
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
			before := plan.Stages[i-1]
			said := texts(Plan{Stages: []Stage{s}}, Setup)
			led := strings.HasPrefix(said, DefaultOptions().named(join(s.Pose.Again), s.Side)+" /")
			if len(s.Pose.Again) == 0 {
				led = said == "Come back into it. /" || said == setText(s.Set, s.Sets)+" /"
			}
			whole := s.Spoken > 0 && (s.Spoken == len(s.Steps) || strings.Contains(s.Pose.Steps[len(s.Steps)-s.Spoken], "{"))
			switch {
			case before.Kind == Transition && s.Spoken < len(s.Steps)-1 && s.Pose.Position != content.AllFours: // hands and knees may be there
				t.Errorf("%s: %s is set up by %s", r.ID, s.Pose.ID, said)
			case before.Kind == Switch && !whole:
				t.Errorf("%s: the other side of %s is set up by %s", r.ID, s.Pose.ID, said)
			case before.Kind == Rest && before.Cues[0].Text != named(releaseText(*s.Pose), s.Side):
				t.Errorf("%s: between two sets of %s: %q", r.ID, s.Pose.ID, before.Cues[0].Text)
			case before.Kind == Rest && !led:
				t.Errorf("%s: another set of %s is set up by %s", r.ID, s.Pose.ID, said)
			}
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

// A caution may leave nothing of the steps.
func TestAPoseWithoutStepsIsSetUpInALine(t *testing.T) {
	r := made(t, "30s x2 each side", "10 reps")
	for i := range r.Items {
		r.Items[i].Pose.Steps = nil
	}
	checkPlan(t, r, DefaultOptions())
	again := goOn(t, r, DefaultOptions(), 5, nil)
	for _, s := range again.Plan().Stages {
		if s.Length <= 0 || s.Kind == Setup && len(s.Cues) != 1 {
			t.Errorf("%s takes %v and says %v", s.Kind, s.Length, s.Cues)
		}
	}
}

func TestInversionsDoNotGrowAboveTwoMinutes(t *testing.T) {
	for _, c := range []struct {
		dose     string
		inverted bool
		want     time.Duration
	}{
		{"60-180s", true, 110 * time.Second},
		{"60-180s", false, 3 * time.Minute},
		{"5m", true, 5 * time.Minute}, // as it starts
		{"3-5m", true, 3 * time.Minute},
		{"60-120s", true, 110 * time.Second},
		{"5-30 breaths", true, 110 * time.Second},
	} {
		r := made(t, c.dose)
		r.Items[0].Pose.Inverted = c.inverted
		o := DefaultOptions()
		o.Level = 1
		p := NewPlayer(Compile(r, o), Settings{})
		s := p.Plan().Stages[2]
		least := made(t, c.dose).Items[0].Dose.At(0).Hold
		grown := c.inverted && least < 2*time.Minute
		if s.Length < c.want || s.Length >= c.want+o.Breath.Length() || grown && s.Length > 2*time.Minute {
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
		{content.Supine, takeTimeText + " Set your right foot down. Roll over. /", sitUp},
		{content.Kneeling, "Set your right foot down. Roll over. /", DefaultOptions().Moment},
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
		if left := s.Length - last.At - DefaultOptions().lengthOf(last.Text); left < c.least {
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
			for _, c := range slices.Concat(s.Cues, s.VoiceCues) {
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
		o.LineLength = slow
		checkHeard(t, r, o)
		checkPlan(t, r, o)
		if got := musts(Compile(r, o)); !slices.Equal(got, quick) {
			t.Errorf("%s: a slow voice says\n%q\na quick one\n%q", r.ID, got, quick)
		}
	}
}
