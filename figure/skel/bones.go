package skel

import "math"

// Bone is one of the 24 bones, or World.
type Bone int8

// The bones from the pelvis up, then the right limbs, then the left ones in the same order.
const (
	Pelvis Bone = iota
	L1          // the joint between L5 and the sacrum
	L2          // L3
	T1          // T12 on L1
	T2
	T3   // the chest
	Neck // C7
	Head // C0 on C1
	ClavicleR
	UArmR
	ForearmR
	HandR
	ThighR
	ShankR
	FootR
	ToeR
	ClavicleL
	UArmL
	ForearmL
	HandL
	ThighL
	ShankL
	FootL
	ToeL

	Bones      = 24
	World Bone = -1
)

// toLeft is the way from a right bone to its left twin.
const toLeft = ClavicleL - ClavicleR

// Side is a half of the body.
type Side int8

// The sides.
const (
	Right Side = iota
	Left
)

// Sign is +1 for the right and −1 for the left: the figure's right is +Z.
func (s Side) Sign() float64 { return 1 - 2*float64(s) }

// On is the bone b, named by its right twin, on side s.
func (b Bone) On(s Side) Bone { return b + toLeft*Bone(s) }

// Side is the side of a limb's bone; the trunk's is Right, with ok false.
func (b Bone) Side() (s Side, ok bool) {
	if b < ClavicleR {
		return Right, false
	}
	return Side((b - ClavicleR) / toLeft), true
}

// Mirror is the bone on the other side; the trunk and the world stay.
func (b Bone) Mirror() Bone {
	if s, ok := b.Side(); ok {
		return b + toLeft*Bone(1-2*s)
	}
	return b
}

// Name is what an author writes.
func (b Bone) Name() string {
	s, sided := b.Side()
	if !sided {
		return [...]string{"pelvis", "lumbar", "lumbar.upper", "thoracic", "ribs", "chest", "neck", "head"}[b]
	}
	n := [...]string{"clavicle", "uarm", "forearm", "hand", "thigh", "shank", "foot", "toe"}[b-ClavicleR.On(s)]
	return n + [...]string{".r", ".l"}[s]
}

// Lengths, in H (Winter after Drillis and Contini), and where the ground is below the ankle.
const (
	UArmLen    = .186
	ForearmLen = .146
	HandLen    = .108
	ThighLen   = .245
	ShankLen   = .246
	AnkleUp    = .039
	ToeFwd     = .072 // the toe joint in the foot's frame
	ToeDown    = .027
)

// The joints in quiet standing, as offsets from the joint before. The half distances between the shoulders (.105) and
// between the hips (.050) are those of joint centres; the outer breadths of the books come out with the flesh on.
const (
	pelvisUp = .530
	hipOut   = .050
)

func spineOffset(b Bone) V {
	return [...]V{
		L1: {-.020, .575 - pelvisUp, 0}, L2: {.008, .055, 0}, T1: {-.006, .055, 0}, T2: {-.012, .055, 0},
		T3: {-.006, .055, 0}, Neck: {.006, .050, 0}, Head: {.026, .065, 0},
	}[b]
}

// clavicleAt is the inner end of the collar bone seen from the chest (T3 at −.036, .795); shoulderAt is the shoulder
// seen from there. Z counts outwards.
func clavicleAt() V { return V{.040, .027, .012} }
func shoulderAt() V { return V{-.026, -.004, .093} }

// Xform is where a bone's joint is and how the bone is turned.
type Xform struct {
	P V
	R M
}

// At is a point of the bone's frame in the world.
func (x Xform) At(local V) V { return x.P.Add(x.R.Apply(local)) }

// Local is a point of the world in the bone's frame.
func (x Xform) Local(world V) V { return x.R.Local(world.Sub(x.P)) }

// Skeleton is the place of every bone.
type Skeleton [Bones]Xform

// Frame is where a bone is; the world's own frame for World.
func (k *Skeleton) Frame(b Bone) Xform {
	if b == World {
		return Xform{R: Identity()}
	}
	return k[b]
}

// stature is that of the person in messages, in centimetres.
const stature = 170

// Centimetres is a length in whole centimetres of the person in messages.
func Centimetres(h float64) float64 { return math.Round(math.Abs(h) * stature) }
