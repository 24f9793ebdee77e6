package config

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"catcow/decode"
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
			return wrong(describeNumber(value), fmt.Sprintf("a whole number from %d to %d", low, high))
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
			if s, ok := value.(string); ok && !isNumber(s) {
				value = word(s) // it is not the quotation marks that are wrong
			}
			return wrong(describeNumber(value), wantFraction+`, or "auto"`)
		}
		*to = Level{Value: n}
		return ""
	}
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

func boolean(to *bool) setter {
	return func(value any) string {
		b, ok := value.(bool)
		if !ok {
			return wrong(describeNumber(value), "true or false")
		}
		*to = b
		return ""
	}
}

// text sets what refine makes of a string, or says what refine finds wrong.
func text[T any](to *T, want string, refine func(string) (T, string)) setter {
	return func(value any) string {
		s, ok := value.(string)
		if !ok {
			return wrong(describe(value), want)
		}
		refined, wrong := refine(s)
		if wrong == "" {
			*to = refined
		}
		return wrong
	}
}

func choice(to *string, of ...string) setter {
	return text(to, list(of), func(s string) (string, string) {
		if !slices.Contains(of, s) {
			return "", wrong(quote(s), list(of))
		}
		return s, ""
	})
}

// name sets the name of something that is looked for later.
func name(to *string, want string) setter {
	return text(to, want, func(s string) (string, string) { return s, "" })
}

// path sets the path of a file or folder, with the home folder for a ~ at its front.
func path(to *string, want string) setter {
	return text(to, want, func(s string) (string, string) {
		s, wrong := cleaned(s)
		return atHome(s), wrong
	})
}

// voiceName sets the name of a voice. It is handed to a program after an option,
// so it must not look like one itself.
func voiceName(to *string) setter {
	return text(to, wantVoice, func(s string) (string, string) {
		clean, problem := cleaned(s)
		if clean = strings.TrimSpace(clean); !strings.HasPrefix(clean, "-") {
			return clean, problem
		}
		return "", wrong(quote(s), wantVoice+` that does not begin with "-"`)
	})
}

// cleaned is a text without what web pages put into it, or what is wrong with it.
func cleaned(s string) (clean, problem string) {
	clean, err := decode.Clean(s)
	if err != nil {
		return "", has(quote(s), "characters that can be seen")
	}
	return clean, ""
}

// unprintable says that a text cannot be shown as it is.
func unprintable(s string) string {
	const lineBreaks = "\u0085\u2028\u2029" // which are taken out of settings, and not out of what is kept
	if _, err := decode.Clean(s); err != nil || strings.ContainsAny(s, lineBreaks) {
		return has(quote(s), "characters that can be seen")
	}
	return ""
}

// atHome writes out the home folder. The ~ of another user stays as it is.
func atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return filepath.Join(xdg.Home, rest)
}

func moment(to *time.Duration) setter {
	return span(to, "3s", 0, 30*time.Second, time.Nanosecond, "")
}

func phase(to *time.Duration) setter {
	return span(to, "5.5s", 2*time.Second, 12*time.Second, 100*time.Millisecond, " in tenths of a second")
}

// span sets a length of time from low to high in whole steps. An example helps
// whoever wrote no duration at all.
func span(to *time.Duration, example string, low, high, step time.Duration, steps string) setter {
	return text(to, wantDuration(example), func(s string) (time.Duration, string) {
		length, err := time.ParseDuration(s)
		switch {
		case err != nil:
			return 0, wrong(quote(s), wantDuration(example))
		case length < low || length > high || length%step != 0:
			return 0, wrong(cut(s, quoted), low.String()+" to "+high.String()+steps)
		}
		return length, ""
	})
}

// words sets a list of some of the words of a vocabulary. All that are none of
// them are named at once; a word given twice counts once.
func words(to *[]string, of []string) setter {
	return func(value any) string {
		list, ok := decode.Elements(value)
		if !ok {
			return wrong(describe(value), `a list like ["`+of[0]+`"]`)
		}
		chosen, strange := []string{}, []any{}
		for _, element := range list {
			s, ok := element.(string)
			switch {
			case !ok || !slices.Contains(of, s):
				strange = append(strange, element)
			case !slices.Contains(chosen, s):
				chosen = append(chosen, s)
			}
		}
		if len(strange) > 0 {
			return notOneOf(strange, of)
		}
		*to = chosen
		return ""
	}
}

// listOf is the texts of a list, or what is wrong with it.
func listOf(value any, want string) (texts []string, problem string) {
	list, ok := decode.Elements(value)
	if !ok {
		return nil, wrong(describe(value), want)
	}
	texts = make([]string, len(list))
	for i, element := range list {
		s, ok := element.(string)
		if !ok {
			return nil, has(describe(element), want)
		}
		if texts[i], problem = cleaned(s); problem != "" {
			return nil, problem
		}
	}
	return texts, ""
}

// names sets a list of texts that are looked for later.
func names(to *[]string) setter {
	return func(value any) string {
		all, problem := listOf(value, `a list like ["restorative", "cobra"]`)
		if problem == "" {
			*to = all
		}
		return problem
	}
}

// program sets a program and its arguments. The empty list is none, where one is
// not needed.
func program(to *[]string, example string, needed bool) setter {
	want := "a program and its arguments, like " + example
	return func(value any) string {
		parts, problem := listOf(value, want)
		switch {
		case problem != "":
			return problem
		case needed && len(parts) == 0:
			return wrong("empty", want)
		case len(parts) > 0:
			if strings.TrimSpace(parts[0]) == "" {
				return has(quote(parts[0])+" for the program", want)
			}
			parts[0] = atHome(parts[0])
		}
		*to = parts
		return ""
	}
}
