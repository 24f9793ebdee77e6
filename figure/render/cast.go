package render

// slice is a cone along one row of pixels.
type slice struct {
	a, b, m    piece
	h0, h1, hz float32 // a hit on m is at h0 + h1·x − hz·depth along the axis
	lo, hi     float32 // where the surface begins and ends
}

func (s *slice) along(x, z float32) float32 { return s.h0 + s.h1*x - s.hz*z }

// cut is c along the row y.
func (c *cone) cut(s *slice, y float32) {
	s.a, s.b, s.m = c.a.row(y), c.b.row(y), c.m.row(y)
	s.h0, s.h1, s.hz = c.h[0]+c.h[2]*y, c.h[1], c.h[3]
	// What one sees of a rounded cone is convex, so a row has one stretch of it, and that ends on one of the spheres or,
	// where it is between them, on the edge of the cone.
	s.lo, s.hi = -far, far
	s.sphere(&s.a, c.a.half)
	s.sphere(&s.b, c.b.half)
	d := s.m.q1*s.m.q1 - 4*s.m.q2*s.m.q0
	if d < 0 {
		return
	}
	d = sqrt(d)
	if s.m.q1 < 0 {
		d = -d
	}
	d += s.m.q1 // this way nothing cancels out
	s.side(d*c.m.half, c)
	s.side(-2*s.m.q0/d, c)
}

// sphere widens s by where the sphere p is.
func (s *slice) sphere(p *piece, half float32) {
	d := p.q1*p.q1 - 4*p.q2*p.q0
	if d < 0 {
		return
	}
	mid, d := p.q1*half, sqrt(d)*half
	if mid-d < s.lo {
		s.lo = mid - d
	}
	if mid+d > s.hi {
		s.hi = mid + d
	}
}

// side widens s by the edge of the cone at x, if the cone goes as far.
func (s *slice) side(x float32, c *cone) {
	if h := s.along(x, s.m.l0+s.m.l1*x); h > c.ylo && h < c.yhi {
		if x < s.lo {
			s.lo = x
		}
		if x > s.hi {
			s.hi = x
		}
	}
}

// cast sends a ray through every pixel of the cone and keeps what is nearest, under the number i.
func (c *cone) cast(depths []float32, ids []uint8, w int, i uint8) {
	var s slice
	for y := c.y0; y < c.y1; y++ {
		c.cut(&s, float32(y-c.cy))
		if s.lo > s.hi {
			continue
		}
		x0, x1 := max(c.x0, c.cx+ceil(s.lo)), min(c.x1, c.cx+ceil(s.hi))
		if x0 >= x1 {
			continue
		}
		c.castRow(&s, depths[y*w+x0:y*w+x1], ids[y*w+x0:y*w+x1], float32(x0-c.cx), i)
	}
}

// castRow is cast for the pixels from x on in which the slice s is.
func (c *cone) castRow(s *slice, depth []float32, id []uint8, x float32, i uint8) {
	id = id[:len(depth)]
	m, h0, h1, hz := s.m, s.h0, s.h1, s.hz
	sign, ylo, yhi, zmax := c.sign, c.ylo, c.yhi, c.zmax
	for j, old := range depth {
		if old < zmax { // else it is hidden whatever comes out
			z := m.l0 + x*m.l1 + sign*m.root(x)
			if h := h0 + h1*x - hz*z; h <= ylo {
				z = s.a.l0 + x*s.a.l1 + s.a.root(x)
			} else if h >= yhi {
				z = s.b.l0 + x*s.b.l1 + s.b.root(x)
			}
			if z > old {
				depth[j] = z
				id[j] = i
			}
		}
		x++
	}
}

// ceil is the smallest whole number that is not below x, for x of the size of pictures.
func ceil(x float32) int {
	i := int(x)
	if float32(i) < x {
		i++
	}
	return i
}
