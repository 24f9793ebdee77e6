package author

import (
	"slices"
	"strings"

	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Draft is a key pose as written, what it takes from others already in it.
type Draft struct {
	ID       string
	from     string
	path     string
	breath   string
	at       skel.V
	pitch    float64
	yaw      float64
	roll     float64
	spin     float64
	lumbar   skel.Bend
	thoracic skel.Bend
	neck     skel.Bend
	girdle   [2]skel.Shrug
	arm, leg [2]skel.Limb

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
	Name string // with its side
	Kind posture.Kind
}

// spec is what the skeleton is told.
func (d *Draft) spec() skel.Spec {
	return skel.Spec{
		At: d.at, Turn: skel.PelvisTurn(d.pitch, d.yaw, d.roll, d.spin),
		Lumbar: d.lumbar, Thoracic: d.thoracic, Neck: d.neck, Girdle: d.girdle, Arm: d.arm, Leg: d.leg,
	}
}

// posture is the solved posture of the draft.
func (d *Draft) posture(sc *posture.Scenery, cameras []render.Camera) posture.Posture {
	p := posture.New(skel.Solve(d.spec()), sc, cameras, d.ID)
	for i, a := range d.arrows {
		p.Arrows[i] = a.of(&p.Body)
	}
	if len(d.arrows) > 0 {
		p.Reframe()
	}
	for _, g := range d.Glows {
		if i, ok := flesh.MuscleOf(g.Name); ok {
			p.Strength[i], p.Kinds[i] = 1, g.Kind
		}
	}
	return p
}

// numbers are the numbers called name: two of them if it says arms or legs, none if there is no such number.
func (d *Draft) numbers(name string) []*float64 {
	head, field, _ := strings.Cut(name, ".")
	var out []*float64
	add := func(fields map[string]*float64) {
		if x := fields[field]; x != nil {
			out = append(out, x)
		}
	}
	if head == "pelvis" {
		add(map[string]*float64{
			"x": &d.at.X, "y": &d.at.Y, "z": &d.at.Z, "pitch": &d.pitch, "yaw": &d.yaw, "roll": &d.roll, "spin": &d.spin,
		})
	}
	if b := map[string]*skel.Bend{"lumbar": &d.lumbar, "thoracic": &d.thoracic, "neck": &d.neck}[head]; b != nil {
		add(map[string]*float64{"flex": &b.Flex, "side": &b.Side, "twist": &b.Twist})
	}
	for _, l := range d.limbs(head) {
		add(map[string]*float64{
			"x": &l.At.X, "y": &l.At.Y, "z": &l.At.Z, "raise": &l.Raise, "plane": &l.Plane, "flex": &l.Flex, "abd": &l.Abd,
			"rot": &l.Rot, "bend": &l.Bend, "roll": &l.Roll, "end": &l.End, "toe": &l.Toe,
		})
	}
	return out
}

// limbs are the limbs called name.
func (d *Draft) limbs(name string) []*skel.Limb {
	return map[string][]*skel.Limb{
		"arms": {&d.arm[0], &d.arm[1]}, "arm_r": {&d.arm[0]}, "arm_l": {&d.arm[1]},
		"legs": {&d.leg[0], &d.leg[1]}, "leg_r": {&d.leg[0]}, "leg_l": {&d.leg[1]},
	}[name]
}

// inherit is a key that takes everything from base but what is its own: its name, its breath, where it is felt and what moves.
func inherit(base *Draft, id, from, path string) Draft {
	d := *base
	d.ID, d.from, d.path, d.breath, d.Glows, d.arrows = id, from, path, "", nil, nil
	d.settle, d.fits = slices.Clone(d.settle), slices.Clone(d.fits)
	d.Contacts, d.Press = slices.Clone(d.Contacts), slices.Clone(d.Press)
	return d
}

// dropFits forgets the inherited fits of numbers that are restated: a fit that lives on under a new pelvis wrecks it.
func (d *Draft) dropFits(heads ...string) {
	d.fits = slices.DeleteFunc(d.fits, func(f fit) bool {
		head, _, _ := strings.Cut(f.by, ".")
		return slices.Contains(heads, head)
	})
}
