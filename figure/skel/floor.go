package skel

import "math"

// ball is a lump of flesh that must stay above the floor: radius in H, in a bone's frame.
type ball struct {
	bone Bone
	at   V
	r    float64
}

// bulk is what raises the pelvis when it would go into the floor: trunk, head, hips, knees.
func bulk() [15]ball {
	return [15]ball{
		{Pelvis, V{-.004, .002, 0}, .0625},
		{L2, V{.020, 0, 0}, .0525},
		{T1, V{.027, .002, 0}, .0555},
		{T2, V{.035, .002, 0}, .0625},
		{T3, V{.036, -.006, 0}, .0610},
		{Head, V{-.0047, .0432, 0}, .0589},
		{Head, V{.0117, .0420, 0}, .0578},
		{ThighR, V{}, .054},
		{ThighL, V{}, .054},
		{ShankR, V{}, .0345},
		{ShankL, V{}, .0345},
		{Pelvis, V{-.013, -.004, .042}, .0525},
		{Pelvis, V{-.013, -.004, -.042}, .0525},
		{ClavicleR, V{-.026, -.006, .090}, .031},
		{ClavicleL, V{-.026, -.006, -.090}, .031},
	}
}

// low is the height of the lowest part of the bulk.
func (k *Solved) low() float64 {
	low := 1e9
	for _, b := range bulk() {
		x := &k.Bones[b.bone]
		low = min(low, x.P.Y+x.R.X.Y*b.at.X+x.R.Y.Y*b.at.Y+x.R.Z.Y*b.at.Z-b.r)
	}
	return low
}

// stance is how the body of a posture stands to the floor: how low each hand and foot is, each elbow, and its bulk.
type stance [7]float64

// Where what stands in a stance: the tips come first, in the order of LimbOf.
const (
	elbows = 4
	middle = 6
)

func (k *Solved) stance() stance {
	return stance{k.tip(0), k.tip(1), k.tip(2), k.tip(3), k.elbow(0), k.elbow(1), k.low()}
}

// lerp goes from a to b.
func (a stance) lerp(b stance, t float64) stance {
	for i := range a {
		a[i] = lerp(a[i], b[i], t)
	}
	return a
}

// tip is how low the hand or foot of limb i is: both are wider than they are thick.
func (k *Solved) tip(i int) float64 {
	_, first, _ := chain(i)
	h := &k.Bones[first+2]
	if i < 2 {
		wide := broad(1.9, h.R.X.Y)
		return min(h.P.Y-.0135*wide, h.At(V{0, -.058, 0}).Y-.014*wide, h.At(V{0, -.099, 0}).Y-.009*wide, h.At(V{.032, -.054, 0}).Y-.008)
	}
	t := &k.Bones[first+3]
	return min(
		h.At(V{-.018, -.021, 0}).Y-.018, h.At(V{-.006, -.017, 0}).Y-.0205*broad(1.4, h.R.Z.Y), h.At(V{.072, -.0265, 0}).Y-.0125*broad(1.4, h.R.Z.Y),
		t.At(V{.034, -.002, 0}).Y-.010*broad(2, t.R.Z.Y),
	)
}

// broad is how much farther down a cross-section goes that is so much wider along an axis which points up by up.
func broad(wider, up float64) float64 { return math.Sqrt(1 + (wider*wider-1)*up*up) }

// elbow is how low the elbow of arm i is.
func (k *Solved) elbow(i int) float64 { return k.Bones[ForearmR.On(Side(i))].P.Y - elbowUp }

// slack is how deep an in-between may sink beyond what its keys do: less than anyone can see.
const slack = .002

// Body is the posture, kept on the floor, as far as the ends of the way are.
//
// While the bulk is deeper in the floor than theirs, the pelvis is raised by the depth: the straight way of the hips
// becomes the natural arc about the knees. Then hands and feet that would still dip are told to stay above.
func (m *Moment) Body() Solved {
	k := m.body
	for range 6 {
		deep := min(0, m.ends[middle]) - slack - k.low()
		if deep <= 0 {
			break
		}
		k.Spec.At.Y += deep + 1e-4
		k.placeSpine()
		k.limbs([4]bool{true, true, true, true})
	}
	k.raiseTips(m.ends)
	return k
}

// raiseTips lifts hands and feet that are deeper in the floor than those of the keys. Elbows that are need only be told by where
// the hand is: an arm that reaches keeps them up by itself.
func (k *Solved) raiseTips(ends stance) {
	var raised [4]bool
	for i := range 4 {
		low := k.tip(i) - min(0, ends[i]) + slack
		if low >= 0 && (i > 1 || k.elbow(i) >= min(0, ends[elbows+i])-slack) {
			continue
		}
		l := k.worldLimb(i)
		l.At.Y -= min(0, low)
		*LimbOf(&k.Spec, i) = l
		raised[i] = true
	}
	k.limbs(raised)
}
