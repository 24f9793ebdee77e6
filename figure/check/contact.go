package check

import (
	"maps"
	"math"
	"slices"

	"catcow/figure/author"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
)

func (c *checker) checkFloor(key, where string) {
	low := map[string]float64{}
	for i := range flesh.Solid {
		if y := -c.prims[i].Reach(skel.V{Y: -1}); y < -floorSlack-.004*c.way {
			low[flesh.PartName(i)] = min(low[flesh.PartName(i)], y)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(low)) {
		c.note("floor", key, name, -low[name], "%s is %.0f cm below the floor %s", displayName(name), skel.Centimetres(low[name]), where)
	}
}

func (c *checker) checkContacts(d *author.Draft, p *posture.Posture, where string) {
	for _, t := range d.Contacts {
		part, _ := flesh.PartOf(t.Part)
		surface, how, outside, deepest := displayName(t.To), "away from the ", p.Scene.Outside(t.To), propSlack
		switch {
		case t.To == "":
			surface, how, outside, deepest = "floor", "above the ", flesh.Floor, math.Inf(1)
		case author.IsBody(t.To):
			part = part.Any()
			outside, deepest = c.outsideBody(t.To), math.Inf(1) // how deep is for checkOverlaps to say
		}
		gap := part.Gap(&p.Body.Bones, outside)
		switch {
		case math.IsInf(gap, 0):
			c.add("contact", d.ID, "%s has no %s to touch %s", contactName(t.Part), surface, where)
		case gap > contactSlack:
			c.add("contact", d.ID, "%s is %.0f cm %s%s %s", contactName(t.Part), skel.Centimetres(gap), how, surface, where)
		case gap < -deepest:
			c.add("contact", d.ID, "%s is %.0f cm inside the %s %s", contactName(t.Part), skel.Centimetres(gap), surface, where)
		}
	}
}

// outsideBody measures how far a point is from a part of the body, for flesh.Part.Gap.
func (c *checker) outsideBody(name string) func(skel.V) (float64, skel.V) {
	return func(at skel.V) (float64, skel.V) {
		best, way := math.Inf(1), skel.V{Y: -1}
		for i := range flesh.Solid {
			if !isPart(name, flesh.PartName(i)) {
				continue
			}
			if d, w := c.prims[i].Distance(at); d < best {
				best, way = d, w
			}
		}
		return best, way
	}
}

// checkProps finds what is inside a wall, a chair, a block. A cushion gives.
func (c *checker) checkProps(p *posture.Posture, key, where string) {
	for j := range p.Scene.Solids {
		t := &p.Scene.Solids[j]
		slack := propSlack + wayMore*c.way
		if t.Cushion != nil {
			slack *= 2
		}
		deep := map[string]float64{}
		for i := range c.prims {
			if by := t.DepthOf(&c.prims[i], p.Body.Bones[skel.Pelvis].P); by > slack {
				deep[flesh.PartName(i)] = max(deep[flesh.PartName(i)], by)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(deep)) {
			c.note("prop", key, name+t.Names[0], deep[name], "%s is %.0f cm inside the %s %s", displayName(name), skel.Centimetres(deep[name]), t.Names[0], where)
		}
	}
}

// checkGlow checks that what is called a stretch is longer than in standing: it finds wrong sides and wrong words.
func (c *checker) checkGlow(d *author.Draft, p *posture.Posture, where string) {
	stand := author.Base("stand")
	for _, g := range d.Glows {
		if g.Kind != posture.Stretched {
			continue
		}
		m := &flesh.Muscles()[g.Muscle]
		longer := m.Length(&p.Body.Bones)/m.Length(&stand.Body.Bones) - 1
		if longer < glowLeast {
			c.add("glow", d.ID, `%s is called a stretch but is %+.0f %% longer than in standing %s; another side, or kind "work" or "release"?`,
				displayName(m.Name), 100*longer, where)
		}
	}
}
