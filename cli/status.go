package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"catcow/history"
	"catcow/page"
	"catcow/progress"
)

// quietTime is how long a session that runs may have written nothing down: no stage
// is longer.
const quietTime = 12 * time.Minute

func (a *app) statusCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "status",
		Short: "this week and today in one line, for bars",
		Long: `Print one line for the bar of a desktop or a prompt: this week against your
goal, what was done today, and the session that runs, if one does.`,
		Example: `  catcow status
  catcow status --json`,
	}
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error { return a.status(c.Context(), *asJSON) }
	return c
}

func (a *app) status(ctx context.Context, asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	var s statusJSON
	if err := a.withLog(ctx, func(l *history.Log) (err error) {
		s, err = readStatus(ctx, l, progress.Goal(cfg.Goal), a.Now())
		return err
	}); err != nil {
		return err
	}
	if asJSON {
		return a.json(s)
	}
	a.print(s.Text)
	return nil
}

type statusJSON struct {
	Running *runningJSON `json:"running"` // null if nothing runs
	Today   float64      `json:"today"`   // seconds
	Week    struct {
		Sessions int     `json:"sessions"`
		Played   float64 `json:"played"` // seconds
	} `json:"week"`
	Goal progress.Goal `json:"goal"`
	Text string        `json:"text"` // all of it in one line
}

type runningJSON struct {
	Routine string  `json:"routine"`
	Name    string  `json:"name"`
	Started string  `json:"started"`
	Played  float64 `json:"played"`
}

// readStatus is what the log says about now.
func readStatus(ctx context.Context, l *history.Log, goal progress.Goal, now time.Time) (statusJSON, error) {
	out := statusJSON{Goal: goal}
	p, err := l.Progress(ctx, 1)
	if err != nil {
		return out, err
	}
	var week history.Week
	if n := len(p.Weeks); n > 0 {
		week = p.Weeks[n-1]
	}
	today := week.Days[(int(now.Weekday())+6)%7] // they begin on Monday
	out.Today, out.Week.Sessions, out.Week.Played = seconds(today), week.Sessions, seconds(week.Played)
	out.Text = fmt.Sprintf("%d of %s and %d of %s this week", week.Sessions, page.Plural(goal.Sessions, "session", "sessions"),
		page.Minutes(week.Played), page.Plural(goal.Minutes, "minute", "minutes"))
	if today > 0 {
		out.Text += ", " + page.MinutesText(today) + " today"
	}
	if r, ok := l.Running(ctx, quietTime); ok {
		out.Running = &runningJSON{r.Routine, r.Name, r.Started.Format(time.RFC3339), seconds(r.Played)}
		out.Text = r.Name + " is playing; " + out.Text
	}
	return out, nil
}
