package plain

import (
	"catcow/guide"
	"catcow/session"
)

// told is what was printed of a session, as far as it is not printed twice.
type told struct {
	item    int // the latest pose, from 1; 0 before the first
	hurt    *guide.Hurt
	signs   bool
	stands  guide.Reason
	waiting bool
	trouble string
}

// tell prints what is new in a view.
func (p *program) tell(v guide.View) {
	if p.guide.Bell() && p.o.Terminal {
		p.write("\a")
	}
	if v.Phase == guide.Leading && v.At.State != session.Finished && p.told.item != v.At.Stage.Item+1 {
		p.told.item = v.At.Stage.Item + 1
		p.say("")
		p.say(placeInRoutineText(v.At))
	}
	for _, line := range v.Said {
		p.say(line)
	}
	if v.Trouble != "" && v.Trouble != p.told.trouble {
		p.say(v.Trouble)
	}
	p.tellStanding(v)
	p.tellHurt(v.Hurt)
	p.told.trouble = v.Trouble
	if v.At.State != session.Playing {
		p.save() // nothing is due that the disk could hold up
	}
}

// tellStanding says why the clock stands, where nobody stopped it.
func (p *program) tellStanding(v guide.View) {
	if v.Stands != p.told.stands {
		switch v.Stands {
		case guide.Slept, guide.Shelled:
			p.say(sleptText)
		case guide.NoReason, guide.Pressed, guide.Easing, guide.Resumed:
		}
	}
	waiting := v.At.State == session.Waiting
	if waiting && !p.told.waiting {
		p.say(waitingText)
	}
	p.told.stands, p.told.waiting = v.Stands, waiting
}

// tellHurt says what can be done where something hurts, as far as the guide has not
// said it.
func (p *program) tellHurt(h *guide.Hurt) {
	signs := h != nil && h.Signs != nil
	switch {
	case signs && !p.told.signs:
		for _, n := range h.Signs[1:] {
			p.notice(n)
		}
		p.say(signsHelpText)
	case h != nil && h != p.told.hurt && p.in.keyboard == nil:
		p.say(hurtHelpText(len(h.Ways)))
	}
	p.told.hurt, p.told.signs = h, signs
}
