package session

import (
	"slices"
	"time"
)

// Options are what the plan was compiled with. The breath is the one it has now.
func (p Plan) Options() Options { return p.options }

// Entry is the stage at which to go on with a plan that was left in a stage: where
// one is led into the pose again. It is the way to the pose if nothing of it was
// done, and else how the set or the side is set up.
func (p Plan) Entry(stage int) int {
	stage = min(max(stage, 0), len(p.Stages)-1)
	for i := stage; i > 0; i-- {
		s := &p.Stages[i]
		if s.Kind == Transition || s.Kind == Setup && p.Stages[i-1].Kind != Transition {
			return i
		}
	}
	return 0
}

// Restore begins a plan in the middle, at a stage, as if what is given had been
// played of the stages before. The player must be new.
func (p *Player) Restore(now time.Time, stage int, played []time.Duration) {
	p.Start(now)
	for i := range min(stage, len(played), len(p.played)) {
		p.played[i] = min(max(played[i], 0), p.plan.Stages[i].Length)
	}
	p.seek(now, stage)
}

// Played is how much of each stage was played up to an instant. It changes
// nothing.
func (p *Player) Played(now time.Time) []time.Duration {
	q := *p
	q.played = slices.Clone(p.played)
	q.fold(q.sync(now))
	return q.played
}
