package config

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// check fills the Config from the values that were collected. What one setting
// needs of another can only be told when the whole file was understood, and when
// each of them is right in itself.
func (d *draft) check(complete bool) {
	good := make(map[string]bool, len(d.settings))
	for _, s := range d.settings {
		good[s.name] = d.fill(strings.Split(s.name, "."), s.set)
	}
	breath := &d.config.Breath
	breath.Patterns = make(map[string]Phases, len(d.patterns))
	for name := range d.patterns {
		var p Phases
		d.fill(toml.Key{"breath", "patterns", name, "in"}, phase(&p.In))
		d.fill(toml.Key{"breath", "patterns", name, "out"}, phase(&p.Out))
		breath.Patterns[name] = p
	}
	if _, there := breath.Patterns[breath.Pattern]; complete && good[chosen] && !there {
		d.reportAt(chosen, noPattern(breath.Pattern, breath.names()))
	}
	if lack := lackOf(d.config.Voice); complete && good[engine] && good[command] && good[model] && lack != "" {
		d.reportAt(engine, lack)
	}
	d.config.Profile.Set = d.said(avoid)
}

// lackOf says what the chosen engine cannot speak without.
func lackOf(v Voice) string {
	switch {
	case v.Engine == "command" && len(v.Command) == 0:
		return wrong(quote(v.Engine), wantAlso(command, exampleCommand))
	case v.Engine == "piper" && v.Model == "":
		return wrong(quote(v.Engine), wantAlso(model, exampleModel))
	}
	return ""
}

// said reports whether a list was given, rather than left as it comes. An empty
// list of a file counts as left: it stands in every copy of the defaults.
func (d *draft) said(name string) bool {
	e := d.values[name]
	list, _ := elements(e.value)
	return e.file != builtIn && (len(list) > 0 || e.key == nil)
}

// reportAt reports what is wrong with a setting where its value came from.
func (d *draft) reportAt(name, text string) {
	e := d.values[name]
	d.report(e.file, e.key, text)
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

// named reports whether a pattern may have this name: it is printed in lists and
// typed after --breath.
func named(name string) bool {
	odd := func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return name != "" && utf8.RuneCountInString(name) <= quoted && !strings.ContainsFunc(name, odd)
}
