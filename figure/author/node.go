package author

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"catcow/decode"
)

// mostProblems is where reading gives up: more are no help.
const mostProblems = 100

// reader gathers the problems of one table.
type reader struct{ problems decode.Problems }

func (r *reader) report(path, format string, args ...any) {
	if len(r.problems) < mostProblems {
		r.problems = append(r.problems, decode.Problem{Key: path, Text: fmt.Sprintf(format, args...)})
	}
}

// node is a table being read.
type node struct {
	r    *reader
	path string
	m    map[string]any
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// reportUnknown reports the keys that are not among those given, each with the nearest of them.
func (n node) reportUnknown(keys ...string) {
	var unknown []string
	for k := range n.m {
		if !slices.Contains(keys, k) {
			unknown = append(unknown, k)
		}
	}
	slices.Sort(unknown)
	for _, k := range unknown {
		n.r.report(join(n.path, printable(k)), "unknown key%s", decode.Suggestion(k, keys))
	}
}

func (n node) has(key string) bool { _, ok := n.m[key]; return ok }

func (n node) bad(key, format string, args ...any) { n.r.report(join(n.path, key), format, args...) }

// unknown reports a name that is none of those there are of a kind.
func (n node) unknown(key, kind, name string, names []string) {
	n.bad(key, `unknown %s "%s"%s`, kind, printable(name), decode.Suggestion(name, names))
}

// atMost is a list without what is more than one figure may have of a kind.
func atMost[T any](n node, key, kinds string, list []T, most int) []T {
	if len(list) <= most {
		return list
	}
	n.bad(key, "%d %s; want at most %d", len(list), kinds, most)
	return list[:most]
}

// get is what is under key if it is of the type; want names the type. It is false if there is nothing.
func get[T any](n node, key, want string) (v T, ok bool) {
	if !n.has(key) {
		return v, false
	}
	if v, ok = n.m[key].(T); !ok {
		n.bad(key, "want %s, not %s", want, kind(n.m[key]))
	}
	return v, ok
}

// elements calls f with the elements of a list that are of the type; want names the type.
func elements[T any](n node, key, want string, list []any, f func(i int, v T)) {
	for i, e := range list {
		if v, ok := e.(T); ok {
			f(i, v)
		} else {
			n.bad(decode.Element(key, i), "want %s, not %s", want, kind(e))
		}
	}
}

// What is wanted where a table or a text is.
const (
	wantTable = "a table such as { ... }"
	wantText  = "a text in quotes"
)

// table is the table under key.
func (n node) table(key string) (node, bool) {
	m, ok := get[map[string]any](n, key, wantTable)
	return node{n.r, join(n.path, key), m}, ok
}

// tables is the list of tables under key; one table stands for a list of one.
func (n node) tables(key string) []node {
	var out []node
	add := func(i int, m map[string]any) { out = append(out, node{n.r, decode.Element(join(n.path, key), i), m}) }
	switch v := n.m[key].(type) {
	case nil:
	case map[string]any:
		out = append(out, node{n.r, join(n.path, key), v})
	default:
		list, ok := decode.Elements(v)
		if !ok {
			n.bad(key, "want a list of tables, not %s", kind(v))
		}
		elements(n, key, wantTable, list, add)
	}
	return out
}

// text is the string under key, "" if there is none.
func (n node) text(key string) string {
	s, _ := get[string](n, key, wantText)
	return s
}

// texts is the list of strings under key; one string stands for a list of one.
func (n node) texts(key string) []string {
	if s, ok := n.m[key].(string); ok {
		return []string{s}
	}
	var out []string
	list, _ := get[[]any](n, key, "a list of texts")
	elements(n, key, wantText, list, func(_ int, s string) { out = append(out, s) })
	return out
}

// number is the number under key within ±limit, or def if there is none.
func (n node) number(key string, def, limit float64) float64 {
	v, ok := n.m[key]
	if !ok {
		return def
	}
	return n.finite(key, v, def, limit)
}

func (n node) finite(key string, v any, def, limit float64) float64 {
	var x float64
	switch v := v.(type) {
	case int64:
		x = float64(v)
	case float64:
		x = v
	default:
		n.bad(key, "want a number, not %s", kind(v))
		return def
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		n.bad(key, "want a number, not %v", x)
		return def
	}
	if math.Abs(x) > limit {
		n.bad(key, "%v is too large; want at most %v", x, limit)
		return def
	}
	return x
}

// angle is the angle under key in degrees, 0 if there is none.
func (n node) angle(key string) float64 { return n.number(key, 0, 720) }

// readAngles reads those of the numbers that are named.
func (n node) readAngles(to fields, names ...string) {
	for _, name := range names {
		*to[name] = n.angle(name)
	}
}

// lengths are the numbers under key, how many of them one of counts; nil if there is none or something is wrong.
func (n node) lengths(key string, counts ...int) []float64 {
	v, ok := n.m[key]
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok || !slices.Contains(counts, len(list)) {
		n.bad(key, "want a list of %d numbers", counts[0])
		return nil
	}
	out := make([]float64, len(list))
	before := len(n.r.problems)
	for i, e := range list {
		out[i] = n.finite(decode.Element(key, i), e, 0, 10)
	}
	if len(n.r.problems) > before {
		return nil
	}
	return out
}

// kind names what was found, for a person.
func kind(v any) string {
	switch v := v.(type) {
	case string:
		return "a text"
	case bool:
		return strconv.FormatBool(v)
	case int64, float64:
		return fmt.Sprint("the number ", v)
	case []any, []map[string]any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return "a date"
}

// printable is s with nothing in it that a terminal would act on, and not too much of it.
func printable(s string) string {
	if r := []rune(decode.Printable(s)); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return decode.Printable(s)
}
