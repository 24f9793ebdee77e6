package decode

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

const (
	mostElements = 64 // of a list
	longestWord  = 40 // cells
)

// Table reads one TOML table key by key, reporting every problem and going on.
// A key that is absent gives the zero value, and so does one that is wrong.
type Table struct {
	doc  *Document
	path string // "", "variant[0].", …
	keys map[string]any
	read []string // the keys that were asked for
}

func newTable(d *Document, path string, keys map[string]any, usual int) *Table {
	return &Table{doc: d, path: path, keys: keys, read: make([]string, 0, usual)}
}

// Element names one element of a list.
func Element(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// Path is where the table stands in its file; empty for the whole.
func (t *Table) Path() string { return strings.TrimSuffix(t.path, ".") }

// Report notes a problem at a key of the table.
func (t *Table) Report(key, format string, args ...any) { t.doc.Report(t.path+key, format, args...) }

// ReportMissing notes that the table lacks a key; the line is that of the table.
func (t *Table) ReportMissing(key, want string) {
	t.doc.Report(t.Path(), "no %s; want %s", key, want)
}

// ReportUnknown notes every key that was not asked for, and is none of those that will be.
func (t *Table) ReportUnknown(known ...string) {
	t.read = append(t.read, known...)
	var unknown []string
	for k := range t.keys {
		if !slices.Contains(t.read, k) {
			unknown = append(unknown, k)
		}
	}
	if len(unknown) == 0 {
		return
	}
	slices.Sort(unknown)
	slices.Sort(t.read)
	for _, k := range unknown {
		t.Report(k, "unknown key%s", Suggestion(k, t.read))
	}
}

// Quiet is the table for who reads it once more: what is wrong is not noted again.
func (t *Table) Quiet() *Table { return newTable(&Document{}, t.path, t.keys, fewKeys) }

// Keys is the keys that are there, in order of the alphabet.
func (t *Table) Keys() []string { return slices.Sorted(maps.Keys(t.keys)) }

// Has reports whether the key is there.
func (t *Table) Has(key string) bool { _, ok := t.keys[key]; return ok }

// Holds reports whether the key is there and what it holds is of the type.
func Holds[T any](t *Table, key string) bool { _, ok := t.keys[key].(T); return ok }

// IsBlank reports whether the key is there with an empty text.
func (t *Table) IsBlank(key string) bool { return t.keys[key] == "" }

// Lacks reports whether the key is absent, an empty text or an empty list. One
// that is there with something wrong has its own problem.
func (t *Table) Lacks(key string) bool {
	list, ok := t.keys[key].([]any)
	return !t.Has(key) || t.IsBlank(key) || ok && len(list) == 0
}

// value is what a key holds, if it is of the type; want names the type.
func value[T any](t *Table, key, want string) (T, bool) {
	t.read = append(t.read, key)
	v, ok := t.keys[key].(T)
	if !ok && t.Has(key) {
		t.Report(key, "is %s; want %s", kind(t.keys[key]), want)
	}
	return v, ok
}

// Line is a text of at most so many cells.
func (t *Table) Line(key string, longest int) string {
	if s, ok := value[string](t, key, "a text"); ok {
		return t.line(key, s, longest)
	}
	return ""
}

// Need is a line that must be there.
func (t *Table) Need(key string, longest int, want string) string {
	s := t.Line(key, longest)
	switch {
	case !t.Has(key):
		t.ReportMissing(key, want)
	case strings.TrimSpace(s) == "" && (s != "" || t.IsBlank(key)):
		t.Report(key, "is empty; want %s", want)
	}
	return s
}

// line is a text cleaned, if it fits and holds nothing but text.
func (t *Table) line(key, s string, longest int) string {
	if strings.Contains(s, "\n") {
		t.Report(key, "has a line break; want one line")
		return ""
	}
	s, err := Clean(s)
	if err != nil {
		t.Report(key, "%v; want plain text", err)
		return ""
	}
	if len(s) <= longest { // a cell takes a byte or more
		return s
	}
	if w := ansi.StringWidth(s); w > longest {
		t.Report(key, "is %d characters long; want at most %d", w, longest)
		return ""
	}
	return s
}

// Lines is a list of texts. One that is wrong is "", so that the others keep
// their places.
func (t *Table) Lines(key string, longest int) []string {
	list, ok := value[[]any](t, key, "a list of texts")
	if !ok {
		return nil
	}
	if len(list) > mostElements {
		t.Report(key, "has %d lines; want at most %d", len(list), mostElements)
		return nil
	}
	out := make([]string, len(list))
	for i, v := range list {
		at := Element(key, i)
		s, ok := v.(string)
		if !ok {
			t.Report(at, "is %s; want a text", kind(v))
			continue
		}
		if strings.TrimSpace(s) == "" {
			t.Report(at, "is empty; want a text")
			continue
		}
		out[i] = t.line(at, s, longest)
	}
	return out
}

// Word is one of the given words.
func (t *Table) Word(key string, words []string) string {
	s := t.Line(key, longestWord)
	switch {
	case t.IsBlank(key):
		t.Report(key, "is empty; want one of %s", strings.Join(words, ", "))
	case s != "" && !slices.Contains(words, s):
		t.reportWord(key, s, words)
		return ""
	}
	return s
}

// Words is a list of the given words.
func (t *Table) Words(key string, words []string) []string {
	list := t.Lines(key, longestWord)
	for i, s := range list {
		if s != "" && !slices.Contains(words, s) {
			t.reportWord(Element(key, i), s, words)
		}
	}
	return list
}

func (t *Table) reportWord(key, s string, words []string) {
	t.Report(key, "%q is not known; want one of %s%s", s, strings.Join(words, ", "), Suggestion(s, words))
}

// Bool is true or false.
func (t *Table) Bool(key string) bool {
	b, _ := value[bool](t, key, "true or false")
	return b
}

// Date is a day.
func (t *Table) Date(key string) time.Time {
	d, _ := value[time.Time](t, key, "a date such as 2026-11-20")
	return d
}

// Table is the table under a key; an empty one if there is none.
func (t *Table) Table(key, want string) *Table {
	m, _ := value[map[string]any](t, key, want)
	return newTable(t.doc, t.path+key+".", m, fewKeys)
}

// Tables is a list of tables, written as [[key]] or as [{ … }, …].
func (t *Table) Tables(key string) []*Table {
	list, ok := Elements(t.keys[key])
	if !ok {
		value[[]any](t, key, "a list of tables")
	}
	t.read = append(t.read, key)
	if len(list) > mostElements {
		t.Report(key, "has %d entries; want at most %d", len(list), mostElements)
		return nil
	}
	out := slices.Grow([]*Table(nil), len(list))
	for i, v := range list {
		at := Element(key, i)
		m, ok := v.(map[string]any)
		if !ok {
			t.Report(at, "is %s; want a table { ... }", kind(v))
			continue
		}
		out = append(out, newTable(t.doc, t.path+at+".", m, fewKeys))
	}
	return out
}

// Elements is what is in a list, and whether a value is one. A list of tables is of a
// type of its own.
func Elements(value any) ([]any, bool) {
	if tables, ok := value.([]map[string]any); ok {
		all := make([]any, len(tables))
		for i, table := range tables {
			all[i] = table
		}
		return all, true
	}
	list, ok := value.([]any)
	return list, ok
}

// kind names the type of a TOML value for a person.
func kind(v any) string {
	switch v := v.(type) {
	case string:
		return "a text"
	case float64:
		if math.IsNaN(v) {
			return "not a number"
		}
	case time.Time:
		return "a date"
	case []any:
		return "a list"
	case []map[string]any:
		return "a list of tables"
	case map[string]any:
		return "a table"
	}
	return fmt.Sprint(v)
}
