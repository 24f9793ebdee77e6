package render

import "catcow/figure/flesh"

// The bits of a tag: what a pixel is, for the modes that draw with few colours or none.
const (
	TagMaterial = 0xf // 0 is nothing, else Material+1
	TagFar      = 1 << 4
	TagInk      = 1 << 5
	TagGlow     = 6  // two bits up from here: 0 none, 1 stretch, 2 work, 3 release
	TagLight    = 8  // eight bits
	TagGroup    = 16 // five bits: Group+1
)

// fade is how much of the background the farthest pixel takes on.
const fade = .30

// hairline is the skull's frame in camera axes: how far forward and up of its middle a point is.
type hairline struct{ fwd, up [4]float32 }

func (p *Painter) hairline(s *Scene) hairline {
	line := func(axis V, mid float64) [4]float32 {
		a := p.view(axis)
		return [4]float32{float32(a.X), float32(a.Y), float32(a.Z), float32(-s.Skull.P.Dot(axis) - mid)}
	}
	return hairline{line(s.Skull.R.X, .003), line(s.Skull.R.Y, .0365)}
}

// hair tells hair from face and nape: it says which way the head looks when the head is five pixels high.
func (h *hairline) hair(x, y, z float32) bool {
	fwd := h.fwd[0]*x + h.fwd[1]*y + h.fwd[2]*z + h.fwd[3]
	up := h.up[0]*x + h.up[1]*y + h.up[2]*z + h.up[3]
	face := fwd > .012 && up < .030
	return !face && up >= -.022
}

// shade gives every pixel its colour.
func (p *Painter) shade(s *Scene, tags bool) {
	line := p.hairline(s)
	for y := range p.H {
		wy := p.worldY(y)
		row := p.id[y*p.W:][:p.W]
		pix, depth := p.Pix[y*p.W:][:len(row)], p.depth[y*p.W:][:len(row)]
		for x, id := range row {
			var tag uint32
			switch {
			case id == none:
				pix[x] = p.theme.Background
			case id >= firstBox:
				pix[x], tag = p.shadeBox(id-firstBox, x, wy, depth[x])
			default:
				pix[x], tag = p.shadeCone(id, x, y, wy, depth[x], &line)
			}
			if tags {
				p.Tag[y*p.W+x] = tag
			}
		}
	}
}

func (p *Painter) fade(c RGB, z float32) RGB {
	f := max(0, min(1, (p.near-z)*p.range1))
	return c.mix(p.theme.Background, fade*f*f)
}

func (p *Painter) shadeBox(n uint8, x int, wy, z float32) (RGB, uint32) {
	b := &p.boxes[n/3]
	face := n % 3
	light := b.light[face]
	c := p.table.at(b.mat, light)
	if b.mat == Mat && face == b.top && p.floor.on {
		wx := p.worldX(x)
		k := p.floor.at(
			wx*float32(p.right.X)+wy*float32(p.up.X)+z*float32(p.eye.X),
			wx*float32(p.right.Z)+wy*float32(p.up.Z)+z*float32(p.eye.Z),
		)
		if !p.theme.Dark {
			k *= .6
		}
		c = c.mix(p.theme.Ink, k)
	}
	return p.fade(c, z), uint32(b.mat) + 1 | uint32(light*255)<<TagLight
}

func (p *Painter) shadeCone(id uint8, x, y int, wy, z float32, line *hairline) (RGB, uint32) {
	c := &p.cones[id]
	fx, fy := float32(x), float32(y)
	lx := c.e[0] + c.ex[0]*fx + c.ey[0]*fy + c.ez[0]*z
	ly := c.e[1] + c.ex[1]*fx + c.ey[1]*fy + c.ez[1]*z
	lz := c.e[2] + c.ex[2]*fx + c.ey[2]*fy + c.ez[2]*z
	// The normal is the way from the middle of the sphere inside the cone that touches here.
	ly -= max(0, min(c.l, (ly-c.s*c.ra)/c.c2))
	tx, tz := lx*c.isx, lz*c.isz
	inv := 1 / sqrt(tx*tx+ly*ly+tz*tz+1e-12)
	nl := (lx*c.light[0] + ly*c.light[1] + lz*c.light[2]) * inv
	nu := (lx*c.upward[0] + ly*c.upward[1] + lz*c.upward[2]) * inv
	nv := (lx*c.facing[0] + ly*c.facing[1] + lz*c.facing[2]) * inv
	v := (.82*(.5+.5*nl) + .18*(.5+.5*nu)) * (.70 + .30*nv)

	mat := c.mat
	if id == flesh.Skull && line.hair(p.worldX(x), wy, z) {
		mat = flesh.Hair
	}
	color := p.table.at(mat, v)
	var glow uint32
	if p.lit[c.group] != 0 {
		n := [3]float32{
			(lx*c.axes[0][0] + ly*c.axes[0][1] + lz*c.axes[0][2]) * inv,
			(lx*c.axes[1][0] + ly*c.axes[1][1] + lz*c.axes[1][2]) * inv,
			nv,
		}
		color, glow = p.warm(color, v, p.lit[c.group], p.worldX(x), wy, z, &n)
	}
	tag := uint32(mat) + 1 | uint32(max(0, min(1, v))*255)<<TagLight | glow<<TagGlow | (uint32(c.group)+1)<<TagGroup
	if c.side < 2 {
		dim := p.sideDim[c.side]
		color = RGB{color.R * dim, color.G * dim, color.B * dim}
		if dim < .9 {
			tag |= TagFar
		}
	}
	return p.fade(color, z), tag
}

// warm adds the glows whose bits are in lit.
func (p *Painter) warm(c RGB, v float32, lit uint16, x, y, z float32, n *[3]float32) (RGB, uint32) {
	var kind uint32
	for i := range p.nGlows {
		if lit>>i&1 == 0 {
			continue
		}
		l := &p.glows[i]
		g := l.near(x, y, z, n)
		if g <= 0 {
			continue
		}
		if g > .22 {
			l.seen++
			kind = uint32(l.mat-Stretch) + 1
		}
		c = c.mix(p.table.at(l.mat, v), g)
	}
	return c, kind
}
