package travel

import (
	"math"
	"slices"

	"catcow/figure/posture"
	"catcow/figure/skel"
)

// bearing is a joint that can bear weight: how high it is at most when it does, and how much it matters that it stays.
type bearing struct {
	bone     skel.Bone
	low, pin float64
}

func bearings() []bearing {
	return []bearing{
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

// shared are the joints that bear weight in both postures.
func shared(a, b *posture.Posture) []bearing {
	return slices.DeleteFunc(bearings(), func(j bearing) bool {
		return a.Body.Bones[j.bone].P.Y >= j.low || b.Body.Bones[j.bone].P.Y >= j.low
	})
}

// apart is the way over the floor from where the joint is in a to where it is in b.
func (j bearing) apart(a, b *posture.Posture) skel.V {
	d := b.Body.Bones[j.bone].P.Sub(a.Body.Bones[j.bone].P)
	d.Y = 0
	return d
}

// anchor is how far a has to be moved over the floor so that as much as can be of what it shares with b stays where it is:
// poses are written each about its own origin, and nobody glides from one to the other.
func anchor(a, b *posture.Posture) skel.V {
	joints := shared(a, b)
	if len(joints) == 0 {
		return bearing{bone: skel.Pelvis}.apart(a, b)
	}
	best, least := skel.V{}, math.Inf(1)
	for _, j := range joints {
		d, sum := j.apart(a, b), 0.0
		for _, k := range joints {
			sum += k.pin * k.apart(a, b).Sub(d).Len()
		}
		if sum < least-1e-9 {
			best, least = d, sum
		}
	}
	return best
}
