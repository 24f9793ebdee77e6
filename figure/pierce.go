package figure

import (
	"math"
	"slices"
	"strings"
	"sync"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// Overlap is how deep two parts of the body are in one another.
type Overlap struct {
	Parts [2]string // as in press, in alphabetical order: "forearm.r", "torso"
	Depth float64   // in H
}

// Overlaps calls f with the parts of the body that are inside one another by more than a depth in H, once for each two. Parts
// that meet at a joint are not counted.
func (p *Posture) Overlaps(least float64, f func(Overlap)) {
	prims := p.flesh()
	var deep [twos]float64
	pairs := meeting()
	pairs.meets.depths(&prims, &deep)
	for i, d := range deep {
		if d > least {
			f(Overlap{pairs.names[i], d})
		}
	}
}

// classes is how many names there are for parts of the body, and twos how many twos of them.
const (
	classes = 15
	twos    = classes * classes
)

// meet is two primitives that may meet without being at one joint.
type meet struct {
	i, j int
	pair int        // of their classes
	root [2]float64 // the share of each that is inside the other by nature
}

// meets are what is looked at together.
type meets []meet

// classPairs is which primitives can be inside one another, and what those are called.
type classPairs struct {
	names [twos][2]string
	meets meets
	limb  [4]meets // those of each limb alone, in the order of skel.LimbOf
}

// meeting is all pairs, made once: names are slow to compare.
//
//nolint:gochecknoglobals // worked out once and then never changed
var meeting = sync.OnceValue(pairUp)

func pairUp() *classPairs {
	out := &classPairs{}
	var names []string
	for i := range flesh.Prims {
		names = append(names, class(i))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	number := func(name string) int { return slices.Index(names, name) }
	of := func(name string, limb int) bool { i, ok := limbOfClass(name); return ok && i == limb }
	for i := range flesh.Prims {
		for j := i + 1; j < flesh.Prims; j++ {
			a, b := class(i), class(j)
			if near(a, b) {
				continue
			}
			m := meet{i, j, 0, [2]float64{rooted(a, b), rooted(b, a)}}
			if a > b {
				a, b = b, a
			}
			m.pair = number(a)*classes + number(b)
			out.names[m.pair] = [2]string{a, b}
			out.meets = append(out.meets, m)
			for limb := range out.limb {
				if of(a, limb) || of(b, limb) {
					out.limb[limb] = append(out.limb[limb], m)
				}
			}
		}
	}
	return out
}

// depths are how deep the parts of each two classes are in one another at most.
func (ms meets) depths(prims *[flesh.Prims]flesh.Prim, deep *[twos]float64) {
	var mid [flesh.Prims]skel.V
	var far [flesh.Prims]float64
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

// near are the classes that touch at their joint, and always may.
func near(a, b string) bool {
	base := func(s string) (string, string) {
		n, side, _ := strings.Cut(s, ".")
		return n, side
	}
	na, sa := base(a)
	nb, sb := base(b)
	if sa != "" && sb != "" && sa != sb {
		return false
	}
	for _, pair := range [...][2]string{
		{"torso", "neck"}, {"neck", "head"}, {"uarm", "forearm"}, {"forearm", "palm"}, {"thigh", "shank"}, {"shank", "foot"},
	} {
		if pair == [2]string{na, nb} || pair == [2]string{nb, na} {
			return true
		}
	}
	return a == b
}

// rooted is the share of a limb's first bone that is inside the trunk by nature.
func rooted(a, b string) float64 {
	if b != "torso" {
		return 0
	}
	switch n, _, _ := strings.Cut(a, "."); n {
	case "uarm":
		return .5
	case "thigh":
		return .6 // the belly gives way in the crease of the hip
	}
	return 0
}

// depth is how deep two primitives are in one another, but for the share of each at its root.
func depth(a, b *flesh.Prim, root [2]float64) float64 {
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
	radius := func(c *flesh.Prim, at skel.V) float64 {
		k := at.Sub(c.A).Dot(c.R.Y) / c.L
		v := c.R.Local(u)
		return (c.RA + (c.RB-c.RA)*k) * math.Sqrt(v.X*v.X*c.SX*c.SX+v.Y*v.Y+v.Z*v.Z*c.SZ*c.SZ)
	}
	return radius(a, p) + radius(b, q) - l
}

// closest are the places, 0 to 1, on the segments a and b where they are nearest.
func closest(a0, a1, b0, b1 skel.V) (s, t float64) {
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
