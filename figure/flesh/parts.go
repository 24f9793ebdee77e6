package flesh

import (
	"math"
	"slices"
	"strings"

	"catcow/figure/skel"
)

// ball is a lump of surface in a bone's frame; sz stretches it across.
type ball struct {
	bone skel.Bone
	at   V
	r    float64
	sz   float64
}

// Part is a named small surface that can touch something.
type Part struct {
	balls []ball
	all   bool // every ball has to touch, not only the nearest
}

// partNames are the parts as written without a side, sided ones first.
func partNames() (sided, single []string) {
	sided = []string{
		"palm", "fingers", "wrist", "forearm", "elbow", "shoulder", "glute", "hip", "thigh", "knee", "shin", "calf",
		"ankle", "heel", "ball", "toes", "foottop", "sole", "side",
	}
	single = []string{
		"pelvis", "sacrum", "lowback", "back", "upperback", "belly", "chest", "head", "forehead", "crown", "chin", "nape",
	}
	return sided, single
}

// PartNames is every part an author can write, sorted.
func PartNames() []string {
	sided, single := partNames()
	names := append(single, sided...)
	for _, n := range sided {
		names = append(names, n+".r", n+".l")
	}
	slices.Sort(names)
	return names
}

// Sides are the names that a name without a side means: "palm" is both palms.
func Sides(name string) []string {
	if sided, _ := partNames(); slices.Contains(sided, name) {
		return []string{name + ".r", name + ".l"}
	}
	return []string{name}
}

// PartOf is the part with the name, such as "palm.r"; "palm" is whatever is lower of the two.
func PartOf(name string) (Part, bool) {
	if both := Sides(name); len(both) == 2 {
		r, ok := PartOf(both[0])
		l, _ := PartOf(both[1])
		return Part{balls: append(r.balls, l.balls...)}, ok
	}
	base, side := name, skel.Right
	sided := false
	if b, ok := strings.CutSuffix(name, ".r"); ok {
		base, sided = b, true
	} else if b, ok := strings.CutSuffix(name, ".l"); ok {
		base, sided, side = b, true, skel.Left
	}
	p, ok := trunkPart(base)
	if sided {
		p, ok = limbPart(base)
		for i := range p.balls {
			b := &p.balls[i]
			if _, own := b.bone.Side(); own {
				b.bone = b.bone.On(side)
			}
			b.at = b.at.Side(side.Sign())
		}
	}
	return p, ok
}

func trunkPart(name string) (Part, bool) {
	const w = trunkStretch
	switch name {
	case "pelvis":
		return Part{balls: []ball{
			{skel.Pelvis, v(-.004, .002, 0), .0625, w},
			{skel.Pelvis, v(-.013, -.004, .042), .0525, 1},
			{skel.Pelvis, v(-.013, -.004, -.042), .0525, 1},
		}}, true
	case "sacrum":
		return Part{balls: []ball{{skel.Pelvis, v(-.004, .030, 0), .060, w}}}, true
	case "lowback", "belly":
		return Part{balls: []ball{{skel.L2, v(.020, 0, 0), .0525, w}, {skel.T1, v(.027, .002, 0), .0555, w}}}, true
	case "back", "chest":
		return Part{balls: []ball{{skel.T2, v(.035, .002, 0), .0625, w}, {skel.T3, v(.036, -.006, 0), .0610, w}}}, true
	case "upperback":
		return Part{balls: []ball{{skel.T3, v(.036, -.006, 0), .0610, w}}}, true
	case "head":
		return Part{balls: []ball{{skel.Head, v(-.004, .037, 0), .0505, .86}, {skel.Head, v(.010, .036, 0), .0495, .86}}}, true
	case "forehead":
		return Part{balls: []ball{{skel.Head, v(.016, .046, 0), .041, .86}}}, true
	case "crown":
		return Part{balls: []ball{{skel.Head, v(0, .048, 0), .040, .86}}}, true
	case "chin":
		return Part{balls: []ball{{skel.Head, v(.034, -.012, 0), .023, .88}}}, true
	case "nape":
		return Part{balls: []ball{{skel.Neck, v(.010, .025, 0), .034, .95}}}, true
	}
	return Part{}, false
}

func limbPart(name string) (Part, bool) {
	one := func(b skel.Bone, at V, r float64) (Part, bool) { return Part{balls: []ball{{b, at, r, 1}}}, true }
	switch name {
	case "palm":
		return Part{balls: []ball{{skel.HandR, v(0, -.010, 0), .0135, 1}, {skel.HandR, v(0, -.058, 0), .014, 1}}, all: true}, true
	case "fingers":
		return one(skel.HandR, v(0, -.099, 0), .009)
	case "wrist":
		return one(skel.ForearmR, v(0, -skel.ForearmLen, 0), .0165)
	case "forearm":
		return Part{balls: []ball{{skel.ForearmR, V{}, .0245, 1}, {skel.ForearmR, v(0, -skel.ForearmLen, 0), .0165, 1}}, all: true}, true
	case "elbow":
		return one(skel.ForearmR, V{}, .0245)
	case "shoulder":
		return Part{balls: []ball{{skel.ClavicleR, v(-.026, -.006, .090), .031, 1}, {skel.UArmR, V{}, .031, 1}}}, true
	case "glute":
		return one(skel.Pelvis, v(-.013, -.004, .042), .0525)
	case "side":
		return Part{balls: []ball{{skel.T2, v(.035, .002, .03), .0625, 1}, {skel.T3, v(.036, -.006, .03), .0610, 1}}}, true
	}
	return legPart(name, one)
}

func legPart(name string, one func(skel.Bone, V, float64) (Part, bool)) (Part, bool) {
	switch name {
	case "hip":
		return one(skel.ThighR, v(0, -.004, 0), .054)
	case "thigh":
		return one(skel.ThighR, v(0, -.12, 0), .045)
	case "knee":
		return one(skel.ShankR, V{}, .0345)
	case "shin", "calf":
		return one(skel.ShankR, v(-.005, -.10, 0), .033)
	case "ankle":
		return one(skel.FootR, v(0, -.006, 0), .0215)
	case "heel":
		return one(skel.FootR, v(-.018, -.021, 0), .018)
	case "ball":
		return one(skel.FootR, v(.072, -.0265, 0), .0125)
	case "toes":
		return one(skel.ToeR, v(.034, -.002, 0), .010)
	case "foottop":
		return Part{balls: []ball{{skel.FootR, v(.072, -.0265, 0), .0125, 1}, {skel.ToeR, v(.034, -.002, 0), .010, 1}}}, true
	case "sole":
		return Part{balls: []ball{{skel.FootR, v(-.018, -.021, 0), .018, 1}, {skel.FootR, v(.072, -.0265, 0), .0125, 1}}, all: true}, true
	}
	return Part{}, false
}

// support is how far the ball reaches in the direction d from its centre.
func (b *ball) support(k *skel.Skeleton, d V) float64 {
	z := k[b.bone].R.Z.Dot(d)
	return b.r * math.Sqrt(max(0, d.Dot(d)-z*z)+b.sz*b.sz*z*z)
}

// Lowest is the height of the part's lowest point.
func (p Part) Lowest(k *skel.Skeleton) float64 {
	low := math.Inf(1)
	for i := range p.balls {
		b := &p.balls[i]
		low = min(low, k[b.bone].At(b.at).Y-b.support(k, v(0, -1, 0)))
	}
	return low
}

// Gap is how far the part is from touching, by the distance that outside gives for a point and the way back to the
// surface. Below 0 it is inside.
func (p Part) Gap(k *skel.Skeleton, outside func(V) (float64, V)) float64 {
	gap := math.Inf(1)
	if p.all {
		gap = math.Inf(-1)
	}
	for i := range p.balls {
		b := &p.balls[i]
		d, way := outside(k[b.bone].At(b.at))
		g := d - b.support(k, way)
		if p.all {
			gap = max(gap, g)
		} else {
			gap = min(gap, g)
		}
	}
	return gap
}

// Floor measures the height above the floor, for Gap.
func Floor(p V) (float64, V) { return p.Y, v(0, -1, 0) }

// Points calls f with every lump of the part: its centre and how far it reaches down. The polygon of what a body stands
// on is made of them.
func (p Part) Points(k *skel.Skeleton, f func(centre V)) {
	for i := range p.balls {
		f(k[p.balls[i].bone].At(p.balls[i].at))
	}
}
