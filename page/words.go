package page

import (
	"fmt"
	"strings"
	"time"
)

// Plural is a number with its noun.
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Minutes is a length in whole minutes, the one way it is rounded wherever people
// read it: to the nearest.
func Minutes(d time.Duration) int { return int(max(d, 0).Round(time.Minute) / time.Minute) }

// MinutesText is a length in whole minutes: "18 min"; "under 1 min" where it is short
// but not nothing.
func MinutesText(d time.Duration) string {
	n := Minutes(d)
	if n == 0 && d > 0 {
		return "under 1 min"
	}
	return fmt.Sprintf("%d min", n)
}

// AgoText is how long ago something was: "just now", "6 minutes ago".
func AgoText(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return Plural(int(d/time.Minute), "minute", "minutes") + " ago"
	}
	return Plural(int(d/time.Hour), "hour", "hours") + " ago"
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

// Sentence is a text as a sentence; "" stays.
func Sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return Title(s)
	}
	return Title(s) + "."
}
