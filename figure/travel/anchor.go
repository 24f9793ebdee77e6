package travel

import (
	"math"

	"catcow/figure/posture"
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

// eachShared gives the joints that bear weight in both postures.
func eachShared(a, b *posture.Posture, yield func(bearing)) {
	for _, j := range bearings() {
		if a.Body.Bones[j.bone].P.Y < j.low && b.Body.Bones[j.bone].P.Y < j.low {
			yield(j)
		}
	}
}

// anchor is how far a has to be moved over the floor so that as much as can be of what it shares with b stays where it is:
// poses are written each about its own origin, and nobody glides from one to the other.
func anchor(a, b *posture.Posture) skel.V {
	var joints []bearing
	eachShared(a, b, func(j bearing) { joints = append(joints, j) })
	off := func(j bearing) skel.V {
		d := b.Body.Bones[j.bone].P.Sub(a.Body.Bones[j.bone].P)
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
