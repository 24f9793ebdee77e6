package figure

import (
	"math"
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// seatHeight is how high a chair's seat is, in H; matThick how thick the mat.
const (
	seatHeight = .238
	matThick   = .012
)

// scenery is the props and the mat of a key, made ready to be painted. It is shared and never changed.
type scenery struct {
	boxes    []render.Box
	cushions []flesh.Prim
	things   []thing
}

// thing is what a part of a prop is for contacts.
type thing struct {
	names   [2]string // its id and its kind
	box     *render.Box
	cushion *flesh.Prim
}

// build makes what one prop is made of.
func (s *scenery) build(p *prop) {
	turn := skel.Ry(p.turn)
	names := [2]string{p.id, p.kind}
	box := func(at, half skel.V, m render.Material) {
		s.boxes = append(s.boxes, render.Box{At: p.at.Add(turn.Apply(at)), Half: half, Turn: turn, Mat: m})
		b := s.boxes[len(s.boxes)-1]
		s.things = append(s.things, thing{names: names, box: &b})
	}
	half := p.size.Mul(.5)
	switch p.kind {
	case "wall":
		box(skel.V{}, half, render.Wall)
	case "block":
		box(skel.V{}, half, render.Wood)
	case "chair":
		seat := skel.V{X: half.X, Y: .012, Z: half.Z}
		box(skel.V{Y: -.012}, seat, render.Wood)
		back := max(.02, p.size.Y-p.at.Y)
		box(skel.V{X: -half.X + .01, Y: back / 2}, skel.V{X: .01, Y: back / 2, Z: half.Z}, render.Wood)
		leg := max(.01, p.at.Y-.024) / 2
		for _, c := range [4][2]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
			box(skel.V{X: c[0] * (half.X - .012), Y: -.024 - leg, Z: c[1] * (half.Z - .012)}, skel.V{X: .010, Y: leg, Z: .010}, render.Wood)
		}
	case "bolster":
		s.cushions = append(s.cushions, bolster(p, turn))
		c := s.cushions[len(s.cushions)-1]
		s.things = append(s.things, thing{names: names, cushion: &c})
	}
}

// bolster is a rounded cylinder along its longest side that lies.
func bolster(p *prop, turn skel.M) flesh.Prim {
	axis, long, across := turn.Z, p.size.Z, p.size.X
	if p.size.X > p.size.Z {
		axis, long, across = turn.X, p.size.X, p.size.Z
	}
	r := p.size.Y / 2
	l := max(.01, long-2*r)
	side := axis.Cross(skel.V{Y: 1})
	// Local X is up, Z sideways: stretched, so that a flat one is flat.
	return flesh.Prim{
		A: p.at.Sub(axis.Mul(l / 2)), R: skel.M{X: skel.V{Y: 1}, Y: axis, Z: side.Mul(-1)}, L: l, RA: r, RB: r,
		SX: 1, SZ: max(.2, across/p.size.Y), Group: flesh.Groups, Mat: render.Cushion,
	}
}

// stands is whether the prop is there at key id.
func (p *prop) stands(id string) bool { return len(p.only) == 0 || slices.Contains(p.only, id) }

// outside measures how far a point is from the prop called name and which way its surface is, for flesh.Part.Gap.
func (s *scenery) outside(name string) func(skel.V) (float64, skel.V) {
	return func(p skel.V) (float64, skel.V) {
		best, way := math.Inf(1), skel.V{Y: -1}
		if s == nil {
			return best, way
		}
		for i := range s.things {
			t := &s.things[i]
			if t.names[0] != name && t.names[1] != name {
				continue
			}
			d, w := t.distance(p)
			if d < best {
				best, way = d, w
			}
		}
		return best, way
	}
}

// distance is how far p is outside of the thing, below 0 inside, and the way to the surface.
func (t *thing) distance(p skel.V) (float64, skel.V) {
	if t.box == nil {
		c := t.cushion
		k := max(0, min(c.L, p.Sub(c.A).Dot(c.R.Y)))
		d := c.A.Add(c.R.Y.Mul(k)).Sub(p)
		l := c.R.Local(d)
		u := d.Unit()
		lu := c.R.Local(u)
		// How far the stretched cross-section goes in this direction.
		r := c.RA / math.Sqrt(lu.X*lu.X+lu.Y*lu.Y+lu.Z*lu.Z/(c.SZ*c.SZ)+1e-12)
		return l.Len() - r, u
	}
	b := t.box
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

// mirror is the scenery on the other side.
func (s *scenery) mirror() *scenery {
	if s == nil {
		return nil
	}
	return s.each(func(b render.Box) render.Box {
		b.At, b.Turn = b.At.Side(-1), b.Turn.Mirror()
		return b
	}, func(c cushion) cushion {
		c.A, c.R = c.A.Side(-1), c.R.Mirror()
		return c
	})
}

type cushion = flesh.Prim

// each is the scenery with every box and cushion put elsewhere.
func (s *scenery) each(box func(render.Box) render.Box, soft func(cushion) cushion) *scenery {
	m := &scenery{}
	for _, b := range s.boxes {
		m.boxes = append(m.boxes, box(b))
	}
	for _, c := range s.cushions {
		m.cushions = append(m.cushions, soft(c))
	}
	for _, t := range s.things {
		if t.box != nil {
			b := box(*t.box)
			t.box = &b
		} else {
			c := soft(*t.cushion)
			t.cushion = &c
		}
		m.things = append(m.things, t)
	}
	return m
}
