package plain

import (
	"catcow/guide"
	"catcow/session"
)

// printed is what was printed of a session, as far as it is not printed twice.
type printed struct {
	item    int // the latest pose, from 1; 0 before the first
	stands  guide.Reason
	waiting bool
	trouble string
}

// printNew prints what is new in a view.
func (p *program) printNew(v guide.View) {
	if p.guide.Bell() && p.o.Terminal {
		p.write("\a")
	}
	if v.Phase == guide.Leading && v.At.State != session.Finished && p.printed.item != v.At.Stage.Item+1 {
		p.printed.item = v.At.Stage.Item + 1
		p.print("")
		p.print(placeInRoutineText(v.At))
	}
	for _, line := range v.Said {
		p.print(line)
	}
	if v.Trouble != "" && v.Trouble != p.printed.trouble {
		p.print(v.Trouble)
	}
	p.printStanding(v)
	p.printed.trouble = v.Trouble
	if v.At.State != session.Playing {
		p.saveBeside()
	}
}

// printStanding says why the clock stands, where nobody stopped it.
func (p *program) printStanding(v guide.View) {
	if v.Stands != p.printed.stands {
		switch v.Stands {
		case guide.Slept, guide.Shelled:
			p.print(sleptText)
		case guide.NoReason, guide.Pressed, guide.Easing, guide.Resumed:
		}
	}
	waiting := v.At.State == session.Waiting
	if waiting && !p.printed.waiting {
		p.print(waitingText)
	}
	p.printed.stands, p.printed.waiting = v.Stands, waiting
}
