package figure

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Side is a side of the body.
type Side = skel.Side

// The sides. A pose is written for the right one.
const (
	Right = skel.Right
	Left  = skel.Left
)

// regions is how many places can glow: every muscle on both sides.
const regions = 2 * 22

// Posture is the body at one moment, with what is around it and where it is looked at from. It is a value: two that are
// equal look the same.
type Posture struct {
	solved  skel.Solved
	scene   *scenery
	glow    [regions]float32 // how strongly each region is felt
	kind    [regions]Kind
	cameras [maxViews]render.Camera
	frames  [maxViews]render.Frame
	views   int
	left    bool // mirrored
	key     string
}

// Key is the name of the key the posture is, or of the one it goes to.
func (p *Posture) Key() string { return p.key }

// Views is how many cameras there are to cycle through.
func (p *Posture) Views() int { return max(1, p.views) }

func postureOf(d *draft, sc *scenery, cams []render.Camera) Posture {
	p := Posture{solved: skel.Solve(d.spec()), scene: sc, views: len(cams), key: d.id}
	for _, g := range d.glows {
		_, i, side, ok := muscleOf(g.name)
		if ok {
			p.glow[2*i+int(side)], p.kind[2*i+int(side)] = 1, g.kind
		}
	}
	copy(p.cameras[:], cams)
	p.frame()
	return p
}

// frame works out the frame of every camera.
func (p *Posture) frame() {
	var prims [flesh.Prims]flesh.Prim
	flesh.NewBody().Build(&prims, &p.solved.Bones, 1)
	for i := range p.views {
		p.frames[i] = p.cameras[i].Around(&prims)
	}
}

// mirrored is the posture on the other side.
func (p *Posture) mirrored() Posture {
	m := *p
	m.solved = skel.Solve(p.solved.Spec.Mirror())
	m.scene = p.scene.mirror()
	m.left = !p.left
	for i := range regions {
		j := i ^ 1
		if !flesh.Muscles()[i/2].Sided {
			j = i
		}
		m.glow[j], m.kind[j] = p.glow[i], p.kind[i]
	}
	for i := range p.views {
		m.cameras[i] = p.cameras[i].Mirror()
		f := p.frames[i]
		m.frames[i].X0, m.frames[i].X1 = -f.X1, -f.X0
	}
	return m
}

// shareFrames gives postures that the figure moves between while it breathes the frame that holds them all: the camera
// does not breathe.
func shareFrames(ps ...*Posture) {
	for i := range maxViews {
		f := ps[0].frames[i]
		same := true
		for _, p := range ps[1:] {
			f = f.Union(p.frames[i])
			same = same && p.cameras[i] == ps[0].cameras[i]
		}
		if !same {
			continue
		}
		for _, p := range ps {
			p.frames[i] = f
		}
	}
}

// Blend is the posture at t (0 to 1) of the way from a to b, starting and ending gently.
func Blend(a, b *Posture, t float64) Posture { return Between(a, b, skel.Ease(t)) }

// Between is Blend without the easing, for a movement that follows something which is eased already, such as a breath.
func Between(a, b *Posture, e float64) Posture {
	switch {
	case e <= 0 || math.IsNaN(e):
		return *a
	case e >= 1:
		return *b
	}
	p := Posture{
		solved: besides(a, b, e), scene: a.scene, views: max(a.views, b.views), left: b.left, key: b.key,
	}
	if e >= .5 {
		p.scene = b.scene
	}
	for i := range regions {
		p.glow[i] = a.glow[i] + (b.glow[i]-a.glow[i])*float32(e)
		p.kind[i] = b.kind[i]
		if b.glow[i] == 0 {
			p.kind[i] = a.kind[i]
		}
	}
	for i := range p.views {
		ia, ib := i%max(1, a.views), i%max(1, b.views)
		p.cameras[i] = a.cameras[ia].Lerp(b.cameras[ib], e)
		// The frames make the picture wider on the way; a wider focus would do so at once.
		p.cameras[i].Focus = max(a.cameras[ia].Focus, b.cameras[ib].Focus)
		p.frames[i] = a.frames[ia].Lerp(b.frames[ib], e)
	}
	return p
}

// SeenAs is the posture looked at as another is.
func (p *Posture) SeenAs(like *Posture) Posture {
	q := *p
	q.cameras, q.views, q.left = like.cameras, like.views, like.left
	q.frame()
	return q
}
