package flesh

import (
	"math"

	"catcow/figure/skel"
)

// V is skel's vector.
type V = skel.V

// M is skel's rotation.
type M = skel.M

func v(x, y, z float64) V { return V{X: x, Y: y, Z: z} }

// Material is what a surface is made of; 0 is nothing.
type Material uint8

// The materials of the body.
const (
	Skin Material = iota + 1
	Hand          // darker than the skin of arms and face, so that a hand on a face is seen
	Foot
	Top
	Leggings
	Hair
)

// Group is a part of the body that is outlined as one.
type Group uint8

// The groups. Those of the limbs come in pairs, the right one first.
const (
	Trunk Group = iota
	Throat
	Face
	UArmR
	UArmL
	ForearmR
	ForearmL
	ThighR
	ThighL
	ShankR
	ShankL
	FootR
	FootL
	Groups = iota
)

// Side is the side of a limb's group; ok is false for the trunk and the head.
func (g Group) Side() (s skel.Side, ok bool) {
	if g < UArmR {
		return skel.Right, false
	}
	return skel.Side((g - UArmR) & 1), true
}

// Prim is a rounded cone in the world: from A along R.Y for L, radius RA at A and RB at the end, stretched across by SX
// and SZ.
type Prim struct {
	A      V
	R      M
	L      float64
	RA, RB float64
	SX, SZ float64
	Group  Group
	Mat    Material
}

// Reach is how far the surface goes in direction d: the largest p·d of its points p.
func (p *Prim) Reach(d V) float64 {
	l := p.R.Local(d)
	e := math.Sqrt(l.X*l.X*p.SX*p.SX + l.Y*l.Y + l.Z*l.Z*p.SZ*p.SZ)
	return p.A.Dot(d) + max(p.RA*e, p.L*l.Y+p.RB*e)
}

// Thickest is how far the surface is from the axis at most.
func (p *Prim) Thickest() float64 { return max(p.RA, p.RB) * max(1, p.SX, p.SZ) }

// Distance is how far at is outside of the surface, below 0 inside, and the way to it.
func (p *Prim) Distance(at V) (float64, V) {
	k := max(0, min(p.L, at.Sub(p.A).Dot(p.R.Y)))
	d := p.A.Add(p.R.Y.Mul(k)).Sub(at)
	way := d.Unit()
	l := p.R.Local(way)
	// How far the stretched cross-section goes in this direction.
	r := (p.RA + (p.RB-p.RA)*k/p.L) / math.Sqrt(l.X*l.X/(p.SX*p.SX)+l.Y*l.Y+l.Z*l.Z/(p.SZ*p.SZ)+1e-12)
	return d.Len() - r, way
}

// End is the far end of the axis.
func (p *Prim) End() V { return p.A.Add(p.R.Y.Mul(p.L)) }

// between is the axis from one point to another, its Z as near to z as can be.
func between(from, to, z V) Prim {
	d := to.Sub(from)
	l := max(1e-6, d.Len())
	y := d.Mul(1 / l)
	z = z.Sub(y.Mul(z.Dot(y))).Unit()
	return Prim{A: from, R: M{X: y.Cross(z), Y: y, Z: z}, L: l}
}
