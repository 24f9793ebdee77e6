package config

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// What no settings file exceeds. The parser's work grows with the square of the
// length of a dotted key and of the depth of nesting, so a file of the size that
// is allowed could keep it busy for minutes.
const (
	limit   = 64 << 10 // bytes in a file
	longest = 1000     // bytes in a line
	deepest = 100      // brackets open at once
)

// A fault is the one reason why a text is no settings file at all.
type fault struct {
	line int // from 1; 0 if it is about the whole file
	text string
}

// parse reads the text of a file into a pointer.
func parse(text []byte, into any) (toml.MetaData, *fault) {
	if len(text) > limit {
		return toml.MetaData{}, &fault{0, tooLarge(int64(len(text)))}
	}
	if !utf8.Valid(text) {
		return toml.MetaData{}, &fault{lineOfInvalid(text), notUTF8}
	}
	if f := excess(text); f != nil {
		return toml.MetaData{}, f
	}
	meta, err := toml.Decode(bare(text), into)
	if err != nil {
		return meta, &fault{lineOfError(err), syntax(err)}
	}
	return meta, nil
}

// bare is the text with every line that is a comment left empty: settings files
// are mostly comments, and the parser would take most of its time for them. In a
// string of several lines such a line is text, so those files stay as they are.
func bare(text []byte) string {
	if bytes.Contains(text, []byte(`"""`)) || bytes.Contains(text, []byte("'''")) {
		return string(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range bytes.Lines(text) {
		if start := bytes.TrimLeft(line, " \t"); bytes.HasPrefix(start, []byte("#")) {
			line = []byte("\n")
		}
		b.Write(line)
	}
	return b.String()
}

// excess finds the first line that is too long or opens too many brackets. It
// counts those in strings and comments too, which is right often enough for a
// bound that far out.
func excess(text []byte) *fault {
	number, depth := 0, 0
	for line := range bytes.Lines(text) {
		number++
		if len(line) > longest {
			return &fault{number, tooLong}
		}
		for _, b := range line {
			switch b {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(depth-1, 0)
			}
			if depth > deepest {
				return &fault{number, tooDeep}
			}
		}
	}
	return nil
}

// lineOfError is the line of an error of the parser, 0 if it has none.
func lineOfError(err error) int {
	parse, _ := errors.AsType[toml.ParseError](err)
	return parse.Position.Line
}

// lineOfInvalid is the line of the first byte that is not UTF-8.
func lineOfInvalid(text []byte) int {
	valid := 0
	for valid < len(text) {
		r, size := utf8.DecodeRune(text[valid:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		valid += size
	}
	return 1 + bytes.Count(text[:valid], []byte("\n"))
}
