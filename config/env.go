package config

import (
	"slices"
	"strconv"
	"strings"
)

const prefix = "CATCOW_"

// activeHelp belongs to the completions that cobra writes, not to the settings.
const activeHelp = prefix + "ACTIVE_HELP"

// A word is the text of a variable where a number is wanted.
type word string

// environ collects what the CATCOW_ variables say. An empty variable counts as
// one that is not set, as usual in a shell.
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
		if text == "" {
			continue
		}
		s := d.settings[i]
		d.values[s.name] = entry{value: s.read(text), file: name}
	}
}

// variable is the name of the environment variable for the setting.
func (s setting) variable() string {
	return prefix + strings.ToUpper(strings.ReplaceAll(s.name, ".", "_"))
}

// read turns the text of a variable into the value a file would give.
func (s setting) read(text string) any {
	if !s.number {
		return text
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return n
	}
	return word(text)
}
