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

// status is what the log says about now.
type status struct {
	running *history.Session
	today   time.Duration
	week    history.Week
	goal    progress.Goal
}

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
	var s status
	if err := a.withLog(ctx, func(l *history.Log) (err error) {
		s, err = readStatus(ctx, l, progress.Goal(cfg.Goal), a.Now())
		return err
	}); err != nil {
		return err
	}
	if asJSON {
		return a.json(newStatusJSON(s))
	}
	a.print(statusText(s))
	return nil
}

func readStatus(ctx context.Context, l *history.Log, goal progress.Goal, now time.Time) (status, error) {
	s := status{goal: goal}
	p, err := l.Progress(ctx, 1)
	if err != nil {
		return s, err
	}
	if n := len(p.Weeks); n > 0 {
		s.week = p.Weeks[n-1]
		s.today = s.week.Days[(int(now.Weekday())+6)%7] // they begin on Monday
	}
	if r, ok := l.Running(ctx, quietTime); ok {
		s.running = &r
	}
	return s, nil
}

// statusText is all of it in one line.
func statusText(s status) string {
	text := fmt.Sprintf("%d of %s and %d of %s this week", s.week.Sessions, page.Plural(s.goal.Sessions, "session", "sessions"),
		page.Minutes(s.week.Played), page.Plural(s.goal.Minutes, "minute", "minutes"))
	if s.today > 0 {
		text += ", " + page.MinutesText(s.today) + " today"
	}
	if s.running != nil {
		text = s.running.Name + " is playing; " + text
	}
	return text
}

type statusJSON struct {
	Running *runningJSON `json:"running"` // null if nothing runs
	Today   float64      `json:"today"`   // seconds
	Week    struct {
		Sessions int     `json:"sessions"`
		Played   float64 `json:"played"` // seconds
	} `json:"week"`
	Goal progress.Goal `json:"goal"`
	Text string        `json:"text"`
}

type runningJSON struct {
	Routine string  `json:"routine"`
	Name    string  `json:"name"`
	Started string  `json:"started"`
	Played  float64 `json:"played"`
}

func newStatusJSON(s status) statusJSON {
	out := statusJSON{Today: seconds(s.today), Goal: s.goal, Text: statusText(s)}
	out.Week.Sessions, out.Week.Played = s.week.Sessions, seconds(s.week.Played)
	if r := s.running; r != nil {
		out.Running = &runningJSON{r.Routine, r.Name, r.Started.Format(time.RFC3339), seconds(r.Played)}
	}
	return out
}
