package render

import (
	"math/bits"

	"catcow/figure/flesh"
)

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

// sample is what is known of a pixel of the body while its run is shaded.
type sample struct {
	n     [3]float32 // the normal in the frame of its primitive
	light float32
}

func (p *Painter) shadeCone(id uint8, r *run) {
	c := &p.cones[id]
	fx, fy := r.x-float32(c.cx), r.y-float32(c.cy)
	bx, by, bz := c.e[0]+c.ey[0]*fy, c.e[1]+c.ey[1]*fy, c.e[2]+c.ey[2]*fy
	samples := p.samples[:len(r.depth)]
	for i, z := range r.depth {
		nx := bx + c.ex[0]*fx + c.ez[0]*z
		ny := by + c.ex[1]*fx + c.ez[1]*z
		nz := bz + c.ex[2]*fx + c.ez[2]*z
		fx++
		// The normal is the way from the middle of the sphere inside the cone that touches here.
		if k := (ny - c.ras) * c.ic2; k >= c.l {
			ny -= c.l
		} else if k > 0 {
			ny -= k
		}
		inv := 1 / sqrt(nx*nx+ny*ny+nz*nz+1e-12)
		nx, ny, nz = nx*inv, ny*inv, nz*inv
		samples[i].n = [3]float32{nx, ny, nz}
		samples[i].light = (.5 + nx*c.light[0] + ny*c.light[1] + nz*c.light[2]) *
			(.70 + nx*c.facing[0] + ny*c.facing[1] + nz*c.facing[2])
	}
	p.colorRun(id, r, samples)
	for lit := c.lit; lit != 0; lit &= lit - 1 {
		p.addGlow(&p.glows[bits.TrailingZeros16(lit)], id, r, samples)
	}
	dim := p.sideDim[c.side]
	pix := r.pix[:len(r.depth)]
	for i, z := range r.depth {
		pix[i] = p.faded(pix[i], dim, z)
	}
}

// colorRun gives a run of the primitive id the colours and tags of what it is made of.
func (p *Painter) colorRun(id uint8, r *run, samples []sample) {
	c := &p.cones[id]
	pix := r.pix[:len(samples)]
	for i := range samples {
		pix[i] = p.table.at(c.mat, samples[i].light)
	}
	if r.tag != nil {
		for i := range samples {
			r.tag[i] = c.tag(samples[i].light, p.sideDim[c.side])
		}
	}
	if id != flesh.Skull {
		return
	}
	wx, wy := p.worldX(r.x), p.worldY(r.y)
	for i, z := range r.depth {
		if !p.hairs.hair(wx+float32(i)*p.wdx, wy, z) {
			continue
		}
		pix[i] = p.table.at(flesh.Hair, samples[i].light)
		if r.tag != nil {
			r.tag[i] = r.tag[i]&^TagMaterial | uint32(flesh.Hair) + 1
		}
	}
}

// tag is what a pixel of c is.
func (c *cone) tag(light, dim float32) uint32 {
	tag := uint32(c.mat) + 1 | uint32(max(0, min(1, light))*255)<<TagLight | (uint32(c.group)+1)<<TagGroup
	if dim < .9 {
		tag |= TagFar
	}
	return tag
}

// addGlow adds the glow l to a run of the primitive id.
func (p *Painter) addGlow(l *lamp, id uint8, r *run, samples []sample) {
	x0 := int(r.x)
	from, to := max(0, l.x0-x0), min(len(samples), l.x1-x0)
	if int(r.y) < l.y0 || int(r.y) >= l.y1 || from >= to {
		return
	}
	dir := &l.dir[id]
	px, py := p.worldX(float32(x0+from))-l.a[0], p.worldY(r.y)-l.a[1]
	for i := from; i < to; i++ {
		g := l.near(px, py, r.depth[i]-l.a[2])
		px += p.wdx
		if g == 0 {
			continue
		}
		s := &samples[i]
		if l.toward {
			g *= smooth32(-.25, .35, s.n[0]*dir[0]+s.n[1]*dir[1]+s.n[2]*dir[2])
		}
		if g <= 0 {
			continue
		}
		if g > .22 {
			l.seen++
			if r.tag != nil {
				r.tag[i] = r.tag[i]&^(3<<TagGlow) | (uint32(l.mat-Stretch)+1)<<TagGlow
			}
		}
		r.pix[i] = r.pix[i].mix(p.table.at(l.mat, s.light), g)
	}
}
