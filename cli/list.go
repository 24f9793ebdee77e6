package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"catcow/content"
	"catcow/session"
)

func (a *app) routinesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "routines",
		Short:             "list the routines",
		Long:              "List the routines, each with the time it takes at your settings.",
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(context.Context, []string) error { return a.routines(*asJSON) })
	return c
}

func (a *app) routines(asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, _ := a.library()
	o := options(cfg)
	if asJSON {
		out := []routineJSON{}
		for _, r := range lib.Routines() {
			out = append(out, newRoutineJSON(r, o))
		}
		return a.json(out)
	}
	a.printRoutines(lib.Routines(), o)
	return nil
}

// printRoutines prints a line for each routine, or two where the terminal is too
// narrow to say it all on one.
func (a *app) printRoutines(routines []content.Routine, o session.Options) {
	t := table{give: []int{1}}
	t.add("", "name", "id", "length", "place", "props", "for")
	for i, r := range routines {
		t.add(strconv.Itoa(i+1), r.Name, r.ID, minutes(session.Compile(r, o).Length()),
			string(r.Place()), sayProps(r.Props()), sayRegions(r.Regions))
	}
	if t.fits(a.Width) {
		t.print(a.out, a.Width)
		return
	}
	for i := range t.rows {
		t.rows[i] = t.rows[i][:5]
	}
	for i, line := range t.lines(a.Width) {
		fmt.Fprintln(a.out, line)
		if i > 0 {
			a.sheet().text("   ", sayFor(routines[i-1]))
		}
	}
}

func (a *app) posesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "poses",
		Short:             "list the poses",
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(context.Context, []string) error { return a.poses(*asJSON) })
	return c
}

func (a *app) poses(asJSON bool) error {
	lib, _ := a.library()
	poses := lib.Poses()
	if asJSON {
		out := []poseJSON{}
		for i := range poses {
			p, _ := poses[i].As("")
			out = append(out, newPoseJSON(p))
		}
		return a.json(out)
	}
	t := table{give: []int{1}}
	t.add("id", "name", "position", "sides", "dose")
	for i := range poses {
		p := &poses[i]
		t.add(p.ID, p.Name, string(p.Position), string(p.Sides), p.Dose.String())
	}
	t.print(a.out, a.Width)
	return nil
}

func jsonFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("json", false, "as JSON, for programs")
}
