package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"catcow/session"
)

func (a *app) planCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "plan ROUTINE",
		Short: "what happens when in a routine",
		Long: `Print what happens when in a routine, and what is said: everything a session
does, as text. The flags are those of "catcow start".`,
		Example: `  catcow plan lower-back
  catcow plan lower-back --level 1 --json`,
		Args:              oneArg("ROUTINE"),
		ValidArgsFunction: firstOnly(a.completeRoutine),
	}
	ch := a.choiceFlags(c)
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error { return a.plan(c.Context(), args[0], ch, *asJSON) }
	return c
}

func (a *app) plan(ctx context.Context, name string, ch *choice, asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, _ := a.library()
	c, err := a.choose(ctx, cfg, lib, name, ch)
	if err != nil {
		return err
	}
	if ch.minutes == 0 {
		a.settle(ctx, &c, cfg.Profile.Avoid)
	}
	p := session.Compile(c.routine, c.options)
	if asJSON {
		return a.json(newPlanJSON(p, c.changes))
	}
	a.printPlan(p, c.changes)
	return nil
}

// printPlan prints a line for each stage and, under it, what is said when.
func (a *app) printPlan(p session.Plan, changes []string) {
	t := table{lead: 3}
	var starts []time.Duration
	var start time.Duration
	for i := range p.Stages {
		st := &p.Stages[i]
		t.add(rightClock(start), string(st.Kind), st.Pose.Title(), string(st.Side), setText(st), rightClock(st.Length))
		starts = append(starts, start)
		start += st.Length
	}
	s := a.printer()
	s.text("", p.Routine.Name)
	s.text("", paceText(p))
	for _, line := range changes {
		s.text("", line)
	}
	for i, lines := range t.lines(a.Width) {
		st := &p.Stages[i]
		if i == 0 || st.Item != p.Stages[i-1].Item {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintln(a.out, strings.Join(lines, "\n"))
		for _, c := range st.Cues {
			s.text("      "+rightClock(starts[i]+c.At)+"  ", c.Text)
		}
	}
	if start > 0 {
		fmt.Fprintf(a.out, "\n%s  in all\n", rightClock(start))
	}
}

type cueJSON struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

type stageJSON struct {
	Kind    string    `json:"kind"`
	Pose    string    `json:"pose"`
	Variant string    `json:"variant"`
	Side    string    `json:"side"`
	Set     int       `json:"set"`
	Sets    int       `json:"sets"`
	Reps    int       `json:"reps"`
	Start   float64   `json:"start"`
	Seconds float64   `json:"seconds"`
	Cues    []cueJSON `json:"cues"`
}

type breathJSON struct {
	In  float64 `json:"in"`
	Out float64 `json:"out"`
}

type planJSON struct {
	Routine string      `json:"routine"`
	Seconds float64     `json:"seconds"`
	Level   float64     `json:"level"`
	Breath  breathJSON  `json:"breath"`
	Stages  []stageJSON `json:"stages"`
	Changes []string    `json:"changes"` // what was done to the routine
}

func newPlanJSON(p session.Plan, changes []string) planJSON {
	out := planJSON{
		Routine: p.Routine.ID, Seconds: seconds(p.Length()), Level: p.Options.Level,
		Breath: breathJSON{seconds(p.Options.Breath.In), seconds(p.Options.Breath.Out)}, Stages: []stageJSON{}, Changes: list(changes),
	}
	var start time.Duration
	for i := range p.Stages {
		st := &p.Stages[i]
		j := stageJSON{
			Kind: string(st.Kind), Pose: st.Ref.Pose, Variant: st.Ref.Variant, Side: string(st.Side),
			Set: st.Set, Sets: st.Sets, Reps: st.Reps(), Start: seconds(start), Seconds: seconds(st.Length),
			Cues: []cueJSON{},
		}
		for _, c := range st.Cues {
			j.Cues = append(j.Cues, cueJSON{seconds(c.At), c.Text})
		}
		out.Stages = append(out.Stages, j)
		start += st.Length
	}
	return out
}
