package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"catcow/history"
	"catcow/page"
)

const logExample = `  catcow log --limit 5
  catcow log --since 2w
  catcow log --since 2026-11-01 --json`

const logHelp = `List the sessions there were, the newest first. Each stands under the time that
the clock showed where it began; another zone than that of today is named.`

// shown is how many sessions are listed unless more are asked for: a screen of
// them. Those that were asked for, by a day or by a program, are all listed.
const shown = 20

func (a *app) logCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "log",
		Short:   "the sessions there were",
		Long:    logHelp,
		Example: logExample,
	}
	limit := 0
	c.Flags().Func("limit", "the last `N` sessions, 0 for all; unless told, 20", wholeNumber(&limit, 0, 1e6))
	since := a.sinceFlag(c)
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if !c.Flags().Changed("limit") && since.IsZero() && !*asJSON {
			limit = shown
		}
		return a.withLog(c.Context(), func(l *history.Log) error { return a.log(c.Context(), l, limit, *since, *asJSON) })
	}
	return c
}

// log prints the last sessions since a day; a limit of 0 means all.
func (a *app) log(ctx context.Context, l *history.Log, limit int, since time.Time, asJSON bool) error {
	f := history.Filter{Since: since, Limit: limit}
	if limit > 0 {
		f.Limit++ // to know whether there are more
	}
	sessions, err := l.Sessions(ctx, f)
	if err != nil {
		return err
	}
	more := limit > 0 && len(sessions) > limit
	if more {
		sessions = sessions[:limit]
	}
	if asJSON {
		out := []sessionJSON{}
		for i := range sessions {
			out = append(out, newSessionJSON(&sessions[i]))
		}
		return a.json(out)
	}
	if len(sessions) == 0 {
		a.print(noSessionsText(since))
		return nil
	}
	a.printSessions(sessions)
	if more {
		a.warn(moreSessionsText)
	}
	return nil
}

// printSessions prints a line for each session, or more where the terminal is
// narrow.
func (a *app) printSessions(sessions []history.Session) {
	here := a.Now().Location()
	t := table{lead: 2}
	t.add("when", "routine", "time", "end", "poses", "pain")
	for i := range sessions {
		s := &sessions[i]
		t.add(whenText(s.Started, here), printable(s.Name), fmt.Sprintf("%6s", page.MinutesText(s.Played)), endText(s.End),
			fmt.Sprintf("%d of %d", s.Done, s.Poses), painText(s))
	}
	t.print(a.out, a.Width)
}

type sessionJSON struct {
	ID      string   `json:"id"`
	Routine string   `json:"routine"`
	Name    string   `json:"name"`
	Started string   `json:"started"` // RFC 3339, with the offset of its zone
	Ended   string   `json:"ended"`
	End     string   `json:"end"`     // "finished", "ended early", "interrupted"; "" where it is open
	Played  float64  `json:"played"`  // seconds
	Planned float64  `json:"planned"` // seconds
	Poses   int      `json:"poses"`
	Done    int      `json:"done"`
	Before  *int     `json:"before"` // pain, 0 to 10
	After   *int     `json:"after"`
	Where   []string `json:"where"`
	Leg     bool     `json:"leg"`
}

func newSessionJSON(s *history.Session) sessionJSON {
	return sessionJSON{
		ID: s.ID, Routine: s.Routine, Name: s.Name,
		Started: s.Started.Format(time.RFC3339), Ended: s.Ended.Format(time.RFC3339), End: s.End,
		Played: seconds(s.Played), Planned: seconds(s.Planned), Poses: s.Poses, Done: s.Done,
		Before: s.Before, After: s.After, Where: list(s.Where), Leg: s.Leg,
	}
}
