package author

import (
	"catcow/figure/render"
	"catcow/figure/skel"
)

// arrow says where something moves, in the frame of a bone or of the world.
type arrow struct {
	on          skel.Bone
	at, via, to skel.V
}

// of is the arrow at a body.
func (a *arrow) of(k *skel.Solved) render.Arrow {
	put := func(v skel.V) skel.V {
		if a.on == skel.World {
			return v
		}
		return k.Bones[a.on].At(v)
	}
	return render.Arrow{A: put(a.at), Via: put(a.via), B: put(a.to), Strength: 1}
}

// readArrows reads where something moves.
func (n node) readArrows() []arrow {
	var out []arrow
	for _, t := range n.tables("arrows") {
		t.reportUnknown("on", "at", "via", "to")
		const place = "a place such as [0, 0.3, 0.1]"
		a := arrow{on: skel.World}
		t.readPoint(&a.at, "at", place)
		t.readPoint(&a.to, "to", place)
		a.via = a.at.Lerp(a.to, .5)
		if t.has("via") {
			t.readPoint(&a.via, "via", place)
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
	} else if !n.has(key) {
		n.bad(key, "missing; want %s", want)
	}
}
