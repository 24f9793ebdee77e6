package cli

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/fault"
	"catcow/history"
	"catcow/progress"
)

// Weeks that are looked at: a quarter of a year, and the most that can be asked
// for, ten years.
const (
	quarter   = 12
	mostWeeks = 520
)

func (a *app) statsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "stats",
		Short: "what your sessions add up to",
		Long: `Print what your sessions add up to: the weeks against your goal, the pain before
and after, and the poses that hurt.`,
		Example: `  catcow stats
  catcow stats --weeks 26 --json`,
	}
	weeks := quarter
	c.Flags().Func("weeks", "the last `N` weeks; unless told, 12", wholeNumber(&weeks, 1, mostWeeks))
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		var lib *content.Library // for the names of the poses
		var cfg config.Config
		var cfgErr error
		var reading fault.Group // beside the log
		if !*asJSON {
			reading.Go(func() { lib, _ = a.library() })
		}
		reading.Go(func() { cfg, cfgErr = a.settings() })
		var p history.Progress
		var readErr error
		err := a.withLog(c.Context(), func(l *history.Log) error {
			p, readErr = l.Progress(c.Context(), weeks)
			return readErr
		})
		reading.Wait()
		if err := cmp.Or(cfgErr, readErr); err != nil {
			return err
		}
		goal := progress.Goal(cfg.Goal)
		if *asJSON {
			return cmp.Or(a.json(newProgressJSON(p, goal)), err)
		}
		fmt.Fprint(a.out, progress.Text(p, poseName(lib), goal, a.Now(), a.printer().width))
		return err
	}
	return c
}

// poseName names poses by their id, "" those that are no longer there.
func poseName(lib *content.Library) func(id string) string {
	known := map[string]string{}
	for _, p := range lib.AllPoses() {
		known[p.ID] = p.Name
	}
	return func(id string) string { return known[id] }
}

type weekJSON struct {
	Monday   string    `json:"monday"` // YYYY-MM-DD
	Sessions int       `json:"sessions"`
	Played   float64   `json:"played"` // seconds
	Days     []float64 `json:"days"`   // seconds, Monday first
	Before   *float64  `json:"before"` // mean pain, 0 to 10
	After    *float64  `json:"after"`
	PEG      *float64  `json:"peg"`
}

// changeJSON has no numbers where they are not known.
type changeJSON struct {
	Baseline   *float64 `json:"baseline"`
	Latest     *float64 `json:"latest"`
	Meaningful bool     `json:"meaningful"`
	Direction  string   `json:"direction"` // "better", "worse" or ""
}

type progressJSON struct {
	Weeks      []weekJSON          `json:"weeks"` // oldest first
	Sessions   int                 `json:"sessions"`
	Played     float64             `json:"played"` // seconds
	Hurt       []history.PoseCount `json:"hurt"`
	Skipped    []history.PoseCount `json:"skipped"`
	Pain       changeJSON          `json:"pain"`
	PEG        changeJSON          `json:"peg"`
	SeeSomeone bool                `json:"see_someone"`
	Goal       progress.Goal       `json:"goal"`
}

func newProgressJSON(p history.Progress, goal progress.Goal) progressJSON {
	out := progressJSON{
		Weeks: []weekJSON{}, Sessions: p.Sessions, Played: seconds(p.Played),
		Hurt: list(p.Hurt), Skipped: list(p.Skipped),
		Pain: newChangeJSON(p.Pain), PEG: newChangeJSON(p.PEG), SeeSomeone: p.SeeSomeone,
		Goal: goal,
	}
	for i := range p.Weeks {
		w := &p.Weeks[i]
		j := weekJSON{
			Monday: date(w.Monday), Sessions: w.Sessions, Played: seconds(w.Played),
			Before: w.Before, After: w.After, PEG: w.PEG,
		}
		for _, d := range w.Days {
			j.Days = append(j.Days, seconds(d))
		}
		out.Weeks = append(out.Weeks, j)
	}
	return out
}

func newChangeJSON(c history.Change) changeJSON {
	out := changeJSON{Meaningful: c.Direction != history.NoChange, Direction: string(c.Direction)}
	if c.Known {
		out.Baseline, out.Latest = &c.Baseline, &c.Latest
	}
	return out
}
