package render

import (
	"math"

	"catcow/figure/flesh"
)

// cone is a rounded cone made ready for the rays of one camera. In its own frame, with the stretch taken out, all rays
// have one direction; in the plane across it, with the first axis along the shadow of the cone's own, a ray is two
// numbers p and q, both linear in the pixel. Everything about a hit follows from them.
type cone struct {
	x0, x1, y0, y1 int

	p, px, py float32 // p at pixel (0, 0) and its steps
	q, qx, qy float32
	g, gx, gy float32 // depth of the foot of the ray
	k         float32 // depth per unit along the ray

	w, dy         float32 // the axis' share across and along the ray
	l, ra, rb     float32
	s, c2         float32 // sine of the opening, square of its cosine
	ylo, yhi      float32 // where the cone is between its spheres
	ldy, raa, rbb float32
	a, inv        float32 // of the quadratic
	rmax, rmax2   float32 // the larger radius
	zmax          float32 // the depth of the nearest point

	// The local frame for shading: local = e + ex·px + ey·py + ez·depth, stretch taken out.
	e, ex, ey, ez [3]float32
	isx, isz      float32
	light, upward [3]float32 // key light and world up in the local frame, the stretch of normals in them
	facing        [3]float32
	axes          [3][3]float32 // local normal → camera axes

	group Group
	side  uint8 // 0 right, 1 left, 2 none
	mat   Material
}

// Group is flesh's.
type Group = flesh.Group

// keyLight hangs on the camera, upper left.
func keyLight(right, up, eye V) V {
	return right.Mul(-.42).Add(up.Mul(.72)).Add(eye.Mul(.55)).Unit()
}

// aim makes c the cone of f as p sees it.
func (c *cone) aim(p *lens, f *flesh.Prim) {
	c.x0, c.x1 = span(-f.Reach(p.right.Mul(-1)), f.Reach(p.right), p.ox, p.kx, p.W)
	c.y0, c.y1 = span(-f.Reach(p.up), f.Reach(p.up.Mul(-1)), -p.oy, p.ky, p.H)
	c.zmax = float32(f.Reach(p.eye))
	c.group, c.mat, c.side = f.Group, f.Mat, 2
	if s, ok := f.Group.Side(); ok {
		c.side = uint8(s)
	}

	scale := func(v V) V {
		v = f.R.Local(v)
		return V{X: v.X / f.SX, Y: v.Y, Z: v.Z / f.SZ}
	}
	a := p.view(f.A)
	// The world point of pixel centre (0, 0) at depth 0, seen from A; then a step right, a step down, a step nearer.
	start := p.right.Mul(p.ox - (float64(p.W)/2-.5)/p.kx - a.X).Add(p.up.Mul(p.oy + (float64(p.H)/2-.5)/p.ky - a.Y))
	e, ex, ey, ez := scale(start.Sub(p.eye.Mul(a.Z))), scale(p.right.Mul(1/p.kx)), scale(p.up.Mul(-1/p.ky)), scale(p.eye)
	c.e, c.ex, c.ey, c.ez = arr(e), arr(ex), arr(ey), arr(ez)

	dl := ez.Len()
	d := ez.Mul(-1 / dl)
	u := V{Y: 1}.Sub(d.Mul(d.Y))
	w := u.Len()
	if w < 1e-6 {
		u = V{X: 1}.Sub(d.Mul(d.X))
		u = u.Unit()
		w = 0
	} else {
		u = u.Mul(1 / w)
	}
	v := d.Cross(u)
	c.p, c.px, c.py = float32(e.Dot(u)), float32(ex.Dot(u)), float32(ey.Dot(u))
	c.q, c.qx, c.qy = float32(e.Dot(v)), float32(ex.Dot(v)), float32(ey.Dot(v))
	// The foot of the ray, the point nearest to A, is at this depth.
	c.k = float32(1 / dl)
	c.g, c.gx, c.gy = float32(e.Dot(d)/dl), float32(ex.Dot(d)/dl), float32(ey.Dot(d)/dl)

	s := (f.RA - f.RB) / f.L
	s = max(-.999, min(.999, s))
	c.w, c.dy, c.l, c.ra, c.rb = float32(w), float32(d.Y), float32(f.L), float32(f.RA), float32(f.RB)
	c.s, c.c2 = float32(s), float32(1-s*s)
	c.ylo, c.yhi = float32(f.RA*s), float32(f.L+f.RB*s)
	c.ldy, c.raa, c.rbb = float32(f.L*d.Y), float32(f.RA*f.RA), float32(f.RB*f.RB)
	qa := 1 - s*s - d.Y*d.Y
	c.a, c.inv = float32(qa), 0
	if math.Abs(qa) > 1e-6 {
		c.inv = float32(1 / qa)
	}
	rm := max(f.RA, f.RB)
	c.rmax, c.rmax2 = float32(rm), float32(rm*rm)
	c.aimShading(p, f)
}

func (c *cone) aimShading(p *lens, f *flesh.Prim) {
	c.isx, c.isz = float32(1/f.SX), float32(1/f.SZ)
	normal := func(v V) [3]float32 {
		l := f.R.Local(v)
		return [3]float32{float32(l.X / f.SX), float32(l.Y), float32(l.Z / f.SZ)}
	}
	c.light = normal(keyLight(p.right, p.up, p.eye))
	c.upward = normal(V{Y: 1})
	c.facing = normal(p.eye)
	c.axes = [3][3]float32{normal(p.right), normal(p.up), c.facing}
}

func arr(v V) [3]float32 { return [3]float32{float32(v.X), float32(v.Y), float32(v.Z)} }

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// rowSpan is the pixels x0 ≤ x < x1 of row y in which a ray can come near enough to the axis.
func (c *cone) rowSpan(fy float32) (x0, x1 int) {
	x0, x1 = c.x0, c.x1
	q := c.q + c.qy*fy
	if c.qx > 1e-7 || c.qx < -1e-7 {
		a, b := (-c.rmax-q)/c.qx, (c.rmax-q)/c.qx
		if a > b {
			a, b = b, a
		}
		if a > float32(x0) {
			x0 = int(min(a, float32(x1)))
		}
		if b < float32(x1) {
			x1 = int(max(b+1, float32(x0)))
		}
	} else if q*q >= c.rmax2 {
		return x0, x0
	}
	return x0, min(x1, c.x1)
}

// cast sends a ray through every pixel of the cone's box and keeps what is nearest, under the number i.
func (c *cone) cast(depths []float32, ids []uint8, w int, i uint8) {
	dyy, ras := c.dy, c.ra*c.s
	for y := c.y0; y < c.y1; y++ {
		fy := float32(y)
		x0, x1 := c.rowSpan(fy)
		if x0 >= x1 {
			continue
		}
		fx := float32(x0)
		cp := c.p + c.py*fy + c.px*fx
		cq := c.q + c.qy*fy + c.qx*fx
		cg := c.g + c.gy*fy + c.gx*fx
		depth := depths[y*w+x0 : y*w+x1]
		id := ids[y*w+x0 : y*w+x1][:len(depth)]
		for x := range depth {
			if depth[x] >= c.zmax { // hidden whatever comes out
				cp += c.px
				cq += c.qx
				cg += c.gx
				continue
			}
			// Between the two spheres, seen from the side: by far the most frequent case, so without a call.
			oy := cp * c.w
			across := cp*cp - oy*oy + cq*cq // squared distance from the axis, at the foot
			k := c.ra - c.s*oy
			b := dyy * (ras - oy)
			t, ok := float32(0), false
			if disc := b*b - c.a*(c.c2*across-k*k); c.a > 0 && disc >= 0 {
				t = (-b - sqrt(disc)) * c.inv
				h := oy + t*dyy
				ok = h > c.ylo && h < c.yhi
			}
			if !ok {
				t, ok = c.caps(oy, cp*cp+cq*cq, across)
			}
			// t is along the ray from its foot, away from the eye.
			if z := cg - t*c.k; ok && z > depth[x] {
				depth[x] = z
				id[x] = i
			}
			cp += c.px
			cq += c.qx
			cg += c.gx
		}
	}
}

// caps is where the ray enters one of the spheres, or the cone seen along its axis, as the way from the ray's foot: oo
// from A, oy along the axis.
func (c *cone) caps(oy, oo, across float32) (t float32, ok bool) {
	if disc := c.raa - oo; disc > 0 {
		t, ok = -sqrt(disc), true
	}
	if disc := c.rbb - oo + 2*c.l*oy - c.l*c.l + c.ldy*c.ldy; disc > 0 {
		if tb := c.ldy - sqrt(disc); !ok || tb < t {
			t, ok = tb, true
		}
	}
	if c.a >= 0 || c.inv == 0 {
		return t, ok
	}
	return c.lengthwise(oy, across, t, ok)
}

// lengthwise is a ray that goes along the axis more than across: it may enter the cone between the spheres on either root.
// t is where it enters a sphere, if ok.
func (c *cone) lengthwise(oy, across, t float32, ok bool) (float32, bool) {
	k := c.ra - c.s*oy
	b := c.dy * (c.ra*c.s - oy)
	disc := b*b - c.a*(c.c2*across-k*k)
	if disc < 0 {
		return t, ok
	}
	root := sqrt(disc)
	for _, u := range [2]float32{(-b - root) * c.inv, (root - b) * c.inv} {
		if y := oy + u*c.dy; y > c.ylo && y < c.yhi && (!ok || u < t) {
			t, ok = u, true
		}
	}
	return t, ok
}
