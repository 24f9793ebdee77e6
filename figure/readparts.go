package figure

import (
	"fmt"
	"slices"
	"strings"

	"catcow/figure/render"
	"catcow/figure/skel"
)

func at(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }

// pressNames are the parts of the body that self-penetration tells apart.
func pressNames() []string {
	out := []string{"torso", "neck", "head"}
	for _, n := range []string{"uarm", "forearm", "palm", "thigh", "shank", "leg", "foot"} {
		out = append(out, n+".r", n+".l")
	}
	return out
}

func (n node) propNamed(key string, i int, name string, props []prop) bool {
	var names []string
	for _, p := range props {
		if p.id == name || p.kind == name {
			return true
		}
		names = append(names, p.id)
	}
	n.r.report(at(join(n.path, key), i), `unknown prop "%s"%s`, printable(name), suggestion(name, names))
	return false
}

func (n node) fits(d *draft, props []prop) []fit {
	var out []fit
	for i, t := range n.tables("fit") {
		t.known("part", "to", "by", "lo", "hi", "y")
		f := fit{
			path: t.path, part: t.text("part"), to: t.text("to"), by: t.text("by"),
			lo: t.number("lo", 0, 720), hi: t.number("hi", 0, 720), y: t.number("y", 0, 10),
		}
		ok := n.part("fit", i, f.part, f.to == "")
		if f.to != "" {
			ok = n.propNamed("fit", i, f.to, props) && ok
		}
		if d.scalars(f.by) == nil {
			t.bad("by", `unknown number "%s"; want such as pelvis.pitch, lumbar.flex, neck.side, leg_r.abd, arms.raise`, printable(f.by))
			ok = false
		}
		if !t.has("lo") || !t.has("hi") || f.lo >= f.hi {
			t.bad("lo", "want lo below hi: between which numbers %s may be", printable(f.by))
			ok = false
		}
		if ok {
			out = append(out, f)
		}
	}
	if len(out) > maxFits {
		n.bad("fit", "%d fits; want at most %d", len(out), maxFits)
		out = out[:maxFits]
	}
	return out
}

// glow reads where something is felt: a list of regions that are stretched, or a table by kind.
func (n node) glow() []glow {
	if t, ok := n.m["glow"].(map[string]any); ok {
		g := node{n.r, join(n.path, "glow"), t}
		g.known("stretch", "work", "release")
		out := g.regions("stretch", Stretched)
		out = append(out, g.regions("work", Working)...)
		return append(out, g.regions("release", Released)...)
	}
	return n.regions("glow", Stretched)
}

func (n node) regions(key string, k Kind) []glow {
	var out []glow
	for i, s := range n.texts(key) {
		if _, _, _, ok := muscleOf(s); !ok {
			names := regionNames()
			n.r.report(at(join(n.path, key), i), `unknown region "%s"%s; there are %s`,
				printable(s), suggestion(s, names), strings.Join(names, ", "))
			continue
		}
		out = append(out, glow{s, k})
	}
	if len(out) > render.MaxGlows {
		n.bad(key, "%d regions; want at most %d", len(out), render.MaxGlows)
		out = out[:render.MaxGlows]
	}
	return out
}

// cameras reads one camera or the list to cycle through.
func (n node) cameras(key string) []render.Camera {
	var out []render.Camera
	for _, t := range n.tables(key) {
		t.known("az", "el", "focus")
		c := render.Camera{Az: t.number("az", 80, 360), El: t.number("el", 10, 90)}
		switch f := t.text("focus"); f {
		case "", "whole":
		case "upper":
			c.Focus = render.Upper
		case "bust":
			c.Focus = render.Bust
		default:
			t.bad("focus", `want "whole", "upper" or "bust"`)
		}
		out = append(out, c)
	}
	if len(out) > maxViews {
		n.bad(key, "%d cameras; want at most %d", len(out), maxViews)
		out = out[:maxViews]
	}
	return out
}

// prop is a thing beside the body.
type prop struct {
	id, kind string
	only     []string // the keys it stands at; all if none
	at, size skel.V
	turn     float64
}

func propKinds() []string { return []string{"wall", "chair", "block", "bolster"} }

// defaultSize of a prop, in H: of things as they are sold, for a person of 1.70 m.
func defaultSize(kind string) skel.V {
	switch kind {
	case "wall":
		return skel.V{X: .02, Y: .75, Z: .6}
	case "chair":
		return skel.V{X: .25, Y: .5, Z: .25}
	case "block":
		return skel.V{X: .09, Y: .06, Z: .135}
	}
	return skel.V{X: .13, Y: .10, Z: .38}
}

func (n node) props() []prop {
	var out []prop
	for _, t := range n.tables("prop") {
		t.known("id", "kind", "at", "size", "turn", "only")
		p := prop{id: t.text("id"), kind: t.text("kind"), turn: t.angle("turn"), only: t.texts("only")}
		if !slices.Contains(propKinds(), p.kind) {
			t.bad("kind", "want one of %s%s", strings.Join(propKinds(), ", "), suggestion(p.kind, propKinds()))
			continue
		}
		if p.id == "" {
			p.id = p.kind
		}
		p.size = defaultSize(p.kind)
		if s := t.lengths("size", 3); s != nil {
			p.size = skel.V{X: s[0], Y: s[1], Z: s[2]}
			if min(s[0], s[1], s[2]) < .005 {
				t.bad("size", "want three sizes of at least 0.005")
				continue
			}
		}
		p.at = skel.V{Y: p.size.Y / 2}
		if p.kind == "chair" {
			p.at.Y = seatHeight
		}
		switch xyz := t.lengths("at", 3, 2); len(xyz) {
		case 2: // it stands on the floor
			p.at.X, p.at.Z = xyz[0], xyz[1]
		case 3:
			p.at = skel.V{X: xyz[0], Y: xyz[1], Z: xyz[2]}
		default:
			if !t.has("at") {
				t.bad("at", "missing; want [x, z] on the floor, or [x, y, z] of the middle (of the seat of a chair)")
			}
			continue
		}
		out = append(out, p)
	}
	if len(out) > maxProps {
		n.bad("prop", "%d props; want at most %d", len(out), maxProps)
		out = out[:maxProps]
	}
	return out
}
