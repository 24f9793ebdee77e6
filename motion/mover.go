// Package motion is where the figure is at an instant of a session: in which
// posture, or on which way between two.
package motion

import (
	"time"

	"catcow/content"
	"catcow/figure"
	"catcow/session"
)

// Mover is the way of the figure through a session: for every moment the posture
// that the words of the moment ask for. Every stage begins where the one before
// it ended, or, if that was left early, where the figure was seen last.
type Mover struct {
	plan session.Plan
	sets map[Way]*figure.Set // nil for a pose without a figure

	trip   *trip  // the latest way between two postures
	before before // the end of the stage before the latest
	seen   glance // what was shown last
	left   *figure.Posture
}

// Way is one way to do a pose.
type Way struct {
	Pose, Variant string
	Side          session.Side
	Back          bool // comes back, and the other side is next
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

// Moment is the figure at an instant.
type Moment struct {
	Posture figure.Posture
	Breath  float64 // how full the lungs are, from 0 to 1
	Moving  bool    // between two postures, not only breathing
	Held    bool    // in the hold: the posture follows from the breath alone
	Way     Way     // in a hold
}

// New is the figure at the beginning of a plan.
func New(plan session.Plan) *Mover {
	return &Mover{plan: plan, sets: map[Way]*figure.Set{}, before: before{index: -1}, seen: glance{index: -1}}
}

// set is the postures of a pose on a side; nil if it has no figure.
func (v *Mover) set(p *content.Pose, side session.Side) *figure.Set {
	if side == session.NoSide {
		side = session.Right
		if p.Sides == content.AlternateSides {
			side = v.plan.Options.First
		}
	}
	w := Way{Pose: p.ID, Variant: p.Variant.ID, Side: side}
	if set, ok := v.sets[w]; ok {
		return set
	}
	right, left := postures(p, session.Right), postures(p, session.Left)
	if right != nil && v.takesTurns(p) {
		figure.Alternate(right, left)
	}
	v.sets[Way{Pose: w.Pose, Variant: w.Variant, Side: session.Right}] = right
	v.sets[Way{Pose: w.Pose, Variant: w.Variant, Side: session.Left}] = left
	return v.sets[w]
}

// takesTurns reports whether the sides of a pose change within a stage.
func (v *Mover) takesTurns(p *content.Pose) bool {
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

// Follow takes the plan as it is now: holds may have been made longer or shorter.
func (v *Mover) Follow(plan session.Plan) { v.plan = plan }

// Settled is an instant with every movement over, for those who want stills.
func Settled(at session.Snapshot) session.Snapshot {
	at.Fill = 0
	if at.Phase == session.In {
		at.Fill = 1
	}
	if !at.Stage.Works() {
		at.In = at.Stage.Length
	} else {
		at.In = max(at.In, moveSettle)
	}
	return at
}

// Hold is the posture of a pose's hold, done in one way, at a breath: locked where
// the pose is done on the breath shown, fill how full the lungs are, from 0 to 1.
func (v *Mover) Hold(p *content.Pose, way Way, locked bool, fill float64) figure.Posture {
	posture := held(v.set(p, way.Side), p, locked, fill)
	if way.Back {
		posture.Arrows = figure.Posture{}.Arrows // they show what this side does
	}
	return posture
}

// Still is a pose as it is held on its right side; false if it has no figure.
func Still(p *content.Pose) (figure.Posture, bool) {
	set := postures(p, session.Right)
	if set == nil {
		return figure.Posture{}, false
	}
	return held(set, p, false, 0), true
}

// At is the figure at an instant of the plan; false where the pose has none.
func (v *Mover) At(s session.Snapshot) (Moment, bool) {
	v.enter(s)
	m, ok := v.play(s)
	if ok {
		v.seen.posture = m.Posture
	}
	return m, ok
}

// play is the figure at an instant, given where its stage begins.
func (v *Mover) play(s session.Snapshot) (Moment, bool) {
	set := v.set(s.Stage.Pose, s.Side)
	if set == nil {
		return Moment{}, false
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
			return v.step(s, set, len(s.Stage.Steps)-len(s.Stage.Cues)+s.Cue), true
		}
	case session.Switch:
		return v.change(s, set), true
	case session.Release:
	}
	return v.release(s, set, moveRelease), true
}

// transition goes to the next pose's first posture.
func (v *Mover) transition(s session.Snapshot, set *figure.Set) Moment {
	to := set.Step(0)
	within := max(s.Stage.Length-time.Second, s.Stage.Length/2)
	if s.In >= within {
		return Moment{Posture: *to}
	}
	from, ok := v.begin(s)
	if !ok {
		from = figure.Standing(to)
	}
	return v.travel(s, &from, to, s.In, within)
}

// step goes into a step of the setup as its words are said.
func (v *Mover) step(s session.Snapshot, set *figure.Set, step int) Moment {
	to := set.Step(step)
	if s.Cue < 0 {
		return Moment{Posture: *to}
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
		return Moment{Posture: *to}
	case step < 0 || v.left != nil: // from another pose
		return v.travel(s, &from, to, in, within)
	}
	return through(&from, set, step, in, within)
}

// release comes out of the pose within a time.
func (v *Mover) release(s session.Snapshot, set *figure.Set, within time.Duration) Moment {
	within = min(within, s.Stage.Length)
	from, ok := v.begin(s)
	switch {
	case s.In >= within || !ok:
		return Moment{Posture: set.Release}
	case v.left != nil:
		return v.travel(s, &from, &set.Release, s.In, within)
	}
	return move(&from, &set.Release, s.In, within)
}

// change comes out of the pose on one side, and then walks around to where the
// other is looked at from.
func (v *Mover) change(s session.Snapshot, set *figure.Set) Moment {
	out := min(moveRelease, s.Stage.Length/2)
	if s.In < out {
		return v.release(s, set, out)
	}
	there := set.Release.SeenAs(&v.set(s.Stage.Pose, s.Side.Other()).Release)
	return move(&set.Release, &there, s.In-out, min(moveAround, s.Stage.Length-out))
}

// hold breathes, after coming into the hold from where the stage before ended.
func (v *Mover) hold(s session.Snapshot, set *figure.Set) Moment {
	m := v.breathe(s, set)
	from, ok := v.begin(s)
	switch {
	case !ok || s.In >= moveJump || v.left == nil && s.In >= moveSettle:
		return m
	case v.left == nil:
		return easeInto(&from, m, s.In)
	}
	// The way is worked out once, so it goes to where the breath begins.
	still := held(set, s.Stage.Pose, s.Locked, 0)
	arrived := v.travel(s, &from, &still, s.In, moveJump-moveSettle)
	return easeInto(&arrived.Posture, m, s.In-(moveJump-moveSettle))
}

// easeInto comes into a breath.
func easeInto(from *figure.Posture, breath Moment, in time.Duration) Moment {
	m := move(from, &breath.Posture, in, moveSettle)
	m.Breath = breath.Breath
	return m
}

// breathe is the hold itself.
func (v *Mover) breathe(s session.Snapshot, set *figure.Set) Moment {
	m := Moment{Breath: s.Fill, Held: true, Way: Way{Pose: s.Stage.Pose.ID, Variant: s.Stage.Pose.Variant.ID, Side: s.Side}}
	turns := s.Stage.Side == session.NoSide && s.Side != session.NoSide
	if turns && s.Phase == session.In && s.Stage.Pose.Move == content.MoveOnExhale {
		// The sides take turns: the breath in brings back the leg that was lifted.
		if s.Count == 1 {
			m.Posture, m.Held = set.In, false
			return m
		}
		m.Way.Side, m.Way.Back = s.Side.Other(), true
	}
	m.Posture = v.Hold(s.Stage.Pose, m.Way, s.Locked, s.Fill)
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
