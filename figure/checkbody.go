package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

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

// pressed is whether the author said that the two may press together; "leg" is all of a leg.
func pressed(press [][2]string, a, b string) bool {
	is := func(word, class string) bool {
		if leg, ok := strings.CutPrefix(word, "leg"); ok {
			n, side, _ := strings.Cut(class, ".")
			return leg == "."+side && (n == "thigh" || n == "shank" || n == "foot")
		}
		return word == class
	}
	for _, p := range press {
		if is(p[0], a) && is(p[1], b) || is(p[0], b) && is(p[1], a) {
			return true
		}
	}
	return false
}

// pierce finds parts of the body inside one another.
func (c *checker) pierce(press [][2]string, key, where string) {
	var names [flesh.Prims]string
	for i := range names {
		names[i] = class(i)
	}
	deepest := map[[2]string]float64{}
	for i := range c.prims {
		for j := i + 1; j < flesh.Prims; j++ {
			if near(names[i], names[j]) {
				continue
			}
			pair := [2]string{names[i], names[j]}
			if pair[0] > pair[1] {
				pair[0], pair[1] = pair[1], pair[0]
			}
			if d := depth(&c.prims[i], &c.prims[j], names[i], names[j]); d > deepest[pair] {
				deepest[pair] = d
			}
		}
	}
	var pairs [][2]string
	for p := range deepest {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, p := range pairs {
		slack := bodySlack
		if pressed(press, p[0], p[1]) {
			slack = pressSlack
		}
		if d := deepest[p]; d > slack+c.extra(.015) {
			c.note("body", key, p[0]+p[1], d, "%s is %.0f cm inside %s %s", spoken(p[0]), cm(d), spoken(p[1]), where)
		}
	}
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

// depth is how deep two primitives are in one another.
func depth(a, b *flesh.Prim, na, nb string) float64 {
	a0, a1 := a.A.Add(a.R.Y.Mul(a.L*rooted(na, nb))), a.End()
	b0, b1 := b.A.Add(b.R.Y.Mul(b.L*rooted(nb, na))), b.End()
	if mid := a0.Add(a1).Mul(.5).Sub(b0.Add(b1).Mul(.5)); mid.Len() > .5 {
		return 0
	}
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

// mass is a share of the body and where its centre is (Winter after Dempster).
type mass struct {
	share float64
	at    skel.V
}

func masses(k *skel.Skeleton) []mass {
	on := func(b skel.Bone, l float64) skel.V { return k[b].At(skel.V{Y: -l}) }
	hips, chest := k[skel.Pelvis].P, k[skel.T3].P
	out := []mass{{.497, hips.Lerp(chest, .5)}, {.081, k[skel.Head].At(skel.V{Y: .02})}}
	for s := range skel.Side(2) {
		out = append(out,
			mass{.028, on(skel.UArmR.On(s), .436*skel.UArmLen)}, mass{.016, on(skel.ForearmR.On(s), .430*skel.ForearmLen)},
			mass{.006, on(skel.HandR.On(s), .05)}, mass{.100, on(skel.ThighR.On(s), .433*skel.ThighLen)},
			mass{.0465, on(skel.ShankR.On(s), .433*skel.ShankLen)}, mass{.0145, k[skel.FootR.On(s)].At(skel.V{X: .03, Y: -.02})})
	}
	return out
}

// balance checks that the centre of mass is above what the body stands on. Who leans on a wall may be anywhere.
func (c *checker) balance(d *draft, p *Posture, where string) {
	if c.leans(d) {
		return
	}
	var com skel.V
	total := 0.0
	for _, m := range masses(&p.solved.Bones) {
		com, total = com.Add(m.at.Mul(m.share)), total+m.share
	}
	com = com.Mul(1 / total)
	if out := outsideHull(c.support(d, p), com); out > balanceSlack {
		c.add("balance", d.id, "the body's weight is %.0f cm outside of what it stands on %s", math.Max(1, cm(out)), where)
	}
}

// leans is whether a contact of the key is with a wall.
func (c *checker) leans(d *draft) bool {
	return slices.ContainsFunc(d.contacts, func(t contact) bool {
		return slices.ContainsFunc(c.fig.props, func(q prop) bool {
			return q.kind == "wall" && (q.id == t.prop || q.kind == t.prop)
		})
	})
}

// support is the points the body stands on: what touches the floor, what touches a prop by the author's word, and what
// rests on top of one.
func (c *checker) support(d *draft, p *Posture) []skel.V {
	var points []skel.V
	for _, t := range d.contacts {
		if t.prop != "" {
			part, _ := flesh.PartOf(t.part)
			part.Points(&p.solved.Bones, func(v skel.V) { points = append(points, v) })
		}
	}
	for i := range c.prims {
		q := &c.prims[i]
		for _, end := range [2]struct {
			at skel.V
			r  float64
		}{{q.A, q.RA}, {q.End(), q.RB}} {
			if end.at.Y-end.r < contactSlack+.004 {
				wide := end.r * q.SZ * .7
				points = append(points, end.at.Add(q.R.Z.Mul(wide)), end.at.Sub(q.R.Z.Mul(wide)))
			}
		}
		for j := range p.scene.things { // sitting on a chair, lying on a cushion
			if dist, way := p.scene.things[j].distance(q.A); way.Y < -.5 && dist-q.RA < .02 {
				points = append(points, q.A.Add(q.R.Z.Mul(q.RA)), q.A.Sub(q.R.Z.Mul(q.RA)))
			}
		}
	}
	return points
}

// outsideHull is how far p is from the hull of the points, seen from above.
func outsideHull(points []skel.V, p skel.V) float64 {
	if len(points) == 0 {
		return 1
	}
	worst := math.Inf(-1)
	for i := range 72 { // the hull's support in many directions
		s, co := math.Sincos(float64(i) * 5 * skel.Degree)
		reach := math.Inf(-1)
		for _, q := range points {
			reach = max(reach, q.X*co+q.Z*s)
		}
		worst = max(worst, p.X*co+p.Z*s-reach)
	}
	return worst
}
