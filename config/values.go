package config

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"catcow/content"
	"catcow/decode"
)

// set stores a value if it is what the setting may hold, and says what is wrong with
// it otherwise. A nil value is a missing one.
func (s setting) set(value any) (wrong string) {
	switch to := s.field.Addr().Interface().(type) {
	case *bool:
		*to, wrong = boolean(value)
	case *int:
		*to, wrong = s.whole(value)
	case *float64:
		*to, wrong = s.fraction(value)
	case *Level:
		*to, wrong = s.level(value)
	case *time.Duration:
		*to, wrong = s.duration(value)
	case *string:
		*to, wrong = s.text(value)
	case *[]string:
		*to, wrong = s.list(value)
	}
	return wrong
}

func boolean(value any) (bool, string) {
	b, ok := value.(bool)
	if !ok {
		return false, wrong(describeNumber(value), "true or false")
	}
	return b, ""
}

// ends are the least and the most that the range of a setting says.
func ends[T any](s setting, parse func(string) (T, error)) (low, high T) {
	words := strings.Fields(s.tag.Get("range")) // as in "80 to 240"
	low, _ = parse(words[0])
	high, _ = parse(words[2])
	return low, high
}

// number is a value as a number, and whether it is one within the range.
func (s setting) number(value any) (n float64, ok bool) {
	low, high := ends(s, func(text string) (float64, error) { return strconv.ParseFloat(text, 64) })
	switch v := value.(type) {
	case float64:
		n = v + 0 // makes a -0.0 a 0.0, which prints without its sign
	case int64:
		n = float64(v)
	default:
		return 0, false
	}
	return n, low <= n && n <= high
}

func (s setting) whole(value any) (int, string) {
	n, ok := s.number(value)
	if _, isWhole := value.(int64); !ok || !isWhole {
		return 0, wrong(describeNumber(value), "a whole number from "+s.tag.Get("range"))
	}
	return int(n), ""
}

func (s setting) fraction(value any) (float64, string) {
	n, ok := s.number(value)
	if !ok {
		return 0, wrong(describeNumber(value), "a number from "+s.tag.Get("range"))
	}
	return n, ""
}

// level is a number, or the word "auto". A word comes from a file as a string and
// from a variable as a word.
func (s setting) level(value any) (Level, string) {
	if value == "auto" || value == word("auto") {
		return Level{Auto: true}, ""
	}
	n, ok := s.number(value)
	if ok {
		return Level{Value: n}, ""
	}
	if text, isText := value.(string); isText && !isNumber(text) {
		value = word(text) // it is not the quotation marks that are wrong
	}
	return Level{}, wrong(describeNumber(value), "a number from "+s.tag.Get("range")+`, or "auto"`)
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// duration is a length of time. An example helps whoever wrote none at all.
func (s setting) duration(value any) (time.Duration, string) {
	want := "a duration like " + strconv.Quote(s.tag.Get("like"))
	text, ok := value.(string)
	if !ok {
		return 0, wrong(describe(value), want)
	}
	length, err := time.ParseDuration(text)
	if err != nil {
		return 0, wrong(quote(text), want)
	}
	step := time.Nanosecond
	if strings.Contains(s.tag.Get("range"), "tenths of a second") {
		step = 100 * time.Millisecond
	}
	if low, high := ends(s, time.ParseDuration); length < low || length > high || length%step != 0 {
		return 0, wrong(cut(text, quoted), s.tag.Get("range"))
	}
	return length, ""
}

// text is one of some words, or what the other tags make of it.
func (s setting) text(value any) (string, string) {
	of, path, argument := strings.Fields(s.tag.Get("one")), s.tag.Get("path"), s.tag.Get("argument")
	text, ok := value.(string)
	clean, problem := cleaned(text)
	switch {
	case !ok:
		return "", wrong(describe(value), cmp.Or(list(of), path, argument, s.tag.Get("is")))
	case len(of) > 0 && !slices.Contains(of, text):
		return "", wrong(quote(text), list(of))
	case path != "":
		return atHome(clean), problem
	case argument != "":
		if clean = strings.TrimSpace(clean); strings.HasPrefix(clean, "-") {
			return "", wrong(quote(text), argument+` that does not begin with "-"`)
		}
		return clean, problem
	}
	return text, ""
}

// cleaned is a text without what web pages put into it, or what is wrong with it.
func cleaned(s string) (clean, problem string) {
	clean, err := decode.Clean(s)
	if err != nil {
		return "", has(quote(s), "characters that can be seen")
	}
	return clean, ""
}

// atHome writes out the home folder. The ~ of another user stays as it is.
func atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return filepath.Join(xdg.Home, rest)
}

// list is some words of a vocabulary, names of what is looked for later, or a program
// and its arguments.
func (s setting) list(value any) ([]string, string) {
	if of := s.tag.Get("any"); of != "" {
		return wordsOf(value, vocabulary(of))
	}
	if names := s.tag.Get("list"); names != "" {
		return textsOf(value, "a list like "+example(names))
	}
	want := "a program and its arguments, like " + example(s.tag.Get("program"))
	parts, problem := textsOf(value, want)
	switch {
	case problem != "":
		return nil, problem
	case len(parts) > 0 && strings.TrimSpace(parts[0]) == "":
		return nil, has(quote(parts[0])+" for the program", want)
	case len(parts) > 0:
		parts[0] = atHome(parts[0])
	case s.tag.Get("needed") != "":
		return nil, wrong("empty", want)
	}
	return parts, ""
}

// vocabulary is the words that content has for something.
func vocabulary(of string) []string {
	switch of {
	case "conditions":
		return content.ConditionIDs()
	case "regions":
		return content.Regions()
	default:
		return content.Props()
	}
}

// wordsOf is a list of some of the words of a vocabulary. All that are none of
// them are named at once; a word given twice counts once.
func wordsOf(value any, of []string) ([]string, string) {
	list, ok := decode.Elements(value)
	if !ok {
		return nil, wrong(describe(value), "a list like "+example(of[0]))
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
		return nil, notOneOf(strange, of)
	}
	return chosen, ""
}

// textsOf is the texts of a list, or what is wrong with it.
func textsOf(value any, want string) (texts []string, problem string) {
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
