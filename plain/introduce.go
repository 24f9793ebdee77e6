package plain

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/page"
)

// introduce is what comes once: the safety page, and what catcow should know.
func (p *program) introduce() error {
	if p.o.IsUnread(p.safe) {
		if err := p.readSafety(""); err != nil {
			return err
		}
	}
	if p.in.ended || p.o.IsIntroduced() {
		return nil
	}
	if left, err := p.askProfile(); left || err != nil {
		return cmp.Or(err, io.EOF)
	}
	return nil
}

// readSafety prints the safety page, and keeps that it was read once that is said.
// why is why it is shown now; it may be empty.
func (p *program) readSafety(why string, first ...content.Notice) error {
	p.print("")
	if why != "" {
		p.print(why)
		p.print("")
	}
	p.print(p.safe.Title + ".")
	for _, n := range slices.Concat(first, p.safe.Sections()) {
		p.notice(n)
	}
	p.print("")
	p.print(p.safe.Credit)
	p.print("")
	if !p.o.IsUnread(p.safe) {
		return nil
	}
	p.print(haveReadText)
	answer, err := p.line()
	switch {
	case errors.Is(err, io.EOF):
		p.print(notReadText)
		return nil
	case err != nil:
		return err
	case isQuit(answer):
		return io.EOF
	}
	version, date := p.safe.Version, p.now().Format(time.DateOnly)
	p.remember(func(s *config.State) {
		s.Safety, s.Due = config.Acknowledged{Version: version, Date: date}, false
	})
	return nil
}

// notice prints a part of the safety page.
func (p *program) notice(n content.Notice) {
	p.print("")
	p.print(n.Title + ":")
	for _, line := range n.Lines {
		p.hang("- ", line)
	}
	if n.Call != "" {
		p.print(n.Call)
	}
}

// askProfile asks for conditions and for what is at hand. Without an answer it is
// asked again the next time. left says that somebody left it by a word.
func (p *program) askProfile() (left bool, err error) {
	if p.o.Profile.Set {
		p.print(profileSetText)
		return false, nil
	}
	p.print("")
	p.print(profileLeadText)
	var names []string
	for _, c := range content.Conditions() {
		names = append(names, page.Title(c.Name))
	}
	avoid, err := p.askSome(conditionsText, names, content.ConditionIDs(), p.o.Avoids())
	if avoid == nil || err != nil {
		return err == nil, ignoreEnd(err)
	}
	names = nil
	for _, prop := range content.Props() {
		names = append(names, page.Title(content.PropName(prop)))
	}
	props, err := p.askSome(atHandText, names, content.Props(), p.o.Props())
	if props == nil || err != nil {
		return err == nil, ignoreEnd(err)
	}
	p.remember(func(s *config.State) { s.Profile = config.ProfileAnswers{Avoid: avoid, Props: props, Set: true} })
	p.print(profileTailText)
	return false, nil
}

// askSome asks which of some things are so. Without a number it is as it was. The
// answer is nil where somebody left instead.
func (p *program) askSome(ask string, names, ids, was []string) ([]string, error) {
	var said []string
	for i, name := range names {
		p.print(fmt.Sprintf("%d. %s.", i+1, name))
		if slices.Contains(was, ids[i]) {
			said = append(said, name)
		}
	}
	p.print(ask + " " + asItWasText(said))
	for {
		line, err := p.line()
		if err != nil {
			return nil, err
		}
		switch {
		case line == "":
			return append([]string{}, was...), nil
		case isQuit(line):
			return nil, nil
		}
		some, ok := pickNumbers(line, ids)
		if ok {
			return some, nil
		}
		p.print(wantNumbersText(len(ids)))
	}
}

// pickNumbers is the things whose numbers are in a line, from 1; for 0 and "none"
// it is nothing.
func pickNumbers(line string, ids []string) ([]string, bool) {
	some := []string{}
	if line == "0" || line == "none" || line == "no" {
		return some, true
	}
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '.' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(ids) {
			return nil, false
		}
		if !slices.Contains(some, ids[n-1]) {
			some = append(some, ids[n-1])
		}
	}
	return some, true
}

// ignoreEnd is an error that the end of the input is not.
func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
