package posture

import (
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Scenery is the props and the mat of a posture, made ready to be painted.
type Scenery struct {
	Boxes    []render.Box
	Cushions []flesh.Prim
	Solids   []Solid
}

// Solid is a part of a prop as something that can be touched: a box or a cushion.
type Solid struct {
	Names   [2]string // the prop's name and its kind
	Box     *render.Box
	Cushion *flesh.Prim
}

// wall is the wall that stands there, nil if there is none.
func (s *Scenery) wall() *Solid {
	if s == nil {
		return nil
	}
	for i := range s.Solids {
		if b := s.Solids[i].Box; b != nil && b.Mat == render.Wall {
			return &s.Solids[i]
		}
	}
	return nil
}

// Mirror is the scenery on the other side.
func (s *Scenery) Mirror() *Scenery {
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
func (s *Scenery) each(box func(render.Box) render.Box, soft func(cushion) cushion) *Scenery {
	m := &Scenery{}
	for _, b := range s.Boxes {
		m.Boxes = append(m.Boxes, box(b))
	}
	for _, c := range s.Cushions {
		m.Cushions = append(m.Cushions, soft(c))
	}
	for _, t := range s.Solids {
		if t.Box != nil {
			b := box(*t.Box)
			t.Box = &b
		} else {
			c := soft(*t.Cushion)
			t.Cushion = &c
		}
		m.Solids = append(m.Solids, t)
	}
	return m
}

func (s *Scenery) move(by skel.V) *Scenery {
	if s == nil {
		return nil
	}
	return s.each(func(b render.Box) render.Box {
		b.At = b.At.Add(by)
		return b
	}, func(c cushion) cushion {
		c.A = c.A.Add(by)
		return c
	})
}

// OnlyMat leaves out the props: they come with the pose they belong to.
func (s *Scenery) OnlyMat() *Scenery {
	m := &Scenery{}
	if s == nil {
		return m
	}
	for _, b := range s.Boxes {
		if b.Mat == render.Mat {
			m.Boxes = append(m.Boxes, b)
		}
	}
	return m
}

// OnlyProps leaves out the mat.
func (s *Scenery) OnlyProps() *Scenery {
	if s == nil {
		return &Scenery{}
	}
	p := &Scenery{Cushions: s.Cushions, Solids: s.Solids}
	for _, b := range s.Boxes {
		if b.Mat != render.Mat {
			p.Boxes = append(p.Boxes, b)
		}
	}
	return p
}

// Like is whether two sceneries are made of the same things.
func (s *Scenery) Like(t *Scenery) bool {
	return slices.EqualFunc(s.Boxes, t.Boxes, func(a, b render.Box) bool { return a.Mat == b.Mat }) &&
		len(s.Cushions) == len(t.Cushions)
}

// Lerp goes from one scenery to another that is like it.
func (s *Scenery) Lerp(t *Scenery, e float64) *Scenery {
	i, j := -1, -1
	return s.each(func(b render.Box) render.Box {
		if i++; i < len(t.Boxes) {
			b = LerpBox(b, t.Boxes[i], e)
		}
		return b
	}, func(c cushion) cushion {
		if j++; j < len(t.Cushions) {
			d := &t.Cushions[j]
			mix := func(x, y float64) float64 { return x + (y-x)*e }
			c.A, c.R, c.L = c.A.Lerp(d.A, e), c.R.Slerp(d.R, e), mix(c.L, d.L)
			c.RA, c.RB, c.SX, c.SZ = mix(c.RA, d.RA), mix(c.RB, d.RB), mix(c.SX, d.SX), mix(c.SZ, d.SZ)
		}
		return c
	})
}

// LerpBox goes from one box to another.
func LerpBox(a, b render.Box, e float64) render.Box {
	a.At, a.Half, a.Turn = a.At.Lerp(b.At, e), a.Half.Lerp(b.Half, e), a.Turn.Slerp(b.Turn, e)
	return a
}

// CutAtWalls is the mat m, no farther than the walls of s.
func (s *Scenery) CutAtWalls(m render.Box) render.Box {
	low, high := Corners(&m)
	for i := range s.Boxes {
		b := &s.Boxes[i]
		if b.Mat != render.Wall || b.Half.X > b.Half.Z {
			continue
		}
		if b.At.X > m.At.X {
			high.X = min(high.X, b.At.X-b.Half.X)
		} else {
			low.X = max(low.X, b.At.X+b.Half.X)
		}
	}
	m.At.X, m.Half.X = (low.X+high.X)/2, max(.01, (high.X-low.X)/2)
	return m
}

// Mat is the mat, nil if there is none.
func (s *Scenery) Mat() *render.Box {
	if boxes := s.OnlyMat().Boxes; len(boxes) > 0 {
		return &boxes[0]
	}
	return nil
}

// Corners are the least and the greatest corner of a box that is not turned.
func Corners(b *render.Box) (low, high skel.V) { return b.At.Sub(b.Half), b.At.Add(b.Half) }
