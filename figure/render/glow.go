package render

import (
	"math"

	"catcow/figure/flesh"
)

// lamp is a glow in camera axes.
type lamp struct {
	a, ab, dir [3]float32
	abab       float32 // 1 / |ab|²
	r, r2      float32
	toward     bool
	strength   float32
	mat        Material
	groups     uint16
	seen, full float32 // lit pixels, and how many there would be if nothing hid them
}

func (p *Painter) aimGlows(s *Scene) {
	p.nGlows = s.NGlows
	p.lit = [flesh.Groups + 1]uint16{}
	for i := range s.NGlows {
		g := &s.Glows[i]
		a, b := p.view(g.A), p.view(g.B)
		ab := b.Sub(a)
		l := &p.glows[i]
		*l = lamp{
			a: arr(a), ab: arr(ab), dir: arr(p.view(g.Dir)), abab: float32(1 / max(1e-9, ab.Dot(ab))),
			r: float32(g.R), r2: float32(g.R * g.R), toward: g.Dir != (V{}), strength: float32(g.Strength),
			mat: g.Mat, groups: g.Groups,
		}
		l.full = float32(1.2 * g.R * (math.Hypot(ab.X, ab.Y) + g.R) * p.kx * p.ky)
		for group := range flesh.Groups {
			if g.Groups>>group&1 != 0 {
				p.lit[group] |= 1 << i
			}
		}
	}
}

// near is how strongly l shines on the point (x, y, z) of a surface with normal n, all in camera axes.
func (l *lamp) near(x, y, z float32, n *[3]float32) float32 {
	px, py, pz := x-l.a[0], y-l.a[1], z-l.a[2]
	t := (px*l.ab[0] + py*l.ab[1] + pz*l.ab[2]) * l.abab
	t = max(0, min(1, t))
	px -= l.ab[0] * t
	py -= l.ab[1] * t
	pz -= l.ab[2] * t
	d2 := px*px + py*py + pz*pz
	if d2 >= l.r2 {
		return 0
	}
	g := float32(1)
	if d2 > .35*.35*l.r2 {
		g -= smooth32(.35, 1, sqrt(d2)/l.r)
	}
	if l.toward {
		g *= smooth32(-.25, .35, n[0]*l.dir[0]+n[1]*l.dir[1]+n[2]*l.dir[2])
	}
	return g * l.strength
}

// halo shows a glow through the body where most of it is hidden: which muscle it is matters more than how things lie.
func (p *Painter) halo() {
	for i := range p.nGlows {
		l := &p.glows[i]
		if l.full <= 0 {
			continue
		}
		w := .6 * (1 - smooth32(.10, .40, l.seen/l.full)) * l.strength
		if w < .05 {
			continue
		}
		p.haloOf(l, w)
	}
}

func (p *Painter) haloOf(l *lamp, w float32) {
	ax, ay, bx, by := float64(l.a[0]), float64(l.a[1]), float64(l.a[0]+l.ab[0]), float64(l.a[1]+l.ab[1])
	r := float64(l.r)
	x0, x1 := span(min(ax, bx)-r, max(ax, bx)+r, p.ox, p.kx, p.W)
	y0, y1 := span(-max(ay, by)-r, -min(ay, by)+r, -p.oy, p.ky, p.H)
	color := p.table.at(l.mat, .55)
	dx, dy := float32(bx-ax), float32(by-ay)
	inv := 1 / max(1e-9, dx*dx+dy*dy)
	for y := y0; y < y1; y++ {
		wy := p.worldY(y) - float32(ay)
		for x := x0; x < x1; x++ {
			id := p.id[y*p.W+x]
			if id >= flesh.Prims || l.groups>>p.cones[id].group&1 == 0 {
				continue
			}
			wx := p.worldX(x) - float32(ax)
			t := max(0, min(1, (wx*dx+wy*dy)*inv))
			ex, ey := wx-dx*t, wy-dy*t
			if d2 := ex*ex + ey*ey; d2 < l.r2 {
				k := w * (1 - smooth32(.35*.35, 1, d2/l.r2))
				p.Pix[y*p.W+x] = p.Pix[y*p.W+x].mix(color, k)
			}
		}
	}
}

// worldX and worldY are a pixel's place in camera axes.
func (p *Painter) worldX(x int) float32 { return p.wx0 + float32(x)*p.wdx }

func (p *Painter) worldY(y int) float32 { return p.wy0 - float32(y)*p.wdy }
