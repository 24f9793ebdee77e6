package author

import (
	"maps"
	"slices"
	"strings"

	"catcow/decode"
	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// readKey reads what a key says over what it inherits.
func (n node) readKey(d *Draft, props []Prop) {
	n.ReportUnknown(
		"id", "from", "breath", "pelvis", "lumbar", "thoracic", "neck", "shoulders", "shoulder_r", "shoulder_l", "arms", "arm_r", "arm_l", "legs", "leg_r", "leg_l",
		"settle", "fit", "contacts", "press", "glow", "arrows", "camera",
	)
	if !slices.Contains([]string{"", "in", "out", "both"}, n.text("breath")) {
		n.Report("breath", `want "in", "out" or "both"`)
	}
	if p, ok := n.table("pelvis"); ok {
		d.fits = nil
		p.ReportUnknown("at", "pitch", "yaw", "roll", "spin")
		p.readPoint(&d.told.At, "at", "the place of the pelvis, such as [0, 0.53, 0]")
		p.readAngles(d.fields("pelvis")[0], "pitch", "yaw", "roll", "spin")
	}
	for _, region := range []string{"lumbar", "thoracic", "neck"} {
		if b, ok := n.table(region); ok {
			b.ReportUnknown("flex", "side", "twist")
			d.dropFits(region)
			b.readAngles(d.fields(region)[0], "flex", "side", "twist")
		}
	}
	for _, g := range []struct {
		name  string
		sides []skel.Side
	}{{"shoulders", []skel.Side{skel.Right, skel.Left}}, {"shoulder_r", []skel.Side{skel.Right}}, {"shoulder_l", []skel.Side{skel.Left}}} {
		if b, ok := n.table(g.name); ok {
			b.ReportUnknown("up", "back")
			shrug := skel.Shrug{Up: b.angle("up"), Back: b.angle("back")}
			for _, side := range g.sides {
				d.told.Girdle[side] = shrug
			}
		}
	}
	n.readLimbs(d)
	n.readTouch(d, props)
	d.Glows = n.readGlow()
	d.arrows = n.readArrows()
	if n.Has("camera") {
		d.cameras = n.readCameras()
	}
}

func (n node) readLimbs(d *Draft) {
	for _, name := range []string{"arms", "arm_r", "arm_l", "legs", "leg_r", "leg_l"} {
		t, ok := n.table(name)
		if !ok {
			continue
		}
		d.dropFits(name)
		for _, i := range limbsOf(name) {
			*skel.LimbOf(&d.told, i) = t.readLimb(i < 2, skel.Side(i&1))
			t = node{t.Quiet()} // the same words are read for the other side
		}
	}
}

func endOf(arm bool) map[string]skel.End {
	if arm {
		return map[string]skel.End{"palm": skel.Palm, "fingers": skel.Fingers, "wrist": skel.Root}
	}
	return map[string]skel.End{"ankle": skel.Root, "sole": skel.Sole, "ball": skel.Ball, "heel": skel.Heel}
}

// readLimb reads an arm or a leg: by a target if it says where its end is, else by angles.
func (n node) readLimb(arm bool, side skel.Side) skel.Limb {
	l := skel.Limb{On: skel.World}
	if !n.Has("at") && !n.Has("part") && !n.Has("on") {
		if arm {
			n.ReportUnknown("raise", "plane", "rot", "bend", "roll", "end")
		} else {
			n.ReportUnknown("flex", "abd", "rot", "bend", "end", "toe")
		}
		n.readAngles(limbFields(&l), "raise", "plane", "flex", "abd", "rot", "bend", "roll", "end", "toe")
		return l
	}
	l.Mode = skel.Target
	if arm {
		n.ReportUnknown("on", "part", "at", "pole", "point", "face", "lift")
	} else {
		n.ReportUnknown("on", "part", "at", "pole", "point", "face", "lift", "toe", "end")
	}
	ends := endOf(arm)
	part := n.text("part")
	end, ok := ends[part]
	if !ok {
		names := slices.Sorted(maps.Keys(ends))
		n.Report("part", "want one of %s%s", strings.Join(names, ", "), decode.Suggestion(part, names))
	}
	l.Part = end
	n.readPoint(&l.At, "at", "where the "+part+" is, such as [0.33, 0, 0.1]")
	if on := n.text("on"); on != "" {
		l.On = n.readBone(on, arm, side)
	}
	l.Pole, l.Point, l.Face = n.readDirection("pole"), n.readDirection("point"), n.readDirection("face")
	l.Lift = n.Number("lift", 0, 1)
	l.Toe, l.End = n.angle("toe"), n.angle("end")
	return l
}

// readBone is the bone a target is on; a limb cannot hold itself, nor can a leg hold on to an arm, which comes later.
func (n node) readBone(name string, arm bool, side skel.Side) skel.Bone {
	b, ok := boneOf(name, side)
	if !ok {
		n.unknown("on", "bone", name, boneNames())
		return skel.World
	}
	s, sided := b.Side()
	own := sided && s == side
	isLeg := sided && b >= skel.ThighR.On(s)
	if own && isLeg != arm || !arm && sided && !isLeg {
		n.Report("on", `a limb cannot be placed on %q; want the trunk, the other limb or, for an arm, a leg`, name)
		return skel.World
	}
	return b
}

// readTouch reads what settles, fits, touches and presses.
func (n node) readTouch(d *Draft, props []Prop) {
	if n.Has("settle") {
		d.settle = n.readSettle(props)
	}
	if n.Has("fit") {
		fits := n.readFits(d, props)
		for _, f := range fits {
			d.fits = slices.DeleteFunc(d.fits, func(g fit) bool { return g.by == f.by })
		}
		d.fits = append(d.fits, fits...)
	}
	if n.Has("contacts") {
		d.Contacts = n.readContacts(props)
	}
	if n.Has("press") {
		d.Press = n.readPress()
	}
}

func (n node) readContacts(props []Prop) []Contact {
	var out []Contact
	for i, s := range n.texts("contacts") {
		part, to, onProp := strings.Cut(s, "@")
		if !n.checkPart("contacts", i, part, false) || onProp && !IsBody(to) && !n.checkProp("contacts", i, to, props) {
			continue
		}
		for _, p := range flesh.Sides(part) {
			on := to
			if slices.Contains(bodyNames(), to+".r") { // its own side's
				on += p[max(0, len(p)-2):]
			}
			out = append(out, Contact{p, on})
		}
	}
	return out
}

func (n node) readPress() [][2]string {
	var out [][2]string
	for i, s := range n.texts("press") {
		a, b, _ := strings.Cut(s, "/")
		if !slices.Contains(bodyNames(), a) || !slices.Contains(bodyNames(), b) {
			n.Report(decode.Element("press", i), `%q: want two parts that may press together, such as "thigh.r/torso", of %s`,
				s, strings.Join(bodyNames(), ", "))
			continue
		}
		out = append(out, [2]string{a, b})
	}
	return out
}

func (n node) readSettle(props []Prop) []string {
	var out []string
	for i, s := range n.texts("settle") {
		part, to, onProp := strings.Cut(s, "@")
		if n.checkPart("settle", i, part, false) && (!onProp || n.checkProp("settle", i, to, props)) {
			out = append(out, s)
		}
	}
	return out
}

// checkPart reports a name that is no part; with bones, "@" and a bone will do.
func (n node) checkPart(key string, i int, name string, bones bool) bool {
	if rest, ok := strings.CutPrefix(name, "@"); ok && bones {
		if _, ok := boneOf(rest, skel.Right); !ok {
			n.unknown(decode.Element(key, i), "bone", rest, boneNames())
			return false
		}
		return true
	}
	if _, ok := flesh.PartOf(name); !ok {
		n.unknown(decode.Element(key, i), "part", name, flesh.PartNames())
		return false
	}
	return true
}
