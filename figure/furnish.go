package figure

import (
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// How deep a body on its way may go into a prop that stands there.
const (
	wallSlack    = .022
	cushionSlack = .05
)

// furnish says which props stand at which part: those of the end as soon as nobody has to go through them any more, those of
// the beginning no longer than nobody does, and never both.
func (w *Way) furnish() {
	first, last := onlyProps(w.from.scene), onlyProps(w.to.scene)
	n := len(w.parts)
	if n == 1 && first.like(last) { // a chair becomes the next chair
		w.parts[0].props = first
		return
	}
	come := n
	for come > 0 && w.parts[come-1].clear(last, &w.to) {
		come--
	}
	if len(last.things) == 0 {
		come = n
	}
	for i := range w.parts {
		w.parts[i].props = &scenery{}
		if i >= come {
			w.parts[i].props = last
		}
	}
	for i := 0; i < come && i < 2 && w.parts[i].clear(first, &w.from); i++ {
		w.parts[i].props = first
	}
}

// clear is whether the body goes through nothing on the part that stands around a posture.
func (p *part) clear(s *scenery, around *Posture) bool {
	if len(s.things) == 0 {
		return true
	}
	room := around.solved.Bones[skel.Pelvis].P
	body := flesh.NewBody()
	var prims [flesh.Prims]flesh.Prim
	for n := range looks + 1 {
		k := skel.Blend(&p.a.solved, &p.b.solved, skel.Ease(float64(n)/looks))
		body.Build(&prims, &k.Bones, 0)
		if s.deepest(&prims, room) > 0 {
			return false
		}
	}
	return true
}

// onlyProps leaves out the mat.
func onlyProps(s *scenery) *scenery {
	if s == nil {
		return &scenery{}
	}
	p := &scenery{cushions: s.cushions, things: s.things}
	for _, b := range s.boxes {
		if b.Mat != render.Mat {
			p.boxes = append(p.boxes, b)
		}
	}
	return p
}

// like is whether two sceneries are made of the same things.
func (s *scenery) like(t *scenery) bool {
	return slices.EqualFunc(s.boxes, t.boxes, func(a, b render.Box) bool { return a.Mat == b.Mat }) &&
		len(s.cushions) == len(t.cushions)
}

// lerp goes from one scenery to another that is like it.
func (s *scenery) lerp(t *scenery, e float64) *scenery {
	i, j := -1, -1
	return s.each(func(b render.Box) render.Box {
		if i++; i < len(t.boxes) {
			b = lerpBox(b, t.boxes[i], e)
		}
		return b
	}, func(c cushion) cushion {
		if j++; j < len(t.cushions) {
			d := &t.cushions[j]
			mix := func(x, y float64) float64 { return x + (y-x)*e }
			c.A, c.R, c.L = c.A.Lerp(d.A, e), c.R.Slerp(d.R, e), mix(c.L, d.L)
			c.RA, c.RB, c.SX, c.SZ = mix(c.RA, d.RA), mix(c.RB, d.RB), mix(c.SX, d.SX), mix(c.SZ, d.SZ)
		}
		return c
	})
}

func lerpBox(a, b render.Box, e float64) render.Box {
	a.At, a.Half, a.Turn = a.At.Lerp(b.At, e), a.Half.Lerp(b.Half, e), a.Turn.Slerp(b.Turn, e)
	return a
}

// layMats finds the mats of both ends, and one that holds both and all that rests on the floor between them.
func (w *Way) layMats() {
	a, b := matOf(w.from.scene), matOf(w.to.scene)
	w.mats = [3]*render.Box{a, b, b}
	if a == nil || b == nil {
		return
	}
	low, high := corners(a)
	join := func(x, y skel.V) {
		low.X, low.Z = min(low.X, x.X), min(low.Z, x.Z)
		high.X, high.Z = max(high.X, y.X), max(high.Z, y.Z)
	}
	join(corners(b))
	for i := range w.parts[1:] {
		for _, x := range w.parts[i+1].a.solved.Bones {
			if x.P.Y < .12 {
				join(x.P.Sub(skel.V{X: matEdge, Z: matEdge}), x.P.Add(skel.V{X: matEdge, Z: matEdge}))
			}
		}
	}
	m := *b
	m.At.X, m.At.Z = (low.X+high.X)/2, (low.Z+high.Z)/2
	m.Half.X, m.Half.Z = (high.X-low.X)/2, (high.Z-low.Z)/2
	w.mats[1] = &m
}

// upTo is the mat m, no farther than the walls of s.
func (s *scenery) upTo(m render.Box) render.Box {
	low, high := corners(&m)
	for i := range s.boxes {
		b := &s.boxes[i]
		if b.Mat != render.Wall || b.Half.X > b.Half.Z {
			continue
		}
		if b.At.X > m.At.X {
			high.X = min(high.X, b.At.X-b.Half.X)
		} else {
			low.X = max(low.X, b.At.X+b.Half.X)
		}
	}
	m.At.X, m.Half.X = (low.X+high.X)/2, max(.01, (high.X-low.X)/2)
	return m
}

func matOf(s *scenery) *render.Box {
	for i := range onlyMat(s).boxes {
		return &onlyMat(s).boxes[i]
	}
	return nil
}

func corners(b *render.Box) (low, high skel.V) { return b.At.Sub(b.Half), b.At.Add(b.Half) }

// scene is what stands and lies there at t, in part p.
func (w *Way) scene(p *part, t float64) *scenery {
	s := *p.props
	if len(w.parts) == 1 && len(s.boxes)+len(s.cushions) > 0 {
		if last := onlyProps(w.to.scene); s.like(last) {
			s = *s.lerp(last, skel.Ease(t))
		}
	}
	if w.mats[0] == nil || w.mats[2] == nil {
		if w.mats[2] != nil {
			s.boxes = append([]render.Box{*w.mats[2]}, s.boxes...)
		}
		return &s
	}
	at := t * w.seconds
	e := skel.Ease((at - p.begin) / (p.end - p.begin))
	m := *w.mats[1]
	switch {
	case len(w.parts) == 1:
		m = lerpBox(*w.mats[0], *w.mats[2], e)
	case p == &w.parts[0]:
		m = lerpBox(*w.mats[0], m, e)
	case p == &w.parts[len(w.parts)-1]:
		m = lerpBox(m, *w.mats[2], e)
	}
	s.boxes = append([]render.Box{s.upTo(m)}, s.boxes...)
	return &s
}
