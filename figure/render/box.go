package render

import "math"

// slab is a box made ready for the rays of one camera: along a ray, each pair of faces is a stretch of depths whose ends
// are linear in the pixel; the box is where the three overlap.
type slab struct {
	x0, x1, y0, y1 int
	hi, hx, hy     [3]float32 // depth of the nearer face of each pair at pixel (0, 0), and its steps
	thick          [3]float32
	light          [3]float32 // of the visible face of each pair
	top            uint8      // the pair whose visible face looks up, 3 if none does
	mat            Material
}

func (s *slab) aim(p *lens, dark bool, b *Box) {
	axes := [3]V{b.Turn.X, b.Turn.Y, b.Turn.Z}
	half := [3]float64{b.Half.X, b.Half.Y, b.Half.Z}
	at := p.view(b.At)
	reach := func(d V) float64 {
		r := 0.0
		for i, a := range axes {
			r += math.Abs(a.Dot(d)) * half[i]
		}
		return r
	}
	rx, ry := reach(p.right), reach(p.up)
	s.x0, s.x1 = span(at.X-rx, at.X+rx, p.ox, p.kx, p.W)
	s.y0, s.y1 = span(-at.Y-ry, -at.Y+ry, -p.oy, p.ky, p.H)
	s.mat, s.top = b.Mat, 3
	start := p.right.Mul(p.ox - (float64(p.W)/2-.5)/p.kx - at.X).Add(p.up.Mul(p.oy + (float64(p.H)/2-.5)/p.ky - at.Y))
	start = start.Sub(p.eye.Mul(at.Z))
	key := keyLight(p.right, p.up, p.eye)
	for i, a := range axes {
		ez := a.Dot(p.eye)
		if math.Abs(ez) < 1e-6 {
			ez = 1e-6
		}
		face := half[i]
		n := a
		if ez < 0 {
			face, n = -face, a.Mul(-1)
		}
		s.hi[i] = float32((face - a.Dot(start)) / ez)
		s.hx[i] = float32(-a.Dot(p.right) / p.kx / ez)
		s.hy[i] = float32(a.Dot(p.up) / p.ky / ez)
		s.thick[i] = float32(2 * math.Abs(face/ez))
		v := .82*(.5+.5*n.Dot(key)) + .18*(.5+.5*n.Y)
		s.light[i] = float32(v)
		if n.Y > .7 {
			s.top = uint8(i)
			if dark {
				s.light[i] = float32(min(v, .92))
			}
		}
	}
}

// castBox sends a ray through every pixel of box i. The id says which pair of faces was hit.
func (p *Painter) castBox(i int) {
	s := &p.boxes[i]
	width := s.x1 - s.x0
	if width <= 0 {
		return
	}
	for y := s.y0; y < s.y1; y++ {
		fx, fy := float32(s.x0), float32(y)
		h0 := s.hi[0] + s.hx[0]*fx + s.hy[0]*fy
		h1 := s.hi[1] + s.hx[1]*fx + s.hy[1]*fy
		h2 := s.hi[2] + s.hx[2]*fx + s.hy[2]*fy
		depth := p.depth[y*p.W+s.x0:][:width]
		id := p.id[y*p.W+s.x0:][:width]
		for x := range depth {
			z, face := h0, uint8(0)
			if h1 < z {
				z, face = h1, 1
			}
			if h2 < z {
				z, face = h2, 2
			}
			if z > depth[x] && z >= h0-s.thick[0] && z >= h1-s.thick[1] && z >= h2-s.thick[2] {
				depth[x] = z
				id[x] = firstBox + uint8(i)*3 + face
			}
			h0 += s.hx[0]
			h1 += s.hx[1]
			h2 += s.hx[2]
		}
	}
}
