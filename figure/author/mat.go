package author

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// MatEdge is how far a mat goes beyond the body, and matHalf the least half of its width.
const (
	MatEdge = .07
	matHalf = .20
)

// matThick is how thick a mat is.
const matThick = .012

func (m mat) box() render.Box {
	return render.Box{
		At:   skel.V{X: (m.x0 + m.x1) / 2, Y: -matThick / 2, Z: (m.z0 + m.z1) / 2},
		Half: skel.V{X: (m.x1 - m.x0) / 2, Y: matThick / 2, Z: (m.z1 - m.z0) / 2},
		Turn: skel.Identity(), Mat: render.Mat,
	}
}

// matBox is the mat that is written down, nil if there is none or it goes where the body is.
func (f *Figure) matBox() *render.Box {
	if f.mat.none || f.mat.auto() {
		return nil
	}
	b := f.mat.box()
	return &b
}

// layMat puts the mat under the body of all keys, and no farther than a wall.
func (f *Figure) layMat() {
	m := mat{x0: math.Inf(1), x1: math.Inf(-1), z0: -matHalf, z1: matHalf}
	var prims [flesh.Prims]flesh.Prim
	for i := range f.Poses {
		flesh.Build(&prims, &f.Poses[i].Body.Bones, 0)
		for j := range prims {
			p := &prims[j]
			if -p.Reach(skel.V{Y: -1}) > .25 { // what hangs high needs no mat
				continue
			}
			m.x0, m.x1 = min(m.x0, -p.Reach(skel.V{X: -1})-MatEdge), max(m.x1, p.Reach(skel.V{X: 1})+MatEdge)
			m.z0, m.z1 = min(m.z0, -p.Reach(skel.V{Z: -1})-.03), max(m.z1, p.Reach(skel.V{Z: 1})+.03)
		}
	}
	half := max(-m.z0, m.z1)
	m.z0, m.z1 = -half, half
	for i := range f.Props {
		p := &f.Props[i]
		if p.Kind == "wall" && p.size.X < p.size.Z {
			if p.at.X > 0 {
				m.x1 = min(m.x1, p.at.X-p.size.X/2)
			} else {
				m.x0 = max(m.x0, p.at.X+p.size.X/2)
			}
		}
	}
	f.mat.x0, f.mat.x1, f.mat.z0, f.mat.z1 = m.x0, m.x1, m.z0, m.z1
	b := f.mat.box()
	for i := range f.Poses {
		f.Poses[i].Scene.Boxes = append([]render.Box{b}, f.Poses[i].Scene.Boxes...)
	}
}
