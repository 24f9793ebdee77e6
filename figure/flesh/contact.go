package flesh

import (
	"maps"
	"math"
	"slices"
	"sync"

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

// parts are the parts by name; those of a side with ".r" and ".l", and without for whatever is lower of the two.
//
//nolint:gochecknoglobals // worked out once and then never changed
var parts = sync.OnceValue(func() map[string]Part {
	out := trunkParts()
	for name, right := range limbParts() {
		left := Part{all: right.all}
		for _, b := range right.balls {
			b.bone, b.at = b.bone.Mirror(), b.at.Side(-1)
			left.balls = append(left.balls, b)
		}
		out[name+".r"], out[name+".l"] = right, left
		out[name] = Part{balls: slices.Concat(right.balls, left.balls)}
	}
	return out
})

// PartNames is every part an author can write, sorted.
func PartNames() []string { return slices.Sorted(maps.Keys(parts())) }

// Sides are the names that a name without a side means: "palm" is both palms.
func Sides(name string) []string {
	if _, sided := parts()[name+".r"]; sided {
		return []string{name + ".r", name + ".l"}
	}
	return []string{name}
}

// PartOf is the part with the name, such as "palm.r"; "palm" is whatever is lower of the two.
func PartOf(name string) (Part, bool) {
	p, ok := parts()[name]
	return p, ok
}

func one(b skel.Bone, at V, r, sz float64) Part { return Part{balls: []ball{{b, at, r, sz}}} }

func trunkParts() map[string]Part {
	const w, k = trunkStretch, headScale
	waist := Part{balls: []ball{{skel.L2, v(.020, 0, 0), .0525, w}, {skel.T1, v(.027, .002, 0), .0555, w}}}
	ribs := Part{balls: []ball{{skel.T2, v(.035, .002, 0), .0625, w}, {skel.T3, v(.036, -.006, 0), .0610, w}}}
	return map[string]Part{
		"pelvis": {balls: []ball{
			{skel.Pelvis, v(-.004, .002, 0), .0625, w},
			{skel.Pelvis, v(-.013, -.004, .042), .0525, 1},
			{skel.Pelvis, v(-.013, -.004, -.042), .0525, 1},
		}},
		"sacrum":    one(skel.Pelvis, v(-.004, .030, 0), .060, w),
		"lowback":   waist,
		"belly":     waist,
		"back":      ribs,
		"chest":     ribs,
		"upperback": one(skel.T3, v(.036, -.006, 0), .0610, w),
		"head":      {balls: []ball{{skel.Head, v(-.004*k, .037*k, 0), .0505 * k, .86}, {skel.Head, v(.010*k, .036*k, 0), .0495 * k, .86}}},
		"forehead":  one(skel.Head, v(.016*k, .046*k, 0), .041*k, .86),
		"crown":     one(skel.Head, v(0, .048*k, 0), .040*k, .86),
		"chin":      one(skel.Head, v(.034*k, -.012*k, 0), .023*k, .88),
		"nape":      one(skel.Neck, v(.010, .025, 0), .034, .95),
	}
}

// limbParts are the sided ones, of the right side.
func limbParts() map[string]Part {
	shin := one(skel.ShankR, v(-.005, -.10, 0), .033, 1)
	return map[string]Part{
		"palm":     {balls: []ball{{skel.HandR, v(0, -.010, 0), .0135, 1}, {skel.HandR, v(0, -.058, 0), .014, 1}}, all: true},
		"fingers":  one(skel.HandR, v(0, -.099, 0), .009, 1),
		"wrist":    one(skel.ForearmR, v(0, -skel.ForearmLen, 0), .0165, 1),
		"forearm":  {balls: []ball{{skel.ForearmR, V{}, .0245, 1}, {skel.ForearmR, v(0, -skel.ForearmLen, 0), .0165, 1}}, all: true},
		"elbow":    one(skel.ForearmR, V{}, .0245, 1),
		"shoulder": {balls: []ball{{skel.ClavicleR, v(-.026, -.006, .090), .031, 1}, {skel.UArmR, V{}, .031, 1}}},
		"glute":    one(skel.Pelvis, v(-.013, -.004, .042), .0525, 1),
		"side":     {balls: []ball{{skel.T2, v(.035, .002, .03), .0625, 1}, {skel.T3, v(.036, -.006, .03), .0610, 1}}},
		"hip":      one(skel.ThighR, v(0, -.004, 0), .054, 1),
		"thigh":    one(skel.ThighR, v(0, -.12, 0), .045, 1),
		"knee":     one(skel.ShankR, V{}, .0345, 1),
		"shin":     shin,
		"calf":     shin,
		"ankle":    one(skel.FootR, v(0, -.006, 0), .0215, 1),
		"heel":     one(skel.FootR, v(-.018, -.021, 0), .018, 1),
		"ball":     one(skel.FootR, v(.072, -.0265, 0), .0125, 1),
		"toes":     one(skel.ToeR, v(.034, -.002, 0), .010, 1),
		"foottop":  {balls: []ball{{skel.FootR, v(.072, -.0265, 0), .0125, 1}, {skel.ToeR, v(.034, -.002, 0), .010, 1}}},
		"sole":     {balls: []ball{{skel.FootR, v(-.018, -.021, 0), .018, 1}, {skel.FootR, v(.072, -.0265, 0), .0125, 1}}, all: true},
	}
}

// support is how far the ball reaches in the direction d from its centre.
func (b *ball) support(k *skel.Skeleton, d V) float64 {
	z := k[b.bone].R.Z.Dot(d)
	return b.r * math.Sqrt(max(0, d.Dot(d)-z*z)+b.sz*b.sz*z*z)
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

// Any is the part when it is enough that some of it touches: a palm that lies on a head does not lie flat.
func (p Part) Any() Part { return Part{balls: p.balls} }

// Floor measures the height above the floor, for Gap.
func Floor(p V) (float64, V) { return p.Y, v(0, -1, 0) }

// Points calls f with every lump of the part: its centre and how far it reaches down. The polygon of what a body stands
// on is made of them.
func (p Part) Points(k *skel.Skeleton, f func(centre V)) {
	for i := range p.balls {
		f(k[p.balls[i].bone].At(p.balls[i].at))
	}
}
