package session

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// listener is what somebody knows who only listens.
type listener struct {
	pose  string
	side  Side
	moves bool
	works bool          // and not on the way in or out
	one   time.Duration // a breath with its stay, which one feels
	dose  time.Duration // of a hold or a set, as it was said with the pose
	reps  int
	until time.Duration // when the hold or the set is over
	began time.Duration
}

// amounts reads what was said of how long.
func amounts(text string) (d time.Duration, breaths, reps int) {
	number := func(pattern string) int {
		if m := regexp.MustCompile(pattern).FindStringSubmatch(text); m != nil {
			n, _ := strconv.Atoi(m[1])
			return n
		}
		return 0
	}
	switch {
	case strings.Contains(text, "a minute and a half"):
		d = 90 * time.Second
	case strings.Contains(strings.ToLower(text), "about"):
		d = time.Duration(number(`bout (\d+) second`))*time.Second + time.Duration(number(`bout (\d+) minute`))*time.Minute
	}
	return d, number(`(\d+) breath`), number(`^(\d+) times`)
}

// hear takes one thing that is heard, at its time in the plan.
func (l *listener) hear(at time.Duration, h Heard, s *Stage) {
	text := h.Text
	switch {
	case h.Mark == Begins && s.Works():
		l.began = at
		l.until = at + l.dose + time.Duration(l.reps)*l.one
	case h.Mark == Begins:
		l.works = false
	case strings.HasPrefix(text, "Next: "), strings.HasPrefix(text, "We begin with "):
		*l = listener{pose: strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(text, "Next: "), "We begin with "), ".")}
		for _, side := range []Side{Left, Right} {
			if pose, ok := strings.CutSuffix(l.pose, ", "+string(side)+" side first"); ok {
				l.pose, l.side = pose, side
			}
		}
	case strings.HasPrefix(text, "Now rest in "):
		l.pose, _, _ = strings.Cut(strings.TrimSuffix(strings.TrimPrefix(text, "Now rest in "), "."), ". ")
		l.side = NoSide
	case strings.HasPrefix(text, "Change sides. "):
		l.side = l.side.Other()
	case text == moveText:
		l.moves = true
	case text == halfwayText:
		l.until = at + (at - l.began)
	case text == nearEndText:
		l.until = at + 10*time.Second
	case text == lastOneText, text == oneBreathText:
		l.until = at + l.one
	case strings.HasSuffix(text, " done.") || strings.Contains(text, " done on each side."):
		done, _ := strconv.Atoi(strings.Fields(text)[0])
		l.until = at + time.Duration(l.reps)*l.one*time.Duration(max(0, l.whole()-done))/time.Duration(max(1, l.whole()))
	default:
		l.told(at, text)
	}
	// A chime alone tells nobody what it is for.
	l.works = l.works || begins(text) || s.Works() && h.Breath != NoPhase
	if s.work.changes && h.Mark == NoMark && l.works { // each repetition names its side
		// "Your right leg back, your left arm forward": the first side is the one.
		left, right := strings.Index(text, string(Left)), strings.Index(text, string(Right))
		switch {
		case left >= 0 && (right < 0 || left < right):
			l.side = Left
		case right >= 0:
			l.side = Right
		}
	}
}

// begins reports whether a line says that a hold does.
func begins(text string) bool {
	return strings.HasPrefix(text, "Now hold") || strings.HasPrefix(text, "Now rest, ")
}

// whole is how many repetitions there are to do, on one side.
func (l *listener) whole() int { return l.reps / max(1, l.sides()) }

func (l *listener) sides() int {
	if l.side != NoSide && l.moves {
		return 2
	}
	return 1
}

// told takes what is said of how much there is to do.
func (l *listener) told(at time.Duration, text string) {
	d, breaths, reps := amounts(text)
	if d == 0 && breaths == 0 && reps == 0 {
		return
	}
	l.dose, l.reps = d, breaths+reps
	if strings.Contains(text, "each leg") || strings.Contains(text, "in turn") {
		l.reps *= 2
	}
	if begins(text) {
		l.moves = false
		l.until = at + d + time.Duration(breaths)*l.one
	}
}

// A person who only listens knows at any instant the pose, the side, whether to
// hold or to move, and about how long still.
func TestWhoOnlyListensKnows(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct {
		name   string
		change func(*Options)
	}{
		{"as it comes", func(*Options) {}},
		{"worked up to", func(o *Options) { o.Level = 1 }},
		{"familiar", func(o *Options) { o.Words = BriefWords }},
		{"left first", func(o *Options) { o.First = Left }},
		{"a slow voice", func(o *Options) { o.Pace = 90 }},
		{"a quick breath", func(o *Options) { o.Breath = Breath{3 * time.Second, 4 * time.Second} }},
		{"with conditions", func(o *Options) { o.Conditions = []string{"osteoporosis", "sore-wrists"} }},
	} {
		o := DefaultOptions()
		c.change(&o)
		for _, r := range builtin(t) {
			plan := Compile(r, o)
			instants := make([]time.Duration, 100)
			for i := range instants {
				instants[i] = time.Duration(random.Int64N(int64(plan.Length())))
			}
			slices.Sort(instants)
			checkKnown(t, c.name, plan, instants)
		}
	}
}

// checkKnown listens to a plan, and looks at some instants, in their order, at what is
// known then.
func checkKnown(t *testing.T, name string, plan Plan, instants []time.Duration) {
	t.Helper()
	var l listener
	var start time.Duration
	for i := range plan.Stages {
		s := &plan.Stages[i]
		lookUntil := func(until time.Duration) {
			for ; len(instants) > 0 && instants[0] < until; instants = instants[1:] {
				l.check(t, name+", "+plan.Routine.ID, s, instants[0], instants[0]-start, plan.Options.First)
			}
		}
		for _, h := range s.heard(i, -1, ages) {
			lookUntil(start + min(h.At, s.Length))
			if s.Works() {
				l.one = s.work.cycle.Length()
			}
			l.hear(start+h.At, h, s)
		}
		lookUntil(start + s.Length)
		start += s.Length
	}
	if len(instants) > 0 {
		t.Errorf("%s: %d instants are after the plan", name, len(instants))
	}
}

// check fails the test unless who listens knows where they are, at an instant that is so
// far into a stage.
func (l *listener) check(t *testing.T, name string, s *Stage, instant, in time.Duration, first Side) {
	t.Helper()
	if l.pose != s.Pose.Title() && in > 2*time.Second {
		t.Errorf("%s, at %v: in %s, and who listens thinks in %q", name, instant, s.Pose.Title(), l.pose)
	}
	if !s.Works() {
		return
	}
	side := s.sideAt(in, first)
	if into := s.work.cycle.start(s.work.cycle.After) + time.Second; s.work.changes && in%s.work.cycle.Length() < into {
		side = l.side // named as the breath moves
	}
	left := s.Length - in
	if wrong := l.until - instant - left; wrong.Abs() > 8*time.Second+left/5 {
		t.Errorf("%s, at %v: %v left in %s; who listens expects %v", name, instant, left, s.Pose.Title(), l.until-instant)
	}
	if !l.works || l.moves != s.Moves() || l.side != side {
		t.Errorf("%s, at %v: who listens thinks works %v, moves %v, side %q in %s of %s, %s",
			name, instant, l.works, l.moves, l.side, s.Kind, s.Pose.Title(), side)
	}
}

// silences is the time from the end of each thing heard in a stage to the next.
func silences(s Stage, o Options) (all []time.Duration) {
	last := time.Duration(0)
	for _, h := range s.heard(0, -1, ages) {
		if h.Mark == NoMark {
			all = append(all, h.At-last)
			last = h.At + o.lengthOf(h.Text)
		}
	}
	return append(all, s.Length-last)
}

func TestNobodyIsLeftAlone(t *testing.T) {
	for _, r := range append(builtin(t), made(t, "10m", "5s x30", "30 reps", "9s x9 each leg", "12 breaths x2")) {
		for _, breath := range []Breath{DefaultBreath(), {4 * time.Second, 6 * time.Second}, {8 * time.Second, 8 * time.Second}} {
			o := DefaultOptions()
			o.Breath, o.Level = breath, 1
			for _, s := range Compile(r, o).Stages {
				most := rarely
				switch {
				case !s.Works():
					continue
				case s.Moves():
					most = 20 * time.Second
				}
				if longest := slices.Max(silences(s, o)); longest > most {
					t.Errorf("%s: %v of silence in the %s of %s", r.ID, longest, s.Kind, s.Pose.ID)
				}
			}
		}
	}
}

// The side of every repetition is named as it moves.
func TestEverySideIsNamed(t *testing.T) {
	r := made(t, "3s x6 each leg")
	r.Items[0].Pose.Move = "exhale"
	s := Compile(r, DefaultOptions()).Stages[2]
	one := s.work.cycle.Length()
	for i := range 12 {
		side := []Side{Right, Left}[i%2]
		at := time.Duration(i)*one + s.work.cycle.start(Out)
		if !slices.ContainsFunc(s.VoiceCues, func(c Cue) bool { return c.At == at && strings.Contains(c.Text, string(side)) }) {
			t.Errorf("repetition %d: nobody says %s", i, side)
		}
	}
}
