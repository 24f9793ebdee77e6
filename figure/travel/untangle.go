package travel

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

// clash is how deep the body goes into itself on a part of a way, beyond what it does at the ends of it or may do anyway.
type clash struct {
	sum   float64 // of the squares, for a search to make less
	worst float64 // in H
	pair  int
	at    int // which glance
}

// glances are the moments of a part that a search looks at.
type glances [13]skel.Moment

func (p *part) glances() (g glances) {
	for n := range g {
		g[n] = skel.NewMoment(&p.a.Body, &p.b.Body, float64(n+1)/float64(len(g)+1))
	}
	return g
}

// clash goes the part, whose glances are g but for what one limb does, beginning at one of them, no farther than it takes to be
// as bad as some sum. It looks only at the pairs that it is asked for.
func (p *part) clash(g *glances, limb int, of flesh.OverlapSet, first int, enough float64) clash {
	var c clash
	for n := range g {
		n = (first + n) % len(g)
		m := g[n].Retell(&p.a.Body, &p.b.Body, limb)
		k := m.Body()
		prims := flesh.Build(&k.Bones, 0)
		var deep [flesh.PartPairs]float64
		of.Depths(&prims, &deep)
		for i := range deep {
			by := deep[i] - p.allowed[i]
			if by <= 0 {
				continue
			}
			c.sum += by * by
			if by > c.worst {
				c.worst, c.pair, c.at = by, i, n
			}
		}
		if c.sum >= enough {
			break
		}
	}
	return c
}

// allow lets the body be as deep in itself on the part as it is at the ends.
func (p *part) allow() {
	pairs := flesh.Overlaps()
	p.allowed = &[flesh.PartPairs]float64{}
	for _, k := range [2]*skel.Solved{&p.a.Body, &p.b.Body} {
		prims := flesh.Build(&k.Bones, 0)
		pairs.All.Depths(&prims, p.allowed)
	}
	for i := range p.allowed {
		p.allowed[i] = max(p.allowed[i], flesh.OverlapSlack)
	}
}

// limbPlan is one way to tell a limb where to go.
type limbPlan struct {
	keep bool // as it was told
	mode skel.Mode
	arc  skel.V // in the frame of the trunk, outwards to its own side
	lag  float64
}

// limbPlans are the ways to tell a limb where to go, the plain ones first.
func limbPlans() []limbPlan {
	var out []limbPlan
	for _, lag := range [3]float64{0, -.7, .7} {
		out = append(out, limbPlan{keep: true, lag: lag}, limbPlan{mode: skel.Target, lag: lag}, limbPlan{mode: skel.Joints, lag: lag})
	}
	const d = .7
	for _, far := range [2]float64{.07, .14} {
		for _, v := range [...]skel.V{{Z: 1}, {X: 1}, {Y: 1}, {X: d, Z: d}, {Y: d, Z: d}, {X: d, Y: d}, {X: -1}, {X: -d, Z: d}} {
			out = append(out, limbPlan{mode: skel.Target, arc: v.Mul(far)})
		}
	}
	return out
}

// follow tells limb i so, at both ends of the part.
func (p *part) follow(i int, t limbPlan) {
	side := skel.Side(i & 1)
	trunk := skel.T3
	if i > 1 {
		trunk = skel.Pelvis
	}
	turn := p.a.Body.Bones[trunk].R.Slerp(p.b.Body.Bones[trunk].R, .5)
	for _, q := range [2]*posture.Posture{&p.a, &p.b} {
		if !t.keep {
			q.Body.Respecify(i, t.mode)
		}
		l := skel.LimbOf(&q.Body.Spec, i)
		l.Lag = t.lag
		l.Arc = turn.Apply(t.arc.Side(side.Sign())).Side(side.Sign())
	}
}

// untangle tells limbs that would go through the body otherwise: by another way of telling, sooner or later, or in an arc around
// what is in their way.
func (p *part) untangle() {
	p.allow()
	all := flesh.Overlaps()
	g := p.glances()
	least := p.clash(&g, 0, all.All, 0, math.Inf(1))
	var vain [4]bool // nothing better was found for the limb, and nothing has changed since
	for tries := 0; tries < 4 && least.worst > 0; tries++ {
		found := false
		for _, name := range all.Names[least.pair] {
			i, ok := flesh.LimbOfPart(name)
			switch {
			case !ok || vain[i] || least.worst == 0 || p.isPlanted(i):
			case p.replan(i, &g, &least):
				found, vain = true, [4]bool{}
			default:
				vain[i] = true
			}
		}
		if !found {
			break
		}
	}
	p.tangled = least.worst
}

// replan finds a better way to tell limb i, if there is one.
func (p *part) replan(i int, g *glances, least *clash) bool {
	of := flesh.Overlaps().Limb[i]
	// What the other limbs do is nearly the same however this one is told.
	own := p.clash(g, i, of, 0, math.Inf(1))
	if own.sum == 0 {
		return false
	}
	most := anySpeed()
	most.limb[i], most.all = max(.45*tangle, p.pace.limb[i]), max(brisk, p.pace.all)
	best, found, enough := *p, false, .8*own.sum
	for _, t := range limbPlans() {
		q := *p
		q.follow(i, t)
		if now := q.clash(g, i, of, own.at, enough); now.sum < enough {
			if !q.measure(most) {
				continue
			}
			best, found, enough = q, true, now.sum
			if enough == 0 {
				break
			}
		}
	}
	if !found {
		return false
	}
	now := best.clash(g, i, flesh.Overlaps().All, least.at, least.sum)
	if now.sum >= least.sum {
		return false
	}
	*p, *g, *least = best, best.glances(), now
	return true
}

// isPlanted is whether the hand or foot of limb i rests on the floor, and in one place, at both ends of the part.
func (p *part) isPlanted(i int) bool {
	bone := [2]skel.Bone{skel.HandR, skel.FootR}[i/2].On(skel.Side(i & 1))
	a, b := p.a.Body.Bones[bone].P, p.b.Body.Bones[bone].P
	return a.Y < .06 && b.Y < .06 && a.Sub(b).Len() < stayWithin
}
