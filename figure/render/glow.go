package render

import (
	"math"

	"catcow/figure/flesh"
)

// lamp is a glow in camera axes.
type lamp struct {
	a, ab          [3]float32
	dir            [flesh.Prims][3]float32 // in the frame of each primitive
	abab           float32                 // 1 / |ab|²
	r2, ir         float32                 // r², 1 / r
	toward         bool
	strength       float32
	mat            Material
	groups         uint16
	x0, x1, y0, y1 int     // the box of pixels that it may reach
	seen, full     float32 // lit pixels, and how many there would be if nothing hid them
}

func (p *Painter) aimGlows(s *Scene) {
	p.glows = resized(p.glows, len(s.Glows))
	for i := range s.Glows {
		g := &s.Glows[i]
		a, b := p.view(g.A), p.view(g.B)
		ab := b.Sub(a)
		l := &p.glows[i]
		*l = lamp{
			a: arr(a), ab: arr(ab), abab: float32(1 / max(1e-9, ab.Dot(ab))),
			r2: float32(g.R * g.R), ir: float32(1 / g.R), toward: g.Dir != (V{}), strength: float32(g.Strength),
			mat: g.Mat, groups: g.Groups,
		}
		l.full = float32(1.2 * g.R * (math.Hypot(ab.X, ab.Y) + g.R) * p.kx * p.ky)
		l.x0, l.x1 = span(min(a.X, b.X)-g.R, max(a.X, b.X)+g.R, p.ox, p.kx, p.W)
		l.y0, l.y1 = span(-max(a.Y, b.Y)-g.R, -min(a.Y, b.Y)+g.R, -p.oy, p.ky, p.H)
		for j := range s.Body {
			l.dir[j] = arr(s.Body[j].R.Local(g.Dir))
		}
	}
}

// near is how strongly l shines on the point that is (x, y, z) from its beginning, in camera axes.
func (l *lamp) near(x, y, z float32) float32 {
	t := clamp((x*l.ab[0] + y*l.ab[1] + z*l.ab[2]) * l.abab)
	x -= l.ab[0] * t
	y -= l.ab[1] * t
	z -= l.ab[2] * t
	d2 := x*x + y*y + z*z
	if d2 >= l.r2 {
		return 0
	}
	if d2 <= .35*.35*l.r2 {
		return l.strength
	}
	return l.strength * (1 - smooth(.35, 1, sqrt(d2)*l.ir))
}

// halo shows a glow through the body where most of it is hidden: which muscle it is matters more than how things lie.
// It fades all the way, as one with an edge looks like a ball that lies there.
func (p *Painter) halo() {
	for i := range p.glows {
		l := &p.glows[i]
		if w := .8 * (1 - smooth(.10, .40, l.seen/l.full)) * l.strength; w >= .05 {
			p.haloOf(l, w)
		}
	}
}

func (p *Painter) haloOf(l *lamp, w float32) {
	var groups [firstBox]bool // by id
	for i := range groups {
		groups[i] = i < flesh.Prims && l.groups>>p.cones[i].group&1 != 0
	}
	color := p.table.at(l.mat, .55)
	dx, dy := l.ab[0], l.ab[1]
	inv := 1 / max(1e-9, dx*dx+dy*dy)
	ir2 := 1 / l.r2
	for y := l.y0; y < l.y1; y++ {
		wy := p.worldY(float32(y)) - l.a[1]
		ids := p.id[y*p.W+l.x0 : y*p.W+l.x1]
		pix := p.Pix[y*p.W+l.x0:][:len(ids)]
		for i, id := range ids {
			if id >= firstBox || !groups[id] {
				continue
			}
			wx := p.worldX(float32(l.x0+i)) - l.a[0]
			t := clamp((wx*dx + wy*dy) * inv)
			ex, ey := wx-dx*t, wy-dy*t
			if d2 := (ex*ex + ey*ey) * ir2; d2 < 1 {
				pix[i] = pix[i].mix(color, w*(1-smooth(.1, 1, sqrt(d2))))
			}
		}
	}
}

// worldX and worldY are a pixel's place in camera axes.
func (p *Painter) worldX(x float32) float32 { return p.wx0 + x*p.wdx }

func (p *Painter) worldY(y float32) float32 { return p.wy0 - y*p.wdy }
