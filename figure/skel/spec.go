package skel

// Bend is how one region of the spine is bent, in degrees: forward, to the figure's right, turned to its right.
type Bend struct{ Flex, Side, Twist float64 }

func (b Bend) lerp(c Bend, t float64) Bend {
	return Bend{lerp(b.Flex, c.Flex, t), lerp(b.Side, c.Side, t), lerp(b.Twist, c.Twist, t)}
}

func (b Bend) mirror() Bend { return Bend{b.Flex, -b.Side, -b.Twist} }

func lerp(a, b, t float64) float64 { return a + (b-a)*t }

// Shrug is how a shoulder is lifted and drawn back beyond what the arm takes along, in degrees of the collar bone.
type Shrug struct{ Up, Back float64 }

// Mode is what a limb is told.
type Mode int8

// The modes. Joints comes only out of Blend.
const (
	Angles Mode = iota // the angles of its joints
	Target             // where its end is
	Joints             // the turn of each joint
)

// End is the point of a hand or foot that a target means.
type End int8

// The ends. Root is the wrist or the ankle joint.
const (
	Root End = iota
	Palm
	Fingers
	Sole
	Ball
	Heel
)

// Limb is what an arm or a leg is told. Directions of length 0 are unset.
type Limb struct {
	Mode Mode

	// Angles, in degrees. An arm is raised by Raise in the plane Plane (0 outwards, 90 forwards) of the chest; a leg
	// by Flex and Abd. Rot turns outwards. Bend is the elbow's or the knee's. Roll turns the palm backwards (pronates).
	// End bends the wrist backwards or the ankle upwards; Toe bends the toes upwards.
	Raise, Plane, Flex, Abd, Rot, Bend, Roll, End, Toe float64

	// Target: in the frame of bone On, Part is to be At. Pole is where the knee or elbow is sent, Point where fingers or
	// toes go, Face where palm or sole looks. Lift is how high the end rises on its way from the key before, Arc how far it goes
	// out of the straight line there, and Lag by how much it goes first (below 0) or last, from -1 to 1.
	On                    Bone
	Part                  End
	At, Pole, Point, Face V
	Lift                  float64
	Arc                   V
	Lag                   float64
	hasOri                bool
	ori                   M // all of the hand's or foot's orientation in frame On, of the right side

	joint [3]M // the turn of each joint, from the trunk outwards
}

// Spec is a posture as told: what Solve turns into bones.
type Spec struct {
	At       V // the pelvis
	Turn     M // its turn from standing
	Lumbar   Bend
	Thoracic Bend
	Neck     Bend
	Girdle   [2]Shrug // right, left
	Arm, Leg [2]Limb  // right, left
}

// PelvisTurn is the turn of a pelvis pitched forward (90 is prone, −90 supine), yawed, rolled and spun about its own
// long axis with the front going to the right, in degrees.
func PelvisTurn(pitch, yaw, roll, spin float64) M {
	return Ry(yaw).Then(Rz(-pitch)).Then(Rx(roll)).Then(Ry(-spin))
}

// Mirror is the posture seen in a mirror: right is left.
func (s Spec) Mirror() Spec {
	s.At.Z = -s.At.Z
	s.Turn = s.Turn.Mirror()
	s.Lumbar, s.Thoracic, s.Neck = s.Lumbar.mirror(), s.Thoracic.mirror(), s.Neck.mirror()
	s.Girdle[0], s.Girdle[1] = s.Girdle[1], s.Girdle[0]
	s.Arm[0], s.Arm[1] = s.Arm[1], s.Arm[0]
	s.Leg[0], s.Leg[1] = s.Leg[1], s.Leg[0]
	for _, l := range [...]*Limb{&s.Arm[0], &s.Arm[1], &s.Leg[0], &s.Leg[1]} {
		l.On = l.On.Mirror()
	}
	return s
}

// offset is where the point Part is in the frame of the right hand or foot.
func (e End) offset() V {
	return [...]V{
		Root: {}, Palm: {0, -.045, -.0135}, Fingers: {0, -.099, 0},
		Sole: {0, -AnkleUp, 0}, Ball: {ToeFwd, -AnkleUp, 0}, Heel: {-.018, -AnkleUp, 0},
	}[e]
}

// sideM is a rotation of the right side's frame as the same on side s.
func sideM(m M, s Side) M {
	if s == Left {
		return m.Mirror()
	}
	return m
}
