package plain

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"catcow/content"
	"catcow/guide"
	"catcow/page"
	"catcow/session"
)

// overview is every pose of a routine before it starts.
type overview struct {
	guide.Selection

	exact bool // the doses are what they are, whatever the level
}

// newOverview leaves out what is not for this person.
func (p *program) newOverview(r content.Routine) *overview {
	return &overview{Selection: guide.Select(r, p.o.Avoids())}
}

// open prints a routine, lets poses be left out, and starts it.
func (p *program) open(s *overview) error {
	p.printOverview(s)
	for {
		line, err := p.line()
		switch {
		case errors.Is(err, io.EOF) && p.o.Routine != nil: // it was asked for by its name
			line = ""
		case err != nil:
			return err
		case line == "b", line == "back", isQuit(line):
			return nil
		}
		if line != "" {
			p.change(s, line)
			continue
		}
		if started, err := p.beginChosen(s); started || err != nil {
			return err
		}
	}
}

// beginChosen leads through what is chosen. Where nothing is, it says what to do, and
// reports false; where nobody can do that any more, that is the end.
func (p *program) beginChosen(s *overview) (started bool, err error) {
	chosen, items := s.Chosen()
	switch {
	case len(items) > 0 && s.exact:
		return true, p.beginExact(chosen)
	case len(items) > 0:
		return true, p.begin(chosen, items)
	case !p.in.ended:
		p.print(p.emptyText(s))
		return false, nil
	case p.o.Routine != nil && len(s.Out) == len(s.Off):
		return false, fmt.Errorf(noneSuitsError, s.Routine.Name)
	}
	p.print(noPosesText)
	return false, io.EOF
}

// change takes a pose out of the routine or in again, or tells of one.
func (p *program) change(s *overview, line string) {
	number, isAbout := strings.CutPrefix(line, "about ")
	i, ok := s.item(number)
	switch {
	case isAbout && ok:
		p.describe(s.Routine.Items[i].Pose)
	case isAbout:
		p.print(wantNumberText(len(s.Off)))
	case ok:
		s.Off[i] = !s.Off[i]
		p.print(p.itemText(s, i))
	default:
		p.print(overviewHelpText)
	}
}

// emptyText is what to do where every pose is left out.
func (p *program) emptyText(s *overview) string {
	switch {
	case len(s.Out) < len(s.Off):
		return noPosesText
	case p.o.Routine != nil: // there is no menu
		return noneSuitsStartText
	}
	return noneSuitsText
}

// item is the item of a number, from 1.
func (s *overview) item(number string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(number))
	return n - 1, err == nil && n >= 1 && n <= len(s.Off)
}

func (p *program) printOverview(s *overview) {
	chosen, items := s.Chosen()
	if len(items) == 0 {
		chosen = s.Routine
	}
	p.print("")
	p.print(introText(chosen, p.o.Avoids(), session.Compile(chosen, p.o.Compiling(&p.past)).Length()) + ".")
	if s.Routine.Summary != "" {
		p.print(s.Routine.Summary)
	}
	if props := chosen.Props(); len(props) > 0 {
		p.print(needsText(props))
	}
	for i := range s.Off {
		p.print(p.itemText(s, i))
	}
	p.print(overviewHelpText)
}

// itemText is a pose of a routine: "2. Cobra, 2 min.".
func (p *program) itemText(s *overview, i int) string {
	item := &s.Routine.Items[i]
	length := session.Compile(s.Routine, p.o.Compiling(&p.past)).Item(i)
	text := fmt.Sprintf("%d. %s, %s", i+1, item.Pose.Title(), page.MinutesText(length))
	if o, ok := s.Out[i]; ok {
		text += "; " + o.Text()
	}
	switch _, known := s.Out[i]; {
	case s.Off[i] && !known:
		text += "; left out"
	case !s.Off[i] && known && !s.Out[i].Rest:
		text += "; taken in all the same"
	}
	if slices.Contains(p.past.Hurt, item.Pose.ID) {
		text += "; it hurt lately"
	}
	return page.Sentence(text)
}

// describe prints what there is to know of a pose before it is done.
func (p *program) describe(pose content.Pose) {
	told := pose.For(p.o.Avoids())
	p.print(page.Sentence(told.Title()))
	for _, c := range p.o.Cautions(pose) {
		p.print(page.Title(content.ConditionName(c.With)) + ": " + c.Say)
	}
	for _, text := range []string{told.Why, told.Feel} {
		if text != "" {
			p.print(text)
		}
	}
	for _, part := range []struct {
		title string
		lines []string
	}{{"Setting up:", told.Steps}, {"Gentler ways:", told.Ease}, {"Coming out:", []string{told.Release}}} {
		if strings.Join(part.lines, "") == "" {
			continue
		}
		p.print(part.title)
		for _, line := range part.lines {
			p.hang("- ", content.FillSide(line, string(session.Right), string(session.Left)))
		}
	}
	for _, s := range pose.Source {
		p.print("From: " + s.String())
	}
}
