package skel

import (
	"math"
	"math/rand/v2"
	"testing"
)

func stand() Spec {
	s := Spec{At: V{0, .53, 0}, Turn: Identity()}
	for i := range 2 {
		s.Arm[i] = Limb{On: World}
		s.Leg[i] = Limb{Mode: Target, On: World, Part: Sole, At: V{0, 0, .055}, Point: V{1, 0, 0}, Face: V{0, -1, 0}}
	}
	return s
}

func near(t *testing.T, what string, got, want V, by float64) {
	t.Helper()
	if got.Sub(want).Len() > by {
		t.Errorf("%s at %.4f, want %.4f", what, got, want)
	}
}

// Quiet standing is where the tables of body measures put the joints, and every frame is the identity.
func TestSolve_Standing(t *testing.T) {
	s := stand()
	s.Leg = [2]Limb{{On: World}, {On: World}}
	k := Solve(s)
	near(t, "chest", k.Bones[T3].P, V{-.036, .795, 0}, 1e-9)
	near(t, "head", k.Bones[Head].P, V{-.004, .910, 0}, 1e-9)
	near(t, "right shoulder", k.Bones[UArmR].P, V{-.022, .818, .105}, 1e-3)
	near(t, "left ankle", k.Bones[FootL].P, V{0, .039, -.050}, 1e-9)
	for b := range Bone(Bones) {
		if a := k.Bones[b].R.Angle(); a > 1e-5 && b != ClavicleR && b != ClavicleL {
			t.Errorf("%s is turned by %.3f°", b.Name(), a)
		}
	}
}

func TestSolve_TargetsAreReached(t *testing.T) {
	s := stand()
	s.Arm[Left] = Limb{Mode: Target, On: World, Part: Palm, At: V{.2, .9, .15}, Face: V{1, 0, 0}}
	k := Solve(s)
	for i, short := range k.Short {
		if short > .001 {
			t.Errorf("limb %d misses its target by %.4f", i, short)
		}
	}
	h := k.Bones[HandL]
	near(t, "left palm", h.At(Palm.offset().Side(-1)), V{.2, .9, -.15}, .001)
	if face := h.R.Z.Dot(V{1, 0, 0}); face < .99 { // the left palm looks along +z
		t.Errorf("the palm looks elsewhere: %.3f", face)
	}
}

// Bones keep their lengths whatever is asked, and the mirror is exact.
func TestSolve_LengthsAndMirror(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	u := func(a float64) float64 { return (r.Float64()*2 - 1) * a }
	for range 500 {
		s := stand()
		s.Turn = PelvisTurn(u(180), u(180), u(40), u(90))
		s.Lumbar, s.Neck = Bend{u(60), u(30), u(20)}, Bend{u(60), u(40), u(80)}
		for i := range 2 {
			s.Arm[i] = Limb{Mode: Target, On: World, Part: Palm, At: V{u(1), u(1), u(1)}, Pole: V{u(1), u(1), u(1)}, Face: V{u(1), u(1), u(1)}}
			s.Leg[i].At = V{u(1), u(1), u(1)}
		}
		s.Arm[Left] = Limb{Raise: u(180), Plane: u(90), Rot: u(90), Bend: u(150), Roll: u(90), End: u(60), On: World}
		k, m := Solve(s), Solve(s.Mirror())
		for _, l := range [...]struct {
			a, b Bone
			l    float64
		}{{UArmR, ForearmR, UArmLen}, {ForearmR, HandR, ForearmLen}, {ThighR, ShankR, ThighLen}, {ShankR, FootR, ShankLen}} {
			for side := range Side(2) {
				if got := k.Bones[l.a.On(side)].P.Sub(k.Bones[l.b.On(side)].P).Len(); math.Abs(got-l.l) > 1e-9 {
					t.Fatalf("%s is %.6f long, want %.6f", l.a.Name(), got, l.l)
				}
			}
		}
		for b := range Bone(Bones) {
			if gap := m.Bones[b.Mirror()].P.Side(-1).Sub(k.Bones[b].P).Len(); gap > 1e-9 {
				t.Fatalf("%s is %.2g off in the mirror", b.Name(), gap)
			}
		}
	}
}

// A hand that is in one place in both postures stays there on the whole way.
func TestBlend_KeepsContacts(t *testing.T) {
	a, b := stand(), stand()
	b.At, b.Turn = V{-.05, .45, .02}, PelvisTurn(40, 0, 0, 0)
	b.Leg[0].Pole = V{1, 0, .5}
	ka, kb := Solve(a), Solve(b)
	for n := range 21 {
		k := Blend(&ka, &kb, Ease(float64(n)/20))
		near(t, "right ankle", k.Bones[FootR].P, ka.Bones[FootR].P, .002)
	}
}

func TestBlend_EndsWhereItShould(t *testing.T) {
	a, b := stand(), stand()
	b.Arm[0] = Limb{Mode: Target, On: Head, Part: Palm, At: V{0, .06, .04}, Face: V{0, -1, 0}}
	ka, kb := Solve(a), Solve(b)
	for _, e := range []float64{1e-6, 1 - 1e-6} {
		k := Blend(&ka, &kb, e)
		want := ka
		if e > .5 {
			want = kb
		}
		near(t, "right hand", k.Bones[HandR].P, want.Bones[HandR].P, .001)
	}
}

func TestSlerp_MeetsItsEnds(t *testing.T) {
	a, b := PelvisTurn(80, 20, 10, 0), PelvisTurn(-90, 0, 0, 90)
	for _, c := range []struct {
		t    float64
		want M
	}{{0, a}, {1, b}} {
		if off := a.Slerp(b, c.t).To(c.want).Angle(); off > 1e-4 {
			t.Errorf("at %g it is %.4f° off", c.t, off)
		}
	}
}

func TestLiftElbow_StaysOnTheMat(t *testing.T) {
	s := stand()
	s.At, s.Turn = V{0, .062, 0}, PelvisTurn(90, 0, 0, 0)
	s.Thoracic, s.Lumbar = Bend{Flex: -18}, Bend{Flex: -26}
	s.Arm[0] = Limb{Mode: Target, On: World, Part: Palm, At: V{.42, 0, .12}, Face: V{0, -1, 0}, Pole: V{-1, -2, 0}.Unit()}
	k := Solve(s)
	if y := k.Bones[ForearmR].P.Y; math.Abs(y-elbowUp) > .002 {
		t.Errorf("the elbow is at %.4f, want %.4f", y, elbowUp)
	}
}

// A limb that is told anew, by joints or by its end, does not move.
func TestRespecify_LeavesTheLimbWhereItIs(t *testing.T) {
	s := stand()
	s.Arm = [2]Limb{{Raise: 20, Bend: 40, On: World}, {Raise: 70, Plane: 40, Rot: 10, Bend: 60, Roll: 20, End: 10, On: World}}
	s.Leg[Right] = Limb{Flex: 60, Abd: 10, Bend: 50, End: 5, Toe: 12, On: World}
	was := Solve(s)
	for _, m := range []Mode{Joints, Target} {
		for i := range 4 {
			k := was
			k.Respecify(i, m)
			if LimbOf(&k.Spec, i).Mode != m {
				t.Errorf("limb %d is not told by mode %d", i, m)
			}
			k = Solve(k.Spec)
			_, first, _ := chain(i)
			for b := first; b <= first+2; b++ {
				near(t, b.Name(), k.Bones[b].P, was.Bones[b].P, .002)
				if off := k.Bones[b].R.To(was.Bones[b].R).Angle(); off > 1.5 {
					t.Errorf("limb %d by mode %d: %s is turned by %.2f°", i, m, b.Name(), off)
				}
			}
		}
	}
}

// Every way to say where a foot or a hand is and where it looks comes out so.
func TestSolve_HandsAndFeetLookWhereTheyAreTold(t *testing.T) {
	for _, c := range []struct {
		name        string
		point, face V
	}{{"both", V{X: 1}, V{Y: -1}}, {"point", V{X: 1, Y: -.2}.Unit(), V{}}, {"face", V{}, V{Y: -1}}, {"neither", V{}, V{}}} {
		for part := range Heel + 1 {
			s := stand()
			s.Leg[0] = Limb{Mode: Target, On: World, Part: Root, At: V{.15, .15, .06}, Point: c.point, Face: c.face}
			s.Arm[0] = Limb{Mode: Target, On: World, Part: Root, At: V{.25, .75, .12}, Point: c.point, Face: c.face}
			if part <= Fingers {
				s.Arm[0].Part = part
			} else {
				s.Leg[0].Part = part
			}
			k := Solve(s)
			if k.Short[0] > .003 || k.Short[2] > .003 {
				t.Errorf("%s, part %d: short by %.3f", c.name, part, k.Short)
			}
			foot, hand := k.Bones[FootR].R, k.Bones[HandR].R
			if c.point != (V{}) && (foot.X.Dot(c.point) < .999 || c.face == (V{}) && hand.Y.Mul(-1).Dot(c.point) < .999) {
				t.Errorf("%s: toes %.2f, fingers %.2f", c.name, foot.X, hand.Y.Mul(-1))
			}
			if c.face != (V{}) && (hand.Z.Mul(-1).Dot(c.face) < .999 || foot.Y.Mul(-1).Dot(c.face) < .95) {
				t.Errorf("%s: sole %.2f, palm %.2f", c.name, foot.Y.Mul(-1), hand.Z.Mul(-1))
			}
		}
	}
}

// On its way the body goes neither into the floor nor, with a hand or an elbow, below it.
func TestBlend_StaysAboveTheFloor(t *testing.T) {
	prone, kneel := stand(), stand()
	prone.At, prone.Turn = V{0, .064, 0}, PelvisTurn(90, 0, 0, 0)
	kneel.At, kneel.Turn = V{-.2, .28, 0}, PelvisTurn(75, 0, 0, 0)
	for i := range 2 {
		prone.Leg[i] = Limb{On: World, End: -60}
		kneel.Leg[i] = Limb{Flex: 75, Bend: 90, End: -60, On: World}
		prone.Arm[i] = Limb{Raise: 30, Plane: 0, On: World}
		kneel.Arm[i] = Limb{Mode: Target, On: World, Part: Palm, At: V{.15, 0, .105}, Face: V{0, -1, 0}}
	}
	a, b := Solve(prone), Solve(kneel)
	ends := [2]stance{a.stance(), b.stance()}
	for n := range 20 {
		k := Blend(&a, &b, float64(n)/20)
		for i, up := range k.stance() {
			sink := .02
			if i == middle {
				sink = .006
			}
			if least := min(0, ends[0][i], ends[1][i]); up < least-sink {
				t.Errorf("at %d/20 %d is %.3f low, at the ends %.3f", n, i, up, least)
			}
		}
	}
}

// A moment of a way is the same, told anew for one limb, as that of the way that is told so from its ends: where other limbs hang
// on that one, where the floor is in the way, and where it is not.
func TestMoment_RetellsOneLimb(t *testing.T) {
	lie, sit := stand(), stand()
	lie.At, lie.Turn = V{0, .064, 0}, PelvisTurn(-90, 0, 0, 0)
	sit.At, sit.Turn, sit.Lumbar = V{.1, .07, 0}, PelvisTurn(10, 20, 0, 0), Bend{Flex: 20}
	for i, s := range []*Spec{&lie, &sit} {
		s.Leg[Left] = Limb{Flex: 60 + 30*float64(i), Bend: 80, On: World}
		s.Leg[Right] = Limb{Mode: Target, On: ThighL, Part: Root, At: V{.05, -.2, .03}}
		s.Arm[Right] = Limb{Mode: Target, On: ShankR, Part: Palm, At: V{.04, -.1, 0}, Face: V{-1, 0, 0}}
		s.Arm[Left] = Limb{Mode: Target, On: HandR, Part: Palm, At: V{0, -.05, .02}, Face: V{0, 0, -1}}
	}
	a, b := Solve(lie), Solve(sit)
	for n := 1; n < 20; n++ {
		m := NewMoment(&a, &b, float64(n)/20)
		for i := range 4 {
			for _, mode := range []Mode{Joints, Target} {
				from, to := a, b
				from.Respecify(i, mode)
				to.Respecify(i, mode)
				LimbOf(&from.Spec, i).Lag, LimbOf(&from.Spec, i).Arc = .7, V{0, .1, 0}
				got, want := m.Retell(&from, &to, i), NewMoment(&from, &to, float64(n)/20)
				if got.Body() != want.Body() {
					t.Errorf("at %d/20, limb %d by mode %d is not what its way is", n, i, mode)
				}
			}
		}
	}
}

func TestXform_ThereAndBack(t *testing.T) {
	x := Xform{V{.1, .2, .3}, PelvisTurn(30, 40, 50, 60)}
	near(t, "a point", x.Local(x.At(V{.5, .6, .7})), V{.5, .6, .7}, 1e-12)
	if a := Ry(35).TwistY(); math.Abs(a-35) > 1e-9 {
		t.Errorf("a turn of 35° is one of %g", a)
	}
	if cm := Centimetres(-.1); cm != 17 {
		t.Errorf("a tenth of the stature is %g cm", cm)
	}
}
