package skel

import "math"

// Solved is a posture with the place of every bone.
type Solved struct {
	Spec  Spec
	Bones Skeleton
	Short [4]float64 // how far each target was missed, in H: arms right, left; legs right, left
}

// Solve turns what was told into bones: pelvis, spine, legs, arms; a limb whose target is on its twin comes second.
func Solve(s Spec) Solved {
	k := Solved{Spec: s}
	k.turnSpine()
	k.placeSpine()
	k.limbs([4]bool{true, true, true, true})
	return k
}

// limbs places some of the limbs, and with them those that are told by where these are.
func (k *Solved) limbs(which [4]bool) {
	s := &k.Spec
	order := [4]int{2, 3, 0, 1}
	if s.Leg[Right].On >= ThighL {
		order[0], order[1] = 3, 2
	}
	if on := s.Arm[Right].On; on >= ClavicleL && on <= HandL {
		order[2], order[3] = 1, 0
	}
	for _, i := range order {
		if on := LimbOf(s, i).On; on >= ClavicleR && which[limbOf(on)] {
			which[i] = true
		}
		if which[i] {
			k.limb(i)
		}
	}
}

// turnSpine turns pelvis, spine and head. Five joints share the bend of a region as people do, more of it low down.
func (k *Solved) turnSpine() {
	s := &k.Spec
	b := &k.Bones
	b[Pelvis].R = s.Turn
	link := func(bone Bone, of Bend, flex, side, twist float64) {
		turn := Ry(-of.Twist * twist).Then(Rx(of.Side * side)).Then(Rz(-of.Flex * flex))
		b[bone].R = b[bone-1].R.Then(turn)
	}
	link(L1, s.Lumbar, .55, .5, .5)
	link(L2, s.Lumbar, .45, .5, .5)
	link(T1, s.Thoracic, .42, .40, .40)
	link(T2, s.Thoracic, .33, .33, .33)
	link(T3, s.Thoracic, .25, .27, .27)
	link(Neck, s.Neck, .6, .65, .45)
	link(Head, s.Neck, .4, .35, .55)
}

// placeSpine places pelvis, spine and head, which are turned.
func (k *Solved) placeSpine() {
	b := &k.Bones
	b[Pelvis].P = k.Spec.At
	for bone := L1; bone <= Head; bone++ {
		b[bone].P = b[bone-1].At(spineOffset(bone))
	}
}

// girdle turns the collar bone with the upper arm, whose direction is dir in the world: without it a raised arm looks
// pulled out of a box. It gives the shoulder.
func (k *Solved) girdle(side Side, dir V) V {
	s := side.Sign()
	chest := k.Bones[T3]
	d := chest.R.Local(dir)
	elevation := math.Acos(max(-1, min(1, -d.Y))) / Degree
	told := k.Spec.Girdle[side]
	up := 26*smoothstep(40, 180, elevation) + told.Up
	fwd := 14*max(-.5, min(1, d.X)) - told.Back
	x := Xform{chest.At(clavicleAt().Side(s)), chest.R.Then(Ry(s * fwd)).Then(Rx(-s * up))}
	k.Bones[ClavicleR.On(side)] = x
	return x.At(shoulderAt().Side(s))
}

func smoothstep(a, b, x float64) float64 {
	t := max(0, min(1, (x-a)/(b-a)))
	return t * t * (3 - 2*t)
}

// limb places limb i, and notes how far its target was missed.
func (k *Solved) limb(i int) {
	l := LimbOf(&k.Spec, i)
	trunk, first, side := chain(i)
	switch {
	case l.Mode != Target:
		k.Short[i] = 0
		turns := l.turns(i)
		upper := k.Bones[trunk].R.Then(turns[0])
		root, long := k.hip(side), [2]float64{ThighLen, ShankLen}
		if i < 2 {
			root, long = k.girdle(side, upper.Y.Mul(-1)), [2]float64{UArmLen, ForearmLen}
		}
		b := k.Bones[first : first+3]
		b[0] = Xform{root, upper}
		for j, l := range long {
			b[j+1] = Xform{b[j].At(V{0, -l, 0}), b[j].R.Then(turns[j+1])}
		}
	case i < 2:
		k.Short[i] = k.armTo(l, side)
	default:
		k.Short[i] = k.legTo(l, side)
	}
	if i > 1 {
		f := k.Bones[first+2]
		k.Bones[first+3] = Xform{f.At(V{ToeFwd, -ToeDown, 0}), f.R.Then(Rz(l.Toe))}
	}
}

// turns are the turns of the joints of limb i, which is told by them or by their angles.
func (l *Limb) turns(i int) [3]M {
	side := Side(i & 1)
	s := side.Sign()
	switch {
	case l.Mode == Joints:
		return [3]M{sideM(l.joint[0], side), sideM(l.joint[1], side), sideM(l.joint[2], side)}
	case i < 2:
		return [3]M{
			Ry(s * l.Plane).Then(Rx(-s * l.Raise)).Then(Ry(-s * l.Plane)).Then(Ry(-s * l.Rot)),
			Rz(l.Bend),
			Ry(s * l.Roll).Then(Rx(-s * l.End)),
		}
	}
	return [3]M{Rz(l.Flex).Then(Rx(-s * l.Abd)).Then(Ry(-s * l.Rot)), Rz(-l.Bend), Rz(l.End)}
}

// hip is where the joint of a hip is.
func (k *Solved) hip(side Side) V { return k.Bones[Pelvis].At(V{0, 0, side.Sign() * hipOut}) }
