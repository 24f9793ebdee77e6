package travel

import (
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// framesPerPart is how many frames a part of a way is looked at through, and frameSettle how long at the ends of a way the frame takes
// to become that of the end, in seconds.
const (
	framesPerPart = 6
	frameSettle   = 1.2
)

// At is the posture at t (0 to 1) of the time of the way.
func (w *Path) At(t float64) posture.Posture {
	if t >= 1 {
		return w.to
	}
	i, p := w.body(max(0, t))
	q := &w.parts[i]
	p.Scene = w.scene(q, t)
	if len(w.parts) > 1 {
		w.aimCameras(&p, t)
	}
	return p
}

// body is the posture at t, not yet looked at, and the part it is in.
func (w *Path) body(t float64) (int, posture.Posture) {
	at := t * w.seconds
	i := 0
	for i < len(w.parts)-1 && at >= w.parts[i].end {
		i++
	}
	p := &w.parts[i]
	return i, posture.Blend(&p.a, &p.b, (at-p.begin)/(p.end-p.begin))
}

// prepare works out what a way needs besides the body.
func (w *Path) prepare() {
	w.placeProps()
	w.placeMat()
	if len(w.parts) == 1 {
		return
	}
	n := framesPerPart * len(w.parts)
	own := make([][posture.MaxViews]render.Frame, n+1)
	for i := range own {
		t := float64(i) / float64(n)
		_, p := w.body(t)
		prims := flesh.Build(&p.Body.Bones, 1)
		for v := range w.views() {
			c := w.camera(v, t)
			c.Focus = render.Whole
			own[i][v] = c.Around(&prims)
		}
	}
	w.track = smooth(smooth(own, render.Frame.Union), func(f, g render.Frame) render.Frame { return f.Lerp(g, .5) })
}

// smooth joins every frame with those beside it: the picture does not follow every hand.
func smooth(track [][posture.MaxViews]render.Frame, join func(f, g render.Frame) render.Frame) [][posture.MaxViews]render.Frame {
	out := make([][posture.MaxViews]render.Frame, len(track))
	for i := range track {
		before, after := track[max(0, i-1)], track[min(len(track)-1, i+1)]
		for v := range out[i] {
			if track[i][v] == (render.Frame{}) {
				continue
			}
			out[i][v] = join(join(before[v], after[v]), track[i][v])
		}
	}
	return out
}

func (w *Path) views() int { return max(w.from.NCameras, w.to.NCameras) }

// camera goes from the first to the last in all of the time: it is the slowest of what moves.
func (w *Path) camera(view int, t float64) render.Camera {
	a := w.from.Cameras[view%max(1, w.from.NCameras)]
	return a.Lerp(w.to.Cameras[view%max(1, w.to.NCameras)], skel.Ease(t))
}

// aimCameras points the cameras at p.
func (w *Path) aimCameras(p *posture.Posture, t float64) {
	p.NCameras = w.views()
	edge := min(frameSettle/w.seconds, .4)
	at := t * float64(len(w.track)-1)
	i := min(int(at), len(w.track)-2)
	for v := range p.NCameras {
		c := w.camera(v, t)
		f := w.track[i][v].Lerp(w.track[i+1][v], at-float64(i))
		end, k := &w.from, t/edge
		if t > .5 {
			end, k = &w.to, (1-t)/edge
		}
		c.Focus = render.Whole
		if k < 1 {
			u := v % max(1, end.NCameras)
			f, c.Focus = end.Frames[u].Lerp(f, skel.Ease(k)), end.Cameras[u].Focus
		}
		p.Cameras[v], p.Frames[v] = c, f
	}
}
