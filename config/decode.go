package config

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"catcow/decode"
)

// Decode lays the text of the user's settings file over the defaults, and the
// CATCOW_ variables of environ (in the form of [os.Environ]) over both, and
// checks the result. The user's text may be empty; file is its name in messages.
//
// An error is of type [decode.Problems] and holds everything that is wrong; the
// Config then has what is good, and zeros for what is not.
func Decode(defaults, file string, user []byte, environ []string) (Config, error) {
	d := &draft{values: map[string]entry{}, patterns: map[string]entry{}, good: map[string]bool{}}
	d.settings = settings(reflect.ValueOf(&d.config).Elem())
	d.read(builtIn, []byte(defaults))
	complete := d.read(file, user)
	d.readEnvironment(environ)
	d.fill()
	if complete { // or what is lacking may be there
		d.compare()
	}
	slices.SortFunc(d.problems, func(a, b decode.Problem) int { return cmp.Compare(a.Key, b.Key) }) // on one line
	d.problems.Sort()
	if len(d.problems) > 0 {
		return d.config, d.problems
	}
	return d.config, nil
}

// A draft is a Config in the making. Values are collected first and checked when
// all layers have spoken: a wrong value that a later layer replaces is no
// problem.
type draft struct {
	config   Config
	settings []setting
	values   map[string]entry // by key; the last layer to name a key wins
	patterns map[string]entry // the breath patterns by name, where each was first given
	good     map[string]bool  // whether a value is right in itself
	problems decode.Problems
}

// An entry is a value and where it comes from: a file, or a variable if there is
// none.
type entry struct {
	key      toml.Key
	value    any
	file     *decode.Document
	variable string
}

// read collects what a file says. It reports whether the file could be read to
// its end.
func (d *draft) read(file string, b []byte) bool {
	text, err := decode.Text(b)
	if err != nil {
		d.problems = append(d.problems, unreadable(file, err))
		return false
	}
	doc := decode.Parse(file, text)
	for _, p := range doc.Problems {
		d.problems = append(d.problems, decode.Problem{File: p.File, Line: p.Line, Text: syntax(p.Text)})
	}
	d.collect(doc, reflect.TypeFor[Config](), nil, doc.Keys)
	return doc.Keys != nil
}

// collect takes the values of a table and of those inside it.
func (d *draft) collect(doc *decode.Document, table reflect.Type, path toml.Key, values map[string]any) {
	fields := slices.AppendSeq(make([]reflect.StructField, 0, table.NumField()), table.Fields())
	for key, value := range values {
		e := entry{key: append(slices.Clip(path), key), value: value, file: doc}
		at := slices.IndexFunc(fields, func(f reflect.StructField) bool { return key != "" && f.Tag.Get("toml") == key })
		inside, isTable := value.(map[string]any)
		switch {
		case at < 0:
			d.report(e, d.unknown(key, keysOf(fields)))
		case isSetting(fields[at].Type):
			d.values[e.key.String()] = e
		case !isTable:
			d.report(e, wrong(describe(value), "the table ["+e.key.String()+"]"))
		case fields[at].Type.Kind() == reflect.Map:
			d.collectPatterns(doc, e.key, inside)
		default:
			d.collect(doc, fields[at].Type, e.key, inside)
		}
	}
}

// collectPatterns takes the breath patterns, whose names are the user's.
func (d *draft) collectPatterns(doc *decode.Document, path toml.Key, values map[string]any) {
	for name, value := range values {
		e := entry{key: append(slices.Clip(path), name), value: value, file: doc}
		phases, isTable := value.(map[string]any)
		switch {
		case !isTable:
			d.report(e, wrong(describe(value), `two lengths like { in = "4s", out = "6s" }`))
			continue
		case !isName(name):
			d.report(e, notAName)
			continue
		}
		if _, there := d.patterns[name]; !there {
			d.patterns[name] = e
		}
		d.collect(doc, reflect.TypeFor[Phases](), e.key, phases)
	}
}

// unknown says what an unknown key may have been meant to be: one of its own
// table, or one that stands in others.
func (d *draft) unknown(key string, known []string) string {
	var elsewhere []string
	for _, s := range d.settings {
		if s.key[len(s.key)-1] == key {
			elsewhere = append(elsewhere, s.String())
		}
	}
	if len(elsewhere) > 0 {
		return "unknown key; did you mean " + list(elsewhere) + "?"
	}
	return "unknown key; " + suggest(key, known)
}

// report notes what is wrong with an entry.
func (d *draft) report(e entry, text string) {
	d.problems = append(d.problems, e.problem(text))
}

// problem is what is wrong with an entry, with the place it comes from.
func (e entry) problem(text string) decode.Problem {
	if e.file == nil {
		return decode.Problem{File: e.variable, Text: text}
	}
	return decode.Problem{File: e.file.File, Line: e.file.Line(strings.Join(e.key, ".")), Key: e.key.String(), Text: text}
}

// Settings that are looked at together with others.
const (
	engine  = "voice.engine"
	command = "voice.command"
	model   = "voice.model"
	piper   = "voice.piper"
	avoid   = "profile.avoid"
	chosen  = "breath.pattern"
	hidden  = "content.hide"
)

// fill checks the values and stores them.
func (d *draft) fill() {
	missing := &decode.Document{File: builtIn}
	for _, s := range d.settings {
		d.set(s, missing)
	}
	breath := &d.config.Breath
	breath.Patterns = make(map[string]Phases, len(d.patterns))
	for name, from := range d.patterns {
		var p Phases
		for _, s := range settings(reflect.ValueOf(&p).Elem(), from.key...) {
			d.set(s, from.file)
		}
		breath.Patterns[name] = p
	}
	d.config.Profile.Set = d.isGiven(avoid)
	if len(d.config.Content.Hide) > 0 {
		d.config.Content.HideAt = d.values[hidden].problem("")
	}
}

// compare looks for what one setting needs of another. It can only be told when each
// of them is right in itself.
func (d *draft) compare() {
	breath := d.config.Breath
	if _, there := breath.Patterns[breath.Pattern]; d.good[chosen] && !there {
		d.report(d.values[chosen], noPattern("pattern", breath.Pattern, breath.names()))
	}
	if lack := lackOf(d.config.Voice); d.good[engine] && d.good[command] && d.good[model] && lack != "" {
		d.report(d.values[engine], lack)
	}
}

// set stores the value of a setting, or reports what is wrong with it. One that no
// layer gave is missing from the file that should have.
func (d *draft) set(s setting, home *decode.Document) {
	key := s.String()
	e, ok := d.values[key]
	if !ok {
		e = entry{key: s.key, file: home}
	}
	text := s.set(e.value)
	d.good[key] = text == ""
	if text != "" {
		d.report(e, text)
	}
}

// lackOf says what the chosen engine cannot speak without.
func lackOf(v Voice) string {
	var want string
	switch {
	case v.Engine == "command" && len(v.Command) == 0:
		want = `command to be set as well, like command = ["espeak-ng", "--stdin"]`
	case v.Engine == "piper" && v.Model == "":
		want = `model to be set as well, like model = "~/voices/en_GB.onnx"`
	default:
		return ""
	}
	return wrong(quote(v.Engine), want)
}

// isGiven reports whether a list was given, rather than left as it comes. An
// empty list of a file counts as left: it stands in every copy of the defaults.
func (d *draft) isGiven(name string) bool {
	e := d.values[name]
	list, _ := decode.Elements(e.value)
	return e.variable != "" || len(list) > 0 && e.file.File != builtIn
}

// isName reports whether a pattern may have this name: it is printed in lists
// and typed after --breath.
func isName(name string) bool {
	odd := func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return name != "" && utf8.RuneCountInString(name) <= quoted && !strings.ContainsFunc(name, odd)
}
