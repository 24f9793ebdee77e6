package config

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"catcow/decode"
)

const prefix = "CATCOW_"

// activeHelp belongs to the completions that cobra writes, not to the settings.
const activeHelp = prefix + "ACTIVE_HELP"

// readEnvironment collects what the CATCOW_ variables say.
func (d *draft) readEnvironment(environ []string) {
	names := make([]string, len(d.settings))
	for i, s := range d.settings {
		names[i] = prefix + strings.ToUpper(strings.Join(s.key, "_"))
	}
	for _, line := range environ {
		name, text, ok := strings.Cut(line, "=")
		if !ok || !strings.HasPrefix(name, prefix) || name == activeHelp {
			continue
		}
		i := slices.Index(names, name)
		if i < 0 {
			best, _ := decode.Closest(name, names)
			shown := strings.Trim(strconv.Quote(cut(name, 2*quoted)), `"`)
			d.problems = append(d.problems, decode.Problem{File: shown, Text: "unknown variable; did you mean " + best + "?"})
			continue
		}
		s := d.settings[i]
		if value := s.parse(text); value != nil {
			d.values[s.String()] = entry{key: s.key, value: value, variable: name}
		}
	}
}

// A word is the text of a variable where a number, true or false is wanted.
type word string

// parse turns the text of a variable into what a file would give. An empty
// variable counts as one that is not set, as usual in a shell, and is nil then;
// but where a list is wanted, it is the empty list. A list is split at its
// commas; spaces around them and nothing between them do not count.
func (s setting) parse(text string) any {
	of := s.field.Interface()
	if _, isList := of.([]string); isList {
		list := []any{}
		for element := range strings.SplitSeq(text, ",") {
			if element = strings.TrimSpace(element); element != "" {
				list = append(list, element)
			}
		}
		return list
	}
	if text == "" {
		return nil
	}
	switch of.(type) {
	case string, time.Duration:
		return text
	case bool:
		if b, err := strconv.ParseBool(text); err == nil {
			return b
		}
	default:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n
		}
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			return n
		}
	}
	return word(text)
}
