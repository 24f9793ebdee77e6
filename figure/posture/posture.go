package posture

import (
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// MaxViews is how many cameras a posture can have, and Regions how many places can glow: every muscle on both sides.
const (
	MaxViews = 4
	Regions  = 2 * 22
)

// Kind is what is felt in a region that glows.
type Kind uint8

// The kinds of glow.
const (
	Stretched Kind = iota
	Working
	Released
)

// String is the word that says what is felt, for beside the figure: "stretches", "works", "lets go".
func (k Kind) String() string { return [...]string{"stretches", "works", "lets go"}[k] }

// Posture is the body at one moment, with what is around it and where it is looked at from.
type Posture struct {
	Body     skel.Solved
	Scene    *Scenery
	Strength [Regions]float32 // how strongly each region is felt
	Kinds    [Regions]Kind
	Arrows   [render.MaxArrows]render.Arrow // where it moves
	Cameras  [MaxViews]render.Camera
	Frames   [MaxViews]render.Frame
	NCameras int
	Left     bool   // mirrored
	Moving   bool   // on the way between two others, seen for a moment
	ID       string // of the key it is, or of the one it goes to
}

// Views is how many cameras there are to cycle through.
func (p *Posture) Views() int { return max(1, p.NCameras) }

// Felt is what is felt somewhere in the body: the kinds of its glows, each once.
func (p *Posture) Felt() []Kind {
	var out []Kind
	for _, k := range [...]Kind{Stretched, Working, Released} {
		for i := range p.Strength {
			if p.Kinds[i] == k && p.Strength[i] >= .5 {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// View is the camera of a view, and the frame that it shows: that of the posture's keys, and no less than the body of this moment,
// which is never cut.
func (p *Posture) View(view int, body *[flesh.Prims]flesh.Prim) (render.Camera, render.Frame) {
	n := p.Views()
	view = (view%n + n) % n
	c := p.Cameras[view]
	f := c.Around(body)
	if p.Frames[view] != (render.Frame{}) {
		f = f.Union(p.Frames[view])
	}
	return c, f
}

// Reframe works out the frame of every camera.
func (p *Posture) Reframe() {
	prims := flesh.Build(&p.Body.Bones, 1)
	for i := range p.NCameras {
		p.Frames[i] = p.Cameras[i].Around(&prims).With(p.Cameras[i], p.Arrows[:])
	}
}

// Mirror is the posture on the other side.
func (p *Posture) Mirror() Posture {
	m := *p
	m.Body = skel.Solve(p.Body.Spec.Mirror())
	m.Scene = p.Scene.Mirror()
	m.Left = !p.Left
	for i := range Regions {
		j := i ^ 1
		if flesh.Muscles()[i|1].Name == "" {
			j = i
		}
		m.Strength[j], m.Kinds[j] = p.Strength[i], p.Kinds[i]
	}
	for i := range m.Arrows {
		m.Arrows[i] = m.Arrows[i].Each(func(v skel.V) skel.V { return v.Side(-1) })
	}
	for i := range p.NCameras {
		m.Cameras[i] = p.Cameras[i].Mirror()
		f := p.Frames[i]
		m.Frames[i].X0, m.Frames[i].X1 = -f.X1, -f.X0
	}
	return m
}

// ShareFrames gives postures that the figure moves between while it breathes the frame that holds them all: the camera
// does not breathe.
func ShareFrames(ps ...*Posture) {
	for i := range MaxViews {
		if slices.ContainsFunc(ps, func(p *Posture) bool { return p.Cameras[i] != ps[0].Cameras[i] }) {
			continue
		}
		f := ps[0].Frames[i]
		for _, p := range ps[1:] {
			f = f.Union(p.Frames[i])
		}
		for _, p := range ps {
			p.Frames[i] = f
		}
	}
}

// SeenAs is the posture looked at as another is.
func (p *Posture) SeenAs(like *Posture) Posture {
	q := *p
	q.Cameras, q.NCameras, q.Left = like.Cameras, like.NCameras, like.Left
	q.Reframe()
	return q
}

// Move is the posture, with all that is around it, elsewhere on the floor. It looks the same.
func (p *Posture) Move(by skel.V) Posture {
	q := *p
	by.Y = 0
	if by == (skel.V{}) {
		return q
	}
	q.Body.Spec.At = q.Body.Spec.At.Add(by)
	for i := range q.Body.Bones {
		q.Body.Bones[i].P = q.Body.Bones[i].P.Add(by)
	}
	for i := range 4 {
		if l := skel.LimbOf(&q.Body.Spec, i); l.Mode == skel.Target && l.On == skel.World {
			l.At = l.At.Add(by.Side(skel.Side(i & 1).Sign()))
		}
	}
	q.Scene = q.Scene.move(by)
	for i := range q.Arrows {
		q.Arrows[i] = q.Arrows[i].Each(func(v skel.V) skel.V { return v.Add(by) })
	}
	for i := range q.NCameras {
		right, up, _ := q.Cameras[i].Axes()
		x, y := by.Dot(right), by.Dot(up)
		f := &q.Frames[i]
		f.X0, f.X1, f.Y0, f.Y1 = f.X0+x, f.X1+x, f.Y0+y, f.Y1+y
	}
	return q
}
