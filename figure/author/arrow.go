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
		a := arrow{on: skel.World, at: t.point("at"), to: t.point("to")}
		a.via = a.at.Lerp(a.to, .5)
		if t.has("via") {
			a.via = t.point("via")
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

// point is a place that must be given.
func (n node) point(key string) skel.V {
	at := n.lengths(key, 3)
	if at == nil {
		if !n.has(key) {
			n.bad(key, "missing; want a place such as [0, 0.3, 0.1]")
		}
		return skel.V{}
	}
	return skel.V{X: at[0], Y: at[1], Z: at[2]}
}
