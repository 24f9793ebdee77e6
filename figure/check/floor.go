package check

import (
	"maps"
	"math"
	"slices"

	"catcow/figure/author"
	"catcow/figure/draw"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

func (c *checker) checkFloor(key, where string) {
	low := map[string]float64{}
	for i := range flesh.Solid {
		if y := -c.prims[i].Reach(skel.V{Y: -1}); y < -floorSlack-c.extra(.004) {
			low[flesh.PartName(i)] = min(low[flesh.PartName(i)], y)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(low)) {
		c.note("floor", key, name, -low[name], "%s is %.0f cm below the floor %s", displayName(name), math.Max(1, skel.Centimetres(low[name])), where)
	}
}

func (c *checker) checkContacts(d *author.Draft, p *posture.Posture, where string) {
	for _, t := range d.Contacts {
		part, ok := flesh.PartOf(t.Part)
		if !ok {
			continue
		}
		surface, gap := "floor", part.Gap(&p.Body.Bones, flesh.Floor)
		if t.Prop != "" {
			surface = t.Prop
			gap = part.Gap(&p.Body.Bones, p.Scene.Outside(t.Prop))
		}
		how := "above the " + surface
		if t.Prop != "" {
			how = "away from the " + surface
		}
		switch {
		case math.IsInf(gap, 0):
			c.add("contact", d.ID, "%s has no %s to touch %s", contactName(t.Part), surface, where)
		case gap > contactSlack:
			c.add("contact", d.ID, "%s is %.0f cm %s %s", contactName(t.Part), math.Max(1, skel.Centimetres(gap)), how, where)
		case gap < -propSlack && t.Prop != "":
			c.add("contact", d.ID, "%s is %.0f cm inside the %s %s", contactName(t.Part), math.Max(1, skel.Centimetres(gap)), surface, where)
		}
	}
}

// checkProps finds what is inside a wall, a chair, a block. A cushion gives.
func (c *checker) checkProps(k *skel.Solved, sc *posture.Scenery, key, where string) {
	if sc == nil {
		return
	}
	for j := range sc.Solids {
		t := &sc.Solids[j]
		slack := propSlack + c.extra(wayMore)
		if t.Cushion != nil {
			slack *= 2
		}
		deep := map[string]float64{}
		for i := range c.prims {
			if by := t.DepthOf(&c.prims[i], k.Bones[skel.Pelvis].P); by > slack {
				deep[flesh.PartName(i)] = max(deep[flesh.PartName(i)], by)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(deep)) {
			c.note("prop", key, name+t.Names[0], deep[name], "%s is %.0f cm inside the %s %s", displayName(name), skel.Centimetres(deep[name]), t.Names[0], where)
		}
	}
}

// checkHidden paints the figure small, with and without its props, and compares what is seen of it.
func (c *checker) checkHidden(d *author.Draft, p *posture.Posture, where string) {
	if len(p.Scene.Solids) == 0 {
		return
	}
	r := &draw.Renderer{}
	theme := render.Dark()
	count := func(q *posture.Posture, view int) int {
		shot := render.Shot{W: 120, H: 80, Aspect: 1}
		return r.Paint(q, draw.View{Camera: view}, &shot, &theme, 0).BodyPixels()
	}
	bare := *p
	bare.Scene = p.Scene.OnlyMat()
	for view := range p.Views() {
		all, seen := count(&bare, view), count(p, view)
		if share := 1 - float64(seen)/float64(max(1, all)); share > hiddenMost {
			c.add("hidden", d.ID, "props hide %.0f %% of the figure from camera %d %s", 100*share, view, where)
		}
	}
}

// checkGlow checks that what is called a stretch is longer than in standing: it finds wrong sides and wrong words.
func (c *checker) checkGlow(d *author.Draft, p *posture.Posture, where string) {
	stand := author.Base("stand")
	for _, g := range d.Glows {
		m, _, _, ok := flesh.MuscleOf(g.Name)
		if !ok || g.Kind != posture.Stretched {
			continue
		}
		longer := m.Length(&p.Body.Bones)/m.Length(&stand.Body.Bones) - 1
		if longer < glowLeast {
			c.add("glow", d.ID, `%s is called a stretch but is %+.0f %% longer than in standing %s; another side, or kind "work" or "release"?`,
				displayName(g.Name), 100*longer, where)
		}
	}
}
