package figure

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Joints are where the joints are, in H: x the way a standing figure faces, y up, z to its right. They stand in the order of
// the skeleton's bones: from the pelvis up, then the right limbs, then the left ones.
func (p *Posture) Joints() [skel.Bones]skel.V {
	var out [skel.Bones]skel.V
	for i := range out {
		out[i] = p.solved.Bones[i].P
	}
	return out
}

// Lowest is the height of the lowest point of the body, in H.
func (p *Posture) Lowest() float64 {
	prims := p.flesh()
	low := math.Inf(1)
	for i := range prims {
		low = min(low, -prims[i].Reach(skel.V{Y: -1}))
	}
	return low
}

// Inside is how deep the body is in a prop, in H; a cushion gives a little.
func (p *Posture) Inside() float64 {
	if p.scene == nil || len(p.scene.things) == 0 {
		return 0
	}
	prims := p.flesh()
	return max(0, p.scene.deepest(&prims, p.solved.Bones[skel.Pelvis].P)+wallSlack)
}

// Seen is where the joints are in the picture of a view, as parts of half its height or width, whichever is more, from its
// middle.
func (p *Posture) Seen(view int) [skel.Bones][2]float64 {
	var out [skel.Bones][2]float64
	view %= p.Views()
	c := p.cameras[view]
	prims := p.flesh()
	f := c.Around(&prims)
	if p.frames[view] != (render.Frame{}) {
		f = f.Union(p.frames[view])
	}
	right, up, _ := c.Axes()
	half := max(f.X1-f.X0, f.Y1-f.Y0) / 2
	for i := range out {
		at := p.solved.Bones[i].P
		out[i] = [2]float64{(at.Dot(right) - (f.X0+f.X1)/2) / half, (at.Dot(up) - (f.Y0+f.Y1)/2) / half}
	}
	return out
}

func (p *Posture) flesh() [flesh.Prims]flesh.Prim {
	var prims [flesh.Prims]flesh.Prim
	flesh.NewBody().Build(&prims, &p.solved.Bones, 0)
	return prims
}

// Props is how many parts of props stand around the figure.
func (p *Posture) Props() int {
	if p.scene == nil {
		return 0
	}
	return len(p.scene.things)
}
