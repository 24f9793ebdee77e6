package figure

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// deepest is how much deeper than may be the body is in something, seen from a place in the room.
func (s *scenery) deepest(prims *[flesh.Prims]flesh.Prim, room skel.V) float64 {
	deep := math.Inf(-1)
	for i := range s.things {
		t := &s.things[i]
		slack := wallSlack
		if t.cushion != nil {
			slack = cushionSlack
		}
		for j := range prims {
			deep = max(deep, t.holds(&prims[j], room)-slack)
		}
	}
	return deep
}

// holds is how deep p is in the thing: 0 if it is not. A wall goes on behind its face, away from a place in the room.
func (t *thing) holds(p *flesh.Prim, room skel.V) float64 {
	if t.box != nil && t.box.Mat == render.Wall {
		face, out := t.face(room)
		return max(0, p.Reach(out.Mul(-1))+face.Dot(out))
	}
	// How deep the axis is changes along it as a bowl does, so that its lowest point is found by halves.
	in := func(f float64) float64 {
		d, way := t.distance(p.A.Add(p.R.Y.Mul(p.L * f)))
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
func (t *thing) face(room skel.V) (at, out skel.V) {
	out, thick := t.box.Turn.X, t.box.Half.X
	if t.box.Half.Z < thick {
		out, thick = t.box.Turn.Z, t.box.Half.Z
	}
	if room.Sub(t.box.At).Dot(out) < 0 {
		out = out.Mul(-1)
	}
	return t.box.At.Add(out.Mul(thick)), out
}

// besides is the body between two postures, no deeper in a wall that stands beside both than it is at the ends: the hips go in
// an arc away from it.
func besides(a, b *Posture, e float64) skel.Solved {
	k := skel.Blend(&a.solved, &b.solved, e)
	wall := a.scene.wall()
	if wall == nil || b.scene.wall() == nil || e <= 0 || e >= 1 {
		return k
	}
	face, out := wall.face(a.solved.Bones[skel.Pelvis].P)
	from, to := behind(&a.solved, face, out), behind(&b.solved, face, out)
	may := max(0, from+(to-from)*e) + brush
	for range 4 {
		deep := behind(&k, face, out) - may
		if deep <= 0 {
			break
		}
		k.Spec.At = k.Spec.At.Add(out.Mul(deep))
		k = skel.Solve(k.Spec)
	}
	return k
}

// brush is how deep in a wall nobody sees.
const brush = .002

// wall is the wall that stands there, nil if there is none.
func (s *scenery) wall() *thing {
	if s == nil {
		return nil
	}
	for i := range s.things {
		if b := s.things[i].box; b != nil && b.Mat == render.Wall {
			return &s.things[i]
		}
	}
	return nil
}

// behind is how far the body goes through a plane.
func behind(k *skel.Solved, face, out skel.V) float64 {
	var prims [flesh.Prims]flesh.Prim
	flesh.NewBody().Build(&prims, &k.Bones, 0)
	deep := math.Inf(-1)
	for i := range prims {
		deep = max(deep, prims[i].Reach(out.Mul(-1))+face.Dot(out))
	}
	return deep
}
