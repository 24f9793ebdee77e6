package render

// line and form are polynomials of first and second degree in the pixel.
type (
	line struct{ c, x, y float64 }
	form struct{ c, x, y, xx, xy, yy float64 }
)

// pass is how rays pass the near end of an axis: where they come nearest to it, their depth g, their place y along the
// axis and the squared distance oo.
type pass struct {
	g, y line
	oo   form
}

// patch is a part of a surface: its depth is l + √q.
type patch struct {
	l, lx, ly                float32
	q, qx, qy, qxx, qxy, qyy float32
	half                     float32 // −1/(2·qxx)
}

// patch is the patch at g + l0 + l1·y + √(k²·(o·oo + y0 + y1·y + y2·y²)).
func (p *pass) patch(k, l0, l1, o, y0, y1, y2 float64) patch {
	k *= k
	o, y0, y1, y2 = o*k, y0*k, y1*k, y2*k
	y, oo := &p.y, &p.oo
	c := 2*y2*y.c + y1
	xx := o*oo.xx + y2*y.x*y.x
	return patch{
		float32(p.g.c + l0 + l1*y.c), float32(p.g.x + l1*y.x), float32(p.g.y + l1*y.y),
		float32(o*oo.c + y0 + y.c*(y1+y2*y.c)), float32(o*oo.x + c*y.x), float32(o*oo.y + c*y.y),
		float32(xx), float32(o*oo.xy + 2*y2*y.x*y.y), float32(o*oo.yy + y2*y.y*y.y), float32(-.5 / xx),
	}
}

// piece is a patch along one row of pixels: at l0 + l1·x + √(q0 + q1·x + q2·x²).
type piece struct{ l0, l1, q0, q1, q2 float32 }

func (p *patch) row(y float32) piece {
	return piece{p.l + p.ly*y, p.lx, p.q + y*(p.qy+y*p.qyy), p.qx + y*p.qxy, p.qxx}
}

func (s *piece) root(x float32) float32 {
	d := s.q0 + x*(s.q1+x*s.q2)
	if d < 0 { // on the very edge
		d = 0
	}
	return sqrt(d)
}
