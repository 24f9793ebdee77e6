package plain

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"catcow/content"
	"catcow/page"
	"catcow/today"
	"catcow/tui"
)

// today proposes a session made for today. The words after it say for where, for how
// many minutes and at which place.
func (p *program) today(words string) error {
	q, unknown := p.todayRequest(words)
	if unknown != "" {
		p.print(todayHelpText(unknown))
		return nil
	}
	made, err := p.o.Today(q)
	if err != nil {
		p.print(page.Sentence(err.Error()))
		return nil
	}
	p.print("")
	p.print(made.Why)
	for _, note := range made.Notes {
		p.print(note)
	}
	s := p.newOverview(made.Routine)
	s.exact = true
	return p.open(s)
}

// todayRequest is what words ask for; unknown is the first that means nothing.
func (p *program) todayRequest(words string) (q today.Request, unknown string) {
	q = today.Request{
		Regions: p.o.Profile.Regions, Length: tui.UsualLength, Conditions: p.o.Avoids(), Props: p.o.Props(), Day: p.now(),
	}
	var regions []string
	for _, region := range content.Regions() {
		if rest := strings.ReplaceAll(words, page.Words(region), ""); rest != words {
			regions, words = append(regions, region), rest
		}
	}
	if len(regions) > 0 {
		q.Regions = regions
	}
	places := []content.Place{content.Desk, content.Floor, content.AtAWall}
	for _, word := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' }) {
		minutes, err := strconv.Atoi(word)
		switch {
		case err == nil && minutes > 0 && minutes <= 180:
			q.Length = time.Duration(minutes) * time.Minute
		case slices.Contains(places, content.Place(word)):
			q.Place = content.Place(word)
		default:
			return q, word
		}
	}
	return q, ""
}
