package author

import (
	"catcow/figure/render"
	"catcow/figure/skel"
)

// arrow says where something moves, in the frame of a bone or of the world.
type arrow struct {
	on   skel.Bone
	told render.Arrow
}

// readArrows reads where something moves.
func (n node) readArrows() []arrow {
	var out []arrow
	for _, t := range n.tables("arrows") {
		t.ReportUnknown("on", "at", "via", "to")
		const place = "a place such as [0, 0.3, 0.1]"
		a := arrow{skel.World, render.Arrow{Strength: 1}}
		t.readPoint(&a.told.A, "at", place)
		t.readPoint(&a.told.B, "to", place)
		a.told.Via = a.told.A.Lerp(a.told.B, .5)
		if t.Has("via") {
			t.readPoint(&a.told.Via, "via", place)
		}
		if name := t.text("on"); name != "" {
			bone, ok := boneOf(name, skel.Right)
			if !ok {
				t.unknown("on", "bone", name, boneNames())
				continue
			}
			a.on = bone
		}
		out = append(out, a)
	}
	return atMost(n, "arrows", "arrows", out, render.MaxArrows)
}

// readPoint reads a place that must be given; want says what it is.
func (n node) readPoint(to *skel.V, key, want string) {
	if at := n.lengths(key, 3); at != nil {
		*to = skel.V{X: at[0], Y: at[1], Z: at[2]}
	} else if !n.Has(key) {
		n.Report(key, "missing; want %s", want)
	}
}
