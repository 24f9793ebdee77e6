package author

import (
	"slices"
	"strings"

	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Draft is a key pose as written, what it takes from others already in it.
type Draft struct {
	ID    string
	path  string
	told  skel.Spec // but for the turn of the pelvis
	pitch float64
	yaw   float64
	roll  float64
	spin  float64

	settle   []string
	fits     []fit
	Contacts []Contact
	Press    [][2]string // parts of the body that may be inside one another
	Glows    []Glow
	arrows   []arrow
	cameras  []render.Camera // own ones, over the figure's
	budget   *int            // how often the figure may still be solved
}

// fit is a number that is worked out so that something touches.
type fit struct {
	path   string
	part   string // a part, or "@" and a bone
	to     string // a prop; "" is the floor
	by     string
	lo, hi float64
	y      float64
}

// Contact is a part that must touch the floor, or a prop or another part of the body.
type Contact struct{ Part, To string }

// Glow is a region that shines.
type Glow struct {
	Muscle int // of flesh.Muscles
	Kind   posture.Kind
}

// solved is the body that the skeleton makes of what is told.
func (d *Draft) solved() skel.Solved {
	s := d.told
	s.Turn = skel.PelvisTurn(d.pitch, d.yaw, d.roll, d.spin)
	return skel.Solve(s)
}

// posture is the solved posture of the draft.
func (d *Draft) posture(sc *posture.Scenery, cameras []render.Camera) posture.Posture {
	p := posture.Posture{Body: d.solved(), Scene: sc, NCameras: len(cameras), ID: d.ID}
	copy(p.Cameras[:], cameras)
	for i, a := range d.arrows {
		p.Arrows[i] = a.told.Each(p.Body.Bones.Frame(a.on).At)
	}
	for _, g := range d.Glows {
		p.Strength[g.Muscle], p.Kinds[g.Muscle] = 1, g.Kind
	}
	p.Reframe()
	return p
}

// fields are the numbers of one thing, by their names.
type fields map[string]*float64

// fields are those of the part of the body that is called head: of two limbs if it says arms or legs.
func (d *Draft) fields(head string) []fields {
	s := &d.told
	if head == "pelvis" {
		return []fields{{"x": &s.At.X, "y": &s.At.Y, "z": &s.At.Z, "pitch": &d.pitch, "yaw": &d.yaw, "roll": &d.roll, "spin": &d.spin}}
	}
	if b := map[string]*skel.Bend{"lumbar": &s.Lumbar, "thoracic": &s.Thoracic, "neck": &s.Neck}[head]; b != nil {
		return []fields{{"flex": &b.Flex, "side": &b.Side, "twist": &b.Twist}}
	}
	var out []fields
	for _, i := range limbsOf(head) {
		out = append(out, limbFields(skel.LimbOf(s, i)))
	}
	return out
}

func limbFields(l *skel.Limb) fields {
	return fields{
		"x": &l.At.X, "y": &l.At.Y, "z": &l.At.Z, "raise": &l.Raise, "plane": &l.Plane, "flex": &l.Flex, "abd": &l.Abd,
		"rot": &l.Rot, "bend": &l.Bend, "roll": &l.Roll, "end": &l.End, "toe": &l.Toe,
	}
}

// limbsOf are the numbers of the limbs called name, as skel.LimbOf has them.
func limbsOf(name string) []int {
	return map[string][]int{"arms": {0, 1}, "arm_r": {0}, "arm_l": {1}, "legs": {2, 3}, "leg_r": {2}, "leg_l": {3}}[name]
}

// numbers are the numbers called name, such as "legs.flex"; none if there is no such number.
func (d *Draft) numbers(name string) []*float64 {
	head, field, _ := strings.Cut(name, ".")
	var out []*float64
	for _, f := range d.fields(head) {
		if x := f[field]; x != nil {
			out = append(out, x)
		}
	}
	return out
}

// inherit is a key that takes everything from base but what is its own: its name, where it is felt and what moves.
func inherit(base *Draft, id, path string) Draft {
	d := *base
	d.ID, d.path, d.Glows, d.arrows = id, path, nil, nil
	d.fits = slices.Clone(d.fits)
	return d
}

// dropFits forgets the inherited fits of numbers that are restated: a fit that lives on under a new pelvis wrecks it.
func (d *Draft) dropFits(name string) {
	isSame := func(limb int) bool { return slices.Contains(limbsOf(name), limb) }
	d.fits = slices.DeleteFunc(d.fits, func(f fit) bool {
		head, _, _ := strings.Cut(f.by, ".")
		return head == name || slices.ContainsFunc(limbsOf(head), isSame)
	})
}
