package author

import (
	"math"

	"catcow/decode"
	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// MatEdge is how far a mat goes beyond the body, matHalf the least half of its width, and matThick how thick it is.
const (
	MatEdge  = .07
	matHalf  = .20
	matThick = .012
)

// newMat is the mat between two corners.
func newMat(x0, x1, z0, z1 float64) *render.Box {
	return &render.Box{
		At:   skel.V{X: (x0 + x1) / 2, Y: -matThick / 2, Z: (z0 + z1) / 2},
		Half: skel.V{X: (x1 - x0) / 2, Y: matThick / 2, Z: (z1 - z0) / 2},
		Turn: skel.Identity(), Mat: render.Mat,
	}
}

// readMat is the mat that is written down, nil if there is none; auto if it is to lie where the body is.
func (n node) readMat() (m *render.Box, auto bool) {
	if decode.Holds[bool](n.Table, "mat") {
		return nil, n.Bool("mat")
	}
	x := n.lengths("mat", 4)
	if x == nil {
		return nil, true
	}
	if x[0] >= x[1] || x[2] >= x[3] {
		n.Report("mat", "want [x0, x1, z0, z1], the smaller of each first")
		return nil, true
	}
	return newMat(x[0], x[1], x[2], x[3]), false
}

// layMat puts the mat under the body of all keys, and no farther than a wall.
func (f *Figure) layMat() {
	x0, x1, half := math.Inf(1), math.Inf(-1), matHalf
	for i := range f.Poses {
		prims := flesh.Build(&f.Poses[i].Body.Bones, 0)
		for j := range prims {
			p := &prims[j]
			if -p.Reach(skel.V{Y: -1}) > .25 { // what hangs high needs no mat
				continue
			}
			x0, x1 = min(x0, -p.Reach(skel.V{X: -1})-MatEdge), max(x1, p.Reach(skel.V{X: 1})+MatEdge)
			half = max(half, p.Reach(skel.V{Z: -1})+.03, p.Reach(skel.V{Z: 1})+.03)
		}
	}
	m := newMat(x0, x1, -half, half)
	for i := range f.Poses {
		*m = f.Poses[i].Scene.CutAtWalls(*m)
		f.Poses[i].Scene.Mat = m
	}
}
