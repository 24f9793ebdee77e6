package decode

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"
)

// Document is a TOML file and what is wrong with it.
type Document struct {
	File     string         // its name, as it is shown
	Keys     map[string]any // nil if the text is no TOML
	Problems Problems

	text  string
	lines map[string]int // made when a line is first asked for
}

// Parse reads the text of a file. A text that is no TOML has one problem and no
// keys.
func Parse(file, text string) *Document {
	d := &Document{File: file, text: text}
	if keys, plain := scanKeys(text); plain {
		d.Keys = keys
		return d
	}
	var deep bool
	if d.lines, deep = scanLines(text); deep {
		d.Report("", "is nested too deep; want plain keys and tables")
		return d
	}
	var keys any // not a map, which the parser would copy
	_, err := toml.Decode(text, &keys)
	if pe := (toml.ParseError{}); errors.As(err, &pe) {
		d.Problems = Problems{{File: file, Line: pe.Position.Line, Key: pe.LastKey, Text: sentence(pe.Message)}}
	} else if err != nil {
		d.Report("", "%v", err)
	} else {
		d.Keys = keys.(map[string]any)
	}
	return d
}

// sentence is a message of the parser in the manner of ours: no capital, no full
// stop.
func sentence(message string) string {
	if len(message) > 1 && unicode.IsLower(rune(message[1])) {
		message = strings.ToLower(message[:1]) + message[1:]
	}
	return strings.TrimSuffix(message, ".")
}

// Report notes a problem at a path of keys, such as "steps[2]"; the empty one
// means the file as a whole.
func (d *Document) Report(path, format string, args ...any) {
	d.Problems = append(d.Problems, Problem{File: d.File, Line: d.Line(path), Key: path, Text: fmt.Sprintf(format, args...)})
}

// Line is the line that a path of keys stands on, or the nearest thing around
// it; 0 if there is none.
func (d *Document) Line(path string) int {
	if path == "" {
		return 0
	}
	if d.lines == nil {
		d.lines, _ = scanLines(d.text)
	}
	for path != "" && d.lines[path] == 0 {
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return d.lines[path]
}

// Table is the whole file as a table.
func (d *Document) Table() *Table {
	return newTable(d, "", d.Keys, usualKeys)
}
