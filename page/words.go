package page

import (
	"fmt"
	"strings"
)

// Plural is a number with its noun.
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Words is an id as words: "lower-back" is "lower back".
func Words(id string) string { return strings.ReplaceAll(id, "-", " ") }

// Title begins a text with a capital.
func Title(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
