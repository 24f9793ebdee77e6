package content

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// table reads one TOML table key by key, noting every problem and going on.
type table struct {
	doc  *document
	path string // "", "variant[0].", …
	keys map[string]any
	read map[string]bool
}

func (d *document) table(path string, keys map[string]any) *table {
	return &table{doc: d, path: path, keys: keys, read: make(map[string]bool, len(keys)+8)}
}

func (t *table) bad(key, format string, args ...any) { t.doc.bad(t.path+key, format, args...) }

// missing notes that the table lacks a key; the line is that of the table.
func (t *table) missing(key, want string) {
	at := strings.TrimSuffix(t.path, ".")
	t.doc.bad(at, "no %s; want %s", key, want)
}

func (t *table) has(key string) bool { _, ok := t.keys[key]; return ok }

func (t *table) get(key string) any {
	t.read[key] = true
	return t.keys[key]
}

// rest notes every key nothing asked for.
func (t *table) rest() {
	var unknown []string
	for k := range t.keys {
		if !t.read[k] {
			unknown = append(unknown, k)
		}
	}
	if len(unknown) == 0 {
		return
	}
	slices.Sort(unknown)
	known := slices.Sorted(maps.Keys(t.read))
	for _, k := range unknown {
		t.bad(k, "unknown key%s", suggestion(k, known))
	}
}

// line is a text of at most longest cells; "" where it is absent or wrong.
func (t *table) line(key string, longest int) string {
	v := t.get(key)
	if v == nil {
		return ""
	}
	return t.check(key, v, longest)
}

// need is a line that must be there.
func (t *table) need(key string, longest int, want string) string {
	if !t.has(key) {
		t.read[key] = true
		t.missing(key, want)
		return ""
	}
	s := t.line(key, longest)
	if strings.TrimSpace(s) == "" && (s != "" || t.blank(key)) {
		t.bad(key, "is empty; want %s", want)
	}
	return s
}

// blank reports whether the key is there with an empty text.
func (t *table) blank(key string) bool { return t.keys[key] == "" }

// lacks reports whether the key is absent, an empty text or an empty list. One
// that is there with something wrong has its own problem.
func (t *table) lacks(key string) bool {
	list, ok := t.keys[key].([]any)
	return !t.has(key) || t.blank(key) || ok && len(list) == 0
}

// lines is a list of texts.
func (t *table) lines(key string) []string {
	v := t.get(key)
	if v == nil {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.bad(key, "is %s; want a list of texts", kind(v))
		return nil
	}
	if len(list) > mostLines {
		t.bad(key, "has %d lines; want at most %d", len(list), mostLines)
		return nil
	}
	out := make([]string, 0, len(list))
	for i, v := range list {
		at := element(key, i)
		s := t.check(at, v, longestLine) // "" where it is wrong, so that the others keep their places
		if strings.TrimSpace(s) == "" && (s != "" || v == "") {
			t.bad(at, "is empty; want a text")
			s = ""
		}
		out = append(out, s)
	}
	return out
}

// element names one element of a list.
func element(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// check is the text v if it is one, fits, and holds nothing but text.
func (t *table) check(key string, v any, longest int) string {
	s, ok := v.(string)
	if !ok {
		t.bad(key, "is %s; want a text", kind(v))
		return ""
	}
	for _, r := range s {
		switch {
		case r == '\n':
			t.bad(key, "has a line break; want one line")
			return ""
		case !unicode.IsPrint(r) || r == unicode.ReplacementChar:
			t.bad(key, "has a character that cannot be shown, %U; want plain text", r)
			return ""
		}
	}
	if len(s) <= longest { // a cell takes a byte or more
		return s
	}
	if w := ansi.StringWidth(s); w > longest {
		t.bad(key, "is %d characters long; want at most %d", w, longest)
		return ""
	}
	return s
}

// word is one of the given words, or "" where the key is absent.
func (t *table) word(key string, words []string) string {
	s := t.line(key, longestName)
	switch {
	case t.blank(key):
		t.bad(key, "is empty; want one of %s", strings.Join(words, ", "))
	case s != "" && !known(s, words):
		t.bad(key, "%q is not known; want one of %s%s", s, strings.Join(words, ", "), suggestion(s, words))
		return ""
	}
	return s
}

// words is a list of the given words.
func (t *table) words(key string, words []string) []string {
	list := t.lines(key)
	for i, s := range list {
		if s != "" && !known(s, words) {
			t.bad(element(key, i), "%q is not known; want one of %s%s",
				s, strings.Join(words, ", "), suggestion(s, words))
		}
	}
	return list
}

// holds reports whether the key holds a table.
func (t *table) holds(key string) bool {
	v := t.get(key)
	_, ok := v.(map[string]any)
	if v != nil && !ok {
		t.bad(key, "is %s; want a table", kind(v))
	}
	return ok
}

func (t *table) flag(key string) bool {
	v := t.get(key)
	b, ok := v.(bool)
	if v != nil && !ok {
		t.bad(key, "is %s; want true or false", kind(v))
	}
	return b
}

func (t *table) date(key string) time.Time {
	v := t.get(key)
	d, ok := v.(time.Time)
	if v != nil && !ok {
		t.bad(key, "is %s; want a date such as 2026-11-20", kind(v))
	}
	return d
}

// year is a whole number of four digits at most.
func (t *table) year(key string) int {
	v := t.get(key)
	n, ok := v.(int64)
	if v != nil && (!ok || n < 0 || n > 9999) {
		t.bad(key, "is %s; want a year such as 2018", kind(v))
		return 0
	}
	return int(n)
}

// count is a whole number from 1, or 0 where the key is absent or wrong.
func (t *table) count(key string) int {
	v := t.get(key)
	n, ok := v.(int64)
	if v != nil && (!ok || n < 1 || n > mostLines) {
		t.bad(key, "is %s; want a whole number from 1 to %d", kind(v), mostLines)
		return 0
	}
	return int(n)
}

// id is a name for files and commands.
func (t *table) id() string {
	const want = `lower-case letters, digits and dashes, such as "supine-twist"`
	id := t.need("id", longestName, want)
	if id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		t.bad("id", "%q; want %s", id, want)
		return ""
	}
	return id
}

// tables is a list of tables, written as [[key]] or as [{ … }, …].
func (t *table) tables(key string) []*table {
	v := t.get(key)
	if v == nil {
		return nil
	}
	list, ok := v.([]map[string]any)
	if loose, isList := v.([]any); isList {
		ok = true
		for i, e := range loose {
			m, isTable := e.(map[string]any)
			if !isTable {
				t.bad(element(key, i), "is %s; want a table { … }", kind(e))
			}
			list = append(list, m) // nil where it is no table, so that the others keep their places
		}
	}
	if !ok {
		t.bad(key, "is %s; want a list of tables", kind(v))
		return nil
	}
	if len(list) > mostLines {
		t.bad(key, "has %d entries; want at most %d", len(list), mostLines)
		return nil
	}
	var out []*table
	for i, m := range list {
		if m != nil {
			out = append(out, t.doc.table(t.path+element(key, i)+".", m))
		}
	}
	return out
}

// kind names the type of a TOML value for a person.
func kind(v any) string {
	switch v := v.(type) {
	case string:
		return "a text"
	case int64:
		return fmt.Sprint(v)
	case float64:
		if math.IsNaN(v) {
			return "not a number"
		}
		return fmt.Sprint(v)
	case bool:
		return fmt.Sprint(v)
	case time.Time:
		return "a date"
	case []any:
		return "a list"
	case []map[string]any:
		return "a list of tables"
	case map[string]any:
		return "a table"
	}
	return "nothing"
}
