package session

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

func TestLengths(t *testing.T) {
	for _, c := range []struct {
		dose string
		want time.Duration // of one hold or set of repetitions
	}{
		{"10s", 10 * time.Second},
		{"14s", 14 * time.Second},
		{"15s", 22 * time.Second},
		{"22s", 22 * time.Second},
		{"23s", 33 * time.Second},
		{"60s x3", 66 * time.Second},
		{"5m", 308 * time.Second},
		{"1 breath", 11 * time.Second},
		{"6 breaths each side", 66 * time.Second},
		{"10 reps", 110 * time.Second},
		{"5s x20", 320 * time.Second},
		{"3s x3 each leg", 84 * time.Second},
		{"4 reps alternating", 88 * time.Second},
		{"4 reps x2 each side", 44 * time.Second},
	} {
		plan := Compile(made(t, c.dose), DefaultOptions())
		for _, s := range plan.Stages {
			if s.Works() && s.Length != c.want {
				t.Errorf("%s: %s of %v; want %v", c.dose, s.Kind, s.Length, c.want)
			}
		}
	}
}

func TestEveryPlanHolds(t *testing.T) {
	for _, r := range builtin(t) {
		for level := 0.0; level <= 1; level += 0.05 {
			for _, first := range []Side{Left, Right} {
				o := DefaultOptions()
				o.Level, o.First = level, first
				checkPlan(t, r, o)
			}
		}
		for _, breath := range []Breath{{2 * time.Second, 2 * time.Second}, {4 * time.Second, 6 * time.Second}, {12 * time.Second, 12 * time.Second}} {
			for _, pace := range []int{60, 140, 240} {
				checkPlan(t, r, Options{Level: 0.5, Breath: breath, First: Right, Pace: pace})
			}
		}
	}
}

// checkPlan compiles a routine and checks all that holds of every plan.
func checkPlan(tb testing.TB, r content.Routine, o Options) {
	tb.Helper()
	plan := Compile(r, o)
	o = o.sane()
	checkOrder(tb, plan)
	checkSides(tb, plan)
	var sum time.Duration
	for i := range plan.Stages {
		s := &plan.Stages[i]
		sum += s.Length
		if s.Length <= 0 {
			tb.Fatalf("%s: stage %d, %s, takes %v", r.ID, i, s.Kind, s.Length)
		}
		checkWork(tb, *s, plan.Options.Breath)
		checkCues(tb, *s, o)
	}
	var items time.Duration
	for i := range r.Items {
		all := plan.Item(i)
		items += all
	}
	if plan.Length() != sum || items != sum {
		tb.Fatalf("%s takes %v; its stages %v and its items %v", r.ID, plan.Length(), sum, items)
	}
}

// checkOrder holds every item to transition, setup, work, any number of pauses
// with setup and work after them, perhaps a rest in another pose, perhaps a
// release.
func checkOrder(tb testing.TB, plan Plan) {
	tb.Helper()
	for i := range plan.Routine.Items {
		var stages []Stage
		for _, s := range plan.Stages {
			if s.Item == i {
				stages = append(stages, s)
			}
		}
		got := kinds(stages)
		rest, ok := strings.CutPrefix(strings.ReplaceAll(got, "p", "h"), "tsh")
		for ok && (strings.HasPrefix(rest, "rsh") || strings.HasPrefix(rest, "csh")) {
			rest = rest[len("rsh"):]
		}
		if then := plan.Routine.Items[i].Then != nil; !ok || (then && rest != "oro") || (!then && rest != "o") {
			tb.Fatalf("%s: item %d goes %s", plan.Routine.ID, i, got)
		}
	}
	if !slices.IsSortedFunc(plan.Stages, func(a, b Stage) int { return a.Item - b.Item }) {
		tb.Fatalf("%s: its items are out of order", plan.Routine.ID)
	}
}

func checkSides(tb testing.TB, plan Plan) {
	tb.Helper()
	for i := range plan.Routine.Items {
		var left, right time.Duration
		first := NoSide
		for _, s := range plan.Stages {
			if s.Item != i || !s.Works() {
				continue
			}
			if s.work.changes {
				if s.work.count%2 != 0 || s.work.count != 2*s.Reps() {
					tb.Fatalf("%d repetitions on both sides together, %d on one", s.work.count, s.Reps())
				}
				left, right = left+s.Length/2, right+s.Length/2
			}
			if first == NoSide {
				first = s.Side
			}
			switch s.Side {
			case Left:
				left += s.Length
			case Right:
				right += s.Length
			case NoSide:
			}
		}
		if left != right {
			tb.Fatalf("%s: item %d holds %v on the left and %v on the right", plan.Routine.ID, i, left, right)
		}
		if first != NoSide && first != plan.Options.First {
			tb.Fatalf("%s: item %d begins on the %s", plan.Routine.ID, i, first)
		}
	}
}

// checkWork holds the time in a pose to whole breaths, no more than needed.
func checkWork(tb testing.TB, s Stage, b Breath) {
	tb.Helper()
	switch {
	case !s.Works():
	case s.Kind == Hold && s.work.count == 0 && s.work.want < lockedFrom:
		if s.Length != s.work.want {
			tb.Fatalf("a hold of %v takes %v", s.work.want, s.Length)
		}
	case s.Kind == Hold:
		want := max(s.work.want, time.Duration(s.work.count)*b.Length())
		if s.Pose.Inverted && want <= longestInversion && want+b.Length() > longestInversion {
			want = min(want, longestInversion-longestInversion%b.Length()) // rounded down
		}
		if s.Length%b.Length() != 0 || s.Length < want || s.Length >= want+b.Length() {
			tb.Fatalf("a hold of %v, %d breaths of %v, takes %v", s.work.want, s.work.count, b.Length(), s.Length)
		}
	case s.Length != time.Duration(s.work.count)*(b.Length()+s.work.cycle.Stay):
		tb.Fatalf("%d repetitions take %v", s.work.count, s.Length)
	}
}

func checkCues(tb testing.TB, s Stage, o Options) {
	tb.Helper()
	checkEar(tb, s, o)
	if s.Ref.Pose == "" {
		tb.Fatalf("%s of %s says no pose", s.Kind, s.Pose.ID)
	}
	for i, c := range s.Cues {
		if c.At < 0 || c.At >= s.Length {
			tb.Fatalf("%s: %q at %v of %v", s.Kind, c.Text, c.At, s.Length)
		}
		until := s.Length
		if i+1 < len(s.Cues) {
			until = s.Cues[i+1].At
		}
		if until < c.At {
			tb.Fatalf("%s: %q at %v, the next at %v", s.Kind, c.Text, c.At, until)
		}
		if !s.Works() && (until-c.At)*time.Duration(o.Pace) < time.Duration(len(strings.Fields(c.Text)))*time.Minute {
			tb.Fatalf("%s: %q has %v to be heard", s.Kind, c.Text, until-c.At)
		}
		if strings.ContainsAny(c.Text, "{}") || c.Text == "" {
			tb.Fatalf("%s says %q", s.Kind, c.Text)
		}
	}
	for _, step := range s.Steps {
		if strings.ContainsAny(step, "{}") {
			tb.Fatalf("%s shows %q", s.Kind, step)
		}
	}
	steps := len(s.Cues)
	if s.eased != "" {
		steps--
	}
	if s.Kind == Setup && s.Spoken != steps && (s.Spoken != 0 || steps != 1) {
		tb.Fatalf("setup says %d steps of which %d are counted", steps, s.Spoken)
	}
}

// checkEar checks that a voice has time for all that only it says, between the
// cues and before the end.
func checkEar(tb testing.TB, s Stage, o Options) {
	tb.Helper()
	o = o.sane()
	all := slices.Concat(s.Cues, s.VoiceCues)
	slices.SortStableFunc(all, func(a, b Cue) int { return cmp.Compare(a.At, b.At) })
	ears := 0
	for i, c := range all {
		if ears == len(s.VoiceCues) || c != s.VoiceCues[ears] {
			continue
		}
		ears++
		until := s.Length
		if i+1 < len(all) {
			until = all[i+1].At
		}
		if c.At < 0 || until-c.At < o.lengthOf(c.Text) || c.Text == "" {
			tb.Fatalf("%s: the voice has from %v to %v for %q", s.Kind, c.At, until, c.Text)
		}
		if i > 0 && all[i-1].At+o.lengthOf(all[i-1].Text) > c.At {
			tb.Fatalf("%s: %q at %v comes while %q is heard", s.Kind, c.Text, c.At, all[i-1].Text)
		}
	}
	if ears != len(s.VoiceCues) {
		tb.Fatalf("%s: %d of %d lines for a voice are in order", s.Kind, ears, len(s.VoiceCues))
	}
}

// A line said in a hold must not cut off the one before it.
func TestLinesInAHoldAreHeardWhole(t *testing.T) {
	for _, r := range builtin(t) {
		for _, level := range []float64{0, 0.3, 1} {
			o := DefaultOptions()
			o.Level = level
			checkHeard(t, r, o)
		}
	}
}

func checkHeard(t *testing.T, r content.Routine, o Options) {
	t.Helper()
	for _, s := range Compile(r, o).Stages {
		for i, c := range s.Cues {
			until := s.Length
			if i+1 < len(s.Cues) {
				until = s.Cues[i+1].At
			}
			if until-c.At < o.lengthOf(c.Text) {
				t.Errorf("%s, %s: %q has %v to be heard", r.ID, s.Pose.ID, c.Text, until-c.At)
			}
		}
	}
}

func TestLinesOfUnequalLengthAreHeardWhole(t *testing.T) {
	long := strings.Repeat("on and ", 9) + "on."
	for _, during := range [][]string{{long, "Rest.", "Rest."}, {"Rest.", long, "Rest."}, {"Rest.", "Rest.", long}} {
		r := made(t, "22s")
		r.Items[0].Pose.During = during
		checkHeard(t, r, DefaultOptions())
	}
}

func TestADeskBreakTakesFiveToSixMinutes(t *testing.T) {
	length := Compile(find(t, "desk-break"), DefaultOptions()).Length()
	if length < 5*time.Minute || length > 6*time.Minute {
		t.Errorf("a desk break takes %v", length)
	}
}

// A plan with impossible options is that of the defaults.
func TestOptionsAreMadeSane(t *testing.T) {
	want := DefaultOptions()
	want.Moment = 0
	for _, o := range []Options{
		{},
		{Pace: -1, Moment: -time.Second},
		{Breath: Breath{In: time.Second, Out: time.Hour}},
	} {
		if got := o.sane(); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v is taken as %+v; want %+v", o, got, want)
		}
		checkPlan(t, find(t, "restorative"), o)
	}
}
