package plain

import (
	"errors"
	"fmt"
	"io"

	"catcow/config"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
	"catcow/progress"
	"catcow/tui"
)

// done prints what became of the session, and the safety page where it calls for
// that.
func (p *program) done() error {
	if !p.guide.Started() {
		p.print(anotherText)
		if p.result.End == guide.Interrupted { // by nobody: it was left before it began
			p.result = tui.Result{}
		}
		return nil
	}
	s := p.guide.Summary(p.now())
	p.print("")
	p.report(s)
	switch {
	case s.Leg:
		return p.readSafety("", p.safe.ForLegs()...)
	case s.Rose:
		p.remember(func(s *config.State) { s.Due = true })
		return p.readSafety(p.safe.Rose.Line)
	}
	return nil
}

// report prints what was done and what not, what hurt, and the week.
func (p *program) report(s guide.Summary) {
	p.print(doneText(s))
	for i, o := range s.Outcomes {
		name := p.guide.Routine().Items[i].Pose.Title()
		switch {
		case s.Skipped[i]:
			p.print(name + ": skipped.")
		case !o.Whole() && !o.Skipped():
			p.print(fmt.Sprintf("%s: %s of %s.", name, secondsText(o.Played), secondsText(o.Planned)))
		}
	}
	if len(s.Hurt) > 0 {
		p.print(s.HurtText())
	}
	if p.past.Log != nil && p.o.Play.Speed == 1 {
		if weeks, err := p.readProgress(1); err == nil {
			p.print(progress.WeekText(weeks, p.o.Goal, p.now()))
		}
	}
}

// weekDue reports whether the questions of the week are to be offered.
func (p *program) weekDue() bool { return p.past.Weekly && p.o.CheckIn && p.past.Log != nil }

// askWeek asks the three questions of the week; they only count together.
func (p *program) askWeek() error {
	if p.past.Log == nil || !p.o.CheckIn {
		p.print(nothingText)
		return nil
	}
	p.past.Weekly = false
	now := p.now()
	p.remember(func(s *config.State) { s.Asked.Weekly = now })
	p.print(p.safe.PEG.Lead)
	var answers []int
	for _, q := range p.safe.PEG.Questions {
		p.print(q.Ask)
		p.print(scaleText(&guide.Question{Scale: q.Scale}))
		line, err := p.line()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		n, ok := guide.Rating(line)
		if !ok {
			p.print(notAnsweredText)
			return nil
		}
		answers = append(answers, n)
	}
	if len(answers) == 3 {
		p.past.Log.SavePEG(history.PEG{At: now, Pain: answers[0], Enjoyment: answers[1], Activity: answers[2]})
		p.print(thanksText)
	}
	return nil
}

// doneText is what was done: "3 of 4 poses done, 1 in part; 5 min on the mat.".
func doneText(s guide.Summary) string {
	return s.DoneText() + "; " + page.MinutesText(s.Played) + " on the mat."
}
