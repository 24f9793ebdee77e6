package author

import (
	"iter"

	"catcow/decode"
)

// longest is the most cells of a name or of a direction.
const longest = 90

// node is a table of a figure. Where it has a list, one element may stand for a list of one.
type node struct{ *decode.Table }

// unknown reports a name that is none of those there are of a kind.
func (n node) unknown(key, kind, name string, names []string) {
	n.Report(key, "unknown %s %q%s", kind, name, decode.Suggestion(name, names))
}

// atMost is a list without what is more than one figure may have of a kind.
func atMost[T any](n node, key, kinds string, list []T, most int) []T {
	if len(list) <= most {
		return list
	}
	n.Report(key, "%d %s; want at most %d", len(list), kinds, most)
	return list[:most]
}

func (n node) isTable(key string) bool { return decode.Holds[map[string]any](n.Table, key) }

// table is the table under key, if there is one.
func (n node) table(key string) (t node, ok bool) {
	return node{n.Table.Table(key, "a table { ... }")}, n.isTable(key)
}

// tables is the list of tables under key.
func (n node) tables(key string) []node {
	if n.isTable(key) {
		t, _ := n.table(key)
		return []node{t}
	}
	var out []node
	for _, t := range n.Tables(key) {
		out = append(out, node{t})
	}
	return out
}

// text is the text under key, "" if there is none.
func (n node) text(key string) string { return n.Line(key, longest) }

// texts is the list of texts under key, without those that are wrong.
func (n node) texts(key string) iter.Seq2[int, string] {
	var list []string
	if decode.Holds[string](n.Table, key) {
		list = []string{n.Need(key, longest, "a text")}
	} else {
		list = n.Lines(key, longest)
	}
	return func(yield func(int, string) bool) {
		for i, s := range list {
			if s != "" && !yield(i, s) {
				return
			}
		}
	}
}

// angle is the angle under key in degrees, 0 if there is none.
func (n node) angle(key string) float64 { return n.Number(key, 0, 720) }

// readAngles reads those of the numbers that are named.
func (n node) readAngles(to fields, names ...string) {
	for _, name := range names {
		*to[name] = n.angle(name)
	}
}

// lengths are the numbers under key, how many of them one of counts; nil if there is none or something is wrong.
func (n node) lengths(key string, counts ...int) []float64 { return n.Numbers(key, 10, counts...) }
