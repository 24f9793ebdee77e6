package flesh

import (
	"strings"
	"sync"

	"catcow/figure/skel"
)

// Prims is how many primitives make a body.
const (
	sidePrims = 14
	headPrims = 4
	Prims     = trunkPrims + 2*sidePrims + headPrims
)

// Skull and Jaw are where those stand among the primitives: hair and eyes are painted on. Solid is how many primitives come before
// the nose, which is drawn larger than it is and gives way to everything.
const (
	Skull = Prims - 3
	Jaw   = Prims - 2
	Solid = Prims - 1
)

// design is one primitive as designed, of the right side where there are two.
type design struct {
	name     string       // of the part of the body it belongs to
	bones    [2]skel.Bone // that its ends go along with
	a, b     V            // where the ends are, each in the frame of its bone
	ra, rb   float64
	sx, sz   float64
	group    Group
	material Material
}

func at(b skel.Bone) [2]skel.Bone { return [2]skel.Bone{b, b} }

func designedSide() [sidePrims]design {
	pelvis, girdle, trapezius := at(skel.Pelvis), at(skel.ClavicleR), [2]skel.Bone{skel.T3, skel.ClavicleR}
	uarm, forearm, hand := at(skel.UArmR), at(skel.ForearmR), at(skel.HandR)
	thigh, shank, foot, toe := at(skel.ThighR), at(skel.ShankR), at(skel.FootR), at(skel.ToeR)
	return [sidePrims]design{
		{"torso", pelvis, v(-.013, -.004, .042), v(-.015, .010, .044), .0525, .051, 1, 1, Trunk, Leggings},
		{"torso", girdle, v(-.020, -.004, .020), v(-.026, -.006, .090), .038, .031, 1, 1, Trunk, Top},
		{"torso", trapezius, v(.010, .066, .016), v(-.026, .007, .070), .026, .022, 1, 1, Trunk, Top},
		{"uarm", uarm, V{}, v(0, -skel.UArmLen, 0), .031, .0235, 1, 1, UArmR, Skin},
		{"forearm", forearm, V{}, v(0, -skel.ForearmLen, 0), .0245, .0165, 1, 1, ForearmR, Skin},
		{"palm", hand, v(0, -.010, 0), v(0, -.058, 0), .0135, .014, 1.9, 1, ForearmR, Hand},
		{"palm", hand, v(0, -.060, 0), v(0, -.099, 0), .0115, .009, 1.9, 1, ForearmR, Hand},
		{"palm", hand, v(.016, -.020, 0), v(.032, -.054, 0), .0095, .008, 1, 1, ForearmR, Hand},
		{"thigh", thigh, v(0, -.004, 0), v(0, -skel.ThighLen, 0), .054, .0355, 1, 1, ThighR, Leggings},
		{"shank", shank, V{}, v(-.006, -.075, 0), .0345, .035, 1, 1, ShankR, Leggings},
		{"shank", shank, v(-.006, -.075, 0), v(0, -skel.ShankLen, 0), .035, .0205, 1, 1, ShankR, Leggings},
		{"foot", foot, v(0, -.006, 0), v(-.018, -.021, 0), .0215, .018, 1, 1, FootR, Foot},
		{"foot", foot, v(-.006, -.017, 0), v(.072, -.0265, 0), .0205, .0125, 1, 1.4, FootR, Foot},
		{"foot", toe, V{}, v(.034, -.002, 0), .0122, .010, 1, 2, FootR, Foot},
	}
}

// headScale is how much larger the head is than that of a grown-up: which way it looks has to be seen when it is five cells high.
const headScale = 7. / 6

func designedHead() [headPrims]design {
	const k = headScale
	neck, head := at(skel.Neck), at(skel.Head)
	return [headPrims]design{
		{"neck", neck, v(.003, -.006, 0), v(.024, .064, 0), .034, .0315, 1, .95, Throat, Skin},
		{"head", head, v(-.004*k, .037*k, 0), v(.010*k, .036*k, 0), .0505 * k, .0495 * k, 1, .86, Face, Skin},
		{"head", head, v(.016*k, .018*k, 0), v(.034*k, -.012*k, 0), .038 * k, .023 * k, 1, .88, Face, Skin},
		{"head", head, v(.0725, .030, 0), v(.079, .013, 0), .009, .0135, 1, .8, Face, Hand}, // the nose, large for the same reason
	}
}

// designs are all primitives but the trunk's.
//
//nolint:gochecknoglobals // worked out once and then never changed
var designs = sync.OnceValue(func() *[Prims - trunkPrims]design {
	var out [Prims - trunkPrims]design
	n := 0
	for side := range skel.Side(2) {
		for _, d := range designedSide() {
			d.a, d.b = d.a.Side(side.Sign()), d.b.Side(side.Sign())
			for i, bone := range d.bones {
				if _, sided := bone.Side(); sided {
					d.bones[i] = bone.On(side)
				}
			}
			if d.group != Trunk {
				d.name += [2]string{".r", ".l"}[side]
				d.group += Group(side)
			}
			out[n] = d
			n++
		}
	}
	head := designedHead()
	copy(out[n:], head[:])
	return &out
})

// Build puts the body around the skeleton k; breath goes from 0 (empty) to 1 (full).
func Build(k *skel.Skeleton, breath float64) (out [Prims]Prim) {
	buildTrunk((*[trunkPrims]Prim)(out[:]), k, breath)
	all := designs()
	for i := range all {
		d := &all[i]
		from, to := &k[d.bones[0]], &k[d.bones[1]]
		z := from.R.Z
		if d.bones[0] != d.bones[1] {
			z = z.Add(to.R.Z)
		}
		p := between(from.At(d.a), to.At(d.b), z)
		p.RA, p.RB, p.SX, p.SZ, p.Group, p.Mat = d.ra, d.rb, d.sx, d.sz, d.group, d.material
		out[trunkPrims+i] = p
	}
	return out
}

// PartName is the name of the part of the body that primitive i belongs to.
func PartName(i int) string {
	if i < trunkPrims {
		return "torso"
	}
	return designs()[i-trunkPrims].name
}

// LimbOfPart is the limb that a part of the body is of: arms right, left, legs right, left.
func LimbOfPart(name string) (i int, ok bool) {
	base, side, ok := strings.Cut(name, ".")
	if side == "l" {
		i++
	}
	if base == "thigh" || base == "shank" || base == "foot" {
		i += 2
	}
	return i, ok
}
