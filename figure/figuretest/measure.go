package figuretest

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

// Lowest is the height of the lowest point of the body, in H.
func Lowest(p *posture.Posture) float64 {
	prims := flesh.Build(&p.Body.Bones, 0)
	low := math.Inf(1)
	for i := range flesh.Solid {
		low = min(low, -prims[i].Reach(skel.V{Y: -1}))
	}
	return low
}

// Seen is where the joints are in the picture of the first camera, as parts of half its height or width, whichever is more, from
// its middle.
func Seen(p *posture.Posture) [skel.Bones][2]float64 {
	var out [skel.Bones][2]float64
	prims := flesh.Build(&p.Body.Bones, 0)
	c, f := p.View(0, &prims)
	right, up, _ := c.Axes()
	half := max(f.X1-f.X0, f.Y1-f.Y0) / 2
	for i := range p.Body.Bones {
		at := p.Body.Bones[i].P
		out[i] = [2]float64{(at.Dot(right) - (f.X0+f.X1)/2) / half, (at.Dot(up) - (f.Y0+f.Y1)/2) / half}
	}
	return out
}
