package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"catcow/history"
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
		Use:               "log",
		Short:             "the sessions there were",
		Long:              logHelp,
		Example:           logExample,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	limit := &count{low: 0, high: 1e6}
	c.Flags().SortFlags = false
	c.Flags().Var(limit, "limit", "the last `N` sessions, 0 for all; unless told, 20")
	a.complete(c, "limit", cobra.NoFileCompletions)
	since := a.sinceFlag(c)
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(ctx context.Context, _ []string) error {
		if !limit.given && !since.given && !*asJSON {
			limit.value = shown
		}
		return a.logged(ctx, func(l *history.Log) error { return a.log(ctx, l, limit.value, since, *asJSON) })
	})
	return c
}

// log prints the last sessions since a day; a limit of 0 means all.
func (a *app) log(ctx context.Context, l *history.Log, limit int, since *day, asJSON bool) error {
	f := history.Filter{Since: since.start, Limit: limit}
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
		a.print(sayNoSessions(since))
		return nil
	}
	a.printSessions(sessions)
	if more {
		a.warn(sayMoreSessions)
	}
	return nil
}

// printSessions prints a line for each session, or two where the terminal is too
// narrow to say it all on one.
func (a *app) printSessions(sessions []history.Session) {
	here := a.Now().Location()
	t := table{give: []int{1}}
	t.add("when", "routine", "time", "end", "poses", "pain")
	for i := range sessions {
		s := &sessions[i]
		t.add(sayWhen(s.Started, here), printable(s.Name), fmt.Sprintf("%6s", sayPlayed(s.Played)), sayEnd(s.End),
			sayDone(s), sayPain(s))
	}
	if widths, total := t.widths(); a.Width == 0 || total-max(0, widths[1]-least) <= a.Width {
		t.print(a.out, a.Width)
		return
	}
	for i := range sessions {
		a.sheet().text("", sayWhen(sessions[i].Started, here)+"  "+printable(sessions[i].Name))
		a.sheet().text("  ", saySession(&sessions[i]))
	}
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
