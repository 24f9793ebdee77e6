package plain

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// overview is every pose of a routine before it starts.
type overview struct {
	routine content.Routine
	off     []bool                  // poses left out
	out     map[int]content.LeftOut // poses that are not for this person, by item
	exact   bool                    // the doses are what they are, whatever the level
}

// newOverview leaves out what is not for this person.
func (p *program) newOverview(r content.Routine) *overview {
	s := &overview{routine: r, off: make([]bool, len(r.Items)), out: map[int]content.LeftOut{}}
	_, out := r.Without(p.avoids())
	for _, o := range out {
		s.out[o.At] = o
		s.off[o.At] = s.off[o.At] || !o.Rest
	}
	return s
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
	chosen, items := s.chosen()
	switch {
	case len(items) > 0 && s.exact:
		return true, p.beginExact(chosen)
	case len(items) > 0:
		return true, p.begin(chosen, items)
	case !p.in.ended:
		p.print(p.emptyText(s))
		return false, nil
	case p.o.Routine != nil && len(s.out) == len(s.off):
		return false, fmt.Errorf(noneSuitsError, s.routine.Name)
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
		p.describe(s.routine.Items[i].Pose)
	case isAbout:
		p.print(wantNumberText(len(s.off)))
	case ok:
		s.off[i] = !s.off[i]
		p.print(p.itemText(s, i))
	default:
		p.print(overviewHelpText)
	}
}

// emptyText is what to do where every pose is left out.
func (p *program) emptyText(s *overview) string {
	switch {
	case len(s.out) < len(s.off):
		return noPosesText
	case p.o.Routine != nil: // there is no menu
		return noneSuitsStartText
	}
	return noneSuitsText
}

// item is the item of a number, from 1.
func (s *overview) item(number string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(number))
	return n - 1, err == nil && n >= 1 && n <= len(s.off)
}

// chosen is the routine without what is left out, and where its items stand in the
// whole one.
func (s *overview) chosen() (content.Routine, []int) {
	r := s.routine.Pick(func(i int, _ content.Item) bool { return !s.off[i] })
	var items []int
	for i := range s.off {
		if s.off[i] {
			continue
		}
		if o, ok := s.out[i]; ok && o.Rest {
			r.Items[len(items)].Then = nil
		}
		items = append(items, i)
	}
	return r, items
}

func (p *program) printOverview(s *overview) {
	chosen, items := s.chosen()
	if len(items) == 0 {
		chosen = s.routine
	}
	p.print("")
	p.print(introText(s.routine, p.avoids(), session.Compile(chosen, p.options()).Length()))
	if s.routine.Summary != "" {
		p.print(s.routine.Summary)
	}
	if props := s.routine.Props(); len(props) > 0 {
		p.print(needsText(props))
	}
	for i := range s.off {
		p.print(p.itemText(s, i))
	}
	p.print(overviewHelpText)
}

// itemText is a pose of a routine: "2. Cobra, 2 min.".
func (p *program) itemText(s *overview, i int) string {
	item := &s.routine.Items[i]
	length, _ := session.Compile(s.routine, p.options()).Item(i)
	text := fmt.Sprintf("%d. %s, %s", i+1, item.Pose.Title(), page.MinutesText(length))
	if o, ok := s.out[i]; ok {
		text += "; " + o.Text()
	}
	switch _, known := s.out[i]; {
	case s.off[i] && !known:
		text += "; left out"
	case !s.off[i] && known && !s.out[i].Rest:
		text += "; taken in all the same"
	}
	if slices.Contains(p.past.Hurt, item.Pose.ID) {
		text += "; it hurt lately"
	}
	return sentence(text)
}

// describe prints what there is to know of a pose before it is done.
func (p *program) describe(pose content.Pose) {
	told := pose.For(p.avoids())
	p.print(sentence(told.Title()))
	conditions := content.ConditionIDs()
	if p.o.Profile.Set || p.o.State.Profile.Set {
		conditions = p.avoids()
	}
	for _, c := range pose.Cautions(conditions) {
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
			p.hang("- ", content.Named(line, string(session.Right), string(session.Left)))
		}
	}
	for _, s := range pose.Source {
		p.print("From: " + s.String())
	}
}
