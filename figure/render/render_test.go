package render

import (
	"math"
	"testing"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// The analytic ray is compared with marching along the distance to a rounded cone, slowly and surely.
func TestCone_HitsWhereMarchingDoes(t *testing.T) {
	prim := flesh.Prim{
		A: V{X: .1, Y: .2, Z: -.1}, R: skel.PelvisTurn(40, 30, 20, 10), L: .25, RA: .06, RB: .03, SX: 1, SZ: 1.46,
	}
	for _, cam := range []Camera{{Az: 0, El: 0}, {Az: 78, El: 12}, {Az: 200, El: 60}, {Az: 84, El: 89}} {
		p := &Painter{}
		p.W, p.H = 30, 30
		p.right, p.up, p.eye = cam.Axes()
		at := p.view(prim.A)
		p.ox, p.oy, p.kx, p.ky = at.X, at.Y, 45, 45
		p.depth, p.id = make([]float32, 900), make([]uint8, 900)
		fill(p.depth, far)
		c := &cone{}
		c.aim(&p.lens, &prim)
		c.cast(p.depth, p.id, p.W, 1)
		wrong := 0
		for y := range p.H {
			for x := range p.W {
				X, Y := p.ox+(float64(x)-14.5)/p.kx, p.oy-(float64(y)-14.5)/p.ky
				want := march(&prim, p.right.Mul(X).Add(p.up.Mul(Y)), p.eye)
				got := float64(p.depth[y*p.W+x])
				if (got < -100) != (want < -100) || want > -100 && math.Abs(got-want) > .003 {
					wrong++
				}
			}
		}
		if wrong > 4 { // on the very edge they may differ
			t.Errorf("camera %+v: %d of 900 rays differ", cam, wrong)
		}
	}
}

// march gives the depth at which the ray from p, looked along from eye, meets f.
func march(f *flesh.Prim, p, eye V) float64 {
	s := (f.RA - f.RB) / f.L
	for z := 1.0; z > -1; z -= .0005 {
		l := f.R.Local(p.Add(eye.Mul(z)).Sub(f.A))
		r, y := math.Hypot(l.X/f.SX, l.Z/f.SZ), l.Y
		k := math.Max(0, math.Min(1, (y-s*r/math.Sqrt(1-s*s))/f.L))
		if math.Hypot(r, y-k*f.L) < f.RA+(f.RB-f.RA)*k {
			return z
		}
	}
	return -1e9
}

func TestCamera_AxesAreRightHanded(t *testing.T) {
	right, up, eye := Camera{Az: 90}.Axes()
	for _, c := range []struct{ got, want V }{{right, V{X: 1}}, {up, V{Y: 1}}, {eye, V{Z: 1}}} {
		if c.got.Sub(c.want).Len() > 1e-9 {
			t.Errorf("%.3f, want %.3f", c.got, c.want)
		}
	}
}

func TestFrame_LerpMeetsItsEnds(t *testing.T) {
	a, b := Frame{0, 1, 0, 2}, Frame{-3, 0, 1, 1.5}
	if a.Lerp(b, 0).Union(a) != a {
		t.Error(a.Lerp(b, 0))
	}
	if got := a.Lerp(b, 1); math.Abs(got.X0-b.X0)+math.Abs(got.Y1-b.Y1) > 1e-9 {
		t.Error(got)
	}
}
