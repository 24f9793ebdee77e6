package session

import (
	"slices"
	"time"

	"catcow/content"
)

// entry is the stage at which to go on with a plan that was left in a stage: the
// one before the setup of that set or side, a rest or a change of sides itself, or what
// comes after a way out, if anything does: who comes back is out of the pose.
func (p Plan) entry(stage int) int {
	stage = min(max(stage, 0), len(p.Stages)-1)
	if stage < 0 {
		return 0
	}
	switch p.Stages[stage].Kind {
	case Hold, Reps:
		return max(stage-2, 0)
	case Setup:
		return max(stage-1, 0)
	case Release:
		return min(stage+1, len(p.Stages)-1)
	case Transition, Rest, Switch:
	}
	return stage
}

// leadIn makes the stage at which to go on one that leads in somebody who comes
// from the keyboard: it names the pose, the side and the set, gives time to get
// into the position, and has all the steps after it.
func (p Plan) leadIn(entry int) {
	s, o := &p.Stages[entry], p.Options
	into := s
	if entry+1 < len(p.Stages) && p.Stages[entry+1].Kind == Setup {
		into = &p.Stages[entry+1]
	}
	from := content.Pose{Position: content.Standing}
	if into == s { // a way out, or a rest in another pose: in words of its own
		head, pause := []string{goOnText(*s)}, betweenNames
		if s.Kind == Rest {
			head = append(head, positionText(from.Position, *s.Pose))
			p.layOutRest(entry) // with its cautions
			pause += travel(from.Position, s.Pose.Position)
		} else {
			head = append(head, o.cautions(s.Pose)...)
		}
		o.prepend(s, head, pause)
		return
	}
	s.Kind, s.Side, s.Set, s.Steps = Transition, into.Side, into.Set, nil
	p.layOutSteps(entry+1, p.comeFrom(entry, goOnText(*into), from))
}

// prepend says lines before those of a stage, and leaves time between.
func (o Options) prepend(s *Stage, lines []string, pause time.Duration) {
	length, cues := o.layOut(lines, betweenNames)
	length += pause
	for _, c := range s.Cues {
		c.At += length
		cues = append(cues, c)
	}
	s.Cues = cues
	shift(s, length)
}

// Restore begins a plan in the middle, after it was left in a stage, as if what is
// given had been played of the stages before. The stage it goes on at leads in.
// Lengths are those that the stages had when it was left; a hold with one keeps
// it, all else and a hold with 0 has that of the plan. The player must be new.
func (p *Player) Restore(now time.Time, left int, played, lengths []time.Duration) {
	entry := p.plan.entry(left)
	for i := range min(len(lengths), len(p.plan.Stages)) {
		if s := &p.plan.Stages[i]; s.Works() && lengths[i] > 0 && lengths[i] != s.Length {
			s.work.want, s.work.count = s.work.asked(lengths[i])
			if p.refit(s); i < entry { // it was done in the breath of its time
				s.Length = lengths[i]
			}
		}
	}
	p.Start(now)
	for i := range min(entry, len(played), len(p.played)) {
		p.played[i] = min(max(played[i], 0), p.plan.Stages[i].Length)
	}
	p.seek(now, entry)
	if entry < len(p.plan.Stages) && p.plan.Stages[entry].Kind == Release {
		p.plan.turn(entry, p.lastSide(entry))
	}
	if entry < len(p.plan.Stages) {
		p.ledIn, p.asWas = entry, p.plan.Stages[entry]
		p.plan.leadIn(entry)
	}
}

// lastSide is the side on which the pose of a stage was done last; NoSide for none.
func (p *Player) lastSide(stage int) Side {
	for i := stage - 1; i >= 0 && p.plan.Stages[i].Item == p.plan.Stages[stage].Item; i-- {
		if p.plan.Stages[i].Works() && p.played[i] > 0 {
			return p.plan.Stages[i].Side
		}
	}
	return NoSide
}

// Played is how much of each stage was played up to an instant. It changes
// nothing.
func (p *Player) Played(now time.Time) []time.Duration {
	q := *p
	q.played = slices.Clone(p.played)
	q.advance(q.sync(now))
	return q.played
}
