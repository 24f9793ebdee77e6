package motion

import (
	"time"

	"catcow/figure"
	"catcow/session"
)

// trip is a way between two postures that a stage goes, within a time.
type trip struct {
	index    int
	jumped   *figure.Posture
	from, to figure.Posture
	within   time.Duration
	asked    bool          // someone is laying it out
	path     *figure.Path  // nil until it is laid out
	late     time.Duration // how much of the stage had gone by then
}

// PlannedPath is a path that was laid out.
type PlannedPath struct {
	trip *trip
	path figure.Path
}

// before is where a stage ends that another follows.
type before struct {
	index   int
	length  time.Duration
	posture figure.Posture
	ok      bool
}

// glance is what was shown last.
type glance struct {
	index    int
	in, left time.Duration
	posture  figure.Posture
}

// unhurried is how much longer than at a calm pace a way takes where there is
// time.
const unhurried = 1.3

// longestTick is the longest time between two pictures while nothing moves.
const longestTick = 1100 * time.Millisecond

// enter notes whether a stage was come to by its clock or sent to by a person.
func (v *Mover) enter(s session.Snapshot) {
	last := v.seen
	switch {
	case last.index < 0 || s.Index == last.index && s.In >= last.in:
	case s.Index == last.index+1 && last.left <= longestTick:
		v.left = nil
	default:
		from := last.posture
		v.left = &from
	}
	v.seen.index, v.seen.in, v.seen.left = s.Index, s.In, s.Stage.Length-s.In
}

// begin is the posture a stage begins in; false where there is none.
func (v *Mover) begin(s session.Snapshot) (figure.Posture, bool) {
	if v.left != nil {
		return *v.left, true
	}
	return v.final(s.Index - 1)
}

// final is the posture a stage ends in; false where there is none.
func (v *Mover) final(i int) (figure.Posture, bool) {
	if i < 0 || i >= len(v.plan.Stages) {
		return figure.Posture{}, false
	}
	if length := v.plan.Stages[i].Length; v.before.index != i || v.before.length != length {
		jumped := v.left
		v.left = nil
		m, ok := v.play(ending(v.plan, i))
		v.left = jumped
		v.before = before{i, length, m.Posture, ok}
	}
	return v.before.posture, v.before.ok
}

// ending is the last instant of a stage.
func ending(plan session.Plan, i int) session.Snapshot {
	var at time.Time
	p := session.NewPlayer(plan, session.Settings{Speed: 1})
	p.Start(at)
	for j := range i + 1 {
		at = at.Add(plan.Stages[j].Length)
	}
	return p.At(at.Add(-1))
}

// move is the way from one posture to another within a time.
func move(from, to *figure.Posture, in, within time.Duration) Moment {
	if in >= within || within <= 0 {
		return Moment{Posture: *to}
	}
	return Moment{Posture: figure.Blend(from, to, float64(in)/float64(within)), Moving: true}
}

// travel is the way to another pose within a time, through what people pass on
// it. Until the way is laid out, the figure stays where it is.
func (v *Mover) travel(s session.Snapshot, from, to *figure.Posture, in, within time.Duration) Moment {
	if in+1 >= within { // the last instant of a stage, too
		return Moment{Posture: *to}
	}
	t := v.trip
	if t == nil || t.index != s.Index || t.jumped != v.left || t.within != within {
		t = &trip{index: s.Index, jumped: v.left, from: *from, to: *to, within: within}
		v.trip = t
	}
	if t.path == nil {
		t.late = in
		return move(from, to, 0, within)
	}
	in, within = max(in-t.late, 0), within-t.late
	calm := time.Duration(t.path.Seconds() * unhurried * float64(time.Second))
	long := min(within, max(calm, moveStep))
	if in >= long {
		return Moment{Posture: *to}
	}
	return Moment{Posture: t.path.At(float64(in) / float64(long)), Moving: true}
}

// PlanPath is what lays out the path that the figure is to go and that nobody lays
// out yet; nil where there is none. It takes as long as many pictures, so that
// it is to be called where nothing waits for it. [Mover.Accept] takes what it gives.
func (v *Mover) PlanPath() func() PlannedPath {
	t := v.trip
	if t == nil || t.asked {
		return nil
	}
	t.asked = true
	return func() PlannedPath { return PlannedPath{t, figure.Transition(&t.from, &t.to, t.within.Seconds())} }
}

// Accept takes a path, if it is still the one to go.
func (v *Mover) Accept(l PlannedPath) {
	if l.trip == v.trip {
		v.trip.path = &l.path
	}
}

// through goes to a step through those that were left out.
func through(from *figure.Posture, set *figure.Set, step int, in, within time.Duration) Moment {
	at := step
	for i := range step {
		if apart(from, set.Step(i)) < apart(from, set.Step(at)) {
			at = i
		}
	}
	stops := []*figure.Posture{from}
	for i := min(at+1, step); i <= step; i++ {
		if set.Step(i) != stops[len(stops)-1] {
			stops = append(stops, set.Step(i))
		}
	}
	part := min(moveStep, within/time.Duration(len(stops)-1))
	if part <= 0 {
		return Moment{Posture: *set.Step(step)}
	}
	i := min(int(max(in, 0)/part), len(stops)-2)
	return move(stops[i], stops[i+1], in-time.Duration(i)*part, part)
}

// apart is how far apart the joints of two postures are at most.
func apart(a, b *figure.Posture) float64 {
	far := 0.0
	for i := range a.Body.Bones {
		far = max(far, a.Body.Bones[i].P.Sub(b.Body.Bones[i].P).Len())
	}
	return far
}
