package posture

import (
	"math"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// Blend is the posture at t (0 to 1) of the way from a to b, starting and ending gently.
func Blend(a, b *Posture, t float64) Posture {
	p := Between(a, b, skel.Ease(t))
	p.Moving = t < 1
	return p
}

// Between is Blend without the easing, for a movement that follows something which is eased already, such as a breath.
func Between(a, b *Posture, e float64) Posture {
	switch {
	case e <= 0 || math.IsNaN(e):
		return *a
	case e >= 1:
		return *b
	}
	p := Posture{
		Body: BlendBody(a, b, e), Scene: a.Scene, NCameras: max(a.NCameras, b.NCameras), Left: b.Left, ID: b.ID,
	}
	if e >= .5 {
		p.Scene = b.Scene
	}
	for i := range Regions {
		p.Strength[i] = a.Strength[i] + (b.Strength[i]-a.Strength[i])*float32(e)
		p.Kinds[i] = b.Kinds[i]
		if b.Strength[i] == 0 {
			p.Kinds[i] = a.Kinds[i]
		}
	}
	for i := range p.Arrows {
		p.Arrows[i] = a.Arrows[i].Lerp(b.Arrows[i], e)
	}
	for i := range p.NCameras {
		ia, ib := i%max(1, a.NCameras), i%max(1, b.NCameras)
		p.Cameras[i] = a.Cameras[ia].Lerp(b.Cameras[ib], e)
		// The frames make the picture wider on the way; a wider focus would do so at once.
		p.Cameras[i].Focus = max(a.Cameras[ia].Focus, b.Cameras[ib].Focus)
		p.Frames[i] = a.Frames[ia].Lerp(b.Frames[ib], e)
	}
	return p
}

// brush is how deep in a wall nobody sees.
const brush = .002

// BlendBody is the body between two postures, no deeper in a wall that stands beside both than it is at the ends: the hips go in
// an arc away from it.
func BlendBody(a, b *Posture, e float64) skel.Solved {
	k := skel.Blend(&a.Body, &b.Body, e)
	wall := a.Scene.wall()
	if wall == nil || b.Scene.wall() == nil || e <= 0 || e >= 1 {
		return k
	}
	face, out := wall.face(a.Body.Bones[skel.Pelvis].P)
	from, to := depthBehind(&a.Body, face, out), depthBehind(&b.Body, face, out)
	allowed := max(0, from+(to-from)*e) + brush
	for range 4 {
		deep := depthBehind(&k, face, out) - allowed
		if deep <= 0 {
			break
		}
		k.Spec.At = k.Spec.At.Add(out.Mul(deep))
		k = skel.Solve(k.Spec)
	}
	return k
}

// depthBehind is how far the body goes through a plane.
func depthBehind(k *skel.Solved, face, out skel.V) float64 {
	prims := flesh.Build(&k.Bones, 0)
	deep := math.Inf(-1)
	for i := range prims {
		deep = max(deep, prims[i].Reach(out.Mul(-1))+face.Dot(out))
	}
	return deep
}
