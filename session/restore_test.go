package session

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// goOn is a session that goes on after it was left in a stage.
func goOn(tb testing.TB, r content.Routine, o Options, left int, lengths []time.Duration) *rider {
	tb.Helper()
	now := time.Date(2026, time.November, 21, 8, 0, 0, 0, time.UTC)
	plan := Compile(r, o)
	played := make([]time.Duration, len(plan.Stages))
	for i := range min(max(left, 0), len(played)) {
		played[i] = plan.Stages[i].Length
	}
	p := NewPlayer(plan, Settings{})
	p.Restore(now, left, played, lengths)
	return &rider{Player: p, t: tb, now: now}
}

// rest is what is said from where we are up to the next hold or way out.
func (r *rider) untilHold() string {
	stages := r.Plan().Stages
	i := r.at().Index
	j := i + 1
	for j < len(stages) && !stages[j].Works() && stages[j-1].Kind != Release {
		j++
	}
	return texts(Plan{Stages: stages[i:j]}, Transition, Setup, Rest, Switch, Release)
}

// Of "30s x2 each leg": 0 transition, 1 setup, 2 hold, 3 switch, 4 setup, 5 hold,
// 6 switch, 7 setup, 8 hold, and so on to 12 release, 13 transition, 14 setup, 15
// hold, 16 rest, 17 setup, 18 hold, 19 release.
func TestGoingOnLeadsIn(t *testing.T) {
	const right, left = "Lift your right leg. Point your right toes. /", "Lift your left leg. Point your left toes. /"
	const dose = " Lie on your back. About 30 seconds, 2 times, each leg. / "
	for _, c := range []struct {
		left, at int
		want     string
	}{
		{0, 0, "We go on with Pose 0, right side, set 1 of 2." + dose + right},
		{2, 0, "We go on with Pose 0, right side, set 1 of 2." + dose + right},
		{3, 3, "We go on with Pose 0, left side, set 1 of 2." + dose + left},
		{4, 3, "We go on with Pose 0, left side, set 1 of 2." + dose + left},
		{5, 3, "We go on with Pose 0, left side, set 1 of 2." + dose + left},
		{8, 6, "We go on with Pose 0, right side, set 2 of 2." + dose + right},
		{12, 13, "We go on with Pose 1, set 1 of 2. Lie on your back. About 30 seconds, 2 times. / " + right}, // nobody is in Pose 0 any more
		{13, 13, "We go on with Pose 1, set 1 of 2. Lie on your back. About 30 seconds, 2 times. / " + right},
		{16, 16, "We go on with Pose 1, set 2 of 2. Lie on your back. About 30 seconds, 2 times. / " + right},
		{18, 16, "We go on with Pose 1, set 2 of 2. Lie on your back. About 30 seconds, 2 times. / " + right},
		{19, 19, "We were coming out of Pose 1. " + takeTimeText + " Set your right foot down. Roll onto one side, rest there, and let your arms bring you up. /"},
		{-1, 0, "We go on with Pose 0, right side, set 1 of 2." + dose + right},
		{99, 19, "We were coming out of Pose 1. " + takeTimeText + " Set your right foot down. Roll onto one side, rest there, and let your arms bring you up. /"},
	} {
		routine := made(t, "30s x2 each leg", "30s x2")
		again := goOn(t, routine, DefaultOptions(), c.left, nil)
		again.want("goes on", c.at, 0, Playing)
		if got := again.untilHold(); got != c.want {
			t.Errorf("left in %d:\ngot  %s\nwant %s", c.left, got, c.want)
		}
		s := again.at().Stage
		if s.Kind == Transition && s.Length < travel(content.Standing, content.Supine) {
			t.Errorf("left in %d: %v to lie down", c.left, s.Length)
		}
		if n, plan := len(again.Plan().Stages), Compile(routine, DefaultOptions()); n != len(plan.Stages) {
			t.Errorf("left in %d: %d stages; want %d", c.left, n, len(plan.Stages))
		}
		for _, s := range again.Plan().Stages {
			checkCues(t, s, again.plan.Options)
		}
	}
}

func TestGoingOnSaysTheCautionAndAllTheSteps(t *testing.T) {
	o := DefaultOptions()
	o.Words, o.Conditions = BriefWords, []string{"sore-wrists"}
	again := goOn(t, cautious(t), o, 5, nil)
	want := "We go on with Pose 0, set 2 of 2. Rest on your fists. Come down onto your back. About 30 seconds, 2 times. / Lie on your back. Lay your fists down. /"
	if got := again.untilHold(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestGoingOnInARestInAnotherPose(t *testing.T) {
	r := made(t, "30s")
	then := made(t, "30s").Items[0].Pose
	then.Name = "Then"
	r.Items[0].Then = &then
	again := goOn(t, r, DefaultOptions(), 4, nil)
	got := again.untilHold()
	if want := "We go on with Then. Come down onto your back. Now rest in Then. Lie on your back."; !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s := again.at().Stage
	if last, here := s.Cues[len(s.Cues)-1], s.VoiceCues[0]; here.At < last.At {
		t.Errorf("%q is said at %v, and %q after it, at %v", here.Text, here.At, last.Text, last.At)
	}
}

func TestGoingOnKeepsWhatWasLonger(t *testing.T) {
	routine := made(t, "30s x2", "10 reps", "3s x3 each leg", "6 breaths")
	r := ride(t, routine, Settings{})
	r.Start(r.now)
	r.enter(Hold, 1)
	r.wait(5 * time.Second)
	for range 2 {
		r.Longer(r.now)
	}
	for range 2 {
		r.Skip(r.now)
		for !r.at().Stage.Works() {
			r.Next(r.now)
		}
		r.Shorter(r.now)
	}
	var lengths []time.Duration
	for _, s := range r.Plan().Stages {
		lengths = append(lengths, s.Length)
	}
	again := goOn(t, routine, DefaultOptions(), 5, lengths)
	for i, s := range again.Plan().Stages {
		if want := r.Plan().Stages[i]; s.Works() && (s.Length != want.Length || s.Reps() != want.Reps()) {
			t.Errorf("stage %d: %v, %d repetitions; want %v, %d", i, s.Length, s.Reps(), want.Length, want.Reps())
		}
		checkCues(t, s, again.plan.Options)
	}
	unknown := goOn(t, routine, DefaultOptions(), 5, slices.Repeat([]time.Duration{0}, 3))
	if got, want := unknown.Plan().Stages[2].Length, 33*time.Second; got != want {
		t.Errorf("a length that is not known: %v; want %v", got, want)
	}
}

func TestGoingOnCountsWhatWasPlayed(t *testing.T) {
	again := goOn(t, made(t, "30s", "30s"), DefaultOptions(), 6, nil)
	items, _ := again.Outcomes(again.now)
	if !items[0].Whole() || items[1].Played != 0 {
		t.Errorf("%+v", items)
	}
	again.wait(again.Plan().Length())
	if s := again.at(); s.State != Finished {
		t.Errorf("%s at the end", s.State)
	}
}

func TestTheStepsAreSaidAgain(t *testing.T) {
	const whole = "Lie on your back. Lift your right leg. Point your right toes. /"
	for _, c := range []struct {
		name     string
		from, at int
		said     bool
		setup    int
	}{
		{"on the way", 0, 0, true, 1},
		{"in the setup, from its beginning", 1, 1, true, 1},
		{"in the hold, by its setup", 2, 1, true, 1},
		{"in the rest, before the next set", 3, 3, true, 4},
		{"in the second set", 5, 4, true, 4},
		{"not on the way out", 6, 6, false, 0},
	} {
		for _, words := range []Words{FullWords, BriefWords} {
			o := DefaultOptions()
			o.Words = words
			r := ride(t, made(t, "30s x2"), Settings{})
			r.Player = NewPlayer(Compile(made(t, "30s x2"), o), Settings{})
			r.Start(r.now)
			for range c.from {
				r.Next(r.now)
			}
			r.wait(time.Second)
			if said := r.SetUpAgain(r.now); said != c.said || r.at().Index != c.at {
				t.Errorf("%s: %v in stage %d; want %v in %d", c.name, said, r.at().Index, c.said, c.at)
			}
			if !c.said {
				continue
			}
			s := r.Plan().Stages[c.setup]
			if got := texts(Plan{Stages: []Stage{s}}, Setup); got != whole {
				t.Errorf("%s: %s; want %s", c.name, got, whole)
			}
			checkCues(t, s, o)
		}
	}
}

func TestTheStepsOfARestInAnotherPose(t *testing.T) {
	routine := made(t, "30s")
	then := made(t, "30s").Items[0].Pose
	then.Name = "Then"
	routine.Items[0].Then = &then
	o := DefaultOptions()
	o.Words = BriefWords
	p := NewPlayer(Compile(routine, o), Settings{})
	now := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	p.Start(now)
	for range 4 {
		p.Next(now)
	}
	rest := func() string { return texts(p.Plan(), Rest) }
	if got := rest(); got != "Now rest in Then. /" {
		t.Errorf("a familiar rest says %s", got)
	}
	if !p.SetUpAgain(now) || rest() != "Now rest in Then. Lie on your back. Lift your right leg. Point your right toes. /" {
		t.Errorf("asked for its steps, it says %s", rest())
	}
}

func TestTheStepsSaidAgainEndByTheWordThatOneMoves(t *testing.T) {
	r := started(t, "10 reps")
	r.enter(Reps, 1)
	r.SetUpAgain(r.now)
	s := r.at().Stage
	if len(s.VoiceCues) != 1 || s.VoiceCues[0].Text != moveText {
		t.Errorf("only a voice says %v", s.VoiceCues)
	}
	for range 3 {
		r.wait(s.Length)
	}
	if kind := r.at().Stage.Kind; kind != Reps {
		t.Errorf("then %s", kind)
	}
}
