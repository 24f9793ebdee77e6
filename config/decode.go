package config

import (
	"cmp"
	"slices"

	"github.com/BurntSushi/toml"
)

// Decode lays the text of the user's settings file over the defaults, and the
// CATCOW_ variables of environ (in the form of [os.Environ]) over both, and
// checks the result. The user's text may be empty; file is its name in messages.
//
// An error is of type [Problems] and holds everything that is wrong; the Config
// is then the zero one.
func Decode(defaults, file string, user []byte, environ []string) (Config, error) {
	d := newDraft(user)
	d.read(builtIn, []byte(defaults))
	complete := d.read(file, user)
	d.environ(environ)
	d.check(complete)
	if len(d.findings) > 0 {
		return Config{}, d.problems(file)
	}
	return d.config, nil
}

// A draft is a Config in the making. Values are collected first and checked when
// all layers have spoken: toml's own decoding into a struct would stop at the
// first wrong one.
type draft struct {
	config   Config
	settings []setting
	known    []string
	user     []byte
	values   map[string]entry // by key; the last layer to name a key wins
	patterns map[string]entry // by name, where it was first given
	findings []finding
}

// An entry is a value and where it comes from.
type entry struct {
	value any
	file  string   // a settings file or a variable
	key   toml.Key // nil for a variable
}

// A finding is a problem whose line is not looked up yet.
type finding struct {
	Problem

	key toml.Key
}

func newDraft(user []byte) *draft {
	d := &draft{user: user, values: map[string]entry{}, patterns: map[string]entry{}}
	d.settings = settings(&d.config)
	d.known = known(d.settings)
	return d
}

func (d *draft) report(file string, key toml.Key, text string) {
	d.findings = append(d.findings, finding{Problem{File: file, Key: key.String(), Text: text}, key})
}

// problems puts the findings in order, the file's own by their lines.
func (d *draft) problems(file string) Problems {
	locate := locator(d.user)
	all := make(Problems, len(d.findings))
	for i, f := range d.findings {
		if f.File == file && f.key != nil {
			f.Line = locate(f.key)
		}
		all[i] = f.Problem
	}
	layer := func(p Problem) int {
		switch p.File {
		case builtIn:
			return 0
		case file:
			return 1
		default:
			return 2
		}
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(layer(a), layer(b)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
	})
	return all
}
