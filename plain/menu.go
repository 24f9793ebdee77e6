package plain

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"catcow/content"
	"catcow/history"
	"catcow/page"
	"catcow/progress"
	"catcow/session"
	"catcow/tui"
)

// choice is a routine, or a pose alone, under its number.
type choice struct {
	routine content.Routine
	pose    bool
}

// menu lets the user choose, until they leave.
func (p *program) menu() error {
	p.print("")
	p.print(welcomeText)
	list := p.routines()
	p.list(list)
	p.print("")
	p.print(menuHelpText)
	if p.o.Today != nil {
		p.print(todayOfferText)
	}
	if p.weekDue() {
		p.print(weekDueText)
	}
	for {
		line, err := p.line()
		if err != nil {
			return err
		}
		switch line {
		case "q", "quit", "exit":
			return nil
		case "", "menu", "?", "help":
			list = p.routines()
			p.list(list)
			p.print(menuHelpText)
			continue
		case "poses", "library":
			list = p.poses()
			p.list(list)
			p.print(chooseNumberText)
			continue
		}
		known, err := p.page(line)
		if err == nil && !known {
			list, known, err = p.choose(list, line)
		}
		if err != nil {
			return err
		}
		if known {
			p.result = tui.Result{} // what ended is over
			p.print("")
			p.print(againText)
			list = p.routines()
		}
	}
}

// page is what can be chosen by a word; false for what cannot.
func (p *program) page(word string) (bool, error) {
	if about, ok := strings.CutPrefix(word, "today"); ok && p.o.Today != nil {
		return true, p.today(about)
	}
	switch word {
	case "progress":
		p.progress()
		return true, nil
	case "about", "profile":
		_, err := p.askProfile()
		return true, err
	case "safety":
		return true, p.readSafety("")
	case "week":
		return true, p.askWeek()
	}
	return false, nil
}

// choose opens what is meant by a number or a part of a name, or lists what may be
// meant. It reports whether something was opened.
func (p *program) choose(list []choice, line string) ([]choice, bool, error) {
	if n, err := strconv.Atoi(line); err == nil {
		if n < 1 || n > len(list) {
			p.print(wantNumberText(len(list)))
			return list, false, nil
		}
		return list, true, p.open(p.newOverview(list[n-1].routine))
	}
	found := p.find(line)
	switch len(found) {
	case 0:
		p.print(nothingText)
		return list, false, nil
	case 1:
		return list, true, p.open(p.newOverview(found[0].routine))
	}
	p.list(found)
	p.print(chooseNumberText)
	return found, false, nil
}

// routines is all of them.
func (p *program) routines() []choice {
	var all []choice
	for _, r := range p.lib.Routines() {
		all = append(all, choice{routine: r})
	}
	return all
}

// poses is all of them, each alone.
func (p *program) poses() []choice {
	var all []choice
	for _, pose := range p.lib.Poses() {
		all = append(all, choice{content.Alone(pose), true})
	}
	return all
}

// find is what has each word of a text in its name, or in one of its other names, its
// places or its poses; where one is called that, it alone. Hyphens and apostrophes need
// not be typed, as on the screens.
func (p *program) find(text string) []choice {
	wanted := tui.SearchWords(text)
	if len(wanted) == 0 {
		return nil
	}
	var found []choice
	for _, c := range slices.Concat(p.routines(), p.poses()) {
		if slices.Equal(tui.SearchWords(c.routine.Name), wanted) {
			return []choice{c}
		}
		told, _ := c.routine.Without(p.o.Avoids())
		words := []string{c.routine.Name, c.routine.ID, page.Words(strings.Join(c.routine.Regions, " ")), told.PlaceFor(p.o.Avoids()).Text()}
		for i := range c.routine.Items {
			pose := c.routine.Items[i].Pose
			words = append(append(words, pose.Name, pose.Sanskrit), pose.Aliases...)
		}
		all := strings.Join(tui.SearchWords(strings.Join(words, " ")), " ")
		if !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(all, w) }) {
			found = append(found, c)
		}
	}
	return found
}

// list prints what can be chosen.
func (p *program) list(all []choice) {
	for i, c := range all {
		text := c.routine.Name
		if !c.pose {
			told, _ := c.routine.Without(p.o.Avoids())
			text = introText(told, p.o.Avoids(), session.Compile(told, p.o.Compiling(&p.past)).Length())
		}
		if concerns := p.concerns(c.routine); len(concerns) > 0 {
			text += "; " + strings.Join(concerns, ", ")
		}
		p.print(fmt.Sprintf("%d. %s.", i+1, text))
	}
}

// concerns is what speaks against a routine, or a part of it, for this person.
func (p *program) concerns(r content.Routine) []string {
	all := p.lib.StandIns(r)
	told, out := r.Without(p.o.Avoids())
	switch {
	case len(out) > 0 && len(told.Items) == 0:
		all = append(all, out[0].Text())
	case len(out) > 0:
		all = append(all, page.Plural(len(out), "pose", "poses")+" left out for you")
	}
	return append(all, p.o.Concerns(&p.past, told)...)
}

// progress prints how it has been going.
func (p *program) progress() {
	var weeks history.Progress
	if p.past.Log != nil {
		var err error
		if weeks, err = p.readProgress(tui.ReviewedWeeks); err != nil {
			p.print(page.Sentence(err.Error()))
			return
		}
	}
	p.print("")
	report := progress.New(weeks, progress.PoseNames(p.lib), p.o.Goal, p.now())
	for _, line := range report.Sentences() {
		p.print(line)
	}
}

func isQuit(line string) bool { return line == "q" || line == "quit" || line == "exit" }

// readProgress asks the log how it has been going.
func (p *program) readProgress(weeks int) (history.Progress, error) {
	return askLog(func(ctx context.Context) (history.Progress, error) { return p.past.Log.Progress(ctx, weeks) })
}
