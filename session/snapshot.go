package session

import (
	"slices"
	"time"
)

// Snapshot is all that a screen or a voice needs to know at one instant.
type Snapshot struct {
	State  State
	Settle time.Duration // until the clock runs again; 0 if it runs or stands
	Asleep bool          // paused because no instant was seen for too long

	Index int   // of the stage; the number of stages when finished
	Stage Stage // the last one when finished
	In    time.Duration
	Left  time.Duration // of the stage

	Items     int           // of the routine
	Done      time.Duration // of the plan, up to here
	Remaining time.Duration // of the plan, from here

	Cue   int   // the latest of the stage's cues; -1 before the first
	Side  Side  // in work at this instant
	Phase Phase // of the breath; NoPhase outside holds and repetitions
	// Through is how far through the phase, from 0 to 1; PhaseLeft what is left
	// of it; Fill how full the lungs are, from 0 to 1.
	Through   float64
	PhaseLeft time.Duration
	Fill      float64
	Count     int  // of the breath or the repetition, from 1
	Counts    int  // of them in the stage, both sides together
	Locked    bool // the pose is done on the breath shown

	Next *Stage // the hold or repetitions that come next; nil for none

	// UntilChange is the time, as a clock on the wall has it, until the next change
	// of what is counted or said: a whole second, a cue, a phase, a stage. It is
	// 0 while no time runs.
	UntilChange time.Duration
}

// At is where we are at an instant. It changes nothing.
func (p *Player) At(now time.Time) Snapshot {
	if now.Before(p.last) {
		now = p.last
	}
	stage, in := p.position(now)
	s := Snapshot{State: p.state, Asleep: p.asleep, Index: stage, In: in, Items: len(p.plan.Routine.Items), Cue: -1}
	s.Done, s.Remaining = p.plan.split(stage, in)
	switch {
	case stage < len(p.plan.Stages):
		s.Stage = p.plan.Stages[stage]
		p.describe(&s, now)
	case stage > 0:
		s.Stage = p.plan.Stages[stage-1]
		if p.state != Ready {
			s.State = Finished
		}
	}
	return s
}

// split is how much of the plan is before a moment, and how much after it.
func (p Plan) split(stage int, in time.Duration) (done, remaining time.Duration) {
	for i := range p.Stages {
		if i < stage {
			done += p.Stages[i].Length
		} else {
			remaining += p.Stages[i].Length
		}
	}
	return done + in, remaining - in
}

// describe fills in what there is to say of the stage.
func (p *Player) describe(s *Snapshot, now time.Time) {
	s.Left = s.Stage.Length - s.In
	if s.State == Playing && p.manual && s.Left == 0 {
		s.State = Waiting
	}
	s.breathe(s.In, p.plan.Options.First)
	s.Next = p.next(s.Index)
	for i, c := range s.Stage.Cues {
		if c.At <= s.In {
			s.Cue = i
		}
	}
	if s.State == Playing {
		s.Settle = max(p.mark.Sub(now), 0)
		s.UntilChange = p.change(*s)
	}
}

// breathe fills in the breath and the side.
func (s *Snapshot) breathe(in time.Duration, first Side) {
	s.Side = s.Stage.Side
	if !s.Stage.Works() {
		return
	}
	w := s.Stage.work
	s.Side = s.Stage.sideAt(min(in, s.Stage.Length-1), first)
	s.Locked = w.locked()
	s.Phase, s.Through, s.PhaseLeft, s.Count = w.at(in)
	s.Fill = Fill(s.Phase, s.Through, w.cycle.After)
	if one := w.cycle.Length(); one > 0 {
		s.Counts = w.done + int((s.Stage.Length-w.lead)/one)
	}
	s.Count = min(s.Count, max(s.Counts, 1))
}

// next is the hold or repetitions after a stage.
func (p *Player) next(stage int) *Stage {
	for i := stage + 1; i < len(p.plan.Stages); i++ {
		if p.plan.Stages[i].Works() {
			return &p.plan.Stages[i]
		}
	}
	return nil
}

// change is the time until something that is counted or said changes.
func (p *Player) change(s Snapshot) time.Duration {
	if s.Settle > 0 {
		return untilSecond(s.Settle) + 1 // so that its clock runs then, and what is due is due
	}
	d := min(s.Left, untilSecond(s.Left), untilSecond(s.Remaining))
	if s.Phase != NoPhase {
		d = min(d, s.PhaseLeft)
	}
	if next := s.Cue + 1; next < len(s.Stage.Cues) {
		d = min(d, s.Stage.Cues[next].At-s.In)
	}
	if i := slices.IndexFunc(s.Stage.VoiceCues, func(c Cue) bool { return c.At > s.In }); i >= 0 {
		d = min(d, s.Stage.VoiceCues[i].At-s.In)
	}
	// A nanosecond more, so that rounding never leaves us just before it.
	return time.Duration(float64(d)/p.speed) + 1
}

// untilSecond is the time until the seconds left, rounded up, are one fewer.
func untilSecond(left time.Duration) time.Duration {
	if d := left % time.Second; d > 0 {
		return d
	}
	return time.Second
}

// Outcome is what became of one item of the routine.
type Outcome struct {
	Planned time.Duration // of holds and repetitions
	Played  time.Duration // of that, at most Planned
}

// Skipped reports whether nothing of the pose was done.
func (o Outcome) Skipped() bool { return o.Played == 0 && o.Planned > 0 }

// Whole reports whether all of the pose was done, to the last second.
func (o Outcome) Whole() bool { return o.Planned-o.Played < time.Second }

// Outcomes is what became of every item up to an instant, and how long was
// played in all, everything counted. It changes nothing.
func (p *Player) Outcomes(now time.Time) (items []Outcome, played time.Duration) {
	each := p.Played(now)
	items = make([]Outcome, len(p.plan.Routine.Items))
	for i := range p.plan.Stages {
		s := &p.plan.Stages[i]
		played += each[i]
		if s.Works() {
			items[s.Item].Planned += s.Length
			items[s.Item].Played += min(each[i], s.Length)
		}
	}
	return items, played
}
