package tui

import (
	"time"

	"catcow/content"
	"catcow/figure"
	"catcow/session"
)

// mover is the way of the figure through a session: for every moment the posture
// that the words of the moment ask for. Every stage begins where the one before
// it ended, or, if that was left early, where the figure was seen last.
type mover struct {
	plan session.Plan
	sets map[way]*figure.Set // nil for a pose without a figure

	trip   trip   // the latest way between two postures, which is long to work out
	before before // the end of the stage before the latest
	seen   glance // what was shown last
	left   *figure.Posture
}

// way is one way to do a pose.
type way struct {
	pose, variant string
	side          session.Side
}

// How long the figure takes: into the next step, out of a pose, into a hold, and
// into a hold it was sent to from elsewhere; and how long one walks around it.
const (
	moveStep    = 2 * time.Second
	moveRelease = 3 * time.Second
	moveSettle  = 1200 * time.Millisecond
	moveJump    = 3 * time.Second
	moveAround  = 5 * time.Second
)

// moment is the figure at an instant.
type moment struct {
	posture figure.Posture
	breath  float64 // how full the lungs are, from 0 to 1
	moving  bool    // between two postures, not only breathing
	held    bool    // in the hold: the posture follows from the breath alone
	way     way
}

func newMover(plan session.Plan) *mover {
	return &mover{plan: plan, sets: map[way]*figure.Set{}, before: before{index: -1}, seen: glance{index: -1}}
}

// set is the postures of a pose on a side; nil if it has no figure.
func (v *mover) set(p *content.Pose, side session.Side) *figure.Set {
	if side == session.NoSide {
		side = session.Right
		if p.Sides == content.AlternateSides {
			side = v.plan.First()
		}
	}
	w := way{p.ID, p.Variant.ID, side}
	if set, ok := v.sets[w]; ok {
		return set
	}
	right, left := postures(p, session.Right), postures(p, session.Left)
	if right != nil && v.takesTurns(p) {
		figure.Alternate(right, left)
	}
	v.sets[way{w.pose, w.variant, session.Right}] = right
	v.sets[way{w.pose, w.variant, session.Left}] = left
	return v.sets[w]
}

// takesTurns reports whether the sides of a pose change within a stage.
func (v *mover) takesTurns(p *content.Pose) bool {
	for i := range v.plan.Stages {
		s := &v.plan.Stages[i]
		if s.Works() && s.Side == session.NoSide && s.Pose.ID == p.ID && s.Pose.Variant.ID == p.Variant.ID {
			return true
		}
	}
	return false
}

// postures is the figure's way through a pose; nil if it has none.
func postures(p *content.Pose, side session.Side) *figure.Set {
	fig := p.Figure()
	if fig == nil {
		return nil
	}
	of := figure.Right
	if side == session.Left {
		of = figure.Left
	}
	set, _ := fig.Postures(p.Variant.ID, of)
	return &set
}

// at is the figure at an instant of the plan; false where the pose has none.
func (v *mover) at(s session.Snapshot) (moment, bool) {
	v.enter(s)
	m, ok := v.play(s)
	if ok {
		v.seen.posture = m.posture
	}
	return m, ok
}

// play is the figure at an instant, given where its stage begins.
func (v *mover) play(s session.Snapshot) (moment, bool) {
	set := v.set(s.Stage.Pose, s.Side)
	if set == nil {
		return moment{}, false
	}
	switch s.Stage.Kind {
	case session.Transition:
		return v.transition(s, set), true
	case session.Setup:
		return v.step(s, set, len(s.Stage.Steps)-s.Stage.Spoken+s.Cue), true
	case session.Hold, session.Reps:
		return v.hold(s, set), true
	case session.Rest:
		if s.Stage.Steps != nil { // in another pose
			return v.step(s, set, s.Cue-1), true
		}
	case session.Switch:
		return v.change(s, set), true
	case session.Release:
	}
	return v.release(s, set, moveRelease), true
}

// transition goes to the next pose's first posture.
func (v *mover) transition(s session.Snapshot, set *figure.Set) moment {
	to := set.Step(0)
	within := max(s.Stage.Length-time.Second, s.Stage.Length/2)
	if s.In >= within {
		return moment{posture: *to}
	}
	from, ok := v.begin(s)
	if !ok {
		from = figure.Standing(to)
	}
	return v.travel(s, &from, to, s.In, within)
}

// step goes into a step of the setup as its words are said.
func (v *mover) step(s session.Snapshot, set *figure.Set, step int) moment {
	to := set.Step(step)
	if s.Cue < 0 {
		return moment{posture: *to}
	}
	at, until := s.Stage.Cues[s.Cue].At, s.Stage.Length
	if s.Cue+1 < len(s.Stage.Cues) {
		until = s.Stage.Cues[s.Cue+1].At
	}
	in, within := s.In-at, until-at
	if s.Cue > 0 {
		return move(set.Step(step-1), to, in, min(within, moveStep))
	}
	from, ok := v.begin(s)
	switch {
	case !ok:
		return moment{posture: *to}
	case step < 0 || v.left != nil: // from another pose
		return v.travel(s, &from, to, in, within)
	}
	return through(&from, set, step, in, within)
}

// release comes out of the pose within a time.
func (v *mover) release(s session.Snapshot, set *figure.Set, within time.Duration) moment {
	within = min(within, s.Stage.Length)
	from, ok := v.begin(s)
	switch {
	case s.In >= within || !ok:
		return moment{posture: set.Release}
	case v.left != nil:
		return v.travel(s, &from, &set.Release, s.In, within)
	}
	return move(&from, &set.Release, s.In, within)
}

// change comes out of the pose on one side, and then walks around to where the
// other is looked at from.
func (v *mover) change(s session.Snapshot, set *figure.Set) moment {
	out := min(moveRelease, s.Stage.Length/2)
	if s.In < out {
		return v.release(s, set, out)
	}
	there := set.Release.SeenAs(&v.set(s.Stage.Pose, s.Side.Other()).Release)
	return move(&set.Release, &there, s.In-out, min(moveAround, s.Stage.Length-out))
}

// hold breathes, after coming into the hold from where the stage before ended.
func (v *mover) hold(s session.Snapshot, set *figure.Set) moment {
	m := v.breathe(s, set)
	from, ok := v.begin(s)
	switch {
	case !ok || s.In >= moveJump || v.left == nil && s.In >= moveSettle:
		return m
	case v.left == nil:
		return settle(&from, m, s.In)
	}
	// The way is worked out once, so it goes to where the breath begins.
	still := held(set, s.Stage.Pose, s.Locked, 0)
	arrived := v.travel(s, &from, &still, s.In, moveJump-moveSettle)
	return settle(&arrived.posture, m, s.In-(moveJump-moveSettle))
}

// settle comes into a breath.
func settle(from *figure.Posture, breath moment, in time.Duration) moment {
	m := move(from, &breath.posture, in, moveSettle)
	m.breath = breath.breath
	return m
}

// breathe is the hold itself.
func (v *mover) breathe(s session.Snapshot, set *figure.Set) moment {
	m := moment{breath: s.Fill, held: true, way: way{s.Stage.Pose.ID, s.Stage.Pose.Variant.ID, s.Side}}
	turns := s.Stage.Side == session.NoSide && s.Side != session.NoSide
	if turns && s.Phase == session.In && s.Stage.Pose.Move == content.MoveOnExhale {
		// The sides take turns: the breath in brings back the leg that was lifted.
		if s.Count == 1 {
			m.posture, m.held = set.In, false
			return m
		}
		m.way.side = s.Side.Other()
		set = v.set(s.Stage.Pose, m.way.side)
	}
	m.posture = held(set, s.Stage.Pose, s.Locked, s.Fill)
	return m
}

// held is the posture of a hold at a breath. A movement that is held for less
// than a breath stays at its end.
func held(set *figure.Set, p *content.Pose, locked bool, fill float64) figure.Posture {
	switch {
	case locked:
		return set.Hold(fill)
	case p.Move == content.MoveOnExhale:
		return set.Out
	}
	return set.In
}
