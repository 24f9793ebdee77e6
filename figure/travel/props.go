package travel

import (
	"catcow/figure/author"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

// placeProps says which props stand at which part: those of the end as soon as nobody has to go through them any more, those of
// the beginning no longer than nobody does, and never both.
func (w *Path) placeProps() {
	first, last := w.from.Scene, w.to.Scene
	n := len(w.parts)
	if n == 1 && first.Like(last) { // a chair becomes the next chair
		w.parts[0].props = first
		return
	}
	come := n
	for come > 0 && w.parts[come-1].isClear(last, &w.to) {
		come--
	}
	if len(last.Solids) == 0 {
		come = n
	}
	for i := range w.parts {
		w.parts[i].props = &posture.Scenery{}
		if i >= come {
			w.parts[i].props = last
		}
	}
	for i := 0; i < come && i < 2 && w.parts[i].isClear(first, &w.from); i++ {
		w.parts[i].props = first
	}
}

// isClear is whether the body goes through nothing on the part that stands around a posture.
func (p *part) isClear(s *posture.Scenery, around *posture.Posture) bool {
	if len(s.Solids) == 0 {
		return true
	}
	room := around.Body.Bones[skel.Pelvis].P
	for n := range pictures + 1 {
		k := skel.Blend(&p.a.Body, &p.b.Body, skel.Ease(float64(n)/pictures))
		prims := flesh.Build(&k.Bones, 0)
		if s.Deepest(&prims, room) > 0 {
			return false
		}
	}
	return true
}

// placeMat finds a mat that holds those of both ends and all that rests on the floor between them.
func (w *Path) placeMat() {
	a, b := w.from.Scene.Mat, w.to.Scene.Mat
	if a == nil || b == nil {
		return
	}
	low, high := posture.Corners(a)
	join := func(x, y skel.V) {
		low.X, low.Z = min(low.X, x.X), min(low.Z, x.Z)
		high.X, high.Z = max(high.X, y.X), max(high.Z, y.Z)
	}
	join(posture.Corners(b))
	edge := skel.V{X: author.MatEdge, Z: author.MatEdge}
	for i := range w.parts[1:] {
		for _, x := range w.parts[i+1].a.Body.Bones {
			if x.P.Y < .12 {
				join(x.P.Sub(edge), x.P.Add(edge))
			}
		}
	}
	m := *b
	m.At.X, m.At.Z = (low.X+high.X)/2, (low.Z+high.Z)/2
	m.Half.X, m.Half.Z = (high.X-low.X)/2, (high.Z-low.Z)/2
	w.mat = &m
}

// scene is what stands and lies there at t, in part p.
func (w *Path) scene(p *part, t float64) *posture.Scenery {
	s := *p.props
	if len(w.parts) == 1 && s.Like(w.to.Scene) {
		s.Solids = s.LerpProps(w.to.Scene, skel.Ease(t))
	}
	s.Mat = w.to.Scene.Mat
	if w.mat == nil {
		return &s
	}
	from, to := w.mat, w.mat
	if p == &w.parts[0] {
		from = w.from.Scene.Mat
	}
	if p == &w.parts[len(w.parts)-1] {
		to = w.to.Scene.Mat
	}
	e := skel.Ease((t*w.seconds - p.begin) / (p.end - p.begin))
	s.Mat = new(s.CutAtWalls(posture.LerpBox(*from, *to, e)))
	return &s
}
