package flesh

import (
	"strings"

	"catcow/figure/skel"
)

// Region is a place where a stretch or work is felt.
type Region uint8

// point is a place in a bone's frame, of the right side.
type point struct {
	bone skel.Bone
	at   V
}

// Capsule is a glowing stick in a bone's frame: it shines on what is nearer than R.
type Capsule struct {
	Bone skel.Bone
	A, B V
	R    float64
	Dir  V // only where the surface looks this way; zero is everywhere
}

// Muscle is what an author calls a region: where it glows, on which groups, and the straight line of the muscle whose
// lengthening shows that a stretch is one.
type Muscle struct {
	Name   string
	Sided  bool
	Light  Capsule
	Groups uint16 // bit g: group g may glow
	Line   []point
}

func bit(groups ...Group) uint16 {
	var m uint16
	for _, g := range groups {
		m |= 1 << g
	}
	return m
}

// Muscles is every region an author can name, of the right side.
func Muscles() []Muscle {
	return append(trunkMuscles(), append(armMuscles(), legMuscles()...)...)
}

func trunkMuscles() []Muscle {
	back, front := v(-1, 0, 0), v(1, 0, 0)
	trunk := bit(Trunk)
	return []Muscle{
		{"lumbar", false, Capsule{skel.L2, v(-.030, -.040, 0), v(-.030, .065, 0), .085, back}, trunk, []point{
			{skel.Pelvis, v(-.065, .01, 0)}, {skel.L1, v(-.045, .01, 0)}, {skel.L2, v(-.040, 0, 0)}, {skel.T1, v(-.035, .01, 0)},
		}},
		{"upperback", false, Capsule{skel.T2, v(-.030, -.030, 0), v(-.025, .075, 0), .090, back}, trunk, []point{
			{skel.T1, v(-.035, 0, 0)}, {skel.T2, v(-.030, 0, 0)}, {skel.T3, v(-.030, 0, 0)}, {skel.Neck, v(-.035, 0, 0)},
		}},
		{"abdomen", false, Capsule{skel.L2, v(.070, -.050, 0), v(.075, .050, 0), .075, front}, trunk, []point{
			{skel.Pelvis, v(.055, .01, 0)}, {skel.L2, v(.075, 0, 0)}, {skel.T1, v(.085, 0, 0)}, {skel.T2, v(.095, 0, 0)},
		}},
		{"chest", false, Capsule{skel.T3, v(.085, -.020, -.05), v(.085, -.020, .05), .070, front}, trunk, []point{
			{skel.UArmR, v(.02, -.05, 0)}, {skel.T3, v(.09, -.02, 0)}, {skel.UArmL, v(.02, -.05, 0)},
		}},
		{"waist", true, Capsule{skel.L2, v(.01, -.030, .070), v(.02, .060, .080), .070, v(0, 0, 1)}, trunk, []point{
			{skel.Pelvis, v(0, .03, .07)}, {skel.T2, v(.03, 0, .085)},
		}},
		{"side", true, Capsule{skel.T2, v(-.01, -.060, .070), v(-.01, .060, .075), .075, v(0, 0, 1)}, trunk, []point{
			{skel.Pelvis, v(-.03, .06, .06)}, {skel.T2, v(0, 0, .08)}, {skel.UArmR, v(0, -.05, 0)},
		}},
		{"nape", false, Capsule{skel.Neck, v(-.035, -.015, 0), v(-.010, .060, 0), .055, back}, bit(Throat, Trunk), []point{
			{skel.T3, v(-.035, .03, 0)}, {skel.Neck, v(-.035, .01, 0)}, {skel.Head, v(-.050, .02, 0)},
		}},
		{"throat", false, Capsule{skel.Neck, v(.035, 0, 0), v(.050, .060, 0), .050, front}, bit(Throat, Trunk), []point{
			{skel.T3, v(.06, .02, 0)}, {skel.Head, v(.045, -.02, 0)},
		}},
		{"neck", true, Capsule{skel.Neck, v(-.01, -.020, .055), v(.010, .060, .030), .055, v(0, .3, 1)}, bit(Throat, Trunk), []point{
			{skel.T3, v(-.01, .045, .075)}, {skel.Head, v(-.01, .005, .045)},
		}},
	}
}

func armMuscles() []Muscle {
	return []Muscle{
		{"shoulder", true, Capsule{skel.ClavicleR, v(-.03, 0, .05), v(-.03, -.01, .095), .060, V{}}, bit(Trunk, UArmR), []point{
			{skel.T3, v(-.035, 0, .03)}, {skel.UArmR, v(0, -.05, .02)},
		}},
		{"triceps", true, Capsule{skel.UArmR, v(-.025, -.03, 0), v(-.022, -.16, 0), .045, v(-1, 0, 0)}, bit(UArmR), []point{
			{skel.ClavicleR, v(-.03, -.03, .07)}, {skel.UArmR, v(-.02, -.17, 0)}, {skel.ForearmR, v(-.02, .01, 0)},
		}},
		{"biceps", true, Capsule{skel.UArmR, v(.025, -.03, 0), v(.022, -.16, 0), .045, v(1, 0, 0)}, bit(UArmR), []point{
			{skel.ClavicleR, v(0, -.02, .09)}, {skel.ForearmR, v(.015, -.03, 0)},
		}},
		{"forearm", true, Capsule{skel.ForearmR, v(0, -.02, -.015), v(0, -.14, -.012), .045, V{}}, bit(ForearmR), []point{
			{skel.ForearmR, v(0, -.02, -.02)}, {skel.HandR, v(0, -.06, -.014)},
		}},
	}
}

func legMuscles() []Muscle {
	back, front := v(-1, 0, 0), v(1, 0, 0)
	return []Muscle{
		{"glute", true, Capsule{skel.Pelvis, v(-.050, .020, .050), v(-.045, -.040, .055), .075, V{}}, bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(-.06, .03, .025)}, {skel.ThighR, v(-.02, -.06, .035)},
		}},
		{"hipflexor", true, Capsule{skel.ThighR, v(.050, .030, 0), v(.045, -.090, 0), .070, front}, bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(.04, .05, .04)}, {skel.ThighR, v(.05, 0, 0)}, {skel.ThighR, v(.04, -.10, 0)},
		}},
		{"quad", true, Capsule{skel.ThighR, v(.045, -.050, 0), v(.035, -.220, 0), .055, front}, bit(ThighR), []point{
			{skel.Pelvis, v(.04, .03, .045)}, {skel.ThighR, v(.045, -.10, 0)}, {skel.ThighR, v(.038, -.24, 0)}, {skel.ShankR, v(.037, -.04, 0)},
		}},
		{"hamstring", true, Capsule{skel.ThighR, v(-.045, -.040, 0), v(-.032, -.220, 0), .060, back}, bit(ThighR), []point{
			{skel.Pelvis, v(-.035, -.035, .045)}, {skel.ShankR, v(-.03, -.03, 0)},
		}},
		{"innerthigh", true, Capsule{skel.ThighR, v(0, -.020, -.045), v(0, -.210, -.032), .060, v(0, 0, -1)}, bit(ThighR), []point{
			{skel.Pelvis, v(.01, -.03, .012)}, {skel.ThighR, v(0, -.20, -.03)},
		}},
		{"outerhip", true, Capsule{skel.ThighR, v(-.01, .030, .050), v(0, -.120, .045), .065, v(0, 0, 1)}, bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(0, .05, .07)}, {skel.ThighR, v(0, -.12, .045)},
		}},
		{"calf", true, Capsule{skel.ShankR, v(-.038, -.030, 0), v(-.022, -.200, 0), .050, back}, bit(ShankR), []point{
			{skel.ThighR, v(-.03, -.23, 0)}, {skel.FootR, v(-.035, -.025, 0)},
		}},
		{"shin", true, Capsule{skel.ShankR, v(.033, -.030, 0), v(.020, -.220, 0), .045, front}, bit(ShankR), []point{
			{skel.ShankR, v(.033, -.06, 0)}, {skel.FootR, v(.04, -.005, 0)},
		}},
		{"foot", true, Capsule{skel.FootR, v(-.01, -.035, 0), v(.07, -.035, 0), .035, v(0, -1, 0)}, bit(FootR), []point{
			{skel.FootR, v(-.03, -.035, 0)}, {skel.FootR, v(.07, -.038, 0)}, {skel.ToeR, v(.03, -.012, 0)},
		}},
	}
}

// Side is the muscle on side s.
func (m Muscle) Side(s skel.Side) Muscle {
	if s == skel.Right {
		return m
	}
	on := func(b skel.Bone) skel.Bone {
		return b.Mirror()
	}
	m.Light.Bone = on(m.Light.Bone)
	m.Light.A, m.Light.B, m.Light.Dir = m.Light.A.Side(-1), m.Light.B.Side(-1), m.Light.Dir.Side(-1)
	line := make([]point, len(m.Line))
	for i, p := range m.Line {
		line[i] = point{on(p.bone), p.at.Side(-1)}
	}
	m.Line = line
	var groups uint16
	for g := range Group(Groups) {
		if m.Groups>>g&1 == 0 {
			continue
		}
		if _, sided := g.Side(); sided {
			groups |= 1 << (UArmR + ((g - UArmR) ^ 1))
			continue
		}
		groups |= 1 << g
	}
	m.Groups = groups
	return m
}

// Length is how long the muscle's line is.
func (m Muscle) Length(k *skel.Skeleton) float64 {
	l := 0.0
	for i := 1; i < len(m.Line); i++ {
		a, b := m.Line[i-1], m.Line[i]
		l += k[b.bone].At(b.at).Sub(k[a.bone].At(a.at)).Len()
	}
	return l
}

// MuscleOf finds the region called name, such as "hamstring.r".
func MuscleOf(name string) (m Muscle, index int, side skel.Side, ok bool) {
	base := name
	sided := false
	if b, cut := strings.CutSuffix(name, ".r"); cut {
		base, sided = b, true
	} else if b, cut := strings.CutSuffix(name, ".l"); cut {
		base, side, sided = b, skel.Left, true
	}
	for i, m := range Muscles() {
		if m.Name == base && m.Sided == sided {
			return m.Side(side), i, side, true
		}
	}
	return Muscle{}, 0, skel.Right, false
}

// MuscleNames are the names of all regions.
func MuscleNames() []string {
	var out []string
	for _, m := range Muscles() {
		if m.Sided {
			out = append(out, m.Name+".r", m.Name+".l")
		} else {
			out = append(out, m.Name)
		}
	}
	return out
}
