package check

import (
	"fmt"
	"math"

	"catcow/figure/skel"
)

// span is a range of degrees.
type span struct{ lo, hi float64 }

// checkJoints checks every joint against published ranges of movement. The published values are those of active movement, measured
// joint by joint, and are given here as they are commonly quoted from the works named; end positions in yoga are held by the
// checkFloor or a hand, so a margin is added, ours, and said. None of this was reviewed by a clinician.
func (c *checker) checkJoints(k *skel.Solved, key, where string) {
	limit := func(joint, movement string, deg float64, s span) {
		slack := 2 + 8*c.way
		by := max(s.lo-deg, deg-s.hi)
		if by > slack {
			c.note("rom", key, joint+movement, by, "%s: %s of %.0f° is beyond %.0f to %.0f %s", joint, movement, deg, s.lo, s.hi, where)
		}
	}
	// Spine: AMA Guides to the Evaluation of Permanent Impairment, lumbar flexion 60, extension 25, side 25; cervical
	// flexion 50, extension 60, side 45, rotation 80. Thoracic: White & Panjabi 1990, summed over the segments and
	// rounded. Lumbar rotation: White & Panjabi, about 2° a segment, with a margin.
	bend := func(name string, b skel.Bend, flex, side, twist span) {
		limit(name, "flexion", b.Flex, flex)
		limit(name, "side bend", b.Side, side)
		limit(name, "rotation", b.Twist, twist)
	}
	bend("lower back", k.Spec.Lumbar, span{-30, 62}, span{-28, 28}, span{-16, 16})
	bend("upper back", k.Spec.Thoracic, span{-25, 42}, span{-28, 28}, span{-42, 42})
	bend("neck", k.Spec.Neck, span{-62, 55}, span{-45, 45}, span{-80, 80})
	for s := range skel.Side(2) {
		side := [2]string{"right ", "left "}[s]
		legROM(&k.Bones, s, side, limit)
		armROM(&k.Bones, s, side, limit)
	}
}

// legROM: American Academy of Orthopaedic Surgeons, Joint Motion, 1965: hip flexion 120, extension 30, abduction 45,
// adduction 30, rotation 45 each way; knee 135; ankle 20 up, 50 down. Margins: a hip held by a hand or a bent spine 140;
// kneeling knees 155; a foot under load 38 up, a foot lying on its top 72 down. When the hip is flexed, external rotation
// grows with abduction (figure four): ranges of one axis at a time fail there.
func legROM(b *skel.Skeleton, s skel.Side, side string, limit func(string, string, float64, span)) {
	sign := s.Sign()
	hip := b[skel.Pelvis].R.To(b[skel.ThighR.On(s)].R)
	d := hip.Y.Mul(-1)
	abd := math.Asin(max(-1, min(1, sign*d.Z))) / skel.Degree
	flex := math.Atan2(d.X, -d.Y) / skel.Degree
	turned := skel.Rx(sign * abd).Then(skel.Rz(-flex)).Then(hip)
	rot := sign * math.Atan2(turned.X.Z, turned.X.X) / skel.Degree
	out, in := 50., -50.
	if flex > 40 {
		out = 60 + .8*max(0, abd)
	}
	limit(side+"hip", "flexion", flex, span{-32, 142})
	limit(side+"hip", "abduction", abd, span{-36, 55})
	limit(side+"hip", "external rotation", rot, span{in, out})

	knee := b[skel.ThighR.On(s)].R.To(b[skel.ShankR.On(s)].R)
	limit(side+"knee", "flexion", -math.Atan2(knee.X.Y, knee.X.X)/skel.Degree, span{-6, 157})

	foot := b[skel.ShankR.On(s)].R.To(b[skel.FootR.On(s)].R)
	limit(side+"ankle", "flexion upwards", math.Atan2(foot.X.Y, foot.X.X)/skel.Degree, span{-72, 38})
	tilt := math.Asin(max(-1, min(1, foot.Y.Z))) / skel.Degree
	limit(side+"ankle", "tilt", tilt, span{-35, 35})
}

// armROM: the same source: shoulder 180 forwards and outwards, 60 backwards; elbow 150; forearm 80 each way; wrist 80
// flexion, 70 extension, 20 and 30 sideways. Margins: the collar bone's share is in the shoulder's range; a hand under
// load bends back 95; the forearm's turn takes up what is left of the upper arm's, so 100.
func armROM(b *skel.Skeleton, s skel.Side, side string, limit func(string, string, float64, span)) {
	sign := s.Sign()
	up := b[skel.T3].R.To(b[skel.UArmR.On(s)].R)
	d := up.Y.Mul(-1)
	raise := math.Acos(max(-1, min(1, -d.Y))) / skel.Degree
	plane := math.Atan2(d.X, sign*d.Z) / skel.Degree
	if raise > 12 && raise < 160 {
		limit(side+"shoulder", fmt.Sprintf("raise in plane %.0f", plane), raise, span{0, mostRaise(plane)})
	}
	elbow := b[skel.UArmR.On(s)].R.To(b[skel.ForearmR.On(s)].R)
	limit(side+"elbow", "flexion", math.Atan2(elbow.X.Y, elbow.X.X)/skel.Degree, span{-10, 155})

	hand := b[skel.ForearmR.On(s)].R.To(b[skel.HandR.On(s)].R)
	roll := hand.TwistY()
	limit(side+"forearm", "rotation", sign*roll, span{-100, 100})
	point := skel.Ry(-roll).Then(hand).Y.Mul(-1)
	limit(side+"wrist", "extension", math.Atan2(sign*point.Z, -point.Y)/skel.Degree, span{-85, 96})
	limit(side+"wrist", "sideways bend", math.Asin(max(-1, min(1, point.X)))/skel.Degree, span{-40, 40})
}

// mostRaise is how far an arm goes up in a plane: 0 is outwards, 90 forwards, −90 backwards, beyond 90 across the body.
func mostRaise(plane float64) float64 {
	switch {
	case plane < -90 || plane > 160:
		return 60
	case plane < -20:
		return 65 + (plane+90)*(120-65)/70
	case plane < 0:
		return 185
	case plane > 140:
		return 130
	}
	return 185
}
