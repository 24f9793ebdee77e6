package skel

// LimbOf is one of the limbs of a Spec, in one order: arms right, left, legs right, left.
func LimbOf(s *Spec, i int) *Limb {
	if i < 2 {
		return &s.Arm[i]
	}
	return &s.Leg[i-2]
}

// limbOf is the limb that a bone is of, in that order.
func limbOf(b Bone) int {
	side, _ := b.Side()
	return int(side) + 2*int((b-ClavicleR.On(side))/(ThighR-ClavicleR))
}

// chain is the trunk bone a limb hangs on and its first bone.
func chain(i int) (trunk, first Bone, side Side) {
	side = Side(i & 1)
	if i < 2 {
		return T3, UArmR.On(side), side
	}
	return Pelvis, ThighR.On(side), side
}

// Ease is the quintic step: it starts and ends at rest and without a jerk.
func Ease(t float64) float64 {
	t = max(0, min(1, t))
	return t * t * t * (t*(6*t-15) + 10)
}

// Blend is the posture at e (0 to 1, already eased) of the way from a to b. It goes between what was told, not between
// the turns of joints, so that a hand which stays where it is does stay; and it never goes through the floor.
func Blend(a, b *Solved, e float64) Solved {
	switch {
	case e <= 0:
		return *a
	case e >= 1:
		return *b
	}
	m := NewMoment(a, b, e)
	return m.Body()
}

// Moment is a moment of a way, as it is without the floor.
type Moment struct {
	e    float64
	body Solved
	ends stance // how those of the way stand to the floor, at this moment
}

// NewMoment is the moment e (between 0 and 1, already eased) of the way from a to b.
func NewMoment(a, b *Solved, e float64) Moment {
	s := Spec{
		At:       a.Spec.At.Lerp(b.Spec.At, e),
		Turn:     a.Spec.Turn.Slerp(b.Spec.Turn, e),
		Lumbar:   a.Spec.Lumbar.lerp(b.Spec.Lumbar, e),
		Thoracic: a.Spec.Thoracic.lerp(b.Spec.Thoracic, e),
		Neck:     a.Spec.Neck.lerp(b.Spec.Neck, e),
	}
	for i := range s.Girdle {
		g, h := a.Spec.Girdle[i], b.Spec.Girdle[i]
		s.Girdle[i] = Shrug{lerp(g.Up, h.Up, e), lerp(g.Back, h.Back, e)}
	}
	for i := range 4 {
		*LimbOf(&s, i) = blendLimb(a, b, i, e)
	}
	sa, sb := a.stance(), b.stance()
	return Moment{e, Solve(s), sa.lerp(sb, e)}
}

// Retell is the same moment of a way from a to b that is another for limb i alone: its ends stand where they stood, but are told
// in other words.
func (m *Moment) Retell(a, b *Solved, i int) Moment {
	n := *m
	*LimbOf(&n.body.Spec, i) = blendLimb(a, b, i, m.e)
	var told [4]bool
	told[i] = true
	n.body.limbs(told)
	return n
}

func blendLimb(a, b *Solved, i int, e float64) Limb {
	l := lerpLimb(a, b, i, e)
	l.Arc, l.Lag = V{}, 0 // of this way, not of one that is begun here
	return l
}

func lerpLimb(a, b *Solved, i int, e float64) Limb {
	la, lb := LimbOf(&a.Spec, i), LimbOf(&b.Spec, i)
	e -= la.Lag * e * (1 - e)
	switch {
	case la.Mode == Angles && lb.Mode == Angles:
		return lerpAngles(la, lb, e)
	case la.Mode == Target && lb.Mode == Target:
		if la.On != lb.On || la.Part != lb.Part {
			inA, inB := a.worldLimb(i), b.worldLimb(i)
			la, lb = &inA, &inB
		}
		return lerpTarget(a, b, la, lb, i, e)
	}
	// Told in different words: only the turns of the joints can be compared.
	ja, jb := a.joints(i), b.joints(i)
	l := Limb{Mode: Joints, On: World, Toe: lerp(la.Toe, lb.Toe, e)}
	for j := range l.joint {
		l.joint[j] = ja[j].Slerp(jb[j], e)
	}
	return l
}

func lerpAngles(a, b *Limb, e float64) Limb {
	l := *b
	l.Raise, l.Plane = lerp(a.Raise, b.Raise, e), lerp(a.Plane, b.Plane, e)
	l.Flex, l.Abd = lerp(a.Flex, b.Flex, e), lerp(a.Abd, b.Abd, e)
	l.Rot, l.Bend, l.Roll = lerp(a.Rot, b.Rot, e), lerp(a.Bend, b.Bend, e), lerp(a.Roll, b.Roll, e)
	l.End, l.Toe = lerp(a.End, b.End, e), lerp(a.Toe, b.Toe, e)
	return l
}

// arc is how high a limb is carried on its way. What stays where it is stays planted.
func arc(la, lb *Limb, e float64) V {
	if la.At == lb.At {
		return V{}
	}
	return la.Arc.Add(V{0, lb.Lift, 0}).Mul(4 * e * (1 - e))
}

// lerpTarget moves the target of limb i within one frame. What only one of the two keys says is taken from the other's bones.
func lerpTarget(a, b *Solved, la, lb *Limb, i int, e float64) Limb {
	l := *lb
	l.At = la.At.Lerp(lb.At, e).Add(arc(la, lb, e))
	l.End, l.Toe = lerp(la.End, lb.End, e), lerp(la.Toe, lb.Toe, e)
	if la.Pole != lb.Pole {
		l.Pole = slerpDir(a.givenPole(la, i), b.givenPole(lb, i), e)
	}
	if !la.hasOri && !lb.hasOri {
		if la.Point == lb.Point && la.Face == lb.Face {
			return l
		}
		if la.Point == (V{}) && lb.Point == (V{}) && la.Face != (V{}) && lb.Face != (V{}) {
			l.Face = slerpDir(la.Face.Unit(), lb.Face.Unit(), e)
			return l
		}
	}
	l.hasOri, l.ori = true, a.ori(i, la.On).Slerp(b.ori(i, lb.On), e)
	return l
}

// givenPole is the pole of limb i as l tells it, in the frame its target is in; if it does not, what came of it.
func (k *Solved) givenPole(l *Limb, i int) V {
	if l.Pole != (V{}) {
		return l.Pole.Unit()
	}
	return k.Bones.Frame(l.On).R.Local(k.pole(i)).Side(Side(i & 1).Sign())
}

// ori is how the hand or foot of limb i is turned in the frame of bone on, told for the right side.
func (k *Solved) ori(i int, on Bone) M {
	_, first, side := chain(i)
	return sideM(k.Bones.Frame(on).R.To(k.Bones[first+2].R), side)
}

// pole is where the middle joint of limb i goes, in the world, taken from its hinge: it has one when it is straight too.
func (k *Solved) pole(i int) V {
	_, first, _ := chain(i)
	u := k.Bones[first+2].P.Sub(k.Bones[first].P).Unit()
	z := k.Bones[first].R.Z
	if i < 2 {
		return u.Cross(z).across(u, V{0, -1, 0})
	}
	return z.Cross(u).across(u, V{1, 0, 0})
}

// Respecify tells limb i anew without moving it: by the turns of its joints, or by where its end is in the world. Blend goes between
// what was told, and one way may whip where the other is calm.
func (k *Solved) Respecify(i int, m Mode) {
	l := k.worldLimb(i)
	if m != Target {
		l = Limb{Mode: Joints, On: World, Toe: l.Toe, Lag: l.Lag, joint: k.joints(i)}
	}
	*LimbOf(&k.Spec, i) = l
}

// worldLimb is limb i told as a target of its wrist or ankle in the world.
func (k *Solved) worldLimb(i int) Limb {
	_, first, side := chain(i)
	l := LimbOf(&k.Spec, i)
	return Limb{
		Mode: Target, On: World, Part: Root, At: k.Bones[first+2].P.Side(side.Sign()), Pole: k.pole(i).Side(side.Sign()),
		hasOri: true, ori: k.ori(i, World), Toe: l.Toe, Lift: l.Lift, Arc: l.Arc, Lag: l.Lag,
	}
}

// joints are the turns of limb i's joints, told for the right side.
func (k *Solved) joints(i int) [3]M {
	trunk, first, side := chain(i)
	b := &k.Bones
	return [3]M{
		sideM(b[trunk].R.To(b[first].R), side),
		sideM(b[first].R.To(b[first+1].R), side),
		sideM(b[first+1].R.To(b[first+2].R), side),
	}
}
