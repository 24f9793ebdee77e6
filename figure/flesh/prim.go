package flesh

import (
	"math"

	"catcow/figure/skel"
)

// V is skel's vector.
type V = skel.V

// M is skel's rotation.
type M = skel.M

func v(x, y, z float64) V { return V{X: x, Y: y, Z: z} }

// Material is what a surface is made of.
type Material uint8

// The materials of the body.
const (
	Skin Material = iota
	Hand          // darker than the skin of arms and face, so that a hand on a face is seen
	Foot
	Top
	Leggings
	Hair
)

// Group is a part of the body that is outlined as one.
type Group uint8

// The groups. Those of the limbs come in pairs, the right one first.
const (
	Trunk Group = iota
	Throat
	Face
	UArmR
	UArmL
	ForearmR
	ForearmL
	ThighR
	ThighL
	ShankR
	ShankL
	FootR
	FootL
	Groups = iota
)

// Side is the side of a limb's group; ok is false for the trunk and the head.
func (g Group) Side() (s skel.Side, ok bool) {
	if g < UArmR {
		return skel.Right, false
	}
	return skel.Side((g - UArmR) & 1), true
}

// Prim is a rounded cone in the world: from A along R.Y for L, radius RA at A and RB at the end, stretched across by SX
// and SZ.
type Prim struct {
	A      V
	R      M
	L      float64
	RA, RB float64
	SX, SZ float64
	Group  Group
	Mat    Material
}

// Reach is how far the surface goes in direction d: the largest p·d of its points p.
func (p *Prim) Reach(d V) float64 {
	l := p.R.Local(d)
	e := math.Sqrt(l.X*l.X*p.SX*p.SX + l.Y*l.Y + l.Z*l.Z*p.SZ*p.SZ)
	return p.A.Dot(d) + max(p.RA*e, p.L*l.Y+p.RB*e)
}

// Distance is how far at is outside of the surface, below 0 inside, and the way to it.
func (p *Prim) Distance(at V) (float64, V) {
	k := max(0, min(p.L, at.Sub(p.A).Dot(p.R.Y)))
	d := p.A.Add(p.R.Y.Mul(k)).Sub(at)
	way := d.Unit()
	l := p.R.Local(way)
	// How far the stretched cross-section goes in this direction.
	r := (p.RA + (p.RB-p.RA)*k/p.L) / math.Sqrt(l.X*l.X/(p.SX*p.SX)+l.Y*l.Y+l.Z*l.Z/(p.SZ*p.SZ)+1e-12)
	return d.Len() - r, way
}

// End is the far end of the axis.
func (p *Prim) End() V { return p.A.Add(p.R.Y.Mul(p.L)) }

// Prims is how many primitives make a body.
const Prims = trunkPrims + 32

// Skull and Jaw are where those stand among the primitives: hair and eyes are painted on. Solid is how many primitives come before
// the nose, which is drawn larger than it is and gives way to everything.
const (
	Skull = Prims - 3
	Jaw   = Prims - 2
	Solid = Prims - 1
)

// part is one primitive as designed: its ends in the frames of two bones, which differ only in the trapezius.
type part struct {
	from, to skel.Bone
	a, b     V
	ra, rb   float64
	sx, sz   float64
	group    Group
	mat      Material
}

// Body is the design of the body.
type Body struct{ parts [Prims - trunkPrims]part }

// NewBody is the one adult body there is.
func NewBody() *Body {
	b := &Body{}
	n := 0
	add := func(p part) {
		if p.sx == 0 {
			p.sx = 1
		}
		if p.sz == 0 {
			p.sz = 1
		}
		b.parts[n] = p
		n++
	}
	for side := range skel.Side(2) {
		girdle(add, side)
		arm(add, side)
		leg(add, side)
	}
	head(add)
	return b
}

func girdle(add func(part), side skel.Side) {
	s := side.Sign()
	one := func(bone skel.Bone, a, b V, ra, rb float64, mat Material) {
		add(part{from: bone, to: bone, a: a.Side(s), b: b.Side(s), ra: ra, rb: rb, group: Trunk, mat: mat})
	}
	one(skel.Pelvis, v(-.013, -.004, .042), v(-.015, .010, .044), .0525, .051, Leggings)
	one(skel.ClavicleR.On(side), v(-.020, -.004, .020), v(-.026, -.006, .090), .038, .031, Top)
	add(part{ // the trapezius goes along with the shoulder
		from: skel.T3, to: skel.ClavicleR.On(side), a: v(.010, .066, .016).Side(s), b: v(-.026, .007, .070).Side(s),
		ra: .026, rb: .022, group: Trunk, mat: Top,
	})
}

func arm(add func(part), side skel.Side) {
	s := side.Sign()
	one := func(bone skel.Bone, group Group, a, b V, ra, rb, sx float64) {
		mat := Skin
		if bone == skel.HandR {
			mat = Hand
		}
		add(part{
			from: bone.On(side), to: bone.On(side), a: a.Side(s), b: b.Side(s), ra: ra, rb: rb, sx: sx,
			group: group + Group(side), mat: mat,
		})
	}
	one(skel.UArmR, UArmR, V{}, v(0, -skel.UArmLen, 0), .031, .0235, 1)
	one(skel.ForearmR, ForearmR, V{}, v(0, -skel.ForearmLen, 0), .0245, .0165, 1)
	one(skel.HandR, ForearmR, v(0, -.010, 0), v(0, -.058, 0), .0135, .014, 1.9)
	one(skel.HandR, ForearmR, v(0, -.060, 0), v(0, -.099, 0), .0115, .009, 1.9)
	one(skel.HandR, ForearmR, v(.016, -.020, 0), v(.032, -.054, 0), .0095, .008, 1)
}

func leg(add func(part), side skel.Side) {
	one := func(bone skel.Bone, group Group, a, b V, ra, rb, sz float64) {
		mat := Leggings
		if group == FootR {
			mat = Foot
		}
		add(part{
			from: bone.On(side), to: bone.On(side), a: a, b: b, ra: ra, rb: rb, sz: sz,
			group: group + Group(side), mat: mat,
		})
	}
	one(skel.ThighR, ThighR, v(0, -.004, 0), v(0, -skel.ThighLen, 0), .054, .0355, 1)
	one(skel.ShankR, ShankR, V{}, v(-.006, -.075, 0), .0345, .035, 1)
	one(skel.ShankR, ShankR, v(-.006, -.075, 0), v(0, -skel.ShankLen, 0), .035, .0205, 1)
	one(skel.FootR, FootR, v(0, -.006, 0), v(-.018, -.021, 0), .0215, .018, 1)
	one(skel.FootR, FootR, v(-.006, -.017, 0), v(.072, -.0265, 0), .0205, .0125, 1.4)
	one(skel.ToeR, FootR, V{}, v(.034, -.002, 0), .0122, .010, 2)
}

// headScale is how much larger the head is than that of a grown-up: which way it looks has to be seen when it is five cells high.
const headScale = 7. / 6

func head(add func(part)) {
	one := func(bone skel.Bone, group Group, mat Material, a, b V, ra, rb, sz float64) {
		add(part{from: bone, to: bone, a: a, b: b, ra: ra, rb: rb, sz: sz, group: group, mat: mat})
	}
	one(skel.Neck, Throat, Skin, v(.003, -.006, 0), v(.024, .064, 0), .034, .0315, .95)
	const k = headScale
	one(skel.Head, Face, Skin, v(-.004*k, .037*k, 0), v(.010*k, .036*k, 0), .0505*k, .0495*k, .86)
	one(skel.Head, Face, Skin, v(.016*k, .018*k, 0), v(.034*k, -.012*k, 0), .038*k, .023*k, .88)
	one(skel.Head, Face, Hand, v(.0725, .030, 0), v(.079, .013, 0), .009, .0135, .8) // the nose, large for the same reason
}

// Build puts the body around the skeleton k; breath goes from 0 (empty) to 1 (full).
func (b *Body) Build(out *[Prims]Prim, k *skel.Skeleton, breath float64) {
	buildTrunk((*[trunkPrims]Prim)(out[:]), k, breath)
	for i := range b.parts {
		p := &b.parts[i]
		f, t := &k[p.from], &k[p.to]
		z := f.R.Z
		if p.from != p.to {
			z = z.Add(t.R.Z)
		}
		q := between(f.At(p.a), t.At(p.b), z)
		q.RA, q.RB, q.SX, q.SZ, q.Group, q.Mat = p.ra, p.rb, p.sx, p.sz, p.group, p.mat
		out[trunkPrims+i] = q
	}
}

// between is the axis from one point to another, its Z as near to z as can be.
func between(from, to, z V) Prim {
	d := to.Sub(from)
	l := max(1e-6, d.Len())
	y := d.Mul(1 / l)
	z = z.Sub(y.Mul(z.Dot(y))).Unit()
	return Prim{A: from, R: M{X: y.Cross(z), Y: y, Z: z}, L: l}
}
