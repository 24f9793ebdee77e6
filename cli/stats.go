package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"catcow/content"
	"catcow/history"
	"catcow/tui"
)

// Weeks that are looked at: a quarter of a year, and the most that can be asked
// for, ten years.
const (
	quarter   = 12
	mostWeeks = 520
)

func (a *app) statsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "stats",
		Short:             "what your sessions add up to",
		Long:              statsHelp,
		Example:           statsExample,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	weeks := &count{value: quarter, low: 1, high: mostWeeks}
	c.Flags().SortFlags = false
	c.Flags().Var(weeks, "weeks", "the last `N` weeks; unless told, 12")
	a.complete(c, "weeks", cobra.NoFileCompletions)
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(ctx context.Context, _ []string) error {
		return a.logged(ctx, func(l *history.Log) error { return a.stats(ctx, l, weeks.value, *asJSON) })
	})
	return c
}

func (a *app) stats(ctx context.Context, l *history.Log, weeks int, asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	p, err := l.Progress(ctx, weeks)
	if err != nil {
		return err
	}
	goal := tui.Goal{Sessions: cfg.Goal.Sessions, Minutes: cfg.Goal.Minutes}
	if asJSON {
		return a.json(newProgressJSON(p, goal))
	}
	lib, _ := a.library()
	fmt.Fprint(a.out, tui.ProgressText(p, poseName(lib), goal, a.Now(), a.sheet().width))
	return nil
}

// poseName names poses by their id, "" those that are no longer there.
func poseName(lib *content.Library) func(id string) string {
	known := map[string]string{}
	for _, p := range lib.Poses() {
		known[p.ID] = p.Name
	}
	return func(id string) string { return known[id] }
}
