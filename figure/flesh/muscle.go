package flesh

import (
	"slices"
	"sync"

	"catcow/figure/skel"
)

// point is a place in a bone's frame.
type point struct {
	bone skel.Bone
	at   V
}

// Muscle is what an author calls a region: a glowing stick in a bone's frame that shines on what is nearer than R, and the straight
// line of the muscle, whose lengthening shows that a stretch is one.
type Muscle struct {
	Name   string
	sided  bool
	Bone   skel.Bone
	A, B   V
	R      float64
	Dir    V      // only where the surface looks this way; zero is everywhere
	Groups uint16 // bit g: group g may glow
	line   []point
}

func bit(groups ...Group) uint16 {
	var m uint16
	for _, g := range groups {
		m |= 1 << g
	}
	return m
}

// Muscles is every region an author can name: at twice its number that of the right side or of both, and after it that of the
// left, without a name if there is none.
func Muscles() []Muscle { return muscles() }

//nolint:gochecknoglobals // worked out once and then never changed
var muscles = sync.OnceValue(func() []Muscle {
	var out []Muscle
	for _, m := range slices.Concat(trunkMuscles(), armMuscles(), legMuscles()) {
		left := Muscle{}
		if m.sided {
			left = m.mirror()
			m.Name, left.Name = m.Name+".r", m.Name+".l"
		}
		out = append(out, m, left)
	}
	return out
})

func trunkMuscles() []Muscle {
	back, front := v(-1, 0, 0), v(1, 0, 0)
	trunk := bit(Trunk)
	return []Muscle{
		{"lumbar", false, skel.L2, v(-.030, -.040, 0), v(-.030, .065, 0), .085, back, trunk, []point{
			{skel.Pelvis, v(-.065, .01, 0)}, {skel.L1, v(-.045, .01, 0)}, {skel.L2, v(-.040, 0, 0)}, {skel.T1, v(-.035, .01, 0)},
		}},
		{"upperback", false, skel.T2, v(-.030, -.030, 0), v(-.025, .075, 0), .090, back, trunk, []point{
			{skel.T1, v(-.035, 0, 0)}, {skel.T2, v(-.030, 0, 0)}, {skel.T3, v(-.030, 0, 0)}, {skel.Neck, v(-.035, 0, 0)},
		}},
		{"abdomen", false, skel.L2, v(.070, -.050, 0), v(.075, .050, 0), .075, front, trunk, []point{
			{skel.Pelvis, v(.055, .01, 0)}, {skel.L2, v(.075, 0, 0)}, {skel.T1, v(.085, 0, 0)}, {skel.T2, v(.095, 0, 0)},
		}},
		{"chest", false, skel.T3, v(.085, -.020, -.05), v(.085, -.020, .05), .070, front, trunk, []point{
			{skel.UArmR, v(.02, -.05, 0)}, {skel.T3, v(.09, -.02, 0)}, {skel.UArmL, v(.02, -.05, 0)},
		}},
		{"waist", true, skel.L2, v(.01, -.030, .070), v(.02, .060, .080), .070, v(0, 0, 1), trunk, []point{
			{skel.Pelvis, v(0, .03, .07)}, {skel.T2, v(.03, 0, .085)},
		}},
		{"side", true, skel.T2, v(-.01, -.060, .070), v(-.01, .060, .075), .075, v(0, 0, 1), trunk, []point{
			{skel.Pelvis, v(-.03, .06, .06)}, {skel.T2, v(0, 0, .08)}, {skel.UArmR, v(0, -.05, 0)},
		}},
		{"nape", false, skel.Neck, v(-.035, -.015, 0), v(-.010, .060, 0), .055, back, bit(Throat, Trunk), []point{
			{skel.T3, v(-.035, .03, 0)}, {skel.Neck, v(-.035, .01, 0)}, {skel.Head, v(-.050, .02, 0)},
		}},
		{"throat", false, skel.Neck, v(.035, 0, 0), v(.050, .060, 0), .050, front, bit(Throat, Trunk), []point{
			{skel.T3, v(.06, .02, 0)}, {skel.Head, v(.045, -.02, 0)},
		}},
		{"neck", true, skel.Neck, v(-.01, -.020, .055), v(.010, .060, .030), .055, v(0, .3, 1), bit(Throat, Trunk), []point{
			{skel.T3, v(-.01, .045, .075)}, {skel.Head, v(-.01, .005, .045)},
		}},
	}
}

func armMuscles() []Muscle {
	return []Muscle{
		{"shoulder", true, skel.ClavicleR, v(-.03, 0, .05), v(-.03, -.01, .095), .060, V{}, bit(Trunk, UArmR), []point{
			{skel.T3, v(-.035, 0, .03)}, {skel.UArmR, v(0, -.05, .02)},
		}},
		{"triceps", true, skel.UArmR, v(-.025, -.03, 0), v(-.022, -.16, 0), .045, v(-1, 0, 0), bit(UArmR), []point{
			{skel.ClavicleR, v(-.03, -.03, .07)}, {skel.UArmR, v(-.02, -.17, 0)}, {skel.ForearmR, v(-.02, .01, 0)},
		}},
		{"biceps", true, skel.UArmR, v(.025, -.03, 0), v(.022, -.16, 0), .045, v(1, 0, 0), bit(UArmR), []point{
			{skel.ClavicleR, v(0, -.02, .09)}, {skel.ForearmR, v(.015, -.03, 0)},
		}},
		{"forearm", true, skel.ForearmR, v(0, -.02, -.015), v(0, -.14, -.012), .045, V{}, bit(ForearmR), []point{
			{skel.ForearmR, v(0, -.02, -.02)}, {skel.HandR, v(0, -.06, -.014)},
		}},
	}
}

func legMuscles() []Muscle {
	back, front := v(-1, 0, 0), v(1, 0, 0)
	return []Muscle{
		{"glute", true, skel.Pelvis, v(-.050, .020, .050), v(-.045, -.040, .055), .075, V{}, bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(-.06, .03, .025)}, {skel.ThighR, v(-.02, -.06, .035)},
		}},
		{"hipflexor", true, skel.ThighR, v(.050, .030, 0), v(.045, -.090, 0), .070, front, bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(.04, .05, .04)}, {skel.ThighR, v(.05, 0, 0)}, {skel.ThighR, v(.04, -.10, 0)},
		}},
		{"quad", true, skel.ThighR, v(.045, -.050, 0), v(.035, -.220, 0), .055, front, bit(ThighR), []point{
			{skel.Pelvis, v(.04, .03, .045)}, {skel.ThighR, v(.045, -.10, 0)}, {skel.ThighR, v(.038, -.24, 0)}, {skel.ShankR, v(.037, -.04, 0)},
		}},
		{"hamstring", true, skel.ThighR, v(-.045, -.040, 0), v(-.032, -.220, 0), .060, back, bit(ThighR), []point{
			{skel.Pelvis, v(-.035, -.035, .045)}, {skel.ShankR, v(-.03, -.03, 0)},
		}},
		{"innerthigh", true, skel.ThighR, v(0, -.020, -.045), v(0, -.210, -.032), .060, v(0, 0, -1), bit(ThighR), []point{
			{skel.Pelvis, v(.01, -.03, .012)}, {skel.ThighR, v(0, -.20, -.03)},
		}},
		{"outerhip", true, skel.ThighR, v(-.01, .030, .050), v(0, -.120, .045), .065, v(0, 0, 1), bit(Trunk, ThighR), []point{
			{skel.Pelvis, v(0, .05, .07)}, {skel.ThighR, v(0, -.12, .045)},
		}},
		{"calf", true, skel.ShankR, v(-.038, -.030, 0), v(-.022, -.200, 0), .050, back, bit(ShankR), []point{
			{skel.ThighR, v(-.03, -.23, 0)}, {skel.FootR, v(-.035, -.025, 0)},
		}},
		{"shin", true, skel.ShankR, v(.033, -.030, 0), v(.020, -.220, 0), .045, front, bit(ShankR), []point{
			{skel.ShankR, v(.033, -.06, 0)}, {skel.FootR, v(.04, -.005, 0)},
		}},
		{"foot", true, skel.FootR, v(-.01, -.035, 0), v(.07, -.035, 0), .035, v(0, -1, 0), bit(FootR), []point{
			{skel.FootR, v(-.03, -.035, 0)}, {skel.FootR, v(.07, -.038, 0)}, {skel.ToeR, v(.03, -.012, 0)},
		}},
	}
}

// mirror is the muscle of the right on the left.
func (m Muscle) mirror() Muscle {
	m.Bone, m.A, m.B, m.Dir = m.Bone.Mirror(), m.A.Side(-1), m.B.Side(-1), m.Dir.Side(-1)
	m.line = slices.Clone(m.line)
	for i, p := range m.line {
		m.line[i] = point{p.bone.Mirror(), p.at.Side(-1)}
	}
	const middle = 1<<UArmR - 1
	m.Groups = m.Groups&middle | (m.Groups&^middle)<<1 // the group of the left stands after that of the right
	return m
}

// Length is how long the muscle's line is.
func (m Muscle) Length(k *skel.Skeleton) float64 {
	l := 0.0
	for i := 1; i < len(m.line); i++ {
		a, b := m.line[i-1], m.line[i]
		l += k[b.bone].At(b.at).Sub(k[a.bone].At(a.at)).Len()
	}
	return l
}

// MuscleOf is the number among [Muscles] of the region called name, such as "hamstring.r".
func MuscleOf(name string) (i int, ok bool) {
	i = slices.IndexFunc(muscles(), func(m Muscle) bool { return m.Name == name })
	return i, i >= 0 && name != ""
}

// MuscleNames are the names of all regions.
func MuscleNames() []string {
	var out []string
	for _, m := range muscles() {
		if m.Name != "" {
			out = append(out, m.Name)
		}
	}
	return out
}
