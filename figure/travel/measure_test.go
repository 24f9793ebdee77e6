package travel

import (
	"fmt"
	"math"
	"testing"

	"catcow/figure/figuretest"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

// cm is a length in centimetres of a person of 1.70 m.
func cm(h float64) float64 { return 170 * h }

// Limits, in centimetres.
const (
	// softBody is how deep flesh gives in a key pose where nothing is said to press, and what more is not seen of something
	// that moves. Where the ends of a way are deeper, the way may be.
	softBody = 3.7 + .9
	softProp = 3.8
	slides   = 1. // a hand or foot that stays
)

// inProp is how deep the body is in something that stands there, beyond how much that gives.
func inProp(p *posture.Posture, prims *[flesh.Prims]flesh.Prim) float64 {
	if p.Scene == nil || len(p.Scene.Solids) == 0 {
		return 0
	}
	return max(0, p.Scene.Deepest(prims, p.Body.Bones[skel.Pelvis].P)+.022)
}

// deepest says where on a way the body is inside itself, deeper than at the ends and than a depth; "" if nowhere.
func deepest(at func(float64) posture.Posture, pictures int, least float64) string {
	table := flesh.Overlaps()
	var allowed [flesh.PartPairs]float64
	for _, t := range [2]float64{0, 1} {
		p := at(t)
		prims := flesh.Build(&p.Body.Bones, 0)
		table.All.Depths(&prims, &allowed)
	}
	worst, where := 0., ""
	for i := 1; i < pictures; i++ {
		t := float64(i) / float64(pictures)
		p := at(t)
		prims := flesh.Build(&p.Body.Bones, 0)
		var deep [flesh.PartPairs]float64
		table.All.Depths(&prims, &deep)
		for pair, d := range deep {
			if by := cm(d); by > max(least, worst) && d > allowed[pair]+.9/170 {
				worst, where = by, fmt.Sprintf("%s is %.1f cm inside %s at %.2f", table.Names[pair][0], by, table.Names[pair][1], t)
			}
		}
	}
	return where
}

// slide is how far a hand or foot goes that is on the floor and in one place at both ends of a move. A foot that rolls over
// from its top to its side is not: its toes are elsewhere.
func slide(a, b *posture.Posture) (far float64, bone skel.Bone) {
	p, q := a.Body.Bones, b.Body.Bones
	for n := 1; n < 12; n++ {
		m := posture.Blend(a, b, float64(n)/12)
		j := m.Body.Bones
		for _, l := range [4][2]skel.Bone{{skel.HandR, skel.HandR}, {skel.FootR, skel.ToeR}, {skel.HandL, skel.HandL}, {skel.FootL, skel.ToeL}} {
			i, tip := l[0], l[1]
			if p[i].P.Y > .06 || q[i].P.Y > .06 || p[i].P.Sub(q[i].P).Len() > .006 || p[tip].P.Sub(q[tip].P).Len() > .006 {
				continue
			}
			if by := cm(j[i].P.Sub(p[i].P).Len()); by > far {
				far, bone = by, i
			}
		}
	}
	return far, bone
}

// leap is how far the joint goes that goes farthest, in centimetres.
func leap(a, b *posture.Posture) float64 {
	far := 0.0
	p, q := a.Body.Bones, b.Body.Bones
	for i := range p {
		far = max(far, q[i].P.Sub(p[i].P).Len())
	}
	return cm(far)
}

// turn is how far the line between the hips, or that from the pelvis to the head, turns, in degrees.
func turn(a, b *posture.Posture) float64 {
	far := 0.0
	p, q := a.Body.Bones, b.Body.Bones
	for _, line := range [2][2]skel.Bone{{skel.ThighR, skel.ThighL}, {skel.Pelvis, skel.Head}} {
		u, v := p[line[0]].P.Sub(p[line[1]].P).Unit(), q[line[0]].P.Sub(q[line[1]].P).Unit()
		far = max(far, math.Acos(min(1, u.Dot(v)))/skel.Degree)
	}
	return far
}

// slip is how far a joint goes that is in the picture, in half pictures.
func slip(a, b *posture.Posture) float64 {
	far := 0.0
	p, q := figuretest.Seen(a), figuretest.Seen(b)
	for i := range p {
		if max(math.Abs(p[i][0]), math.Abs(p[i][1])) < 1 {
			far = max(far, math.Hypot(q[i][0]-p[i][0], q[i][1]-p[i][1]))
		}
	}
	return far
}

// walk goes a way picture by picture and says what is wrong with it; "" if nothing.
func walk(t *testing.T, way *Path, low float64) string {
	t.Helper()
	const (
		pictures = 12. // looked at in a second
		// Between two pictures 1/20 s apart: of any joint in centimetres, of pelvis or trunk in degrees, in half pictures.
		mostLeap, mostTurn, mostSlip = 12., 9., .16
		mostSunk                     = 2.
	)
	n := int(min(ways, max(way.Seconds(), 2)) * pictures)
	last := way.At(0)
	for i := 1; i <= n; i++ {
		p := way.At(float64(i) / float64(n))
		prims := flesh.Build(&p.Body.Bones, 0)
		switch {
		case leap(&last, &p) > mostLeap*20/pictures:
			return fmt.Sprintf("a joint leaps %.0f cm at %d/%d", leap(&last, &p), i, n)
		case turn(&last, &p) > mostTurn*20/pictures:
			return fmt.Sprintf("the trunk turns %.0f° at %d/%d", turn(&last, &p), i, n)
		case slip(&last, &p) > mostSlip*20/pictures:
			return fmt.Sprintf("the picture slips by %.2f at %d/%d", slip(&last, &p), i, n)
		case cm(figuretest.Lowest(&p)-low) < -mostSunk:
			return fmt.Sprintf("%.1f cm in the floor at %d/%d", -cm(figuretest.Lowest(&p)), i, n)
		case i < n && cm(inProp(&p, &prims)) > softProp:
			return fmt.Sprintf("%.1f cm in a prop at %d/%d", cm(inProp(&p, &prims)), i, n)
		}
		last = p
	}
	return ""
}
