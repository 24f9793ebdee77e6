package session

import (
	"slices"
	"time"

	"catcow/content"
)

// redirect makes a transition that we come to from elsewhere than the plan has it
// one that leads from there, and those after it lead from where the plan comes by.
func (p *Player) redirect(to int) {
	stages := p.plan.Stages
	for i := to; i < len(stages); i++ {
		direct := i > to || p.stage >= to-1 && p.stage <= to+1
		if stages[i].Kind != Transition || direct && !stages[i].astray {
			continue
		}
		at := i - 1
		if !direct {
			at = p.stage
		}
		stages[i].astray = !direct
		begun := p.plan.comeFrom(i, nextText(i == 0, stages[i].Pose.Title(), stages[i].Side), p.plan.before(at))
		if !p.plan.Options.brief(stages[i].Pose.ID) {
			p.plan.layOutSteps(i+1, begun)
		}
	}
}

// tellRests has the way into a rest told where its pose was left out, as one goes on from
// a stage.
func (p *Player) tellRests(from int) {
	for i := from; i < len(p.plan.Stages); i++ {
		s := &p.plan.Stages[i]
		if s.Kind == Rest && s.Steps != nil && s.Spoken == 0 && !p.plan.Options.brief(s.Pose.ID) && !p.isDone(s.Ref, from, i) {
			p.plan.layOutRest(i)
		}
	}
}

// isDone reports whether a pose was done, or will be from one stage on before another.
func (p *Player) isDone(ref content.Ref, from, before int) bool {
	for i, s := range p.plan.Stages[:before] {
		if s.Ref == ref && (s.Works() || s.Kind == Rest) && (i >= from || p.played[i] > 0) {
			return true
		}
	}
	return false
}

// before is the pose one is in at a stage, while on the way the one before it, and at
// the end of the plan the last.
func (p Plan) before(stage int) content.Pose {
	stage = min(stage, len(p.Stages)-1)
	if stage >= 0 && p.Stages[stage].Kind == Transition {
		stage--
	}
	if stage < 0 {
		return content.Pose{Position: content.Standing}
	}
	return *p.Stages[stage].Pose
}

// comeFrom makes a transition one from another pose than the plan has before it. It
// reports how many steps are said on the way.
func (p Plan) comeFrom(transition int, name string, before content.Pose) (begun int) {
	s, o := &p.Stages[transition], p.Options
	before.Rise = o.named(riseText(before), s.Side)
	way, moves, begun := o.approach(before, s.Pose, s.Side)
	head := append([]string{name}, o.cautions(s.Pose)...)
	s.Length, s.Cues = o.depart(head, way, doseText(o.dose(p.Routine.Items[s.Item])), moves)
	return begun
}

// layOutSteps makes a setup one that says all the steps of its pose from one on.
func (p Plan) layOutSteps(setup, from int) {
	s, o := &p.Stages[setup], p.Options
	if len(s.Pose.Steps) == 0 {
		return
	}
	s.Steps = o.steps(s.Pose.Steps, s.Side)
	s.Spoken, s.VoiceCues, s.eased = len(s.Steps)-from, nil, ""
	s.Length, s.Cues = o.layOut(s.Steps[from:], o.Moment)
	*s = o.beginMoving(*s, setup+1 < len(p.Stages) && p.Stages[setup+1].Moves())
}

// layOutRest makes a rest in another pose one that says all the steps of it.
func (p Plan) layOutRest(rest int) {
	s, o := &p.Stages[rest], p.Options
	s.Spoken = len(s.Steps)
	*s = o.restIn(*s, 0)
}

// SetUpAgain says all the steps of the pose in work, from the first on: at once
// where one is being set up or in the pose, and else when it comes to that. It
// reports whether there are any to say.
func (p *Player) SetUpAgain(now time.Time) bool {
	now = p.begin(now)
	if p.stage >= len(p.plan.Stages) {
		return false
	}
	at := p.stage
	switch s := &p.plan.Stages[at]; {
	case s.Works():
		at--
	case s.Kind == Rest && s.Steps != nil:
		p.plan.layOutRest(at)
		p.seek(now, at)
		return true
	case s.Kind != Setup:
		at++
	}
	if at < 0 || at >= len(p.plan.Stages) || p.plan.Stages[at].Kind != Setup || len(p.plan.Stages[at].Pose.Steps) == 0 {
		return false
	}
	p.plan.layOutSteps(at, 0)
	if at <= p.stage {
		p.seek(now, at)
	}
	p.layOutEased()
	return true
}

// turn makes a way out of a pose one on a side, where it was left on another than the
// plan has it.
func (p Plan) turn(release int, side Side) {
	s := &p.Stages[release]
	if side == NoSide || s.Side == NoSide || side == s.Side {
		return
	}
	s.Cues = slices.Clone(s.Cues)
	for i := range s.Cues {
		for _, line := range []string{releaseText(*s.Pose), riseText(*s.Pose)} {
			if s.Cues[i].Text == named(line, s.Side) {
				s.Cues[i].Text = named(line, side)
				break
			}
		}
	}
	s.turned, s.Side = !s.turned, side
}

// turnBack makes the ways out of poses those of the plan again.
func (p *Player) turnBack() {
	for i := range p.plan.Stages {
		if s := &p.plan.Stages[i]; s.turned {
			p.plan.turn(i, s.Side.Other())
		}
	}
}
