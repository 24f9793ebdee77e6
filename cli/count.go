package cli

import (
	"fmt"
	"strconv"
	"strings"
)

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
