package flesh

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// OverlapSlack is how deep flesh gives in a key pose where nothing is said to press, in H.
const OverlapSlack = .022

// partNumbers is how many names there are for parts of the body, and PartPairs how many pairs of them.
const (
	partNumbers = 15
	PartPairs   = partNumbers * partNumbers
)

// overlap is two primitives that may overlap without being at one joint.
type overlap struct {
	i, j int
	pair int        // of their parts
	root [2]float64 // the share of each that is inside the other by nature
}

// OverlapSet is pairs of primitives that are looked at together.
type OverlapSet []overlap

// OverlapTable is which primitives can be inside one another, and what those are called.
type OverlapTable struct {
	Names [PartPairs][2]string // as in press, in alphabetical order: "forearm.r", "torso"
	All   OverlapSet
	Limb  [4]OverlapSet // those of each limb alone, in the order of skel.LimbOf
}

// overlaps is made once: names are slow to compare.
//
//nolint:gochecknoglobals // worked out once and then never changed
var overlaps = sync.OnceValue(newOverlapTable)

// Overlaps is all pairs of primitives that can be inside one another. Parts that meet at a joint are left out.
func Overlaps() *OverlapTable { return overlaps() }

func newOverlapTable() *OverlapTable {
	out := &OverlapTable{}
	var names []string
	for i := range Solid {
		names = append(names, PartName(i))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	number := func(name string) int { return slices.Index(names, name) }
	of := func(name string, limb int) bool { i, ok := LimbOfPart(name); return ok && i == limb }
	for i := range Solid {
		for j := i + 1; j < Solid; j++ {
			a, b := PartName(i), PartName(j)
			if near(a, b) {
				continue
			}
			m := overlap{i, j, 0, [2]float64{rooted(a, b), rooted(b, a)}}
			if a > b {
				a, b = b, a
			}
			m.pair = number(a)*partNumbers + number(b)
			out.Names[m.pair] = [2]string{a, b}
			out.All = append(out.All, m)
			for limb := range out.Limb {
				if of(a, limb) || of(b, limb) {
					out.Limb[limb] = append(out.Limb[limb], m)
				}
			}
		}
	}
	return out
}

// Depths sets how deep the parts of each pair are in one another at most.
func (ms OverlapSet) Depths(prims *[Prims]Prim, deep *[PartPairs]float64) {
	var mid [Prims]V
	var far [Prims]float64
	for i := range prims {
		p := &prims[i]
		mid[i] = p.A.Add(p.R.Y.Mul(p.L / 2))
		far[i] = p.L/2 + max(p.RA, p.RB)*max(1, p.SX, p.SZ)
	}
	for n := range ms {
		m := &ms[n]
		d, r := mid[m.i].Sub(mid[m.j]), far[m.i]+far[m.j]
		if d.Dot(d) < r*r {
			deep[m.pair] = max(deep[m.pair], depth(&prims[m.i], &prims[m.j], m.root))
		}
	}
}

// near is whether two parts, in the order of the body, touch at their joint, and always may.
func near(a, b string) bool {
	na, sa, _ := strings.Cut(a, ".")
	nb, sb, _ := strings.Cut(b, ".")
	if sa != "" && sb != "" && sa != sb {
		return false
	}
	return a == b || slices.Contains([]string{
		"torso+neck", "neck+head", "uarm+forearm", "forearm+palm", "thigh+shank", "shank+foot",
	}, na+"+"+nb)
}

// rooted is the share of a limb's first bone that is inside the trunk by nature.
func rooted(limb, trunk string) float64 {
	switch {
	case trunk != "torso":
	case strings.HasPrefix(limb, "uarm"):
		return .5
	case strings.HasPrefix(limb, "thigh"):
		return .6 // the belly gives way in the crease of the hip
	}
	return 0
}

// depth is how deep two primitives are in one another, but for the share of each at its root.
func depth(a, b *Prim, root [2]float64) float64 {
	a0, a1 := a.A.Add(a.R.Y.Mul(a.L*root[0])), a.End()
	b0, b1 := b.A.Add(b.R.Y.Mul(b.L*root[1])), b.End()
	s, t := closest(a0, a1, b0, b1)
	p, q := a0.Lerp(a1, s), b0.Lerp(b1, t)
	d := q.Sub(p)
	l := d.Len()
	if l < 1e-9 {
		return a.RA + b.RA
	}
	u := d.Mul(1 / l)
	radius := func(c *Prim, at V) float64 {
		k := at.Sub(c.A).Dot(c.R.Y) / c.L
		v := c.R.Local(u)
		return (c.RA + (c.RB-c.RA)*k) * math.Sqrt(v.X*v.X*c.SX*c.SX+v.Y*v.Y+v.Z*v.Z*c.SZ*c.SZ)
	}
	return radius(a, p) + radius(b, q) - l
}

// closest are the places, 0 to 1, on the segments a and b where they are nearest.
func closest(a0, a1, b0, b1 V) (s, t float64) {
	u, v, w := a1.Sub(a0), b1.Sub(b0), a0.Sub(b0)
	a, b, c, d, e := u.Dot(u), u.Dot(v), v.Dot(v), u.Dot(w), v.Dot(w)
	unit := func(x float64) float64 { return max(0, min(1, x)) }
	if den := a*c - b*b; den > 1e-12 {
		s = unit((b*e - c*d) / den)
	}
	t = unit((b*s + e) / max(1e-12, c))
	s = unit((b*t - d) / max(1e-12, a))
	return s, t
}
