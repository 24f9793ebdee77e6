package session

import (
	"cmp"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
	"unsafe"

	"catcow/content"
)

// rider sits in front of a player and is alive: while it waits, it ticks.
type rider struct {
	*Player

	t   testing.TB
	now time.Time
}

func ride(tb testing.TB, r content.Routine, s Settings) *rider {
	tb.Helper()
	return &rider{
		Player: NewPlayer(Compile(r, DefaultOptions()), s),
		t:      tb,
		now:    time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC),
	}
}

// started is a session of plain poses that runs.
func started(tb testing.TB, doses ...string) *rider {
	tb.Helper()
	r := ride(tb, made(tb, doses...), Settings{})
	r.Start(r.now)
	return r
}

// wait lets time pass, with a tick every 0.9 s at the most.
func (r *rider) wait(d time.Duration) {
	r.t.Helper()
	for d > 0 {
		tick := min(d, 900*time.Millisecond)
		r.now = r.now.Add(tick)
		r.Tick(r.now)
		d -= tick
	}
}

// at is the snapshot of this instant.
func (r *rider) at() Snapshot { return r.At(r.now) }

// enter goes on to the beginning of the nth stage of a kind, from 1.
func (r *rider) enter(kind Kind, n int) {
	r.t.Helper()
	for i, s := range r.Plan().Stages {
		if s.Kind == kind {
			n--
		}
		if n > 0 {
			continue
		}
		for r.at().Index < i {
			r.Next(r.now)
		}
		return
	}
	r.t.Fatalf("no %s so far on", kind)
}

// want checks where we are.
func (r *rider) want(name string, index int, in time.Duration, state State) {
	r.t.Helper()
	if s := r.at(); s.Index != index || s.In != in || s.State != state {
		r.t.Errorf("%s: %s at %v of stage %d; want %s at %v of stage %d", name, s.State, s.In, s.Index, state, in, index)
	}
}

func TestStartRunsTheClock(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.want("before", 0, 0, Ready)
	r.wait(time.Hour)
	r.want("after an hour", 0, 0, Ready)
	r.Start(r.now)
	r.want("at the start", 0, 0, Playing)
	r.wait(2500 * time.Millisecond)
	r.want("then", 0, 2500*time.Millisecond, Playing)
	r.Start(r.now)
	r.want("started twice", 0, 2500*time.Millisecond, Playing)
}

func TestStagesFollowOneAnother(t *testing.T) {
	r := started(t, "30s x2")
	for i, s := range r.Plan().Stages {
		r.want("at its beginning", i, 0, Playing)
		r.wait(s.Length - 1)
		r.want("at its last instant", i, s.Length-1, Playing)
		r.wait(1)
	}
	r.want("at the end", len(r.Plan().Stages), 0, Finished)
	if s := r.at(); s.Done != r.Plan().Length() || s.Remaining != 0 || s.Stage.Kind != Release || s.Next != nil {
		t.Errorf("finished with %v done, %v to come, in %s", s.Done, s.Remaining, s.Stage.Kind)
	}
}

func TestPauseAddsNothing(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	before := r.at()
	r.wait(time.Second)
	r.now = r.now.Add(24 * time.Hour)
	if after := r.at(); !reflect.DeepEqual(before, after) || after.Change != 0 {
		t.Errorf("a day later we are at %v; were at %v", after.In, before.In)
	}
	r.Pause(r.now)
	r.want("paused twice", 0, 4*time.Second, Paused)
}

func TestResumeSettlesForThreeSeconds(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	r.wait(time.Minute)
	r.Resume(r.now)
	for _, settle := range []time.Duration{3 * time.Second, 2 * time.Second, time.Second} {
		r.want("settling", 0, 4*time.Second, Playing)
		if s := r.at(); s.Settle != settle || s.Change != time.Second+1 {
			t.Errorf("%v to settle, %v to the next change; want %v, a nanosecond more than 1s", s.Settle, s.Change, settle)
		}
		r.wait(time.Second)
	}
	r.want("settled", 0, 4*time.Second, Playing)
	if s := r.at(); s.Settle != 0 {
		t.Errorf("%v to settle", s.Settle)
	}
	r.wait(500 * time.Millisecond)
	r.want("running", 0, 4500*time.Millisecond, Playing)
}

func TestPauseWhileSettling(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	r.Resume(r.now)
	r.wait(2 * time.Second)
	r.Pause(r.now)
	r.want("paused", 0, 4*time.Second, Paused)
	r.Resume(r.now)
	r.wait(3*time.Second + 1)
	r.want("settled anew", 0, 4*time.Second+1, Playing)
}

func TestNextAndSettle(t *testing.T) {
	r := started(t, "30s")
	r.Pause(r.now)
	r.Resume(r.now)
	r.wait(time.Second)
	r.Next(r.now)
	r.want("in setup", 1, 0, Playing)
	if s := r.at(); s.Settle != 2*time.Second {
		t.Errorf("%v to settle; want 2s", s.Settle)
	}
}

func TestResumeDoesWhatIsMeant(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.Resume(r.now)
	r.want("starts what is ready", 0, 0, Playing)
	if s := r.at(); s.Settle != 0 {
		t.Errorf("%v to settle at the start", s.Settle)
	}
	r.wait(time.Second)
	r.Resume(r.now)
	r.want("changes nothing while playing", 0, time.Second, Playing)
	r.wait(r.Plan().Length())
	r.Resume(r.now)
	r.want("changes nothing when finished", len(r.Plan().Stages), 0, Finished)
}

// Of each item "30s x2 each side": 0 transition, 1 setup, 2 hold, 3 rest, 4
// setup, 5 hold, 6 switch, 7 setup, 8 hold, 9 rest, 10 setup, 11 hold, 12
// release.
func TestMoves(t *testing.T) {
	const ms = time.Millisecond
	next, back, skip := (*Player).Next, (*Player).Back, (*Player).Skip
	jump := func(item int) func(*Player, time.Time) {
		return func(p *Player, now time.Time) { p.Jump(now, item) }
	}
	for _, c := range []struct {
		name string
		from int
		in   time.Duration
		move func(*Player, time.Time)
		want int
		at   time.Duration
	}{
		{"next in a transition goes to the setup", 0, 500 * ms, next, 1, 0},
		{"next in a setup goes to the hold", 1, 500 * ms, next, 2, 0},
		{"next in a hold goes to the rest", 2, 500 * ms, next, 3, 0},
		{"next in a rest goes to the setup of the set", 3, 500 * ms, next, 4, 0},
		{"next in the last hold of a side goes to the switch", 5, 500 * ms, next, 6, 0},
		{"next in the last hold goes to the release", 11, 500 * ms, next, 12, 0},
		{"next in a release goes to the next pose", 12, 500 * ms, next, 13, 0},
		{"next at the very end finishes", 25, 500 * ms, next, 26, 0},
		{"back within 2 s goes to the stage before", 2, 1999 * ms, back, 1, 0},
		{"back at 2 s goes to the stage before", 2, 2000 * ms, back, 1, 0},
		{"back after 2 s restarts the stage", 2, 2001 * ms, back, 2, 0},
		{"back goes into the pose before", 13, 500 * ms, back, 12, 0},
		{"back at the beginning restarts", 0, 500 * ms, back, 0, 0},
		{"skip in a transition goes to the next pose", 0, 500 * ms, skip, 13, 0},
		{"skip in the first setup goes to the next pose", 1, 500 * ms, skip, 13, 0},
		{"skip in a hold goes by the release", 2, 500 * ms, skip, 12, 0},
		{"skip in a rest goes by the release", 3, 500 * ms, skip, 12, 0},
		{"skip in a later setup goes by the release", 7, 500 * ms, skip, 12, 0},
		{"skip in a switch goes by the release", 6, 500 * ms, skip, 12, 0},
		{"skip in a release goes to the next pose", 12, 500 * ms, skip, 13, 0},
		{"skip at the last pose finishes", 13, 500 * ms, skip, 26, 0},
		{"skip in the last release finishes", 25, 500 * ms, skip, 26, 0},
		{"jump ahead", 2, 500 * ms, jump(1), 13, 0},
		{"jump back", 20, 500 * ms, jump(0), 0, 0},
		{"jump to where we are", 2, 500 * ms, jump(0), 0, 0},
		{"jump to nowhere", 2, 500 * ms, jump(7), 2, 500 * ms},
		{"jump to before the beginning", 2, 500 * ms, jump(-1), 2, 500 * ms},
	} {
		for _, state := range []State{Playing, Paused, Ready} {
			r := ride(t, made(t, "30s x2 each side", "30s x2 each side"), Settings{})
			at := c.at
			if state != Ready {
				r.Start(r.now)
			}
			for range c.from {
				r.Next(r.now)
			}
			r.wait(c.in)
			if state == Paused {
				r.Pause(r.now)
			}
			c.move(r.Player, r.now)
			want, end := state, c.want == len(r.Plan().Stages)
			if state == Ready {
				if c.in > restartWithin {
					continue // time has not passed
				}
				at = 0
			} else if end {
				want = Finished
			}
			r.want(c.name, c.want, at, want)
		}
	}
}

func TestMovesWithARestInAnotherPose(t *testing.T) {
	routine := made(t, "30s", "30s") // transition, setup, hold, release, rest, release
	then := made(t, "30s").Items[0].Pose
	routine.Items[0].Then = &then
	for _, c := range []struct {
		name       string
		from, want int
	}{
		{"skip in a setup leaves the rest out", 1, 6},
		{"skip in a hold comes out of it before the rest", 2, 3},
		{"skip in its release leaves the rest out", 3, 6},
		{"skip in the rest comes out of it", 4, 5},
		{"skip in the last release goes on", 5, 6},
	} {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		for range c.from {
			r.Next(r.now)
		}
		r.Skip(r.now)
		r.want(c.name, c.want, 0, Playing)
	}
}

func TestNothingMovesWhatIsFinished(t *testing.T) {
	r := started(t, "30s")
	r.wait(r.Plan().Length())
	r.want("at the end", 4, 0, Finished)
	r.Next(r.now)
	r.Back(r.now)
	r.Skip(r.now)
	r.Jump(r.now, 0)
	r.Pause(r.now)
	r.Start(r.now)
	if r.Longer(r.now) || r.Shorter(r.now) || r.Slower(r.now) || r.Faster(r.now) {
		t.Error("what is over was changed")
	}
	r.want("for good", 4, 0, Finished)
}

func TestAPlanOfNothing(t *testing.T) {
	r := ride(t, content.Routine{}, Settings{Manual: true})
	r.want("before", 0, 0, Ready)
	r.Next(r.now)
	r.Skip(r.now)
	r.Back(r.now)
	r.Longer(r.now)
	r.Slower(r.now)
	r.Start(r.now)
	r.want("is finished when it starts", 0, 0, Finished)
	if items, played := r.Outcomes(r.now); len(items) != 0 || played != 0 {
		t.Errorf("%d items, %v played", len(items), played)
	}
}

func TestLongerAndShorter(t *testing.T) {
	longer := (*Player).Longer
	shorter := (*Player).Shorter
	const s = time.Second
	for _, c := range []struct {
		name   string
		dose   string
		hold   int // the how manieth we are in; 0 for the setup before the first
		in     time.Duration
		change func(*Player, time.Time) bool
		times  int
		want   []time.Duration // of all holds
	}{
		{"one breath of 11 s longer", "30s", 1, 5 * s, longer, 1, []time.Duration{44 * s}},
		{"one breath of 11 s shorter", "30s", 1, 5 * s, shorter, 1, []time.Duration{22 * s}},
		{"three times longer", "30s", 1, 5 * s, longer, 3, []time.Duration{66 * s}},
		{"never below one breath", "30s", 1, 5 * s, shorter, 9, []time.Duration{11 * s}},
		{"never below the breath we are in", "60s", 1, 25 * s, shorter, 9, []time.Duration{33 * s}},
		{"never what has passed", "60s", 1, 65 * s, shorter, 9, []time.Duration{66 * s}},
		{"the next hold while in its setup", "30s", 0, 5 * s, longer, 1, []time.Duration{44 * s}},
		{"that set only", "30s x2", 1, 5 * s, longer, 1, []time.Duration{44 * s, 33 * s}},
		{"the second set", "30s x2", 2, 5 * s, shorter, 1, []time.Duration{33 * s, 22 * s}},
		{"the other side too", "30s each side", 1, 5 * s, longer, 1, []time.Duration{44 * s, 44 * s}},
		{"the other side too, shorter", "30s each side", 1, 5 * s, shorter, 2, []time.Duration{11 * s, 11 * s}},
		{"the same set on the other side", "30s x2 each side", 2, 5 * s, longer, 1, []time.Duration{33 * s, 44 * s, 33 * s, 44 * s}},
		{"the side before stays as it was", "30s each side", 2, 5 * s, longer, 1, []time.Duration{33 * s, 44 * s}},
		{"breaths", "5 breaths each side", 1, 5 * s, longer, 2, []time.Duration{77 * s, 77 * s}},
		{"repetitions", "10 reps each side", 1, 5 * s, longer, 2, []time.Duration{132 * s, 132 * s}},
		{"repetitions down to one", "3 reps", 1, 5 * s, shorter, 9, []time.Duration{11 * s}},
		{"repetitions of 16 s", "5s x20", 1, 5 * s, longer, 1, []time.Duration{336 * s}},
		{"repetitions of 14 s on both sides alike", "3s x3 each leg", 1, 5 * s, longer, 1, []time.Duration{112 * s}},
		{"down to one on both sides", "3s x3 each leg", 1, 5 * s, shorter, 9, []time.Duration{28 * s}},
		{"a short hold becomes whole breaths", "10s", 0, 5 * s, longer, 1, []time.Duration{33 * s}},
		{"on both sides alike", "10s each side", 0, 5 * s, longer, 1, []time.Duration{33 * s, 33 * s}},
		{"a short hold is never below one breath", "10s", 1, 5 * s, shorter, 3, []time.Duration{10 * s}},
	} {
		r := started(t, c.dose)
		if c.hold == 0 {
			r.enter(Setup, 1)
		} else if r.Plan().Stages[2].Kind == Reps {
			r.enter(Reps, c.hold)
		} else {
			r.enter(Hold, c.hold)
		}
		r.wait(c.in)
		before := r.at()
		for range c.times {
			c.change(r.Player, r.now)
		}
		var got []time.Duration
		for _, s := range r.Plan().Stages {
			if s.Works() {
				got = append(got, s.Length)
			}
			checkCues(t, s, r.plan.options)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
		if after := r.at(); after.In != before.In || after.Phase != before.Phase || after.Fill != before.Fill {
			t.Errorf("%s: at %v, %s; was at %v, %s", c.name, after.In, after.Phase, before.In, before.Phase)
		}
	}
}

func TestLongerSaysWhetherItDidAnything(t *testing.T) {
	r := started(t, "30s")
	if !r.Longer(r.now) {
		t.Error("the hold to come stayed as long as it was")
	}
	r.enter(Release, 1)
	if r.Longer(r.now) || r.Shorter(r.now) {
		t.Error("a hold that is over was changed")
	}
	r = started(t, "10 reps")
	r.Longer(r.now)
	if reps := r.Plan().Stages[2].Reps; reps != 11 {
		t.Errorf("%d repetitions; want 11", reps)
	}
	r = started(t, "10 reps each leg")
	r.Shorter(r.now)
	if reps := r.Plan().Stages[2].Reps; reps != 9 {
		t.Errorf("%d repetitions on each side; want 9", reps)
	}
}

// A short hold that becomes a long one in the middle goes on with the breath of
// the plan once the breath it is in is over.
func TestAShortHoldLengthenedInTheMiddleIsWholeBreaths(t *testing.T) {
	r := started(t, "5s")
	r.enter(Hold, 1)
	r.wait(2 * time.Second)
	r.Longer(r.now)
	if s := r.at(); s.Stage.Length != (5+2*11)*time.Second || s.Phase != In || s.PhaseLeft != 500*time.Millisecond {
		t.Errorf("%s for %v, %v in all", s.Phase, s.PhaseLeft, s.Stage.Length)
	}
	r.wait(3 * time.Second)
	if s := r.at(); s.Phase != In || s.PhaseLeft != 5500*time.Millisecond || !s.Locked || s.Count != 2 || s.Counts != 3 {
		t.Errorf("%s for %v, %d of %d", s.Phase, s.PhaseLeft, s.Count, s.Counts)
	}
}

// Lengthening what has not begun must not take its words away.
func TestLongerKeepsTheWordsOfTheBreath(t *testing.T) {
	routine := find(t, "upper-back")
	for _, c := range []struct {
		name string
		in   func(*rider)
		want int
	}{
		{"in the setup", func(r *rider) { r.enter(Setup, 1); r.wait(5 * time.Second) }, 4},
		{"in the first breath", func(r *rider) { r.enter(Reps, 1); r.wait(2 * time.Second) }, 4},
	} {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		c.in(r)
		r.Longer(r.now)
		words := 0
		for _, cue := range r.Plan().Stages[2].Cues {
			if cue.Breath != NoPhase {
				words++
			}
		}
		if words != c.want {
			t.Errorf("%s: %d words of a breath are left; want %d", c.name, words, c.want)
		}
	}
}

func TestLastOneIsSaidBeforeTheLast(t *testing.T) {
	for _, c := range []struct {
		name   string
		dose   string
		in     time.Duration
		change func(*Player, time.Time) bool
		want   time.Duration
	}{
		{"as planned", "4 reps", 5 * time.Second, nil, 33 * time.Second},
		{"longer", "4 reps", 5 * time.Second, (*Player).Longer, 44 * time.Second},
		{"shorter", "4 reps", 5 * time.Second, (*Player).Shorter, 22 * time.Second},
		{"longer after it was said", "4 reps", 40 * time.Second, (*Player).Longer, 44 * time.Second},
		{"slower", "4 reps", 5 * time.Second, (*Player).Slower, 35 * time.Second},
		{"slower in the last but one", "4 reps", 30 * time.Second, (*Player).Slower, 33 * time.Second},
		{"slower in the last", "4 reps", 40 * time.Second, (*Player).Slower, 33 * time.Second},
		{"faster in the last", "4 reps", 34 * time.Second, (*Player).Faster, 33 * time.Second},
		{"on both sides", "3s x2 each leg", 5 * time.Second, nil, 42 * time.Second},
	} {
		r := started(t, c.dose)
		r.enter(Reps, 1)
		r.wait(c.in)
		if c.change != nil {
			c.change(r.Player, r.now)
		}
		s := r.at().Stage
		checkCues(t, s, r.plan.options)
		i := slices.IndexFunc(s.Cues, func(c Cue) bool { return c.Text == lastOneText })
		if i < 0 || s.Cues[i].At != c.want {
			t.Errorf("%s: %v; want it at %v", c.name, s.Cues, c.want)
		}
	}
}

func TestSlowerAndFasterDoNotCutTheBreath(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     time.Duration
		change func(*Player, time.Time) bool
		length time.Duration // of the hold of 60 s
		began  time.Duration // of the breath after this one
		one    time.Duration
	}{
		{"slower in a breath in", 24 * time.Second, (*Player).Slower, 69 * time.Second, 33 * time.Second, 12 * time.Second},
		{"slower in a breath out", 30 * time.Second, (*Player).Slower, 69 * time.Second, 33 * time.Second, 12 * time.Second},
		{"faster in a breath in", 24 * time.Second, (*Player).Faster, 63 * time.Second, 33 * time.Second, 10 * time.Second},
		{"slower in the first", time.Second, (*Player).Slower, 71 * time.Second, 11 * time.Second, 12 * time.Second},
		{"slower between two", 22 * time.Second, (*Player).Slower, 70 * time.Second, 22 * time.Second, 12 * time.Second},
		{"faster in the last", 60 * time.Second, (*Player).Faster, 66 * time.Second, 66 * time.Second, 10 * time.Second},
	} {
		r := started(t, "60s", "60s")
		r.enter(Hold, 1)
		r.wait(c.in)
		before := r.at()
		if !c.change(r.Player, r.now) {
			t.Errorf("%s: nothing changed", c.name)
		}
		after := r.at()
		if after.In != before.In || after.Phase != before.Phase || after.Fill != before.Fill || after.Count != before.Count {
			t.Errorf("%s: %s, %v full, %d; was %s, %v full, %d", c.name, after.Phase, after.Fill, after.Count, before.Phase, before.Fill, before.Count)
		}
		if after.Stage.Length != c.length {
			t.Errorf("%s: a hold of %v; want %v", c.name, after.Stage.Length, c.length)
		}
		next := Compile(made(t, "60s"), Options{Breath: r.Plan().Breath}).Stages[2].Length
		if got := r.Plan().Stages[6].Length; got != next {
			t.Errorf("%s: the next hold takes %v; want %v", c.name, got, next)
		}
		r.checkBreaths(c.name, c.began, c.one)
	}
}

// checkBreaths goes to the end of a hold, a hundredth at a time, and looks that
// the lungs never jump and that breaths begin at a time and every so often from
// then on.
func (r *rider) checkBreaths(name string, began, one time.Duration) {
	r.t.Helper()
	hold := r.at()
	for last := hold; last.Index == hold.Index; {
		r.now = r.now.Add(10 * time.Millisecond)
		s := r.at()
		if s.Index != hold.Index {
			break
		}
		if math.Abs(s.Fill-last.Fill) > 0.01 {
			r.t.Fatalf("%s: at %v the lungs jump from %v to %v", name, s.In, last.Fill, s.Fill)
		}
		if s.Phase == In && last.Phase == Out && (s.In < began || (s.In-began)%one != 0) {
			r.t.Fatalf("%s: a breath begins at %v", name, s.In)
		}
		last = s
	}
}

func TestSlowerTwiceInABreath(t *testing.T) {
	r := started(t, "6 breaths")
	r.enter(Hold, 1)
	r.wait(24 * time.Second)
	r.Slower(r.now)
	r.wait(time.Second)
	before := r.at()
	r.Slower(r.now)
	if after := r.at(); after.Fill != before.Fill || after.Stage.Length != (33+3*13)*time.Second || after.Counts != 6 || after.Count != 3 {
		t.Errorf("%d of %d breaths in %v", after.Count, after.Counts, after.Stage.Length)
	}
	r.checkBreaths("twice", 33*time.Second, 13*time.Second)
}

// What is played again is played with the breath as it is now, from its very
// beginning, however we get there.
func TestAHoldPlayedAgainBeginsAnew(t *testing.T) {
	for _, c := range []struct {
		name string
		back func(*rider)
	}{
		{"back", func(r *rider) { r.Back(r.now) }},
		{"back to the setup, and ready", func(r *rider) { r.Back(r.now); r.Back(r.now); r.Next(r.now) }},
		{"back to the setup, and heard", func(r *rider) { r.Back(r.now); r.Back(r.now); r.wait(r.Plan().Stages[1].Length) }},
		{"jump, and heard", func(r *rider) { r.Jump(r.now, 0); r.wait(r.Plan().Stages[0].Length + r.Plan().Stages[1].Length) }},
	} {
		r := started(t, "6 breaths")
		r.enter(Hold, 1)
		r.wait(24 * time.Second)
		r.Slower(r.now)
		c.back(r)
		r.want(c.name, 2, 0, Playing)
		if s := r.at(); s.Stage.Length != 72*time.Second || s.Phase != In || s.Through != 0 || s.Count != 1 || s.Counts != 6 {
			t.Errorf("%s: %s %v, %d of %d in %v", c.name, s.Phase, s.Through, s.Count, s.Counts, s.Stage.Length)
		}
	}
}

// A hold that was over when the breath was changed is played again with the
// breath as it is now.
func TestAHoldGoneBackToHasTheBreathOfNow(t *testing.T) {
	r := started(t, "6 breaths", "6 breaths")
	r.enter(Release, 1)
	r.Slower(r.now)
	r.Back(r.now)
	r.want("back", 2, 0, Playing)
	if s := r.at(); s.Stage.Length != 72*time.Second || s.PhaseLeft != 6*time.Second {
		t.Errorf("%s for %v, %v in all", s.Phase, s.PhaseLeft, s.Stage.Length)
	}
}

func TestSlowerKeepsTheWordsOfThisBreath(t *testing.T) {
	r := ride(t, find(t, "upper-back"), Settings{})
	r.Start(r.now)
	r.enter(Reps, 1)
	r.wait(2 * time.Second)
	r.Slower(r.now)
	var got []time.Duration
	for _, c := range r.at().Stage.Cues {
		if c.Breath != NoPhase {
			got = append(got, c.At)
		}
	}
	if want := []time.Duration{0, 5500 * time.Millisecond}; !slices.Equal(got, want) {
		t.Errorf("words at %v; want %v", got, want)
	}
}

func TestSlowerAtTheBoundChangesNothing(t *testing.T) {
	r := started(t, "60s")
	for r.Slower(r.now) {
		continue
	}
	if b := r.Plan().Breath; b != (Breath{longestPhase, longestPhase}) || r.Plan().Stages[2].Length != 72*time.Second {
		t.Errorf("%v, a hold of %v", b, r.Plan().Stages[2].Length)
	}
}

func TestManualAdvanceWaitsAtEachStagesEnd(t *testing.T) {
	r := ride(t, made(t, "30s each side"), Settings{Manual: true})
	r.Start(r.now)
	for i, s := range r.Plan().Stages {
		r.want("at its beginning", i, 0, Playing)
		r.wait(s.Length + time.Hour)
		r.want("at its end", i, s.Length, Waiting)
		if at := r.at(); at.Left != 0 || at.Change != 0 || at.Side != s.Side {
			t.Errorf("%s: %v left, a change in %v, on the %s", s.Kind, at.Left, at.Change, at.Side)
		}
		r.Tick(r.now.Add(time.Hour))
		r.now = r.now.Add(time.Hour)
		r.Pause(r.now)
		r.want("waiting is no sleep and cannot be paused", i, s.Length, Waiting)
		if i%2 == 0 {
			r.Next(r.now)
		} else {
			r.Resume(r.now)
		}
	}
	r.want("at the end", len(r.Plan().Stages), 0, Finished)
	if _, played := r.Outcomes(r.now); played != r.Plan().Length() {
		t.Errorf("%v played of %v", played, r.Plan().Length())
	}
}

func TestWaitingAtTheEndOfAHold(t *testing.T) {
	for _, c := range []struct {
		name   string
		do     func(*Player, time.Time)
		index  int
		in     time.Duration
		state  State
		length time.Duration
	}{
		{"longer goes on", func(p *Player, now time.Time) { p.Longer(now) }, 2, 33 * time.Second, Playing, 44 * time.Second},
		{"shorter waits", func(p *Player, now time.Time) { p.Shorter(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"slower waits", func(p *Player, now time.Time) { p.Slower(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"faster waits", func(p *Player, now time.Time) { p.Faster(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"back begins again", (*Player).Back, 2, 0, Playing, 33 * time.Second},
		{"next goes on", (*Player).Next, 3, 0, Playing, 33 * time.Second},
		{"skip goes out", (*Player).Skip, 3, 0, Playing, 33 * time.Second},
	} {
		r := ride(t, made(t, "30s"), Settings{Manual: true})
		r.Start(r.now)
		r.enter(Hold, 1)
		r.wait(time.Minute)
		c.do(r.Player, r.now)
		r.want(c.name, c.index, c.in, c.state)
		if got := r.Plan().Stages[2].Length; got != c.length {
			t.Errorf("%s: a hold of %v; want %v", c.name, got, c.length)
		}
	}
}

// While the setup waits, the hold to come may be made longer; that is no reason
// to go on.
func TestWaitingInASetupIsNotEndedByLonger(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{Manual: true})
	r.Start(r.now)
	r.enter(Setup, 1)
	r.wait(time.Minute)
	r.Longer(r.now)
	r.want("still", 1, r.Plan().Stages[1].Length, Waiting)
}

// The side that ended is the side shown, until the next begins.
func TestWaitingAfterTheLastRepetitionShowsItsSide(t *testing.T) {
	r := ride(t, made(t, "3s x2 each leg"), Settings{Manual: true})
	r.Start(r.now)
	r.enter(Reps, 1)
	r.wait(2 * time.Minute)
	if s := r.at(); s.State != Waiting || s.Side != Left || s.Count != 4 || s.Counts != 4 {
		t.Errorf("%s on the %s, %d of %d", s.State, s.Side, s.Count, s.Counts)
	}
}

// onWall moves the clock on the wall and leaves the monotonic one where it is,
// as some computers do while they sleep.
func onWall(t *testing.T, at time.Time, seconds int64) time.Time {
	t.Helper()
	moved := at
	const nanoseconds = 30 // bits of the first word of a time.Time with a monotonic clock
	*(*uint64)(unsafe.Pointer(&moved)) += uint64(seconds) << nanoseconds
	if moved.Sub(at) != 0 || moved.Round(0).Sub(at.Round(0)) != time.Duration(seconds)*time.Second {
		t.Fatal("a time.Time looks otherwise inside; make this anew")
	}
	return moved
}

func TestAGapPausesAtTheLastGoodInstant(t *testing.T) {
	const ms = time.Millisecond
	bare := func(at time.Time) time.Time { return at.Round(0) }
	for _, c := range []struct {
		name string
		base time.Time
		gap  func(time.Time) time.Time
		in   time.Duration
		want State
	}{
		{"2.9 s is none", bare(time.Now()), func(at time.Time) time.Time { return at.Add(2900 * ms) }, 4900 * ms, Playing},
		{"3 s is none", bare(time.Now()), func(at time.Time) time.Time { return at.Add(3000 * ms) }, 5000 * ms, Playing},
		{"3.1 s is one", bare(time.Now()), func(at time.Time) time.Time { return at.Add(3100 * ms) }, 2000 * ms, Paused},
		{"a night is one", bare(time.Now()), func(at time.Time) time.Time { return at.Add(8 * time.Hour) }, 2000 * ms, Paused},
		{"2.9 s on both clocks is none", time.Now(), func(at time.Time) time.Time { return at.Add(2900 * ms) }, 4900 * ms, Playing},
		{"3.1 s on both clocks is one", time.Now(), func(at time.Time) time.Time { return at.Add(3100 * ms) }, 2000 * ms, Paused},
		{"the wall alone by 4 s", time.Now(), func(at time.Time) time.Time { return onWall(t, at, 4) }, 2000 * ms, Playing},
		{"the wall by 2 s more", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(900*ms), 2) }, 2900 * ms, Playing},
		{"the wall set forward", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(100*ms), 3600) }, 2100 * ms, Playing},
		{"the wall set back", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(100*ms), -3600) }, 2100 * ms, Playing},
		{"the wall set back in a gap", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(3100*ms), -3600) }, 2000 * ms, Paused},
		{"the wall back to where it was", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(4000*ms), -4) }, 2000 * ms, Paused},
	} {
		for _, tick := range []func(*Player, time.Time){
			(*Player).Tick,
			func(p *Player, now time.Time) { p.Jump(now, 9) },
			func(p *Player, now time.Time) { p.Longer(now); p.Tick(now) },
		} {
			r := started(t, "30s")
			r.Player = NewPlayer(r.Plan(), Settings{})
			r.now = c.base
			r.Start(r.now)
			r.wait(2 * time.Second)
			r.now = c.gap(r.now)
			tick(r.Player, r.now)
			r.want(c.name, 0, c.in, c.want)
			if s := r.at(); s.Asleep != (c.want == Paused) {
				t.Errorf("%s: asleep is %v", c.name, s.Asleep)
			}
		}
	}
}

func TestAfterAGap(t *testing.T) {
	r := started(t, "30s")
	r.wait(2 * time.Second)
	r.now = r.now.Add(time.Hour)
	r.Pause(r.now)
	r.want("pause finds it paused", 0, 2*time.Second, Paused)
	r.Resume(r.now)
	if s := r.at(); s.Asleep || s.Settle != 3*time.Second {
		t.Errorf("asleep %v, %v to settle", s.Asleep, s.Settle)
	}
	r.wait(4 * time.Second)
	r.want("resumed", 0, 3*time.Second, Playing)
}

func TestAGapWhileSettling(t *testing.T) {
	r := started(t, "30s")
	r.wait(2 * time.Second)
	r.Pause(r.now)
	r.now = r.now.Add(time.Hour) // no gap: it is paused
	r.Resume(r.now)
	r.want("resumed", 0, 2*time.Second, Playing)
	r.now = r.now.Add(3 * time.Second)
	r.Tick(r.now)
	r.want("after the time to settle", 0, 2*time.Second, Playing)
	r.Pause(r.now)
	r.Resume(r.now)
	r.now = r.now.Add(time.Minute)
	r.Tick(r.now)
	r.want("after a gap", 0, 2*time.Second, Paused)
}

func TestAGapAfterTheEndIsNone(t *testing.T) {
	r := started(t, "30s")
	r.wait(r.Plan().Length())
	r.now = r.now.Add(time.Hour)
	r.Tick(r.now)
	r.want("an hour later", len(r.Plan().Stages), 0, Finished)
	if s := r.at(); s.Asleep {
		t.Error("asleep after the end")
	}
}

func TestSpeed(t *testing.T) {
	for _, c := range []struct {
		name  string
		speed float64
		want  float64
	}{
		{"none is 1", 0, 1},
		{"no number is 1", math.NaN(), 1},
		{"a quarter", 0.25, 0.25},
		{"no slower than a quarter", 0.1, 0.25},
		{"not backwards", -3, 0.25},
		{"a minute a second", 60, 60},
		{"ten minutes a second", 600, 600},
		{"no faster than that", 601, 600},
		{"not at once", math.Inf(1), 600},
	} {
		r := ride(t, made(t, "60m", "60m"), Settings{Speed: c.speed})
		if r.Speed() != c.want {
			t.Errorf("%s: %v; want %v", c.name, r.Speed(), c.want)
		}
		r.Start(r.now)
		r.wait(8 * time.Second)
		if s := r.at(); s.Done != time.Duration(8*c.want*float64(time.Second)) {
			t.Errorf("%s: %v done in 8 s", c.name, s.Done)
		}
		r.Pause(r.now)
		r.Resume(r.now)
		if s := r.at(); s.Settle != 3*time.Second {
			t.Errorf("%s: %v to settle", c.name, s.Settle)
		}
	}
}

func TestAnyInstantCanBeAskedAbout(t *testing.T) {
	for _, speed := range []float64{0.25, 1, 60, 600} {
		r := ride(t, made(t, "30s"), Settings{Speed: speed})
		r.Start(r.now)
		r.wait(time.Second)
		for _, years := range []int{-3000, -1, 1, 3, 100, 290, 3000} {
			s := r.At(r.now.AddDate(years, 0, 0))
			if years > 0 && s.State != Finished || years < 0 && s.Done != r.at().Done {
				t.Errorf("at speed %v, %d years on: %s at %v", speed, years, s.State, s.Done)
			}
		}
	}
}

func TestInstantsThatGoBackAreTheLatestSeen(t *testing.T) {
	ops := map[string]func(*Player, time.Time){
		"Tick": (*Player).Tick, "Pause": (*Player).Pause, "Next": (*Player).Next, "Back": (*Player).Back,
		"Skip": (*Player).Skip, "Resume": (*Player).Resume, "Start": (*Player).Start,
		"Longer":  func(p *Player, now time.Time) { p.Longer(now) },
		"Slower":  func(p *Player, now time.Time) { p.Slower(now) },
		"Jump":    func(p *Player, now time.Time) { p.Jump(now, 1) },
		"Outcome": func(p *Player, now time.Time) { p.Outcomes(now) },
	}
	for name, op := range ops {
		now, then := started(t, "30s", "30s"), started(t, "30s", "30s")
		for _, r := range []*rider{now, then} {
			r.wait(5 * time.Second)
		}
		op(now.Player, now.now)
		op(then.Player, then.now.Add(-4*time.Second))
		a, b := now.at(), then.at()
		a.Next, b.Next, a.Stage, b.Stage = nil, nil, Stage{}, Stage{} // of two plans
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s 4 s ago: %+v; want %+v", name, b, a)
		}
		if s := then.At(then.now.Add(-3 * time.Second)); s.Done != b.Done {
			t.Errorf("%s: %v done 3 s ago, %v now", name, s.Done, b.Done)
		}
	}
}

func TestStartDoesNotGoBack(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.Tick(r.now)
	r.Start(r.now.Add(-time.Minute))
	r.want("at the start", 0, 0, Playing)
}

// heard is every cue of a session, ticking at irregular times.
func heard(r *rider, random *rand.Rand) []Heard {
	var all []Heard
	from := r.now
	for r.at().State != Finished {
		r.now = r.now.Add(time.Duration(random.Int64N(int64(2900 * time.Millisecond))))
		r.Tick(r.now)
		all = append(all, r.Crossed(from, r.now)...)
		if random.IntN(3) == 0 {
			r.Outcomes(r.now)
		}
		from = r.now
	}
	return all
}

// toHear is all there is to hear of a plan.
func toHear(p Plan) []Heard {
	var all []Heard
	for i, s := range p.Stages {
		first := len(all)
		all = append(all, Heard{Stage: i, Mark: Begins})
		if s.Kind == Hold && s.Length >= time.Minute {
			all = append(all, Heard{Cue{At: s.Length / 2}, i, Halfway})
		}
		for _, c := range slices.Concat(s.Cues, s.Ear) {
			all = append(all, Heard{Cue: c, Stage: i})
		}
		slices.SortStableFunc(all[first:], func(a, b Heard) int { return cmp.Compare(a.At, b.At) })
	}
	last := len(p.Stages) - 1
	return append(all, Heard{Cue{At: p.Stages[last].Length}, last, Ends})
}

func TestAllThereIsToHearIsCrossedOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, routine := range builtin(t) {
		for _, speed := range []float64{0.25, 1, 7.3, 60, 600} {
			r := ride(t, routine, Settings{Speed: speed})
			r.Start(r.now)
			if got, want := heard(r, random), toHear(r.Plan()); !slices.Equal(got, want) {
				t.Errorf("%s at speed %v: %d heard of %d", routine.ID, speed, len(got), len(want))
			}
		}
	}
}

// What is asked about the past does not swallow what is said meanwhile.
func TestOutcomesSwallowNoCue(t *testing.T) {
	r := started(t, "30s")
	from := r.now
	r.wait(5 * time.Second)
	want := r.Crossed(from, r.now)
	r.Outcomes(r.now)
	if got := r.Crossed(from, r.now); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
}

func TestCuesAroundWhatIsDone(t *testing.T) {
	r := started(t, "30s")
	second := func() (texts []string) {
		from := r.now
		r.wait(time.Second)
		for _, h := range r.Crossed(from, r.now) {
			if h.Mark == NoMark {
				texts = append(texts, h.Text)
			}
		}
		return texts
	}
	const first = "Lift your right leg."
	for _, c := range []struct {
		name string
		do   func()
		want []string
	}{
		{"the first line of a stage we go to", func() { r.Next(r.now) }, []string{first}},
		{"not again a second later", func() {}, nil},
		{"again when the stage is begun again", func() { r.Jump(r.now, 0); r.Next(r.now) }, []string{first}},
		{"not while paused", func() { r.Pause(r.now); r.Jump(r.now, 0); r.Next(r.now) }, nil},
		{"not while settling", func() { r.Resume(r.now) }, nil},
		{"still not", func() {}, nil},
		{"nor at the instant the clock runs again", func() {}, nil},
		{"but right after it", func() {}, []string{first}},
		{"and no more", func() {}, nil},
		{"not for what was longer", func() { r.Longer(r.now) }, nil},
	} {
		c.do()
		if got := second(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

func TestACueIsNotRepeatedByWhatIsDoneAtItsInstant(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*rider)
	}{
		{"longer", func(r *rider) { r.Longer(r.now) }},
		{"slower", func(r *rider) { r.Slower(r.now) }},
		{"pause and resume", func(r *rider) { r.Pause(r.now); r.Resume(r.now) }},
	} {
		r := started(t, "30s")
		r.enter(Setup, 1)
		from, cue := r.now, r.Plan().Stages[1].Cues[1]
		r.wait(cue.At)
		got := r.Crossed(from, r.now)
		if len(got) == 0 || got[len(got)-1].Cue != cue {
			t.Errorf("%s: before it, %v", c.name, got)
		}
		c.do(r)
		from = r.now
		r.wait(3200 * time.Millisecond)
		if got := r.Crossed(from, r.now); len(got) != 0 {
			t.Errorf("%s: after it, %v", c.name, got)
		}
	}
}

func TestOutcomes(t *testing.T) {
	const s = time.Second
	next := func(r *rider) { r.Next(r.now) }
	for _, c := range []struct {
		name          string
		do            func(*rider)
		played        time.Duration
		skipped, done bool
	}{
		{"nothing yet", func(*rider) {}, 0, true, false},
		{"in the setup", func(r *rider) { r.enter(Setup, 1); r.wait(5 * s) }, 0, true, false},
		{"skipped", func(r *rider) { r.Skip(r.now) }, 0, true, false},
		{"partly", func(r *rider) { r.enter(Hold, 1); r.wait(10 * s) }, 10 * s, false, false},
		{"partly, and skipped", func(r *rider) { r.enter(Hold, 1); r.wait(10 * s); r.Skip(r.now) }, 10 * s, false, false},
		{"one side", func(r *rider) { r.enter(Hold, 1); r.wait(33 * s) }, 33 * s, false, false},
		{"one side, then on", func(r *rider) { r.enter(Hold, 1); r.wait(40 * s); r.enter(Release, 1) }, 33 * s, false, false},
		{"almost whole", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(33 * s)
			r.enter(Hold, 2)
			r.wait(32500 * time.Millisecond)
			next(r)
		}, 65500 * time.Millisecond, false, true},
		{"whole", func(r *rider) { r.wait(r.Plan().Stages[0].Length * 20) }, 66 * s, false, true},
		{"paused in between", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(10 * s)
			r.Pause(r.now)
			r.wait(time.Hour)
			r.Resume(r.now)
			r.wait(13 * s)
		}, 20 * s, false, false},
		{"asleep in between", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(10 * s)
			r.now = r.now.Add(time.Hour)
			r.Tick(r.now)
		}, 10 * s, false, false},
		{"played twice is not more than whole", func(r *rider) {
			r.enter(Hold, 1)
			r.wait(30 * s)
			r.Back(r.now)
			r.wait(30 * s)
		}, 33 * s, false, false},
	} {
		r := started(t, "30s each side", "30s")
		c.do(r)
		items, _ := r.Outcomes(r.now)
		o := items[0]
		if o.Item != 0 || o.Planned != 66*s || o.Played != c.played || o.Skipped() != c.skipped || o.Whole() != c.done {
			t.Errorf("%s: %+v, skipped %v, whole %v; want %v, %v, %v", c.name, o, o.Skipped(), o.Whole(), c.played, c.skipped, c.done)
		}
		if again, _ := r.Outcomes(r.now); !slices.Equal(again, items) {
			t.Errorf("%s: asked again, %+v", c.name, again)
		}
	}
}

func TestOutcomesCountEverythingPlayed(t *testing.T) {
	r := started(t, "30s", "30s")
	r.wait(20 * time.Second)
	r.Jump(r.now, 1)
	r.wait(7 * time.Second)
	r.Pause(r.now)
	r.wait(time.Minute)
	if _, played := r.Outcomes(r.now); played != 27*time.Second {
		t.Errorf("%v played; want 27s", played)
	}
}

// A screen that sleeps for Change each time misses no second, cue, phase or
// stage.
func TestSteppingByChangeVisitsEverything(t *testing.T) {
	for _, routine := range builtin(t) {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		visited := map[[2]int]bool{} // stage, seconds left
		cue := map[[2]int]bool{}
		phases := map[int]int{}
		last := r.at()
		for s := last; s.State == Playing; s = r.at() {
			if s.Change <= 0 || s.Change > time.Second+1 {
				t.Fatalf("%s: a change in %v at %v of stage %d", routine.ID, s.Change, s.In, s.Index)
			}
			visited[[2]int{s.Index, int((s.Left + time.Second - 1) / time.Second)}] = true
			cue[[2]int{s.Index, s.Cue}] = true
			for _, c := range s.Stage.Ear { // what only a voice says is on time, too
				if late := s.In - c.At; late > 0 && late < time.Second && last.Index == s.Index && last.In < c.At && late > 1 {
					t.Errorf("%s: stage %d says %q %v late", routine.ID, s.Index, c.Text, late)
				}
			}
			if s.Phase != last.Phase && s.Index == last.Index {
				phases[s.Index]++
			}
			last = s
			r.now = r.now.Add(s.Change)
			r.Tick(r.now)
		}
		for i, s := range r.Plan().Stages {
			for left := int((s.Length + time.Second - 1) / time.Second); left > 0; left-- {
				if !visited[[2]int{i, left}] {
					t.Errorf("%s: stage %d, %s, never shows %d s left", routine.ID, i, s.Kind, left)
				}
			}
			for j := range s.Cues {
				if !cue[[2]int{i, j}] {
					t.Errorf("%s: stage %d, %s, never shows %q", routine.ID, i, s.Kind, s.Cues[j].Text)
				}
			}
			if want := phasesOf(s); s.Works() && phases[i] != want {
				t.Errorf("%s: stage %d, %s, shows %d changes of the breath; want %d", routine.ID, i, s.Kind, phases[i], want)
			}
		}
	}
}

// phasesOf is how often the phase of the breath changes in a stage.
func phasesOf(s Stage) int {
	if !s.Works() {
		return 0
	}
	each := 2
	if s.work.stay > 0 {
		each = 3
	}
	return each*int(s.Length/s.work.cycle.Length()) - 1
}

func TestSnapshotSaysWhatComesNext(t *testing.T) {
	r := started(t, "30s each side", "10 reps")
	stages := r.Plan().Stages
	for i, s := range stages {
		at := r.at()
		var want *Stage
		for j := len(stages) - 1; j > i; j-- {
			if stages[j].Works() {
				want = &stages[j]
			}
		}
		if at.Next != want || at.Items != 2 || at.Stage.Kind != s.Kind {
			t.Errorf("in stage %d, %s, next is %v", i, at.Stage.Kind, at.Next)
		}
		r.Next(r.now)
	}
}

// At whatever instants it is asked: a session of a day is over after a day, to
// the nanosecond.
func TestADayDriftsZero(t *testing.T) {
	doses := make([]string, 24)
	for i := range doses {
		doses[i] = "60m"
	}
	r := ride(t, made(t, doses...), Settings{})
	if r.Plan().Length() < 24*time.Hour {
		t.Fatalf("the day has %v", r.Plan().Length())
	}
	random := rand.New(rand.NewPCG(3, 4))
	start := r.now
	r.Start(start)
	ticks, paused := 0, time.Duration(0)
	for {
		tick := 50*time.Millisecond + time.Duration(random.Int64N(int64(2850*time.Millisecond)))
		r.now = r.now.Add(tick)
		r.Tick(r.now)
		s := r.at()
		if s.State == Finished {
			break
		}
		if drift := r.now.Sub(start) - paused - s.Done; drift != 0 {
			t.Fatalf("after %v and %d ticks we are %v off", r.now.Sub(start), ticks, drift)
		}
		if ticks++; ticks%1000 == 0 { // a pause does not make it drift either
			r.Pause(r.now)
			r.now = r.now.Add(time.Minute)
			r.Resume(r.now)
			r.now = r.now.Add(settle)
			r.Tick(r.now)
			paused += time.Minute + settle
		}
	}
	if end := start.Add(r.Plan().Length() + paused); r.now.Before(end) || r.now.Sub(end) > 3*time.Second {
		t.Errorf("it ended at %v; want %v", r.now, end)
	}
}
