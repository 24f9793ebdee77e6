package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"catcow/decode"
)

// builtIn is the name of the defaults in messages; only a developer sees it.
const builtIn = "built-in config.toml"

// quoted is how many characters of a value are shown; enough to recognise it.
const quoted = 40

const (
	notAName = "is no name for a pattern; want letters, digits, - and _, at most 40"
	damaged  = "is damaged"
)

// wrong says what a value is and what it should have been.
func wrong(is, want string) string { return "is " + is + "; want " + want }

// has is wrong for what stands inside a list or a text.
func has(what, want string) string { return "has " + what + "; want " + want }

// notOneOf says which elements of a list are none of the words that it may hold,
// and which were meant if that is plain for each of them.
func notOneOf(strange []any, known []string) string {
	var names, meant []string
	for _, element := range strange {
		names = append(names, describe(element))
		if s, ok := element.(string); ok {
			if near := nearest(s, known); near != "" {
				meant = append(meant, strconv.Quote(near))
			}
		}
	}
	if len(meant) == len(names) {
		return "has " + join(names, "and") + "; did you mean " + join(meant, "and") + "?"
	}
	return has(join(names, "and"), "any of "+list(known))
}

// example is how a list of words is written.
func example(words string) string {
	return `["` + strings.ReplaceAll(words, " ", `", "`) + `"]`
}

func noPattern(kind, name string, known []string) string {
	return "no " + kind + " " + quote(name) + "; " + suggest(name, known)
}

// suggest names the one of known that name may stand for, or all of known if
// none is near.
func suggest(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return "did you mean " + strconv.Quote(near) + "?"
	}
	return "want " + list(known)
}

// nearest is the one of known that name is the beginning of, or else the one it
// is a slip away from.
func nearest(name string, known []string) string {
	for _, k := range known {
		if len(name) > 1 && strings.HasPrefix(strings.ToLower(k), strings.ToLower(name)) {
			return k
		}
	}
	return decode.Nearest(name, known)
}

// list names all of names, as in "a", "b" or "c".
func list(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return join(quoted, "or")
}

// join makes one of several texts, with a word before the last.
func join(texts []string, word string) string {
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:last], ", ") + " " + word + " " + texts[last]
}

// unreadable is why a settings file cannot be read.
func unreadable(file string, err error) decode.Problem {
	p := decode.Problem{File: file, Text: err.Error()}
	if size, ok := errors.AsType[decode.SizeError](err); ok {
		p.Text = tooLarge(size.Size)
	}
	if encoding, ok := errors.AsType[decode.EncodingError](err); ok {
		p.Line = encoding.Line
		p.Text += "; save the file as UTF-8"
	}
	if errors.Is(err, decode.ErrNotFile) {
		p.Text += "; want a settings file there, or nothing"
	}
	return p
}

func tooLarge(size int64) string {
	shown := fmt.Sprintf("%d kB", (size+999)/1000)
	if size > 999_000 {
		shown = fmt.Sprintf("%.1f MB", float64(size)/1e6)
	}
	return "is " + shown + "; a settings file is at most 64 kB"
}

// syntax adds to a message of the parser what a file is made of, where it says
// only what a parser expects.
func syntax(text string) string {
	if strings.HasPrefix(text, "expected") || strings.HasPrefix(text, "unexpected") {
		text += `; want lines like pace = 140 or theme = "dark"`
	}
	return text
}

func noFolder(dir string, err error) error {
	return fmt.Errorf("cannot make the folder %s: %w", dir, decode.Cause(err))
}

func notWritten(path string, err error) error {
	return fmt.Errorf("cannot write %s: %w", path, decode.Cause(err))
}

func alreadyThere(path string) error {
	return fmt.Errorf("%s is already there; edit it, or move it away first", path)
}

// describe names a value from a file in the words of someone who has never
// heard of types.
func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "missing"
	case string:
		return quote(v)
	case word:
		return quote(string(v))
	case int64, bool:
		return fmt.Sprint(v)
	case float64:
		return decimal(v)
	case time.Time:
		return "a date or a time"
	case map[string]any:
		return "a table"
	default:
		return "a list"
	}
}

// describeNumber is describe where a number, true or false is wanted: there,
// "140" in quotation marks looks right to most people, so it is the marks that
// must be named.
func describeNumber(value any) string {
	if _, ok := value.(string); ok {
		return "a string"
	}
	return describe(value)
}

// decimal writes a number so that 140.0 is seen not to be a whole number.
func decimal(number float64) string {
	text := strings.ToLower(strconv.FormatFloat(number, 'g', -1, 64))
	if strings.ContainsAny(text, ".en") {
		return text
	}
	return text + ".0"
}

// quote makes what someone wrote safe to print: short, and with every control
// character escaped.
func quote(text string) string { return strconv.Quote(cut(text, quoted)) }

// cut shortens text to at most limit characters.
func cut(text string, limit int) string {
	if r := []rune(text); len(r) > limit {
		return string(r[:limit]) + "..."
	}
	return text
}

func noProgram(name string) string {
	return "no program " + quote(name) + " is installed; want one that is, by its name or its whole path"
}

func noVoiceFile(path string) string { return "no file " + quote(path) + "; want the file of a voice" }
