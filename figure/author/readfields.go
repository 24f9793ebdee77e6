package author

import (
	"slices"
	"strings"

	"catcow/decode"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
)

// bodyNames are the parts of the body as contacts and press name them; see flesh.PartName.
func bodyNames() []string {
	out := []string{"torso", "neck", "head"}
	for _, n := range []string{"uarm", "forearm", "palm", "thigh", "shank", "foot", "leg"} {
		out = append(out, n+".r", n+".l")
	}
	return out
}

// IsBody is whether name is a part of the body, with its side or without.
func IsBody(name string) bool {
	return slices.Contains(bodyNames(), name) || slices.Contains(bodyNames(), name+".r")
}

func (n node) checkProp(key string, i int, name string, props []Prop) bool {
	var names []string
	for _, p := range props {
		if p.ID == name || p.Kind == name {
			return true
		}
		names = append(names, p.ID)
	}
	n.unknown(decode.Element(key, i), "prop", name, names)
	return false
}

func (n node) readFits(d *Draft, props []Prop) []fit {
	var out []fit
	for i, t := range n.tables("fit") {
		t.ReportUnknown("part", "to", "by", "lo", "hi", "y")
		f := fit{
			path: t.Path(), part: t.text("part"), to: t.text("to"), by: t.text("by"),
			lo: t.Number("lo", 0, 720), hi: t.Number("hi", 0, 720), y: t.Number("y", 0, 10),
		}
		ok := n.checkPart("fit", i, f.part, f.to == "")
		if f.to != "" {
			ok = n.checkProp("fit", i, f.to, props) && ok
		}
		if d.numbers(f.by) == nil {
			t.Report("by", `unknown number %q; want such as pelvis.pitch, lumbar.flex, neck.side, leg_r.abd, arms.raise`, f.by)
			ok = false
		}
		if !t.Has("lo") || !t.Has("hi") || f.lo >= f.hi {
			t.Report("lo", "want lo below hi: between which numbers %s may be", f.by)
			ok = false
		}
		if ok {
			out = append(out, f)
		}
	}
	return atMost(n, "fit", "fits", out, maxFits)
}

// readGlow reads where something is felt: a list of regions that are stretched, or a table by kind.
func (n node) readGlow() []Glow {
	if n.isTable("glow") {
		g, _ := n.table("glow")
		g.ReportUnknown("stretch", "work", "release")
		return slices.Concat(
			g.readRegions("stretch", posture.Stretched), g.readRegions("work", posture.Working), g.readRegions("release", posture.Released),
		)
	}
	return n.readRegions("glow", posture.Stretched)
}

func (n node) readRegions(key string, k posture.Kind) []Glow {
	var out []Glow
	for i, s := range n.texts(key) {
		muscle, ok := flesh.MuscleOf(s)
		if !ok {
			names := flesh.MuscleNames()
			n.Report(decode.Element(key, i), `unknown region %q%s; there are %s`,
				s, decode.Suggestion(s, names), strings.Join(names, ", "))
			continue
		}
		out = append(out, Glow{muscle, k})
	}
	return atMost(n, key, "regions", out, render.MaxGlows)
}

// readCameras reads one camera or the list to cycle through.
func (n node) readCameras() []render.Camera {
	focuses := map[string]render.Focus{"": render.Whole, "whole": render.Whole, "upper": render.Upper, "bust": render.Bust}
	var out []render.Camera
	for _, t := range n.tables("camera") {
		t.ReportUnknown("az", "el", "focus")
		c := render.Camera{Az: t.Number("az", 80, 360), El: t.Number("el", 10, 90)}
		var ok bool
		if c.Focus, ok = focuses[t.text("focus")]; !ok {
			t.Report("focus", `want "whole", "upper" or "bust"`)
		}
		out = append(out, c)
	}
	return atMost(n, "camera", "cameras", out, posture.MaxViews)
}
