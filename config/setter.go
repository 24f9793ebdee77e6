package config

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// A setter stores a value if it is what is wanted, and says what is wrong with
// it otherwise. A nil value is a missing one.
type setter func(value any) (wrong string)

// fraction sets a number from 0 to 1.
func fraction(to *float64) setter {
	return func(value any) string {
		n := math.NaN()
		switch v := value.(type) {
		case float64:
			n = v
		case int64:
			n = float64(v)
		}
		if math.IsNaN(n) || n < 0 || n > 1 {
			return wrong(describeNumber(value), wantFraction)
		}
		*to = max(n, 0) // makes a -0.0 a 0.0, which prints without its sign
		return ""
	}
}

func whole(to *int, low, high int) setter {
	return func(value any) string {
		n, ok := value.(int64)
		if !ok || n < int64(low) || n > int64(high) {
			return wrong(describeNumber(value), wantWhole(low, high))
		}
		*to = int(n)
		return ""
	}
}

// level sets a number from 0 to 1, or the word "auto". A word comes from a file
// as a string and from a variable as a word.
func level(to *Level) setter {
	return func(value any) string {
		if value == "auto" || value == word("auto") {
			*to = Level{Auto: true}
			return ""
		}
		var n float64
		if fraction(&n)(value) != "" {
			return wrong(describeLevel(value), wantLevel)
		}
		*to = Level{Value: n}
		return ""
	}
}

func truth(to *bool) setter {
	return func(value any) string {
		b, ok := value.(bool)
		if !ok {
			return wrong(describeNumber(value), wantTruth)
		}
		*to = b
		return ""
	}
}

func text(to *string, want string) setter {
	return func(value any) string {
		s, ok := value.(string)
		if !ok {
			return wrong(describe(value), want)
		}
		*to = s
		return ""
	}
}

func choice(to *string, of ...string) setter {
	return func(value any) string {
		s, ok := value.(string)
		if !ok || !slices.Contains(of, s) {
			return wrong(describe(value), list(of))
		}
		*to = s
		return ""
	}
}

// path sets the path of a file, with the home folder for a ~ at its front.
func path(to *string) setter {
	return func(value any) string {
		s, ok := value.(string)
		switch {
		case !ok:
			return wrong(describe(value), wantModel)
		case plain(s) != s:
			return has(describe(value), wantPrintable)
		}
		*to = atHome(s)
		return ""
	}
}

// atHome writes out the home folder. The ~ of another user stays as it is.
func atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return filepath.Join(xdg.Home, rest)
}

// voiceName sets the name of a voice. It is handed to a program after an option,
// so it must not look like one itself.
func voiceName(to *string) setter {
	return func(value any) string {
		s, ok := value.(string)
		switch {
		case !ok:
			return wrong(describe(value), wantVoice)
		case plain(s) != s:
			return has(describe(value), wantPrintable)
		case strings.HasPrefix(strings.TrimSpace(s), "-"):
			return wrong(describe(value), wantVoice+wantNoDash)
		}
		*to = strings.TrimSpace(s)
		return ""
	}
}

func moment(to *Duration) setter {
	return span(to, "3s", 0, 30*time.Second, time.Nanosecond, wantSpan(0, 30*time.Second))
}

func phase(to *Duration) setter {
	low, high := 2*time.Second, 12*time.Second
	return span(to, "5.5s", low, high, 100*time.Millisecond, wantSpan(low, high)+wantTenths)
}

// span sets a length of time from low to high in whole steps. An example helps
// whoever wrote no duration at all, want whoever wrote one out of range.
func span(to *Duration, example string, low, high, step time.Duration, want string) setter {
	return func(value any) string {
		var d Duration
		if err := d.UnmarshalTOML(value); err != nil {
			return wrong(describe(value), wantDuration(example))
		}
		length := time.Duration(d)
		if length < low || length > high || length%step != 0 {
			return wrong(cut(fmt.Sprint(value), quoted), want)
		}
		*to = d
		return ""
	}
}
