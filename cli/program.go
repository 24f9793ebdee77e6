package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/today"
)

func (a *app) programCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "program",
		Short: "a plan over weeks, and today's part of it",
		Long: `A plan over weeks: twelve steps, from restful sessions to stronger ones, three
to five short sessions a week. First they come more often, then they get longer.
While it runs, "catcow today" gives the day's part of it.

A step takes a week with three sessions in it, of any kind. If it takes longer
the program waits, and nothing is lost. After a session in which something hurt,
and after a break, comes an easy one.`,
		Example: `  catcow program start --region lower-back
  catcow program
  catcow program stop`,
		Args: noCommand,
	}
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error { return a.program(c.Context(), *asJSON) }
	begin := &cobra.Command{
		Use:   "start",
		Short: "begin a program today",
		Long:  "Begin a program today. One that runs already is left as it is.",
	}
	q := today.Request{}
	regionFlag(begin, &q.Regions)
	placeFlag(begin, &q.Place)
	begin.RunE = func(c *cobra.Command, _ []string) error { return a.startProgram(c.Context(), q) }
	c.AddCommand(begin, &cobra.Command{
		Use:   "stop",
		Short: "end the program",
		Long:  "End the program. Your sessions stay in the log.",
		RunE: func(*cobra.Command, []string) error {
			if err := a.changeProgram(false, func(p *config.Program) { *p = config.Program{} }); err != nil {
				return err
			}
			a.print(programStoppedText)
			return nil
		},
	})
	return c
}

func (a *app) startProgram(ctx context.Context, q today.Request) error {
	running := false
	err := a.changeProgram(true, func(p *config.Program) {
		if running = p.Started != ""; !running {
			*p = config.Program{Started: a.Now().Format(time.DateOnly), Regions: q.Regions, Place: string(q.Place)}
		}
	})
	if err != nil {
		return err
	}
	if running {
		return misused("a program runs already; \"catcow program stop\" ends it")
	}
	return a.program(ctx, false)
}

// changeProgram changes what is kept of the program, so that it runs or does not. Trouble
// that did not keep it from being written is only said.
func (a *app) changeProgram(runs bool, change func(*config.Program)) error {
	defer a.awaitState()()
	err := config.UpdateState(func(s *config.State) { change(&s.Program) })
	if err == nil {
		return nil
	}
	if state, unread := config.LoadState(); unread != nil || runs != (state.Program.Started != "") {
		return err
	}
	a.warn(err.Error())
	return nil
}

// program says where the program stands, and what today's part is.
func (a *app) program(ctx context.Context, asJSON bool) error {
	defer a.awaitState()()
	state, err := config.LoadState()
	if err != nil {
		return err
	}
	state.Program = a.dateProgram(state.Program)
	part, runs := a.part(ctx, state.Program)
	if asJSON {
		return a.json(newPartJSON(state.Program, part, runs))
	}
	p := a.printer()
	if !runs {
		p.text("", noProgramText)
	} else {
		for _, line := range partText(part) {
			p.text("", line)
		}
	}
	p.section("What is known", "  - ", evidenceText()...)
	return nil
}

// dateProgram has a program that was begun while the clock was ahead begin today: it would
// wait for that day. One day ahead is another time zone.
func (a *app) dateProgram(p config.Program) config.Program {
	today := a.Now().Format(time.DateOnly)
	if p.Started <= a.Now().AddDate(0, 0, 1).Format(time.DateOnly) {
		return p
	}
	_ = config.UpdateState(func(s *config.State) { // else the next time
		if s.Program.Started == p.Started {
			s.Program.Started = today
		}
	})
	p.Started = today
	return p
}

// part is the day's part of the program, if one runs.
func (a *app) part(ctx context.Context, p config.Program) (today.Part, bool) {
	start, err := time.ParseInLocation(time.DateOnly, p.Started, a.Now().Location())
	if err != nil {
		return today.Part{}, false
	}
	return today.PartOf(start, a.Now(), a.doneSince(ctx, start)), true
}

// doneSince is the sessions of the log since a day; none where it cannot tell.
func (a *app) doneSince(ctx context.Context, since time.Time) []today.Done {
	var all []today.Done
	a.lookIntoLog(ctx, func(l *history.Log) error {
		return l.EachSession(ctx, history.Filter{Since: since, Whole: true}, func(s history.Session) error {
			if s.Counts() {
				worse := s.Before != nil && s.After != nil && *s.After-*s.Before >= 3
				all = append(all, today.Done{Day: s.Started, Hurt: worse || len(s.Hurts) > 0})
			}
			return nil
		})
	})
	return all
}

// follow fits a request to today's part of the program, as far as it says nothing
// else.
func (a *app) follow(ctx context.Context, q *today.Request) (line string) {
	state, _ := a.state()
	state.Program = a.dateProgram(state.Program)
	part, runs := a.part(ctx, state.Program)
	if !runs || part.Over {
		return ""
	}
	if len(q.Regions) == 0 {
		q.Regions = state.Program.Regions
	}
	if q.Place == "" {
		q.Place = content.Place(state.Program.Place)
	}
	if q.Length == 0 {
		q.Length = part.Length
	}
	q.Effort = part.Effort
	return fmt.Sprintf("Step %d of %d of your program%s.", part.Number, today.Steps, easyText(part.Easy))
}

type partJSON struct {
	Runs      bool    `json:"runs"`
	Started   string  `json:"started"`
	Step      int     `json:"step"` // from 1
	Steps     int     `json:"steps"`
	Sessions  int     `json:"sessions"` // a week to aim at
	Seconds   float64 `json:"seconds"`  // of today's session
	Effort    string  `json:"effort"`   // "restful", "moderate" or "strong"
	Easy      string  `json:"easy"`     // "hurt", "break" or ""
	InStep    int     `json:"in_step"`
	ThisWeek  int     `json:"this_week"`
	DoneToday bool    `json:"done_today"`
	Over      bool    `json:"over"`
}

func newPartJSON(p config.Program, part today.Part, runs bool) partJSON {
	out := partJSON{Runs: runs, Steps: today.Steps}
	if !runs {
		return out
	}
	return partJSON{
		Runs: true, Started: p.Started, Step: part.Number, Steps: today.Steps, Sessions: part.Sessions,
		Seconds: seconds(part.Length), Effort: effortText(part.Effort), Easy: string(part.Easy),
		InStep: part.InStep, ThisWeek: part.ThisWeek, DoneToday: part.DoneToday, Over: part.Over,
	}
}
