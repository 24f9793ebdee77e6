package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/BurntSushi/toml"
)

// builtIn is the name of the defaults in messages; only a developer sees it.
const builtIn = "built-in config.toml"

const (
	notUTF8     = "is not UTF-8 text; save the file as UTF-8"
	tooLong     = "is a very long line; want at most 1000 characters"
	tooDeep     = "opens too many brackets" + wantLine
	notAFile    = "is not a file; want a settings file there, or nothing"
	notAName    = "is no name for a pattern; want letters, digits, - and _, at most 40"
	wantPattern = "the name of a pattern"
	wantPhases  = `two lengths like { in = "4s", out = "6s" }`
	wantLine    = `; want lines like pace = 140 or theme = "dark"`
	wantTenths  = " in tenths of a second"

	wantFraction  = "a number from 0 to 1"
	wantLevel     = wantFraction + `, or "auto"`
	wantTruth     = "true or false"
	wantModel     = "the path of a voice for piper"
	wantVoice     = "the name of a voice"
	wantNoDash    = ` that does not begin with "-"`
	wantPrintable = "characters that can be seen"

	exampleCommand = `["espeak-ng", "--stdin"]`
	examplePiper   = `["piper"]`
	exampleModel   = `"~/voices/en_GB.onnx"`
)

// wrong says what a value is and what it should have been.
func wrong(is, want string) string {
	return "is " + is + "; want " + want
}

// has is wrong for what stands inside a list or a text.
func has(what, want string) string {
	return "has " + what + "; want " + want
}

// notOneOf says which elements of a list are none of the words that it may hold,
// and which were meant if that is plain for each of them.
func notOneOf(strange []any, known []string) string {
	var names, meant []string
	for _, element := range strange {
		names = append(names, describe(element))
		if s, ok := element.(string); ok {
			if best, near := nearest(s, known); near {
				meant = append(meant, strconv.Quote(best))
			}
		}
	}
	if len(meant) == len(names) {
		return "has " + join(names, "and") + "; did you mean " + join(meant, "and") + "?"
	}
	return has(join(names, "and"), "any of "+list(known))
}

func wantListLike(word string) string { return `a list like ["` + word + `"]` }

func wantProgram(example string) string {
	return "a program and its arguments, like " + example
}

func wantAlso(setting, example string) string {
	_, name, _ := strings.Cut(setting, ".")
	return name + " to be set as well, like " + name + " = " + example
}

func wantIn(table string) string {
	if table == anyPattern {
		return wantPhases
	}
	return "the table [" + table + "]"
}

func wantDuration(example string) string {
	return "a duration like " + strconv.Quote(example)
}

func wantSpan(low, high time.Duration) string {
	return low.String() + " to " + high.String()
}

func wantWhole(low, high int) string {
	return fmt.Sprintf("a whole number from %d to %d", low, high)
}

func tooLarge(size int64) string {
	shown := fmt.Sprintf("%d kB", (size+999)/1000)
	if size > 999_000 {
		shown = fmt.Sprintf("%.1f MB", float64(size)/1e6)
	}
	return "is " + shown + "; a settings file is at most 64 kB"
}

func noPattern(name string, known []string) string {
	return "no pattern " + quote(name) + "; " + suggest(name, known)
}

func noBreathPattern(name string, known []string) string {
	return "no breath pattern " + quote(name) + "; " + suggest(name, known)
}

func unreadable(err error) string { return "cannot be read: " + reason(err) }

func noFolder(dir string, err error) error {
	return fmt.Errorf("cannot make the folder %s: %s", plain(dir), reason(err))
}

func notWritten(path string, err error) error {
	return fmt.Errorf("cannot write %s: %s", plain(path), reason(err))
}

const (
	damaged = "is damaged"
	busy    = "another catcow is busy with it; try again"
)

// forgotten is said once: the damaged file is out of the way then.
func forgotten(why error, aside string) error {
	return fmt.Errorf("%w; what was remembered is forgotten, the file is kept as %s", why, plain(filepath.Base(aside)))
}

func notMoved(why, moved error) error {
	return fmt.Errorf("%w; what was remembered is forgotten, move the file away: %s", why, reason(moved))
}

func alreadyThere(path string) error {
	return fmt.Errorf("%s is already there; edit it, or move it away first", plain(path))
}

// reason leaves out the path that an error of package os begins with: the
// message around it has named the file.
func reason(err error) string {
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno.Error()
	}
	return plain(err.Error())
}

// syntax is the message of the parser in our manner: a lower case sentence
// without a full stop.
func syntax(err error) string {
	parse, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return err.Error()
	}
	text := strings.TrimSuffix(parse.Message, ".")
	if len(text) > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	if strings.HasPrefix(text, "expected") || strings.HasPrefix(text, "unexpected") {
		text += wantLine
	}
	return text
}

func unknownKey(name string, known []string) string {
	return "unknown key; " + suggest(name, known)
}

func misplacedKey(places []string) string {
	for i, place := range places {
		places[i] = strconv.Quote(place)
	}
	return "unknown key; did you mean " + join(places, "or") + "?"
}

func unknownVariable(name string, known []string) string {
	best, _ := nearest(name, known)
	return "unknown variable; did you mean " + best + "?"
}
