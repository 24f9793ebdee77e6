package figure

import (
	"fmt"
	"math"
	"slices"
	"sync"

	_ "embed"

	"github.com/BurntSushi/toml"

	"catcow/figure/render"
)

// The most of everything that one figure may have.
const (
	maxKeys  = 64
	maxViews = 4
	maxProps = 5
)

//go:embed bases.toml
var basesFile string

// library is the bases that every figure can start from.
type library struct {
	ids  []string
	base map[string]*draft
	pose map[string]*Posture // solved
}

// bases reads the embedded library.
//
//nolint:gochecknoglobals // worked out once and then never changed
var bases = sync.OnceValue(readBases)

func readBases() *library {
	lib := &library{base: map[string]*draft{}, pose: map[string]*Posture{}}
	var table map[string]any
	if _, err := toml.Decode(basesFile, &table); err != nil {
		panic("figure: bases.toml: " + err.Error()) // a test reads it; no user can change it
	}
	r := &reader{}
	for _, n := range (node{r, "", table}).tables("base") {
		from := n.text("from")
		start := &draft{}
		if from != "" {
			start = lib.base[from]
		}
		d := inherit(start, n.text("id"), from, n.path)
		n.key(&d, nil)
		r.problems = append(r.problems, d.solve(nil)...)
		lib.ids = append(lib.ids, d.id)
		lib.base[d.id] = &d
		p := postureOf(&d, nil, defaultCameras())
		lib.pose[d.id] = &p
	}
	if len(r.problems) > 0 {
		panic("figure: bases.toml: " + r.problems[0].Error())
	}
	return lib
}

func defaultCameras() []render.Camera { return []render.Camera{{Az: 78, El: 12}} }

// Figure is the figure of a pose: its key poses, solved, and which of them a setup goes through.
type Figure struct {
	keys    []draft
	poses   []Posture
	props   []prop
	cameras []render.Camera
	mat     mat
	main    setup
	variant map[string]setup
}

// setup is the way through one variant, as numbers of keys.
type setup struct {
	steps   []int
	hold    []int // one key, or the one breathed in to and the one breathed out to
	release int
}

// Parse reads the decoded [figure] table of a pose file and works out its keys. It gives every problem it finds; the
// figure is nil if there is nothing that could be drawn.
func Parse(table map[string]any) (*Figure, []Problem) {
	r := &reader{}
	n := node{r, "", table}
	n.known("camera", "mat", "prop", "key", "steps", "hold", "release", "variant")
	f := &Figure{variant: map[string]setup{}, cameras: defaultCameras()}
	if c := n.cameras("camera"); len(c) > 0 {
		f.cameras = c
	}
	f.props = n.props()
	f.mat = n.mat()
	if !f.readKeys(n) {
		return nil, r.problems
	}
	f.main = f.setup(n, setup{steps: nil, hold: []int{len(f.keys) - 1}, release: 0})
	f.variants(n)
	f.solve(r)
	return f, r.problems
}

// readKeys reads the keys in the order in which they build on one another.
func (f *Figure) readKeys(n node) bool {
	nodes := n.tables("key")
	if len(nodes) == 0 {
		n.bad("key", "missing; want at least one [[figure.key]]")
		return false
	}
	if len(nodes) > maxKeys {
		n.bad("key", "%d keys; want at most %d", len(nodes), maxKeys)
		return false
	}
	byID := map[string]int{}
	for i, k := range nodes {
		id := k.text("id")
		if id == "" {
			k.bad("id", "missing; want a name such as \"reach\"")
			id = fmt.Sprint("#", i)
		}
		if _, twice := byID[id]; twice {
			k.bad("id", `"%s" twice; want every key to have its own name`, printable(id))
			continue
		}
		byID[id] = i
	}
	f.checkOnly(n, byID)
	f.keys = make([]draft, len(nodes))
	state := make([]int, len(nodes)) // 0 not read, 1 being read, 2 read
	var read func(i int)
	read = func(i int) {
		state[i] = 1
		k := nodes[i]
		id := k.text("id")
		base := bases().base["stand"]
		switch from := k.text("from"); {
		case !k.has("from"):
			k.bad("from", "missing; want the key or the base it starts from: %v", bases().ids)
		default:
			j, isKey := byID[from]
			b, isBase := bases().base[from]
			switch {
			case isKey && !(j == i && isBase) && state[j] == 1:
				k.bad("from", `"%s" goes around in a circle`, printable(from))
			case isKey && j != i:
				if state[j] == 0 {
					read(j)
				}
				base = &f.keys[j]
			case isBase:
				base = b
			default:
				names := append(slices.Clone(bases().ids), slices.Sorted(mapKeys(byID))...)
				k.bad("from", `unknown key or base "%s"%s; the bases are %v`, printable(from), suggestion(from, names), bases().ids)
			}
		}
		d := inherit(base, id, k.text("from"), k.path)
		k.key(&d, f.props)
		f.keys[i] = d
		state[i] = 2
	}
	for i := range nodes {
		if state[i] == 0 {
			read(i)
		}
	}
	return true
}

func mapKeys(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// checkOnly reports props that stand at keys there are not.
func (f *Figure) checkOnly(n node, byID map[string]int) {
	for i := range f.props {
		for _, id := range f.props[i].only {
			if _, ok := byID[id]; !ok {
				n.r.report(fmt.Sprintf("prop[%d].only", i), `unknown key "%s"%s`, printable(id), suggestion(id, slices.Sorted(mapKeys(byID))))
			}
		}
	}
}

// keyNumber finds a key by its name.
func (f *Figure) keyNumber(id string) int {
	return slices.IndexFunc(f.keys, func(d draft) bool { return d.id == id })
}

func (f *Figure) keyIDs() []string {
	out := make([]string, len(f.keys))
	for i := range f.keys {
		out[i] = f.keys[i].id
	}
	return out
}

// setup reads steps, hold and release over what they are without.
func (f *Figure) setup(n node, s setup) setup {
	find := func(key string, i int, id string) (int, bool) {
		k := f.keyNumber(id)
		if k < 0 {
			n.r.report(at(join(n.path, key), i), `unknown key "%s"%s`, printable(id), suggestion(id, f.keyIDs()))
		}
		return k, k >= 0
	}
	list := func(key string) []int {
		var out []int
		for i, id := range n.texts(key) {
			if k, ok := find(key, i, id); ok {
				out = append(out, k)
			}
		}
		return out
	}
	if n.has("hold") {
		hold := list("hold")
		switch len(hold) {
		case 1, 2:
			s.hold = hold
		case 0:
			if len(n.texts("hold")) == 0 {
				n.bad("hold", "want one key, or the key breathed in to and the key breathed out to")
			}
		default:
			n.bad("hold", "want one key, or the key breathed in to and the key breathed out to")
		}
	}
	if n.has("steps") {
		s.steps = list("steps")
	}
	if len(s.steps) == 0 {
		s.steps = []int{s.hold[0]}
	}
	if !n.has("release") {
		s.release = s.steps[0]
	} else if r := list("release"); len(r) == 1 {
		s.release = r[0]
	} else {
		n.bad("release", "want one key")
	}
	return s
}

func (f *Figure) variants(n node) {
	t, ok := n.table("variant")
	if !ok {
		return
	}
	for _, id := range slices.Sorted(func(yield func(string) bool) {
		for k := range t.m {
			if !yield(k) {
				return
			}
		}
	}) {
		v, ok := t.table(id)
		if !ok {
			continue
		}
		v.known("steps", "hold", "release")
		f.variant[id] = f.setup(v, f.main)
	}
}

// mat is where the mat lies: given, none, or under all keys.
type mat struct {
	none           bool
	x0, x1, z0, z1 float64
}

func (n node) mat() mat {
	if b, ok := n.m["mat"].(bool); ok {
		return mat{none: !b}
	}
	m := n.lengths("mat", 4)
	if m == nil {
		return mat{}
	}
	if m[0] >= m[1] || m[2] >= m[3] {
		n.bad("mat", "want [x0, x1, z0, z1], the smaller of each first")
		return mat{}
	}
	return mat{x0: m[0], x1: m[1], z0: m[2], z1: m[3]}
}

// auto is whether the mat goes where the body is.
func (m mat) auto() bool { return !m.none && math.Abs(m.x1-m.x0) == 0 }
