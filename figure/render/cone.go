package render

import (
	"math"

	"catcow/figure/flesh"
)

// cone is a rounded cone made ready for the rays of one camera: three patches, the one or other of which is what a ray
// meets first. Coordinates are pixels from (cx, cy), the middle of the box of pixels that holds it.
type cone struct {
	x0, x1, y0, y1 int
	cx, cy         int

	a, b, m  patch      // the sphere at A, the other, and what is between
	sign     float32    // of the root in m
	h        [4]float32 // a hit on m is at h[0] + h[1]·x + h[2]·y − h[3]·depth along the axis
	ylo, yhi float32    // hits on m before or behind are hits on a or b
	zmax     float32    // the depth of the nearest point

	// For shading, the local frame: e + ex·x + ey·y + ez·depth, stretched so that the way from the axis is the normal.
	e, ex, ey, ez [3]float32
	l, ras, ic2   float32    // its length, where that starts for normals, 1 / cos² of the opening
	light, facing [3]float32 // what light and eye are to a normal

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
	c.cx, c.cy = (c.x0+c.x1)/2, (c.y0+c.y1)/2
	c.zmax = float32(f.Reach(p.eye))

	// The world point of pixel centre (cx, cy) at depth 0, seen from A; then a step right, a step down, a step nearer.
	// In the local frame with the stretch taken out.
	scale := func(v V) V {
		v = f.R.Local(v)
		return V{X: v.X / f.SX, Y: v.Y, Z: v.Z / f.SZ}
	}
	right := p.ox + (float64(c.cx)+.5-float64(p.W)/2)/p.kx
	up := p.oy - (float64(c.cy)+.5-float64(p.H)/2)/p.ky
	e := scale(p.right.Mul(right).Add(p.up.Mul(up)).Sub(f.A))
	ex, ey, ez := scale(p.right.Mul(1/p.kx)), scale(p.up.Mul(-1/p.ky)), scale(p.eye)
	c.e, c.ex, c.ey, c.ez = arr(e), arr(ex), arr(ey), arr(ez)

	// There all rays go along d. How they pass A follows from the pixel.
	k := 1 / ez.Len()
	d := ez.Mul(-k)
	g, gx, gy := e.Dot(d), ex.Dot(d), ey.Dot(d)
	e, ex, ey = e.Sub(d.Mul(g)), ex.Sub(d.Mul(gx)), ey.Sub(d.Mul(gy))
	c.fit(f, &pass{
		g:  line{g * k, gx * k, gy * k},
		y:  line{e.Y, ex.Y, ey.Y},
		oo: form{e.Dot(e), 2 * e.Dot(ex), 2 * e.Dot(ey), ex.Dot(ex), 2 * ex.Dot(ey), ey.Dot(ey)},
	}, d.Y, k)
}

// fit works out the patches for rays that pass A as p says, and go along the axis by dy and away from the eye by k a step.
func (c *cone) fit(f *flesh.Prim, p *pass, dy, k float64) {
	s := max(-.999, min(.999, (f.RA-f.RB)/f.L)) // sine of the opening
	c2, ras := 1-s*s, f.RA*s
	c.l, c.ras, c.ic2 = float32(f.L), float32(ras), float32(1/c2)
	c.ylo, c.yhi = c.ras, float32(f.L+f.RB*s)
	a := c2 - dy*dy
	if math.Abs(a) < 1e-4 { // along the cone's side: so near to it that nobody sees it, and no division by zero
		a = 1e-4
	}
	c.sign = 1
	if a < 0 { // a ray steeper than the side first meets the tip or, from the other end, only the larger sphere
		c.sign = -1
		if s*dy > 0 {
			c.ylo = float32(math.Copysign(math.Inf(1), s))
			c.yhi = c.ylo
		}
	}
	ldy := f.L * dy
	c.a = p.patch(k, 0, 0, -1, f.RA*f.RA, 0, 0)
	c.b = p.patch(k, -k*ldy, 0, -1, f.RB*f.RB-f.L*f.L+ldy*ldy, 2*f.L, 0)
	// The cone's quadratic: b² − a·(c2·(oo − y²) − r²) with b = dy·(ras − y) and the radius r = ra − s·y.
	ki := k / a
	c.m = p.patch(ki, ki*dy*ras, -ki*dy, -a*c2,
		dy*dy*ras*ras+a*f.RA*f.RA, -2*(dy*dy*ras+a*ras), dy*dy+a)
	h := dy / k
	c.h = [4]float32{float32(p.y.c + h*p.g.c), float32(p.y.x + h*p.g.x), float32(p.y.y + h*p.g.y), float32(h)}
}

// aimShading is the rest of aim, for what is not only a shadow.
func (c *cone) aimShading(p *lens, f *flesh.Prim) {
	c.group, c.mat, c.side = f.Group, f.Mat, 2
	if s, ok := f.Group.Side(); ok {
		c.side = uint8(s)
	}
	x, z := float32(1/f.SX), float32(1/f.SZ)
	for _, v := range []*[3]float32{&c.e, &c.ex, &c.ey, &c.ez} {
		v[0] *= x
		v[2] *= z
	}
	// Key light and sky, each halved, as a surface that looks away from it is not black.
	c.light = arr(f.R.Local(keyLight(p.right, p.up, p.eye).Mul(.41).Add(V{Y: .09})))
	c.facing = arr(f.R.Local(p.eye.Mul(.30)))
}

func arr(v V) [3]float32 { return [3]float32{float32(v.X), float32(v.Y), float32(v.Z)} }

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
