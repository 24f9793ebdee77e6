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
	k.spine()
	first := Right
	if on, ok := s.Leg[Right].On.Side(); ok && on == Left && s.Leg[Right].On >= ThighL {
		first = Left
	}
	k.Short[2+first] = k.leg(first)
	k.Short[2+first.Other()] = k.leg(first.Other())
	first = Right
	if on := s.Arm[Right].On; on >= ClavicleL && on <= HandL {
		first = Left
	}
	k.Short[first] = k.arm(first)
	k.Short[first.Other()] = k.arm(first.Other())
	return k
}

// spine places pelvis, spine, head and, for arms that hang, the shoulder girdle. Five joints share the bend of a region
// as people do, more of it low down.
func (k *Solved) spine() {
	s := &k.Spec
	b := &k.Bones
	b[Pelvis] = Xform{s.At, s.Turn}
	link := func(bone Bone, of Bend, flex, side, twist float64) {
		p := b[bone-1]
		turn := Ry(-of.Twist * twist).Then(Rx(of.Side * side)).Then(Rz(-of.Flex * flex))
		b[bone] = Xform{p.At(spineOffset(bone)), p.R.Then(turn)}
	}
	link(L1, s.Lumbar, .55, .5, .5)
	link(L2, s.Lumbar, .45, .5, .5)
	link(T1, s.Thoracic, .42, .40, .40)
	link(T2, s.Thoracic, .33, .33, .33)
	link(T3, s.Thoracic, .25, .27, .27)
	link(Neck, s.Neck, .6, .65, .45)
	link(Head, s.Neck, .4, .35, .55)
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

// arm places an arm and gives how far its target was missed.
func (k *Solved) arm(side Side) float64 {
	l := &k.Spec.Arm[side]
	if l.Mode == Target {
		return k.armTo(l, side)
	}
	s := side.Sign()
	var up, fore, hand M
	if l.Mode == Angles {
		up = Ry(s * l.Plane).Then(Rx(-s * l.Raise)).Then(Ry(-s * l.Plane)).Then(Ry(-s * l.Rot))
		fore = Rz(l.Bend)
		hand = Ry(s * l.Roll).Then(Rx(-s * l.End))
	} else {
		up, fore, hand = sideM(l.joint[0], side), sideM(l.joint[1], side), sideM(l.joint[2], side)
	}
	r := k.Bones[T3].R.Then(up)
	root := k.girdle(side, r.Y.Mul(-1))
	u := Xform{root, r}
	f := Xform{u.At(V{0, -UArmLen, 0}), r.Then(fore)}
	k.Bones[UArmR.On(side)] = u
	k.Bones[ForearmR.On(side)] = f
	k.Bones[HandR.On(side)] = Xform{f.At(V{0, -ForearmLen, 0}), f.R.Then(hand)}
	return 0
}

// leg places a leg and gives how far its target was missed.
func (k *Solved) leg(side Side) float64 {
	l := &k.Spec.Leg[side]
	s := side.Sign()
	missed := 0.0
	if l.Mode == Target {
		missed = k.legTo(l, side)
	} else {
		var hip, knee, foot M
		if l.Mode == Angles {
			hip = Rz(l.Flex).Then(Rx(-s * l.Abd)).Then(Ry(-s * l.Rot))
			knee, foot = Rz(-l.Bend), Rz(l.End)
		} else {
			hip, knee, foot = sideM(l.joint[0], side), sideM(l.joint[1], side), sideM(l.joint[2], side)
		}
		p := k.Bones[Pelvis]
		t := Xform{p.At(V{0, 0, s * hipOut}), p.R.Then(hip)}
		c := Xform{t.At(V{0, -ThighLen, 0}), t.R.Then(knee)}
		k.Bones[ThighR.On(side)] = t
		k.Bones[ShankR.On(side)] = c
		k.Bones[FootR.On(side)] = Xform{c.At(V{0, -ShankLen, 0}), c.R.Then(foot)}
	}
	f := k.Bones[FootR.On(side)]
	k.Bones[ToeR.On(side)] = Xform{f.At(V{ToeFwd, -ToeDown, 0}), f.R.Then(Rz(l.Toe))}
	return missed
}
