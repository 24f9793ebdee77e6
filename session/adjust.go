package session

import "time"

// Longer makes the hold or the repetitions in work, or those coming up in this
// pose, about 15 s longer, in whole breaths or repetitions. The same set on the
// other side follows, if it is still to come. It reports whether there was
// anything to change.
func (p *Player) Longer(now time.Time) bool { return p.lengthen(now, step) }

// Shorter is the opposite of Longer. One breath or repetition always remains.
func (p *Player) Shorter(now time.Time) bool { return p.lengthen(now, -step) }

func (p *Player) lengthen(now time.Time, d time.Duration) bool {
	now = p.begin(now)
	at := p.upcoming()
	if at < 0 {
		return false
	}
	s := &p.plan.Stages[at]
	in := time.Duration(0)
	if at == p.stage {
		in = p.in
	}
	before, locked := s.Length, s.work.locked()
	if s.Length = s.work.lengthen(d, before, in); s.Length == before {
		return false
	}
	if in == 0 {
		p.refit(s)
	} else {
		if !locked && s.work.locked() { // whole breaths of the plan from here on
			s.Length, _ = s.work.rebreathe(p.plan.Options.Breath, in)
		}
		p.trim(s)
	}
	p.follow(at)
	if p.state == Waiting && at == p.stage {
		p.state, p.mark = Playing, now
	}
	return true
}

// follow makes the same set on the other side, if it is still to come, like the
// one that was made longer or shorter.
func (p *Player) follow(at int) {
	s := p.plan.Stages[at]
	for i := at + 1; i < len(p.plan.Stages); i++ {
		o := &p.plan.Stages[i]
		if o.Works() && o.Item == s.Item && o.Set == s.Set && o.Side == s.Side.Other() {
			o.work.count, o.work.want = s.work.count, s.work.want
			p.refit(o)
		}
	}
}

// upcoming is the hold or repetitions in work, or the next of this item; -1 for
// none.
func (p *Player) upcoming() int {
	for i := p.stage; i < len(p.plan.Stages); i++ {
		if p.plan.Stages[i].Item != p.plan.Stages[p.stage].Item {
			break
		}
		if p.plan.Stages[i].Works() {
			return i
		}
	}
	return -1
}

// Slower makes the breath half a second longer in and out, from the next breath
// on, and fits all that is still to come to it. It reports whether it could.
func (p *Player) Slower(now time.Time) bool { return p.rebreathe(now, p.plan.Options.Breath.Slower()) }

// Faster makes the breath half a second shorter in and out.
func (p *Player) Faster(now time.Time) bool { return p.rebreathe(now, p.plan.Options.Breath.Faster()) }

func (p *Player) rebreathe(now time.Time, b Breath) bool {
	p.begin(now)
	if b == p.plan.Options.Breath || p.state == Finished {
		return false
	}
	p.plan.Options.Breath = b
	from := p.stage
	if p.in > 0 {
		s := &p.plan.Stages[p.stage]
		if length, ok := s.work.rebreathe(b, p.in); ok {
			s.Length = length
			p.trim(s)
		}
		from++
	}
	p.refitFrom(from)
	return true
}

// refitFrom fits the holds and repetitions from a stage on anew.
func (p *Player) refitFrom(stage int) {
	for i := stage; i < len(p.plan.Stages); i++ {
		if s := &p.plan.Stages[i]; s.Works() {
			p.refit(s)
		}
	}
}

// refit gives a stage that has not begun its length and its cues anew.
func (p *Player) refit(s *Stage) {
	s.work.lead, s.work.done = 0, 0
	s.Length = s.work.fit(p.plan.Options.Breath)
	s.Cues, s.VoiceCues = p.plan.Options.lines(*s, -1)
}

// trim gives a stage that has begun the cues that are still to come anew.
func (p *Player) trim(s *Stage) { s.Cues, s.VoiceCues = p.plan.Options.lines(*s, p.in) }
