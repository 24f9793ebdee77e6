package render

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// V is skel's vector; in camera axes X is right, Y up and Z towards the eye.
type V = skel.V

// Camera is where one looks from, in degrees: Az 0 is from the front, 90 from the figure's right; El is the elevation.
type Camera struct {
	Az, El float64
	Focus  Focus
}

// Focus is what of the figure fills the frame.
type Focus uint8

// The foci.
const (
	Whole Focus = iota
	Upper       // from the pelvis up: a neck is too small in the whole figure
	Bust        // head and shoulders
)

// Mirror is the camera on the other side.
func (c Camera) Mirror() Camera {
	c.Az = -c.Az
	return c
}

// Lerp goes to d the short way around.
func (c Camera) Lerp(d Camera, t float64) Camera {
	return Camera{c.Az + math.Remainder(d.Az-c.Az, 360)*t, c.El + (d.El-c.El)*t, d.Focus}
}

// Axes are the camera's axes in the world.
func (c Camera) Axes() (right, up, eye V) {
	sa, ca := math.Sincos(c.Az * skel.Degree)
	se, ce := math.Sincos(c.El * skel.Degree)
	right = V{X: sa, Z: -ca}
	eye = V{X: ce * ca, Y: se, Z: ce * sa}
	return right, eye.Cross(right), eye
}

// Frame is a rectangle of the picture plane, in H.
type Frame struct{ X0, X1, Y0, Y1 float64 }

// Margin is the empty edge around the figure.
const Margin = .035

// Around is the frame that holds the body, with its margin.
func (c Camera) Around(body *[flesh.Prims]flesh.Prim) Frame {
	right, up, _ := c.Axes()
	f := Frame{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for i := range body {
		p := &body[i]
		if !c.Focus.shows(p.Group) {
			if p.Group == flesh.ForearmR || p.Group == flesh.ForearmL { // a hand on the head is not cut
				f.Y1 = max(f.Y1, p.Reach(up))
			}
			continue
		}
		f.X0, f.X1 = min(f.X0, -p.Reach(right.Mul(-1))), max(f.X1, p.Reach(right))
		f.Y0, f.Y1 = min(f.Y0, -p.Reach(up.Mul(-1))), max(f.Y1, p.Reach(up))
	}
	return Frame{f.X0 - Margin, f.X1 + Margin, f.Y0 - Margin, f.Y1 + Margin}
}

func (f Focus) shows(g flesh.Group) bool {
	switch f {
	case Upper:
		return g < flesh.ThighR
	case Bust:
		return g == flesh.Face || g == flesh.Throat || g == flesh.UArmL || g == flesh.UArmR
	case Whole:
	}
	return true
}

// Union holds both frames.
func (f Frame) Union(g Frame) Frame {
	return Frame{min(f.X0, g.X0), max(f.X1, g.X1), min(f.Y0, g.Y0), max(f.Y1, g.Y1)}
}

// Lerp goes from f to g, its size by equal factors.
func (f Frame) Lerp(g Frame, t float64) Frame {
	w := math.Exp(math.Log(f.X1-f.X0)*(1-t) + math.Log(g.X1-g.X0)*t)
	h := math.Exp(math.Log(f.Y1-f.Y0)*(1-t) + math.Log(g.Y1-g.Y0)*t)
	x := (f.X0+f.X1)*(1-t) + (g.X0+g.X1)*t
	y := (f.Y0+f.Y1)*(1-t) + (g.Y0+g.Y1)*t
	return Frame{(x - w) / 2, (x + w) / 2, (y - h) / 2, (y + h) / 2}
}
