package config

import (
	"slices"
	"strconv"
	"strings"
)

const prefix = "CATCOW_"

// activeHelp belongs to the completions that cobra writes, not to the settings.
const activeHelp = prefix + "ACTIVE_HELP"

// A word is the text of a variable where a number, true or false is wanted.
type word string

// environ collects what the CATCOW_ variables say.
func (d *draft) environ(environ []string) {
	names := make([]string, len(d.settings))
	for i, s := range d.settings {
		names[i] = s.variable()
	}
	for _, line := range environ {
		name, text, ok := strings.Cut(line, "=")
		if !ok || !strings.HasPrefix(name, prefix) || name == activeHelp {
			continue
		}
		i := slices.Index(names, name)
		if i < 0 {
			d.report(cut(name, 2*quoted), nil, unknownVariable(name, names))
			continue
		}
		s := d.settings[i]
		if value := s.read(text); value != nil {
			d.values[s.name] = entry{value: value, file: name}
		}
	}
}

// variable is the name of the environment variable for the setting.
func (s setting) variable() string {
	return prefix + strings.ToUpper(strings.ReplaceAll(s.name, ".", "_"))
}

// A reader turns the text of a variable into the value that a file would give.
// An empty variable counts as one that is not set, as usual in a shell, and is
// nil then; but where a list is wanted, it is the empty list.
type reader func(text string) any

func asText(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func asNumber(text string) any {
	if text == "" {
		return nil
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return n
	}
	return word(text)
}

func asTruth(text string) any {
	if text == "" {
		return nil
	}
	if b, err := strconv.ParseBool(text); err == nil {
		return b
	}
	return word(text)
}

// asList splits a text at its commas. Spaces around them and nothing between
// them do not count.
func asList(text string) any {
	list := []any{}
	for element := range strings.SplitSeq(text, ",") {
		if element = strings.TrimSpace(element); element != "" {
			list = append(list, element)
		}
	}
	return list
}
