package config

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// A setting is one key of the settings file and the field it fills.
type setting struct {
	name   string // table.key
	number bool   // the text of a variable is read as a number
	set    setter
}

// settings lists every setting there is, bound to the fields of c, except those
// of the breath patterns, whose names are the user's.
func settings(c *Config) []setting {
	return []setting{
		{"session.level", true, number(&c.Session.Level, 0, 1)},
		{"session.first_side", false, choice(&c.Session.FirstSide, "right", "left")},
		{"session.pace", true, whole(&c.Session.Pace, 80, 240)},
		{"session.moment", false, moment(&c.Session.Moment)},
		{"session.advance", false, choice(&c.Session.Advance, "auto", "manual")},
		{chosen, false, text(&c.Breath.Pattern, wantPattern)},
		{"screen.theme", false, choice(&c.Screen.Theme, "auto", "light", "dark")},
		{"screen.glyphs", false, choice(&c.Screen.Glyphs, "auto", "unicode", "ascii")},
		{"screen.motion", false, choice(&c.Screen.Motion, "full", "reduced")},
		{"figure.mode", false, choice(&c.Figure.Mode,
			"auto", "kitty", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii", "none")},
		{"figure.pixels", false, choice(&c.Figure.Pixels, "auto", "always", "never")},
	}
}

// In the list of known keys a star stands for a name that the user chooses.
const (
	chosen     = "breath.pattern"
	patterns   = "breath.patterns"
	anyPattern = patterns + ".*"
)

// known lists the keys of the settings file in its order.
func known(all []setting) []string {
	names := make([]string, 0, len(all)+2)
	for _, s := range all {
		names = append(names, s.name)
	}
	return append(names, anyPattern+".in", anyPattern+".out")
}

// children lists what may stand in a table: tables and settings, none if it is
// no table. The table above all has the empty name.
func children(known []string, table string) []string {
	var names []string
	for _, name := range known {
		if table != "" {
			var inside bool
			if name, inside = strings.CutPrefix(name, table+"."); !inside {
				continue
			}
		}
		child, _, _ := strings.Cut(name, ".")
		if !slices.Contains(names, child) {
			names = append(names, child)
		}
	}
	return names
}

// shape is the key as it stands in the list of known keys.
func shape(key toml.Key) string {
	if len(key) > 2 && key[:2].String() == patterns {
		return strings.TrimSuffix(anyPattern+"."+key[3:].String(), ".")
	}
	return key.String()
}

// named reports whether a pattern may have this name: it is printed in lists and
// typed after --breath.
func named(name string) bool {
	odd := func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return name != "" && utf8.RuneCountInString(name) <= quoted && !strings.ContainsFunc(name, odd)
}

// check fills the Config from the values that were collected. Whether the chosen
// pattern exists can only be told when the whole file was understood.
func (d *draft) check(complete bool) {
	for _, s := range d.settings {
		if !d.fill(strings.Split(s.name, "."), s.set) && s.name == chosen {
			complete = false
		}
	}
	breath := &d.config.Breath
	breath.Patterns = make(map[string]Phases, len(d.patterns))
	for name := range d.patterns {
		var p Phases
		d.fill(toml.Key{"breath", "patterns", name, "in"}, phase(&p.In))
		d.fill(toml.Key{"breath", "patterns", name, "out"}, phase(&p.Out))
		breath.Patterns[name] = p
	}
	if _, there := breath.Patterns[breath.Pattern]; !there && complete {
		e := d.values[chosen]
		d.report(e.file, e.key, noPattern(breath.Pattern, breath.names()))
	}
}

// fill stores the value of a key, or reports what is wrong with it.
func (d *draft) fill(key toml.Key, set setter) bool {
	e, ok := d.values[key.String()]
	if !ok {
		e = entry{nil, d.home(key), key}
	}
	text := set(e.value)
	if text != "" {
		d.report(e.file, e.key, text)
	}
	return text == ""
}

// home is the file that should have given a key: a pattern is given where it is
// first named, everything else by the defaults.
func (d *draft) home(key toml.Key) string {
	if len(key) > 2 {
		return d.patterns[key[2]].file
	}
	return builtIn
}
