package author

import (
	"fmt"
	"maps"
	"slices"

	"catcow/decode"
)

// keyReader reads the keys of a figure in the order in which they build on one another.
type keyReader struct {
	fig    *Figure
	nodes  []node
	ids    []string
	byID   map[string]int
	drafts map[int]*Draft // by their numbers; nil while they are being read
}

// readKeys is false if there are no keys that could be read.
func (f *Figure) readKeys(n node) bool {
	nodes := n.tables("key")
	if n.Lacks("key") {
		n.Report("key", "missing; want at least one [[figure.key]]")
	}
	if len(nodes) == 0 {
		return false
	}
	r := &keyReader{f, nodes, make([]string, len(nodes)), map[string]int{}, map[int]*Draft{}}
	for i, k := range nodes {
		id := k.text("id")
		r.ids[i] = id
		if _, twice := r.byID[id]; twice {
			k.Report("id", `%q twice; want every key to have its own name`, id)
			continue
		}
		if k.Lacks("id") {
			k.Report("id", "missing; want a name such as \"reach\"")
		}
		if id == "" {
			id = fmt.Sprint("#", i)
		}
		r.byID[id] = i
	}
	f.checkOnly(n, r.byID)
	f.Drafts = make([]Draft, len(nodes))
	for i := range nodes {
		r.read(i)
	}
	return true
}

// read is key i; nil if it is being read, and starts from itself.
func (r *keyReader) read(i int) *Draft {
	if d, begun := r.drafts[i]; begun {
		return d
	}
	r.drafts[i] = nil
	k, d := r.nodes[i], &r.fig.Drafts[i]
	*d = inherit(r.from(i, k), r.ids[i], k.Path())
	k.readKey(d, r.fig.Props)
	r.drafts[i] = d
	return d
}

// from is what key i starts from: another key, or a base; standing if it does not say or says something wrong.
func (r *keyReader) from(i int, k node) *Draft {
	from := k.text("from")
	j, isKey := r.byID[from]
	base := bases().draft(from)
	switch {
	case !k.Has("from"):
		k.Report("from", "missing; want the key or the base it starts from: %v", bases().Keys())
	case from == "" && !k.IsBlank("from"): // it is wrong, and was reported
	case isKey && (j != i || base == nil):
		if d := r.read(j); d != nil {
			return d
		}
		k.Report("from", `%q goes around in a circle`, from)
	case base != nil:
		return base
	default:
		names := append(bases().Keys(), slices.Sorted(maps.Keys(r.byID))...)
		k.Report("from", `unknown key or base %q%s; the bases are %v`, from, decode.Suggestion(from, names), bases().Keys())
	}
	return bases().draft("stand")
}

// checkOnly reports props that stand at keys there are not.
func (f *Figure) checkOnly(n node, byID map[string]int) {
	for i := range f.Props {
		for _, id := range f.Props[i].only {
			if _, ok := byID[id]; !ok {
				n.unknown(decode.Element("prop", i)+".only", "key", id, slices.Sorted(maps.Keys(byID)))
			}
		}
	}
}

// keyNumber finds a key by its name.
func (f *Figure) keyNumber(id string) int {
	return slices.IndexFunc(f.Drafts, func(d Draft) bool { return d.ID == id })
}

// draft is the key with the name, nil if there is none.
func (f *Figure) draft(id string) *Draft {
	if i := f.keyNumber(id); i >= 0 {
		return &f.Drafts[i]
	}
	return nil
}

func (f *Figure) readVariants(n node, main setup) {
	t, _ := n.table("variant")
	for _, id := range t.Keys() {
		if v, ok := t.table(id); ok {
			v.ReportUnknown("steps", "hold", "release")
			f.setups[id] = f.readSetup(v, main)
		}
	}
}

// findKeys finds the keys named under key, -1 where there is none with a name.
func (f *Figure) findKeys(n node, key string) []int {
	var out []int
	for i, id := range n.texts(key) {
		k := f.keyNumber(id)
		if k < 0 {
			n.unknown(decode.Element(key, i), "key", id, f.Keys())
		}
		out = append(out, k)
	}
	return out
}

// readSetup reads steps, hold and release over what they are without.
func (f *Figure) readSetup(n node, s setup) setup {
	if n.Has("hold") {
		hold := f.findKeys(n, "hold")
		if len(hold) < 1 || len(hold) > 2 {
			n.Report("hold", "want one key, or the key breathed in to and the key breathed out to")
		} else if !slices.Contains(hold, -1) {
			s.hold = hold
		}
	}
	if n.Has("steps") {
		s.steps = slices.DeleteFunc(f.findKeys(n, "steps"), func(k int) bool { return k < 0 })
	}
	if len(s.steps) == 0 {
		s.steps = []int{s.hold[0]}
	}
	if !n.Has("release") {
		s.release = s.steps[0]
		return s
	}
	if r := f.findKeys(n, "release"); len(r) != 1 {
		n.Report("release", "want one key")
	} else if r[0] >= 0 {
		s.release = r[0]
	}
	return s
}
