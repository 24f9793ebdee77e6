package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// day is the value of a flag that takes a day, in the zone of the clock.
type day struct {
	start time.Time // midnight
	given bool
	now   func() time.Time
}

// sinceFlag is --since.
func (a *app) sinceFlag(c *cobra.Command) *day {
	d := &day{now: a.Now}
	c.Flags().Var(d, "since", "from this `DAY` on: 2026-11-01, today, yesterday, 30d or 4w")
	a.complete(c, "since", cobra.FixedCompletions([]cobra.Completion{"today", "yesterday", "30d", "4w"},
		cobra.ShellCompDirectiveNoFileComp))
	return d
}

// Set reads the day. Those that no session can be from are moved to where the
// log begins and ends, which asks for the same.
func (d *day) Set(s string) error {
	start, ok := readDay(strings.ToLower(strings.TrimSpace(s)), d.now())
	if !ok {
		words := []string{"today", "yesterday"}
		return fmt.Errorf("no day %q; %s", s, didYouMean(s, words, "want one like 2026-11-20, today, yesterday, 30d or 4w"))
	}
	first, last := time.Unix(0, 0), time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
	if start.Before(first) {
		start = first
	}
	if start.After(last) {
		start = last
	}
	d.start, d.given = start, true
	return nil
}

// readDay is the midnight that a day begins with: one of the calendar, or one
// that is counted back from today.
func readDay(s string, now time.Time) (time.Time, bool) {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch s {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDate(0, 0, -1), true
	}
	length := 1
	count, ok := strings.CutSuffix(s, "d")
	if !ok {
		length = 7
		count, ok = strings.CutSuffix(s, "w")
	}
	if ok {
		n, err := strconv.ParseUint(count, 10, 16)
		return today.AddDate(0, 0, -int(n)*length), err == nil
	}
	start, err := time.ParseInLocation(time.DateOnly, s, now.Location())
	return start, err == nil
}

func (d *day) String() string { return "" } // no default in the help

// Type names the kind of value.
func (d *day) Type() string { return "day" }
