package render

import "catcow/figure/flesh"

// face is the skull's frame in camera axes, to tell what of a head a point is: how far forward, up and aside of its joint.
type face struct {
	fwd, up, side [4]float32
	eye           float32 // how large an eye is, no smaller than can be seen
	mouth         bool
}

func (p *Painter) faceOf(s *Scene) face {
	line := func(axis V) [4]float32 {
		a := p.view(axis)
		return [4]float32{float32(a.X), float32(a.Y), float32(a.Z), float32(-s.Skull.P.Dot(axis))}
	}
	return face{
		line(s.Skull.R.X), line(s.Skull.R.Y), line(s.Skull.R.Z),
		max(.0085, min(.015, .95*p.wdy)), p.wdy < .006,
	}
}

// material is what a point of the head is made of: hair tells which way it looks when the head is five pixels high, ears, eyes
// and mouth when it is more.
func (f *face) material(x, y, z float32) Material {
	fwd := f.fwd[0]*x + f.fwd[1]*y + f.fwd[2]*z + f.fwd[3]
	up := f.up[0]*x + f.up[1]*y + f.up[2]*z + f.up[3]
	side := f.side[0]*x + f.side[1]*y + f.side[2]*z + f.side[3]
	if side < 0 {
		side = -side
	}
	switch {
	case side > .034 && isEar(fwd, up), up < -.016:
		return flesh.Skin
	case fwd > .010 && up < .078-.4*side: // the hair line goes down to the temples
		return f.front(fwd, up, side)
	}
	return flesh.Hair
}

// front is what a point below the hair line is made of.
func (f *face) front(fwd, up, side float32) Material {
	y, z := (up-.040)*.8, side-.024
	switch {
	case fwd > .03 && y*y+z*z < f.eye*f.eye:
		return Eye
	case f.mouth && fwd > .04 && up < -.004 && up > -.011 && side < .017:
		return flesh.Foot
	}
	return flesh.Skin
}

func isEar(fwd, up float32) bool {
	x, y := (fwd+.010)/.013, (up-.024)/.022
	return x*x+y*y < 1
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
	if flat := p.flat[c.side]; flat > 0 {
		for i := range samples {
			samples[i].light += flat * (.5 - samples[i].light)
		}
	}
	p.colorRun(id, r, samples)
	pix := r.pix[:len(r.depth)]
	if haze := p.hazeOf(c); haze > 0 && !p.theme.Contrast { // but not on what glows
		for i := range pix {
			pix[i] = pix[i].mix(p.theme.Background, haze)
		}
	}
	for i := range p.glows {
		if l := &p.glows[i]; l.groups>>c.group&1 != 0 {
			p.addGlow(l, id, r, samples)
		}
	}
	for i, z := range r.depth {
		pix[i] = p.faded(pix[i], z)
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
			light := uint8(max(0, min(1, samples[i].light)) * 255)
			r.tag[i] = Tag{Material: c.mat, Group: c.group, Light: light, Far: p.haze[c.side] > .1}
		}
	}
	if id != flesh.Skull && id != flesh.Jaw {
		return
	}
	wx, wy := p.worldX(r.x), p.worldY(r.y)
	for i, z := range r.depth {
		m := p.face.material(wx+float32(i)*p.wdx, wy, z)
		if m == flesh.Skin {
			continue
		}
		light := samples[i].light
		pix[i] = p.table.at(m, light)
		if r.tag != nil {
			if m == Eye {
				r.tag[i].Ink = true
				continue
			}
			r.tag[i].Material = m
		}
	}
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
			g *= smooth(-.25, .35, s.n[0]*dir[0]+s.n[1]*dir[1]+s.n[2]*dir[2])
		}
		if g <= 0 {
			continue
		}
		if g > .22 {
			l.seen++
			if r.tag != nil {
				r.tag[i].Glow = uint8(l.mat-Stretch) + 1
			}
		}
		r.pix[i] = r.pix[i].mix(p.table.at(l.mat, s.light), g)
	}
}
