package config

import (
	"cmp"
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
// Config is then the zero one.
func Decode(defaults, file string, user []byte, environ []string) (Config, error) {
	d := &draft{values: map[string]entry{}, patterns: map[string]entry{}}
	d.settings = settings(&d.config)
	d.known = known(d.settings)
	d.read(builtIn, []byte(defaults))
	complete := d.read(file, user)
	d.readEnvironment(environ)
	d.fill(complete)
	if len(d.problems) > 0 {
		d.sort(file)
		return Config{}, d.problems
	}
	return d.config, nil
}

// A draft is a Config in the making. Values are collected first and checked when
// all layers have spoken: a wrong value that a later layer replaces is no
// problem.
type draft struct {
	config   Config
	settings []setting
	known    []string         // the keys of a file
	values   map[string]entry // by key; the last layer to name a key wins
	patterns map[string]entry // the breath patterns by name, where each was first given
	problems decode.Problems
}

// An entry is a value and where it comes from: a file, or a variable if there is
// none.
type entry struct {
	value    any
	file     *decode.Document
	variable string
}

// read collects what a file says. It reports whether the file could be read to
// its end.
func (d *draft) read(file string, b []byte) bool {
	text, err := decode.Text(b)
	if len(b) > limit {
		err = decode.SizeError{Size: int64(len(b))}
	}
	if err != nil {
		d.problems = append(d.problems, unreadable(file, err))
		return false
	}
	doc := decode.Parse(file, text)
	for _, p := range doc.Problems {
		d.problems = append(d.problems, decode.Problem{File: p.File, Line: p.Line, Text: syntax(p.Text)})
	}
	d.collect(doc, nil, doc.Keys)
	return doc.Keys != nil
}

// collect takes the values of a table and of those inside it.
func (d *draft) collect(doc *decode.Document, table toml.Key, keys map[string]any) {
	for name, value := range keys {
		key := append(slices.Clip(table), name)
		e := entry{value: value, file: doc}
		shape := shape(key)
		inside, isTable := value.(map[string]any)
		want := "the table [" + shape + "]"
		if shape == anyPattern {
			want = `two lengths like { in = "4s", out = "6s" }`
		}
		switch {
		case slices.Contains(d.known, shape):
			d.values[key.String()] = e
			continue
		case len(children(d.known, shape)) == 0:
			d.report(e, key, d.unknown(key))
			continue
		case !isTable:
			d.report(e, key, wrong(describe(value), want))
			continue
		case shape == anyPattern && !isName(name):
			d.report(e, key, notAName)
			continue
		}
		if _, there := d.patterns[name]; shape == anyPattern && !there {
			d.patterns[name] = e
		}
		d.collect(doc, key, inside)
	}
}

// unknown says what an unknown key may have been meant to be: one of its own
// table, or one that stands in others.
func (d *draft) unknown(key toml.Key) string {
	table, name := key[:len(key)-1], key[len(key)-1]
	var elsewhere []string
	for _, other := range d.known {
		if strings.HasSuffix(other, "."+name) && !strings.Contains(other, "*") {
			elsewhere = append(elsewhere, other)
		}
	}
	if len(elsewhere) > 0 {
		return "unknown key; did you mean " + list(elsewhere) + "?"
	}
	return "unknown key; " + suggest(name, children(d.known, shape(table)))
}

// report notes a problem at a key, where its value came from.
func (d *draft) report(e entry, key toml.Key, text string) {
	d.problems = append(d.problems, problemAt(e, key, text))
}

// problemAt is what is wrong at a key, with the place its value came from.
func problemAt(e entry, key toml.Key, text string) decode.Problem {
	p := decode.Problem{File: e.variable, Text: text}
	if e.file != nil {
		p.File, p.Line, p.Key = e.file.File, e.file.Line(strings.Join(key, ".")), key.String()
	}
	return p
}

// fill checks the values and stores them. What one setting needs of another can
// only be told when the whole file was understood, and when each of them is
// right in itself.
func (d *draft) fill(complete bool) {
	good := map[string]bool{}
	defaults := &decode.Document{File: builtIn}
	for _, s := range d.settings {
		good[s.name] = d.set(keyOf(s.name), defaults, s.set)
	}
	breath := &d.config.Breath
	breath.Patterns = make(map[string]Phases, len(d.patterns))
	for name, from := range d.patterns {
		var p Phases
		d.set(append(keyOf(patterns), name, "in"), from.file, phase(&p.In))
		d.set(append(keyOf(patterns), name, "out"), from.file, phase(&p.Out))
		breath.Patterns[name] = p
	}
	if _, there := breath.Patterns[breath.Pattern]; complete && good[chosen] && !there {
		d.report(d.values[chosen], keyOf(chosen), noPattern("pattern", breath.Pattern, breath.names()))
	}
	if lack := lackOf(d.config.Voice); complete && good[engine] && good[command] && good[model] && lack != "" {
		d.report(d.values[engine], keyOf(engine), lack)
	}
	d.config.Profile.Set = d.isGiven(avoid)
	if len(d.config.Content.Hide) > 0 {
		d.config.Content.HideAt = problemAt(d.values[hidden], keyOf(hidden), "")
	}
}

// set stores the value of a key, or reports what is wrong with it. One that no
// layer gave is missing from the file that should have.
func (d *draft) set(key toml.Key, home *decode.Document, set setter) bool {
	e, ok := d.values[key.String()]
	if !ok {
		e = entry{file: home}
	}
	text := set(e.value)
	if text != "" {
		d.report(e, key, text)
	}
	return text == ""
}

func keyOf(name string) toml.Key { return strings.Split(name, ".") }

// lackOf says what the chosen engine cannot speak without.
func lackOf(v Voice) string {
	var want string
	switch {
	case v.Engine == "command" && len(v.Command) == 0:
		want = "command to be set as well, like command = " + exampleCommand
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

// sort puts the problems in order: the defaults', the file's by their lines, and
// then those of the variables.
func (d *draft) sort(file string) {
	layer := func(p decode.Problem) int {
		switch p.File {
		case builtIn:
			return 0
		case file:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(d.problems, func(a, b decode.Problem) int {
		return cmp.Or(cmp.Compare(layer(a), layer(b)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
	})
}
