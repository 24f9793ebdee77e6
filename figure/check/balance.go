package check

import (
	"math"
	"slices"
	"strings"

	"catcow/figure/author"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

// isPart is whether a part of the body is what an author calls word: "leg.r" is all of a leg.
func isPart(word, part string) bool {
	if leg, ok := strings.CutPrefix(word, "leg"); ok {
		n, side, _ := strings.Cut(part, ".")
		return leg == "."+side && (n == "thigh" || n == "shank" || n == "foot")
	}
	return word == part
}

// pressed is whether the author said that the two may press together.
func pressed(press [][2]string, a, b string) bool {
	return slices.ContainsFunc(press, func(p [2]string) bool {
		return isPart(p[0], a) && isPart(p[1], b) || isPart(p[0], b) && isPart(p[1], a)
	})
}

// checkOverlaps finds parts of the body inside one another.
func (c *checker) checkOverlaps(press [][2]string, key, where string) {
	var deep [flesh.PartPairs]float64
	all := flesh.Overlaps()
	all.All.Depths(&c.prims, &deep)
	for i, d := range deep {
		slack := flesh.OverlapSlack
		p := all.Names[i]
		if d > slack && pressed(press, p[0], p[1]) {
			slack = pressSlack
		}
		if d > slack+wayMore*c.way {
			c.note("body", key, p[0]+p[1], d, "%s is %.0f cm inside %s %s", displayName(p[0]), skel.Centimetres(d), displayName(p[1]), where)
		}
	}
}

// centreOfMass is where the weight of the body is, by the shares of its parts (Winter after Dempster).
func centreOfMass(k *skel.Skeleton) skel.V {
	var centre skel.V
	add := func(share float64, at skel.V) { centre = centre.Add(at.Mul(share)) }
	along := func(share float64, b skel.Bone, far float64) { add(share, k[b].At(skel.V{Y: -far})) }
	add(.497, k[skel.Pelvis].P.Lerp(k[skel.T3].P, .5))
	along(.081, skel.Head, -.02)
	for s := range skel.Side(2) {
		along(.028, skel.UArmR.On(s), .436*skel.UArmLen)
		along(.016, skel.ForearmR.On(s), .430*skel.ForearmLen)
		along(.006, skel.HandR.On(s), .05)
		along(.100, skel.ThighR.On(s), .433*skel.ThighLen)
		along(.0465, skel.ShankR.On(s), .433*skel.ShankLen)
		add(.0145, k[skel.FootR.On(s)].At(skel.V{X: .03, Y: -.02}))
	}
	return centre
}

// checkBalance checks that the centre of mass is above what the body stands on. Who leans on a wall may be anywhere.
func (c *checker) checkBalance(d *author.Draft, p *posture.Posture, where string) {
	if c.leansOnWall(d) {
		return
	}
	if out := outsideHull(c.support(d, p), centreOfMass(&p.Body.Bones)); out > balanceSlack {
		c.add("balance", d.ID, "the body's weight is %.0f cm outside of what it stands on %s", skel.Centimetres(out), where)
	}
}

// leansOnWall is whether a contact of the key is with a wall.
func (c *checker) leansOnWall(d *author.Draft) bool {
	return slices.ContainsFunc(d.Contacts, func(t author.Contact) bool {
		return slices.ContainsFunc(c.fig.Props, func(q author.Prop) bool {
			return q.Kind == "wall" && (q.ID == t.To || q.Kind == t.To)
		})
	})
}

// support is the points the body stands on: what touches the floor, what touches a prop by the author's word, and what
// rests on top of one.
func (c *checker) support(d *author.Draft, p *posture.Posture) []skel.V {
	var points []skel.V
	for _, t := range d.Contacts {
		if t.To != "" && !author.IsBody(t.To) {
			part, _ := flesh.PartOf(t.Part)
			part.Points(&p.Body.Bones, func(v skel.V) { points = append(points, v) })
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
		for j := range p.Scene.Solids { // sitting on a chair, lying on a cushion
			if dist, way := p.Scene.Solids[j].Distance(q.A); way.Y < -.5 && dist-q.RA < .02 {
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
