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

// setter reads the value of a flag.
type setter = func(text string) error

// number reads a number in bounds. Those that are none, such as NaN, are out of
// any bounds.
func number(into *float64, low, high float64) setter {
	return func(s string) error {
		v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		if err != nil || math.IsNaN(v) || v < low || v > high {
			return errors.New("want a number from " + decimal(low) + " to " + decimal(high))
		}
		*into = v
		return nil
	}
}

// wholeNumber reads a whole number in bounds.
func wholeNumber(into *int, low, high int) setter {
	return func(s string) error {
		v, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || v < low || v > high {
			return fmt.Errorf("want a whole number from %d to %d", low, high)
		}
		*into = v
		return nil
	}
}

// level reads a number from 0 to 1, or auto.
func level(into **config.Level) setter {
	return func(s string) error {
		l := config.Level{Auto: strings.TrimSpace(s) == "auto"}
		if !l.Auto {
			if err := number(&l.Value, 0, 1)(s); err != nil {
				return fmt.Errorf("%w, or auto", err)
			}
		}
		*into = &l
		return nil
	}
}

// poseNames adds names with commas between them.
func poseNames(into *[]string) setter {
	return func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			if name = strings.TrimSpace(name); name != "" {
				*into = append(*into, name)
			}
		}
		if len(*into) == 0 {
			return errors.New("want poses with commas between them, such as cat-cow,cobra")
		}
		return nil
	}
}

// jsonFlag is --json.
func jsonFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("json", false, "as JSON, for programs")
}

// sinceFlag is --since; the zero time if it is not given.
func (a *app) sinceFlag(c *cobra.Command) *time.Time {
	var since time.Time
	c.Flags().Func("since", "from this `DAY` on: 2026-11-01, today, yesterday, 30d or 4w", func(s string) (err error) {
		since, err = parseDay(s, a.Now())
		return err
	})
	completeWith(c, "since", "today", "yesterday", "30d", "4w")
	return &since
}

// parseDay is the midnight that a day begins with: one of the calendar, or one
// that is counted back from today, in the years that a session can be from.
func parseDay(text string, now time.Time) (time.Time, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	start, err := time.ParseInLocation(time.DateOnly, s, now.Location())
	if err != nil {
		var back int
		if back, err = daysBack(s); err != nil {
			words := []string{"today", "yesterday"}
			return start, fmt.Errorf("no day %q; %s", text, didYouMean(text, words, "want one like 2026-11-20, today, yesterday, 30d or 4w"))
		}
		start = today.AddDate(0, 0, -back)
	}
	if start.Year() < 1970 || start.Year() >= 2200 {
		return start, errors.New("want a day from 1970-01-01 to 2199-12-31")
	}
	return start, nil
}

// daysBack reads today, yesterday, 30d and 4w.
func daysBack(s string) (int, error) {
	switch s {
	case "today":
		return 0, nil
	case "yesterday":
		return 1, nil
	}
	length := 1
	count, ok := strings.CutSuffix(s, "d")
	if !ok {
		count, ok = strings.CutSuffix(s, "w")
		length = 7
	}
	if !ok {
		return 0, strconv.ErrSyntax
	}
	n, err := strconv.ParseUint(count, 10, 16)
	return int(n) * length, err
}
