package figure

import (
	"math"

	"catcow/figure/render"
	"catcow/figure/skel"
)

// bearing is a joint that can bear weight: how high it is at most when it does, and how much it matters that it stays.
type bearing struct {
	bone     skel.Bone
	low, pin float64
}

func bearings() [10]bearing {
	return [10]bearing{
		{skel.Pelvis, .13, 3},
		{skel.FootR, .06, 1.2},
		{skel.FootL, .06, 1.1},
		{skel.ShankR, .07, 1.5},
		{skel.ShankL, .07, 1.5},
		{skel.HandR, .06, .7},
		{skel.HandL, .06, .7},
		{skel.T3, .11, 2},
		{skel.UArmR, .06, .5},
		{skel.UArmL, .06, .5},
	}
}

// shared gives the joints that bear weight in both postures.
func shared(a, b *Posture, yield func(bearing)) {
	for _, j := range bearings() {
		if a.solved.Bones[j.bone].P.Y < j.low && b.solved.Bones[j.bone].P.Y < j.low {
			yield(j)
		}
	}
}

// anchor is how far a has to be moved over the floor so that as much as can be of what it shares with b stays where it is:
// poses are written each about its own origin, and nobody glides from one to the other.
func anchor(a, b *Posture) skel.V {
	var joints []bearing
	shared(a, b, func(j bearing) { joints = append(joints, j) })
	off := func(j bearing) skel.V {
		d := b.solved.Bones[j.bone].P.Sub(a.solved.Bones[j.bone].P)
		d.Y = 0
		return d
	}
	if len(joints) == 0 {
		return off(bearing{bone: skel.Pelvis})
	}
	best, least := skel.V{}, math.Inf(1)
	for _, j := range joints {
		d, sum := off(j), 0.0
		for _, k := range joints {
			sum += k.pin * off(k).Sub(d).Len()
		}
		if sum < least-1e-9 {
			best, least = d, sum
		}
	}
	return best
}

// moved is the posture, with all that is around it, elsewhere on the floor. It looks the same.
func (p *Posture) moved(by skel.V) Posture {
	q := *p
	by.Y = 0
	if by == (skel.V{}) {
		return q
	}
	q.solved.Spec.At = q.solved.Spec.At.Add(by)
	for i := range q.solved.Bones {
		q.solved.Bones[i].P = q.solved.Bones[i].P.Add(by)
	}
	for side := range skel.Side(2) {
		for _, l := range [2]*skel.Limb{&q.solved.Spec.Arm[side], &q.solved.Spec.Leg[side]} {
			if l.Mode == skel.Target && l.On == skel.World {
				l.At = l.At.Add(by.Side(side.Sign()))
			}
		}
	}
	q.scene = q.scene.moved(by)
	for i := range q.views {
		right, up, _ := q.cameras[i].Axes()
		x, y := by.Dot(right), by.Dot(up)
		f := q.frames[i]
		q.frames[i] = render.Frame{X0: f.X0 + x, X1: f.X1 + x, Y0: f.Y0 + y, Y1: f.Y1 + y}
	}
	return q
}

func (s *scenery) moved(by skel.V) *scenery {
	if s == nil {
		return nil
	}
	return s.each(func(b render.Box) render.Box {
		b.At = b.At.Add(by)
		return b
	}, func(c cushion) cushion {
		c.A = c.A.Add(by)
		return c
	})
}
