package posture

import (
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Scenery is the mat and the props of a posture.
type Scenery struct {
	Mat    *render.Box // nil if there is none
	Solids []Solid
}

// Solid is a part of a prop: a box or a cushion.
type Solid struct {
	Names   [2]string // the prop's name and its kind
	Box     *render.Box
	Cushion *flesh.Prim
}

// wall is the wall that stands there, nil if there is none.
func (s *Scenery) wall() *Solid {
	for i := range s.Solids {
		if b := s.Solids[i].Box; b != nil && b.Mat == render.Wall {
			return &s.Solids[i]
		}
	}
	return nil
}

// Mirror is the scenery on the other side.
func (s *Scenery) Mirror() *Scenery {
	return s.put(func(at *skel.V, turn *skel.M) { *at, *turn = at.Side(-1), turn.Mirror() })
}

func (s *Scenery) move(by skel.V) *Scenery {
	return s.put(func(at *skel.V, _ *skel.M) { *at = at.Add(by) })
}

// put is the scenery with all of it elsewhere.
func (s *Scenery) put(where func(at *skel.V, turn *skel.M)) *Scenery {
	m := &Scenery{Solids: slices.Clone(s.Solids)}
	if s.Mat != nil {
		m.Mat = new(*s.Mat)
		where(&m.Mat.At, &m.Mat.Turn)
	}
	for i := range m.Solids {
		if t := &m.Solids[i]; t.Box != nil {
			t.Box = new(*t.Box)
			where(&t.Box.At, &t.Box.Turn)
		} else {
			t.Cushion = new(*t.Cushion)
			where(&t.Cushion.A, &t.Cushion.R)
		}
	}
	return m
}

// Like is whether two sceneries have the same props in them.
func (s *Scenery) Like(t *Scenery) bool {
	return slices.EqualFunc(s.Solids, t.Solids, func(a, b Solid) bool {
		return (a.Box == nil) == (b.Box == nil) && (a.Box == nil || a.Box.Mat == b.Box.Mat)
	})
}

// LerpProps are the props on the way from one scenery to another that is like it.
func (s *Scenery) LerpProps(t *Scenery, e float64) []Solid {
	out := slices.Clone(s.Solids)
	for i := range out {
		if a, b := &out[i], &t.Solids[i]; a.Box != nil {
			a.Box = new(LerpBox(*a.Box, *b.Box, e))
		} else {
			a.Cushion = new(lerpCushion(*a.Cushion, *b.Cushion, e))
		}
	}
	return out
}

// LerpBox goes from one box to another.
func LerpBox(a, b render.Box, e float64) render.Box {
	a.At, a.Half, a.Turn = a.At.Lerp(b.At, e), a.Half.Lerp(b.Half, e), a.Turn.Slerp(b.Turn, e)
	return a
}

func lerpCushion(a, b flesh.Prim, e float64) flesh.Prim {
	mix := func(x, y float64) float64 { return x + (y-x)*e }
	a.A, a.R, a.L = a.A.Lerp(b.A, e), a.R.Slerp(b.R, e), mix(a.L, b.L)
	a.RA, a.RB, a.SX, a.SZ = mix(a.RA, b.RA), mix(a.RB, b.RB), mix(a.SX, b.SX), mix(a.SZ, b.SZ)
	return a
}

// CutAtWalls is the mat m, no farther than the walls of s.
func (s *Scenery) CutAtWalls(m render.Box) render.Box {
	low, high := Corners(&m)
	for i := range s.Solids {
		b := s.Solids[i].Box
		if b == nil || b.Mat != render.Wall || b.Half.X > b.Half.Z {
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

// Corners are the least and the greatest corner of a box that is not turned.
func Corners(b *render.Box) (low, high skel.V) { return b.At.Sub(b.Half), b.At.Add(b.Half) }
