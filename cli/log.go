package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"catcow/decode"
	"catcow/history"
	"catcow/page"
)

// shown is how many sessions are listed unless more are asked for: a screen of
// them. Those that were asked for, by a day or by a program, are all listed.
const shown = 20

// pageRows is how many rows of a long log are laid out together.
const pageRows = 1000

func (a *app) logCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "log",
		Short: "the sessions there were",
		Long: `List the sessions there were, the newest first. Each stands under the time that
the clock showed where it began; another zone than that of today is named.`,
		Example: `  catcow log --limit 5
  catcow log --since 2w
  catcow log --since 2026-11-01 --json`,
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

// log prints the last sessions since a day; a limit of 0 means all, which may be
// more than there is memory for.
func (a *app) log(ctx context.Context, l *history.Log, limit int, since time.Time, asJSON bool) error {
	if asJSON {
		return a.logJSON(ctx, l, history.Filter{Since: since, Limit: limit})
	}
	f := history.Filter{Since: since, Limit: limit}
	if limit > 0 {
		f.Limit++ // to know whether there are more
	}
	t, n, more := &table{lead: 2}, 0, false
	err := l.EachSession(ctx, f, func(s history.Session) error {
		if more = limit > 0 && n == limit; more {
			return nil
		}
		if n == 0 {
			t.add("when", "routine", "time", "end", "poses", "pain")
		} else if len(t.rows) == pageRows {
			t.flush(a.out, a.Width)
		}
		n++
		t.add(whenText(s.Started, a.Now().Location()), decode.Printable(s.Name), fmt.Sprintf("%11s", page.MinutesText(s.Played)), endText(s.End),
			fmt.Sprintf("%d of %d", s.Done, s.Poses), painText(&s))
		return nil
	})
	t.print(a.out, a.Width)
	switch {
	case err != nil:
		return err
	case n == 0:
		a.print(noSessionsText(since))
	case more:
		a.warn(moreSessionsText)
	}
	return nil
}

// logJSON prints a list, one session after the other.
func (a *app) logJSON(ctx context.Context, l *history.Log, f history.Filter) error {
	n := 0
	err := l.EachSession(ctx, f, func(s history.Session) error {
		text, err := marshal(newSessionJSON(&s), "  ")
		fmt.Fprint(a.out, []string{"[\n  ", ",\n  "}[min(n, 1)], text)
		n++
		return err
	})
	fmt.Fprintln(a.out, []string{"[]", "\n]"}[min(n, 1)])
	return err
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
