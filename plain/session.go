package plain

import (
	"cmp"
	"context"
	"errors"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
	"catcow/session"
	"catcow/tui"
)

// start begins the routine that was asked for by its name. One of which something
// is left out for this person is never changed silently.
func (p *program) start(r content.Routine) error {
	if u := p.past.Unfinished; u != nil && u.Routine == r.ID && p.o.Play.Speed == 1 {
		if resumed, err := p.offerResume(); resumed || ignoreEnd(err) != nil {
			return err
		}
	}
	if _, out := r.Without(p.o.Avoids()); len(out) > 0 {
		return p.open(p.newOverview(r))
	}
	p.print("")
	p.print(introText(r, p.o.Avoids(), session.Compile(r, p.o.Compiling(&p.past)).Length()) + ".")
	if props := r.Props(); len(props) > 0 {
		p.print(needsText(props))
	}
	return p.begin(r, guide.ItemsOf(p.lib, r))
}

// begin leads through those items of a routine.
func (p *program) begin(r content.Routine, items []int) error {
	if tui.IsListed(p.lib, r) {
		p.remember(func(s *config.State) { s.Routine = r.ID })
	}
	p.prepare()
	return p.lead(guide.New(p.guiding(r, items), p.now()))
}

// prepare writes what is not kept yet, as the disk holds nobody up before the clock runs,
// and says what leads a session, where there is somebody to press it.
func (p *program) prepare() {
	p.save()
	if !p.in.ended {
		p.print(sessionHelpText(p.in.keyboard != nil))
	}
}

// beginExact leads through a routine whose doses are what they are.
func (p *program) beginExact(r content.Routine) error {
	o := p.guiding(r, nil)
	o.Session.Level, o.Session.Levels = 0, nil
	p.prepare()
	return p.lead(guide.New(o, p.now()))
}

// guiding is what a session is led with.
func (p *program) guiding(r content.Routine, items []int) guide.Options {
	o := p.o.Guiding(p.lib, &p.past, r, items, p.now())
	o.CheckIn = o.CheckIn && !p.in.ended
	o.Safety, o.LineByLine, o.Remember = p.safe, true, p.remember
	return o
}

// offerResume offers to go on with the session that was cut off, and reports whether
// it did.
func (p *program) offerResume() (resumed bool, err error) {
	cutOff := p.past.Unfinished
	if cutOff == nil {
		return false, nil
	}
	if _, _, err := guide.Recompile(p.lib, *cutOff, p.o.Compiling(&p.past)); err != nil {
		return false, nil
	}
	p.print("")
	p.print(unfinishedText(*cutOff, p.now()))
	goOn, err := p.yes()
	if err != nil {
		return false, err
	}
	if !goOn {
		p.past.Log.Dismiss(cutOff.ID)
		return false, nil
	}
	s, err := askLog(func(ctx context.Context) (history.Session, error) { return p.past.Log.Resume(ctx, cutOff.ID) })
	plan, items, gone := guide.Recompile(p.lib, s, p.o.Compiling(&p.past))
	if err = cmp.Or(err, gone); err != nil {
		p.print(page.Sentence(err.Error()))
		return false, nil
	}
	p.prepare()
	return true, p.lead(guide.Resume(p.guiding(plan.Routine, items), plan, s, p.now()))
}

// yes reads yes or no, again until it is one of them. Enter is yes, as on the screen.
func (p *program) yes() (bool, error) {
	for {
		switch line, err := p.line(); {
		case err != nil:
			return false, err
		case line == "", line == "y", line == "yes":
			return true, nil
		case line == "n", line == "no":
			return false, nil
		}
		p.print(yesOrNoText)
	}
}

// lead follows a session to its end.
func (p *program) lead(g *guide.Guide) error {
	p.guide, p.printed = g, printed{}
	p.printNew(g.View())
	for g.View().Phase != guide.Over {
		if err := p.step(); err != nil {
			stop, ok := errors.AsType[interruptError](err)
			g.Interrupt(p.now(), stop.cut || !ok)
			p.result = tui.ResultOf(p.guide, p.now())
			return err
		}
	}
	p.result = tui.ResultOf(p.guide, p.now())
	err := p.done()
	p.recallAgain() // the disk holds up no word of how it went
	return err
}

// recallAgain reads what the session that is over has changed: the next one begins from
// there, and what hurt is said.
func (p *program) recallAgain() {
	again := p.past.Again
	if again == nil || p.o.Routine != nil { // nothing comes after it
		return
	}
	now, err := askLog(again)
	if err != nil {
		return // what was known is better than nothing
	}
	p.past.Renew(now)
	if p.o.Auto {
		p.o.Session.Levels = p.past.Levels
	}
}

// step waits for a key, or for something to say.
func (p *program) step() error {
	g := p.guide
	if p.err != nil {
		return p.err
	}
	if p.in.ended && p.unattended() {
		return nil
	}
	key, err := p.in.key(g.Wait(p.now()))
	if err != nil {
		return err
	}
	if key == "" {
		p.printNew(g.Tick(p.now()))
		return nil
	}
	return p.press(key)
}

// unattended lets a session go on where nobody can answer any more. It reports
// whether there was something to be done.
func (p *program) unattended() bool {
	g := p.guide
	switch v := g.View(); {
	case v.Phase == guide.Asking:
		p.printNew(g.Pass(p.now()))
	case v.Hurt != nil && v.Hurt.Signs == nil:
		p.printNew(g.Do(guide.EaseOff, p.now()))
	case v.Hurt != nil: // a leg, numbness or weakness: nothing goes on by itself
		p.printNew(g.Do(guide.EndHere, p.now()))
	case v.Ending:
		p.printNew(g.Do(guide.Cancel, p.now()))
	case v.At.State == session.Paused || v.At.State == session.Waiting:
		p.printNew(g.Do(guide.Pause, p.now()))
	default:
		return false
	}
	return true
}
