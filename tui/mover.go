package tui

import (
	"time"

	"catcow/content"
	"catcow/figure"
	"catcow/session"
)

// mover is the way of the figure through a session: for every moment the posture
// that the words of the moment ask for.
type mover struct {
	plan session.Plan
	sets map[way]*figure.Set // nil for a pose without a figure
	// path is the latest way between two poses, which is long to work out.
	path   []figure.Posture
	pathTo int
}

// way is one way to do a pose.
type way struct {
	pose, variant string
	side          session.Side
}

// How long the figure takes: into the next step, out of a pose, and for each part
// of the way to the next pose.
const (
	moveStep    = 2 * time.Second
	moveRelease = 3 * time.Second
	movePart    = 2200 * time.Millisecond
	moveSettle  = 1200 * time.Millisecond
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
	return &mover{plan: plan, sets: map[way]*figure.Set{}, pathTo: -1}
}

// set is the postures of a pose on a side; nil if it has no figure.
func (v *mover) set(p *content.Pose, side session.Side) *figure.Set {
	w := way{p.ID, p.Variant.ID, side}
	if set, ok := v.sets[w]; ok {
		return set
	}
	v.sets[w] = postures(p, side)
	return v.sets[w]
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
	set := v.set(s.Stage.Pose, s.Side)
	if set == nil {
		return moment{}, false
	}
	switch s.Stage.Kind {
	case session.Transition:
		return v.transition(s, set), true
	case session.Setup:
		step := len(s.Stage.Steps) - s.Stage.Spoken + s.Cue
		return v.step(s, set, step), true
	case session.Hold, session.Reps:
		return v.hold(s, set), true
	case session.Rest:
		if s.Stage.Steps != nil { // in another pose
			return v.step(s, set, s.Cue-1), true
		}
	case session.Switch, session.Release:
	}
	from, ok := v.final(s.Index - 1)
	if !ok {
		from = set.Release
	}
	return move(&from, &set.Release, s.In, moveRelease), true
}

// move is the way from one posture to another within a time.
func move(from, to *figure.Posture, in, within time.Duration) moment {
	if in >= within || within <= 0 {
		return moment{posture: *to}
	}
	return moment{posture: figure.Blend(from, to, float64(in)/float64(within)), moving: true}
}

// transition goes to the next pose's first posture through those in between.
func (v *mover) transition(s session.Snapshot, set *figure.Set) moment {
	from, ok := v.final(s.Index - 1)
	if !ok {
		from = figure.Standing(set.Step(0))
	}
	if v.pathTo != s.Index {
		v.path, v.pathTo = figure.Transition(&from, set.Step(0)), s.Index
	}
	part := min(movePart, max(s.Stage.Length-time.Second, 0)/time.Duration(len(v.path)))
	if part <= 0 {
		return moment{posture: *set.Step(0)}
	}
	i := int(s.In / part)
	if i >= len(v.path) {
		return moment{posture: *set.Step(0)}
	}
	before := &from
	if i > 0 {
		before = &v.path[i-1]
	}
	return move(before, &v.path[i], s.In-time.Duration(i)*part, part)
}

// step goes into a step of the setup as its words are said.
func (v *mover) step(s session.Snapshot, set *figure.Set, step int) moment {
	to := set.Step(step)
	if s.Cue < 0 {
		return moment{posture: *to}
	}
	from := set.Step(step - 1)
	if s.Cue == 0 {
		if last, ok := v.final(s.Index - 1); ok {
			from = &last
		}
	}
	return move(from, to, s.In-s.Stage.Cues[s.Cue].At, moveStep)
}

// hold breathes, after coming into the hold from where the stage before ended.
func (v *mover) hold(s session.Snapshot, set *figure.Set) moment {
	side := s.Side
	if s.Stage.Side == session.NoSide && s.Side != session.NoSide && s.Phase == session.In {
		// The sides take turns: the breath in brings back the leg that was lifted.
		if s.Count == 1 {
			return moment{posture: set.In, breath: s.Fill}
		}
		side = s.Side.Other()
		set = v.set(s.Stage.Pose, side)
	}
	to := held(set, s.Stage.Pose, s.Locked, s.Fill)
	if s.In < moveSettle {
		if from, ok := v.final(s.Index - 1); ok {
			m := move(&from, &to, s.In, moveSettle)
			m.breath = s.Fill
			return m
		}
	}
	return moment{
		posture: to, breath: s.Fill, held: true,
		way: way{s.Stage.Pose.ID, s.Stage.Pose.Variant.ID, side},
	}
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

// final is the posture a stage ends in; false where there is none.
func (v *mover) final(i int) (figure.Posture, bool) {
	if i < 0 {
		return figure.Posture{}, false
	}
	s := &v.plan.Stages[i]
	set := v.set(s.Pose, s.Side)
	if set == nil {
		return figure.Posture{}, false
	}
	switch s.Kind {
	case session.Transition:
		return *set.Step(0), true
	case session.Setup:
		return *set.Step(len(s.Steps) - 1), true
	case session.Hold, session.Reps:
		return held(set, s.Pose, s.Kind == session.Reps || s.Locked(), 0), true
	case session.Rest:
		if s.Steps != nil {
			return *set.Step(len(s.Steps) - 1), true
		}
	case session.Switch, session.Release:
	}
	return set.Release, true
}
