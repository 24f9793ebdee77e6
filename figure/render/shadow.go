package render

import "slices"

// shadow is the dark under the body: how low the flesh hangs over the mat, seen from below on a coarse grid.
type shadow struct {
	lens
	depth          [shadowSize * shadowSize]float32
	id             [shadowSize * shadowSize]uint8
	dark           [shadowSize * shadowSize]float32
	cone           cone
	on             bool
	x, z, kgx, kgz float32 // world to grid
}

const shadowSize = 40

// castOn casts the body's shadow on the first mat of s.
func (f *shadow) castOn(s *Scene) {
	mat := slices.IndexFunc(s.Boxes, func(b Box) bool { return b.Mat == Mat })
	f.on = mat >= 0
	if !f.on {
		return
	}
	b := &s.Boxes[mat]
	f.lens = lens{
		W: shadowSize, H: shadowSize, right: V{X: 1}, up: V{Z: 1}, eye: V{Y: -1},
		kx: shadowSize / (2 * b.Half.X), ky: shadowSize / (2 * b.Half.Z), ox: b.At.X, oy: b.At.Z,
	}
	f.x, f.z = float32(b.At.X-b.Half.X), float32(b.At.Z+b.Half.Z)
	f.kgx, f.kgz = float32(f.kx), float32(f.ky)
	fill(f.depth[:], far)
	for i := range s.Body {
		if -s.Body[i].Reach(V{Y: -1}) > .35 { // too high to darken anything
			continue
		}
		f.cone.aim(&f.lens, &s.Body[i])
		f.cone.cast(f.depth[:], f.id[:], shadowSize, 0)
	}
	for i, d := range f.depth {
		f.dark[i] = 0
		if d > -.5 {
			// 1 / (1 + x + x²/2 + …) is e^−x, near enough: dark where something lies, and a haze where it only hangs above.
			h := max(0, -d)
			x, y := h*30, h*6
			f.dark[i] = .62/(1+x*(1+x*(.5+x*(1./6)))) + .25/(1+y*(1+y*.5))
		}
	}
}

// at is how dark the mat is at (x, z), between four cells of the grid.
func (f *shadow) at(x, z float32) float32 {
	gx, gz := (x-f.x)*f.kgx-.5, (f.z-z)*f.kgz-.5
	if gx < 0 || gz < 0 || gx >= shadowSize-1 || gz >= shadowSize-1 {
		return 0
	}
	i, j := int(gx), int(gz)
	u, v := gx-float32(i), gz-float32(j)
	d := f.dark[j*shadowSize+i:]
	top := d[0] + (d[1]-d[0])*u
	bottom := d[shadowSize] + (d[shadowSize+1]-d[shadowSize])*u
	return top + (bottom-top)*v
}
