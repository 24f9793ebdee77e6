package cli

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"catcow/config"
)

func jsonFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("json", false, "as JSON, for programs")
}

// count is the value of a flag that takes a whole number in bounds.
type count struct {
	value, low, high int
	given            bool
}

// Set reads the number.
func (n *count) Set(s string) error {
	v, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || v < n.low || v > n.high {
		return fmt.Errorf("want a whole number from %d to %d", n.low, n.high)
	}
	n.value, n.given = v, true
	return nil
}

func (n *count) String() string { return "" } // no default in the help

// Type names the kind of value.
func (n *count) Type() string { return "count" }

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

// number is the value of a flag that takes a number in bounds.
type number struct {
	value, low, high float64
	given            bool
}

// Set reads the number. Those that are none, such as NaN, are out of any bounds.
func (n *number) Set(s string) error {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || v < n.low || v > n.high {
		return errors.New("want a number from " + decimal(n.low) + " to " + decimal(n.high))
	}
	n.value, n.given = v, true
	return nil
}

func (n *number) String() string { return "" } // no default in the help

// Type names the kind of value.
func (n *number) Type() string { return "number" }

// level is the value of a flag that takes a number from 0 to 1, or auto.
type level struct {
	config.Level

	given bool
}

// Set reads the level.
func (l *level) Set(s string) error {
	if strings.TrimSpace(s) == "auto" {
		l.Level, l.given = config.Level{Auto: true}, true
		return nil
	}
	n := number{low: 0, high: 1}
	if err := n.Set(s); err != nil {
		return fmt.Errorf("%w, or auto", err)
	}
	l.Level, l.given = config.Level{Value: n.value}, true
	return nil
}

func (l *level) String() string { return "" }

// Type names the kind of value.
func (l *level) Type() string { return "level" }

// names is the value of a flag that takes names with commas between them.
type names []string

// Set adds the names.
func (n *names) Set(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		if name = strings.TrimSpace(name); name != "" {
			*n = append(*n, name)
		}
	}
	if len(*n) == 0 {
		return errors.New("want poses with commas between them, such as cat-cow,cobra")
	}
	return nil
}

func (n *names) String() string { return "" }

// Type names the kind of value.
func (n *names) Type() string { return "poses" }
