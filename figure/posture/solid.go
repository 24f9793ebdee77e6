package posture

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// How deep a body on its way may go into a prop that stands there.
const (
	wallSlack    = .022
	cushionSlack = .05
)

// Deepest is how much deeper than may be the body is in something, seen from a place in the room.
func (s *Scenery) Deepest(prims *[flesh.Prims]flesh.Prim, room skel.V) float64 {
	deep := math.Inf(-1)
	for i := range s.Solids {
		t := &s.Solids[i]
		slack := wallSlack
		if t.Cushion != nil {
			slack = cushionSlack
		}
		for j := range prims {
			deep = max(deep, t.DepthOf(&prims[j], room)-slack)
		}
	}
	return deep
}

// DepthOf is how deep p is in the thing: 0 if it is not. A wall goes on behind its face, away from a place in the room.
func (t *Solid) DepthOf(p *flesh.Prim, room skel.V) float64 {
	if t.Box != nil && t.Box.Mat == render.Wall {
		face, out := t.face(room)
		return max(0, p.Reach(out.Mul(-1))+face.Dot(out))
	}
	least := p.Thickest() // between the middle of the axis and what p may touch
	if t.Box == nil {
		least += t.Cushion.Thickest()
	}
	if d, _ := t.Distance(p.A.Add(p.R.Y.Mul(p.L / 2))); d > p.L/2+least {
		return 0
	}
	// How deep the axis is changes along it as a bowl does, so that its lowest point is found by halves.
	in := func(f float64) float64 {
		d, way := t.Distance(p.A.Add(p.R.Y.Mul(p.L * f)))
		l := p.R.Local(way)
		return (p.RA+(p.RB-p.RA)*f)*math.Sqrt(l.X*l.X*p.SX*p.SX+l.Y*l.Y+l.Z*l.Z*p.SZ*p.SZ) - d
	}
	lo, hi := 0., 1.
	deep := max(0, in(lo), in(hi))
	for range 6 {
		mid := (lo + hi) / 2
		left, right := in(mid-.02), in(mid+.02)
		deep = max(deep, left, right)
		if left > right {
			hi = mid
		} else {
			lo = mid
		}
	}
	return deep
}

// face is a point of the face of a wall that looks at a place in the room, and the way out of the wall.
func (t *Solid) face(room skel.V) (at, out skel.V) {
	out, thick := t.Box.Turn.X, t.Box.Half.X
	if t.Box.Half.Z < thick {
		out, thick = t.Box.Turn.Z, t.Box.Half.Z
	}
	if room.Sub(t.Box.At).Dot(out) < 0 {
		out = out.Mul(-1)
	}
	return t.Box.At.Add(out.Mul(thick)), out
}

// Outside measures how far a point is from the prop called name and which way its surface is, for flesh.Part.Gap.
func (s *Scenery) Outside(name string) func(skel.V) (float64, skel.V) {
	return func(p skel.V) (float64, skel.V) {
		best, way := math.Inf(1), skel.V{Y: -1}
		for i := range s.Solids {
			t := &s.Solids[i]
			if t.Names[0] != name && t.Names[1] != name {
				continue
			}
			d, w := t.Distance(p)
			if d < best {
				best, way = d, w
			}
		}
		return best, way
	}
}

// Distance is how far p is outside of the thing, below 0 inside, and the way to the surface.
func (t *Solid) Distance(p skel.V) (float64, skel.V) {
	if t.Box == nil {
		return t.Cushion.Distance(p)
	}
	b := t.Box
	l := b.Turn.Local(p.Sub(b.At))
	q := skel.V{X: math.Abs(l.X) - b.Half.X, Y: math.Abs(l.Y) - b.Half.Y, Z: math.Abs(l.Z) - b.Half.Z}
	out := skel.V{X: max(0, q.X), Y: max(0, q.Y), Z: max(0, q.Z)}
	sign := func(x float64) float64 { return math.Copysign(1, x) }
	if d := out.Len(); d > 0 {
		return d, b.Turn.Apply(skel.V{X: -out.X * sign(l.X), Y: -out.Y * sign(l.Y), Z: -out.Z * sign(l.Z)}).Unit()
	}
	// Inside: the nearest face, the way in.
	switch {
	case q.X >= q.Y && q.X >= q.Z:
		return q.X, b.Turn.X.Mul(-sign(l.X))
	case q.Y >= q.Z:
		return q.Y, b.Turn.Y.Mul(-sign(l.Y))
	}
	return q.Z, b.Turn.Z.Mul(-sign(l.Z))
}
