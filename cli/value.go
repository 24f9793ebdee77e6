package cli

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"catcow/config"
)

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
