package render

import (
	"math"
	"math/rand/v2"
	"testing"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// What a ray meets is compared with the spheres that a rounded cone is made of, slowly and surely: seen from anywhere, and
// often along the axis, where one end hides the other.
func TestCone_IsWhereItsSpheresAre(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for n := range 80 {
		f := flesh.Prim{
			A: V{X: .1, Y: .2, Z: -.1}, R: skel.PelvisTurn(rnd.Float64()*360, rnd.Float64()*180-90, rnd.Float64()*40, 0),
			L: .01 + rnd.Float64()*.2, RA: .02 + .04*rnd.Float64(), SX: 1, SZ: 1 + rnd.Float64(),
		}
		f.RB = f.RA + (rnd.Float64()*2-1)*min(f.L*.95, f.RA*.9)
		cam := Camera{Az: rnd.Float64() * 360, El: rnd.Float64()*180 - 90}
		if n%2 == 0 {
			cam.Az = math.Atan2(f.R.Y.Z, f.R.Y.X)/skel.Degree + rnd.NormFloat64()*15 + float64(n%4)*90
			cam.El = (math.Asin(f.R.Y.Y)/skel.Degree + rnd.NormFloat64()*15) * float64(1-n%4)
		}
		p := &Painter{}
		p.W, p.H = 30, 30
		p.right, p.up, p.eye = cam.Axes()
		at := p.view(f.A)
		p.ox, p.oy, p.kx, p.ky = at.X, at.Y, 45, 45
		p.depth, p.id = make([]float32, 900), make([]uint8, 900)
		fill(p.depth, far)
		c := &cone{}
		c.aim(&p.lens, &f)
		c.cast(p.depth, p.id, p.W, 1)
		wrong := 0
		for y := range p.H {
			for x := range p.W {
				X, Y := p.ox+(float64(x)-14.5)/p.kx, p.oy-(float64(y)-14.5)/p.ky
				want := nearest(&f, p.right.Mul(X).Add(p.up.Mul(Y)), p.eye)
				got := float64(p.depth[y*p.W+x])
				if (got < -100) != (want < -100) || want > -100 && math.Abs(got-want) > .001 {
					wrong++
				}
			}
		}
		if wrong > 2 { // on the very edge they may differ
			t.Errorf("%+v from %+v: %d of 900 rays differ", f, cam, wrong)
		}
	}
}

// nearest gives the depth at which the ray through o, looked along from eye, meets the first of many spheres.
func nearest(f *flesh.Prim, o, eye V) float64 {
	local := func(v V) V {
		l := f.R.Local(v)
		return V{X: l.X / f.SX, Y: l.Y, Z: l.Z / f.SZ}
	}
	o, eye = local(o.Sub(f.A)), local(eye)
	best := -1e9
	const steps = 200
	for i := range steps + 1 {
		k := float64(i) / steps
		r := f.RA + (f.RB-f.RA)*k
		q := o.Sub(V{Y: k * f.L})
		a, b, c := eye.Dot(eye), q.Dot(eye), q.Dot(q)-r*r
		if d := b*b - a*c; d >= 0 {
			best = max(best, (math.Sqrt(d)-b)/a)
		}
	}
	return best
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
