package skel

import "math"

// How much of a limb's length its last bit of reach is spread over: legs have next to none, because a leg shortened by
// half a per cent moves its knee sideways by 5 % of H.
const (
	softArm = .006
	softLeg = .0004
)

// elbowUp is how high the elbow joint stays above the floor: its flesh then rests exactly on the mat.
const elbowUp = .0235

// reach is how far a limb of length l gets towards a target at distance d: all the way, and then ever less.
func reach(d, l, soft float64) float64 {
	free := l * (1 - soft)
	if d <= free {
		return d
	}
	return free + soft*l*(1-math.Exp(-(d-free)/(soft*l)))
}

// twoBone bends a limb of bones a and b from root towards target. pole is where the joint between them is sent. It gives
// the joint, the end, and the limb's direction and pole at right angles, both of length 1.
func twoBone(root, target, pole, spare V, a, b, soft float64) (mid, end, u, p V) {
	d := target.Sub(root)
	u = d.Unit()
	if u == (V{}) {
		u = V{0, -1, 0}
	}
	dist := max(reach(d.Len(), a+b, soft), math.Abs(a-b)+1e-4)
	along := (dist*dist + a*a - b*b) / (2 * dist)
	out := math.Sqrt(max(0, a*a-along*along))
	p = pole.across(u, spare)
	return root.Add(u.Mul(along)).Add(p.Mul(out)), root.Add(u.Mul(dist)), u, p
}

// liftElbow turns the pole about the line from shoulder to hand by no more than it takes to keep the elbow off the floor.
func liftElbow(root, mid, u, p V) (lifted, pole V) {
	if mid.Y >= elbowUp {
		return mid, p
	}
	rel := mid.Sub(root)
	along := rel.Dot(u)
	out := rel.Sub(u.Mul(along)).Len()
	q := u.Cross(p)
	amp := math.Hypot(p.Y, q.Y)
	if out < 1e-6 || amp < 1e-6 {
		return mid, p
	}
	// Height over the turn f is base + out·(p.Y cos f + q.Y sin f); the smaller of the two solutions is taken.
	top := math.Atan2(q.Y, p.Y)
	c := (elbowUp - root.Y - u.Y*along) / (out * amp)
	// A straight arm has no elbow to turn: the nearer it is to straight, the less is done.
	f := top
	if c < 1 {
		w := math.Acos(max(-1, c))
		f = wrap(top - w)
		if g := wrap(top + w); math.Abs(g) < math.Abs(f) {
			f = g
		}
	}
	f *= smoothstep(.002, .012, out)
	p = p.Mul(math.Cos(f)).Add(q.Mul(math.Sin(f)))
	return root.Add(u.Mul(along)).Add(p.Mul(out)), p
}

func wrap(a float64) float64 { return math.Remainder(a, 2*math.Pi) }

// along is the frame of a bone that goes from root to tip with its hinge along z.
func along(root, tip, z V) Xform {
	y := root.Sub(tip).Unit()
	z = z.across(y, V{0, 0, 1})
	return Xform{root, M{y.Cross(z), y, z}}
}

// aim is what a limb is told, in the world: where its end is to be, where its middle joint is sent, else spare.
func (k *Solved) aim(l *Limb, s float64, spare V) (frame M, target, pole V) {
	x := k.Bones.Frame(l.On)
	pole = spare
	if l.Pole != (V{}) {
		pole = x.R.Apply(l.Pole.Side(s))
	}
	return x.R, x.At(l.At.Side(s)), pole
}

// armTo bends an arm towards its target and gives how far it misses it. The hand's place depends on the forearm when the
// fingers go on from it, and the shoulder on the upper arm; a few passes settle both.
func (k *Solved) armTo(l *Limb, side Side) float64 {
	s := side.Sign()
	spare := k.Bones[T3].R.Apply(V{-.6, -.7, .5 * s})
	frame, target, pole := k.aim(l, s, spare)
	offset := l.Part.offset().Side(s)
	root := k.girdle(side, target.Sub(k.Bones[T3].P).Unit())
	up, fore, hand := &k.Bones[UArmR.On(side)], &k.Bones[ForearmR.On(side)], &k.Bones[HandR.On(side)]
	wrist := target
	bend := func() {
		mid, end, u, p := twoBone(root, wrist, pole, spare, UArmLen, ForearmLen, softArm)
		mid, p = liftElbow(root, mid, u, p)
		hinge := p.Cross(u)
		*up, *fore = along(root, mid, hinge), along(mid, end, hinge)
		*hand = Xform{end, k.handTurn(l, side, frame, *fore)}
	}
	for range 3 {
		for range 5 {
			bend()
			before := wrist
			wrist = target.Sub(hand.R.Apply(offset))
			if moved := wrist.Sub(before); moved.Dot(moved) < 1e-14 {
				break
			}
		}
		root = k.girdle(side, up.R.Y.Mul(-1))
	}
	bend()
	return hand.At(offset).Sub(target).Len()
}

// handTurn is how the hand is turned: as told, or with the palm as told and the fingers going on from the forearm.
func (k *Solved) handTurn(l *Limb, side Side, frame M, fore Xform) M {
	s := side.Sign()
	if l.hasOri {
		return frame.Then(sideM(l.ori, side))
	}
	point := fore.R.Y.Mul(-1)
	if l.Point != (V{}) {
		point = frame.Apply(l.Point.Side(s)).Unit()
	}
	if l.Face == (V{}) {
		if l.Point == (V{}) {
			return fore.R
		}
		y := point.Mul(-1)
		z := fore.R.Z.across(y, fore.R.X)
		return M{y.Cross(z), y, z}
	}
	// The palm looks along −z on the right hand. What it lies on matters more than where the fingers go.
	z := frame.Apply(l.Face.Side(s)).Unit().Mul(-s)
	y := point.Mul(-1).across(z, fore.R.X.Mul(-1))
	return M{y.Cross(z), y, z}
}

// legTo bends a leg towards its target and gives how far it misses it.
func (k *Solved) legTo(l *Limb, side Side) float64 {
	s := side.Sign()
	root := k.hip(side)
	spare := k.Bones[Pelvis].R.Apply(V{1, .15, .08 * s})
	frame, target, pole := k.aim(l, s, spare)
	offset := l.Part.offset()
	thigh, shank, foot := &k.Bones[ThighR.On(side)], &k.Bones[ShankR.On(side)], &k.Bones[FootR.On(side)]
	ankle := target
	for range 6 {
		mid, end, u, p := twoBone(root, ankle, pole, spare, ThighLen, ShankLen, softLeg)
		hinge := u.Cross(p)
		*thigh, *shank = along(root, mid, hinge), along(mid, end, hinge)
		*foot = Xform{end, k.footTurn(l, side, frame, *shank)}
		before := ankle
		ankle = target.Sub(foot.R.Apply(offset))
		if moved := ankle.Sub(before); moved.Dot(moved) < 1e-14 {
			break
		}
	}
	return foot.At(offset).Sub(target).Len()
}

// footTurn is how the foot is turned. Where the toes go matters more than where the sole looks: a foot resting on its
// top cannot be flat.
func (k *Solved) footTurn(l *Limb, side Side, frame M, shank Xform) M {
	s := side.Sign()
	if l.hasOri {
		return frame.Then(sideM(l.ori, side))
	}
	if l.Point == (V{}) && l.Face == (V{}) {
		return shank.R.Then(Rz(l.End))
	}
	up := shank.R.Y
	if l.Face != (V{}) {
		up = frame.Apply(l.Face.Side(s)).Unit().Mul(-1)
	}
	if l.Point == (V{}) {
		x := shank.R.X.across(up, shank.R.Y)
		return M{x, up, x.Cross(up)}
	}
	x := frame.Apply(l.Point.Side(s)).Unit()
	y := up.across(x, shank.R.Y)
	return M{x, y, x.Cross(y)}
}
