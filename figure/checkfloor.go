package figure

import (
	"math"
	"slices"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// class is the name of the part that primitive i belongs to, as in press.
func class(i int) string {
	const trunk, girdle, side = 6, 3, 14
	if i < trunk {
		return "torso"
	}
	if i >= flesh.Skull {
		return "head"
	}
	if i == flesh.Skull-1 {
		return "neck"
	}
	s := [2]string{".r", ".l"}[(i-trunk)/side]
	switch n := (i - trunk) % side; {
	case n < girdle:
		return "torso"
	case n == 3:
		return "uarm" + s
	case n == 4:
		return "forearm" + s
	case n < 8:
		return "palm" + s
	case n == 8:
		return "thigh" + s
	case n < 11:
		return "shank" + s
	default:
		return "foot" + s
	}
}

func (c *checker) floor(key, where string) {
	low := map[string]float64{}
	for i := range c.prims {
		if y := -c.prims[i].Reach(skel.V{Y: -1}); y < -floorSlack-c.extra(.004) {
			low[class(i)] = min(low[class(i)], y)
		}
	}
	for _, name := range sortedKeys(low) {
		c.note("floor", key, name, -low[name], "%s is %.0f cm below the floor %s", spoken(name), math.Max(1, cm(low[name])), where)
	}
}

func sortedKeys(m map[string]float64) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (c *checker) contacts(d *draft, p *Posture, where string) {
	for _, t := range d.contacts {
		part, ok := flesh.PartOf(t.part)
		if !ok {
			continue
		}
		surface, gap := "floor", part.Gap(&p.solved.Bones, flesh.Floor)
		if t.prop != "" {
			surface = t.prop
			gap = part.Gap(&p.solved.Bones, p.scene.outside(t.prop))
		}
		how := "above the " + surface
		if t.prop != "" {
			how = "away from the " + surface
		}
		switch {
		case math.IsInf(gap, 0):
			c.add("contact", d.id, "%s has no %s to touch %s", contactName(t.part), surface, where)
		case gap > contactSlack:
			c.add("contact", d.id, "%s is %.0f cm %s %s", contactName(t.part), math.Max(1, cm(gap)), how, where)
		case gap < -propSlack && t.prop != "":
			c.add("contact", d.id, "%s is %.0f cm inside the %s %s", contactName(t.part), math.Max(1, cm(gap)), surface, where)
		}
	}
}

// props finds what is inside a wall, a chair, a block. A cushion gives.
func (c *checker) props(k *skel.Solved, sc *scenery, key, where string) {
	if sc == nil {
		return
	}
	for j := range sc.things {
		t := &sc.things[j]
		slack := propSlack + c.extra(wayMore)
		if t.cushion != nil {
			slack *= 2
		}
		deep := map[string]float64{}
		for i := range c.prims {
			if by := t.holds(&c.prims[i], k.Bones[skel.Pelvis].P); by > slack {
				deep[class(i)] = max(deep[class(i)], by)
			}
		}
		for _, name := range sortedKeys(deep) {
			c.note("prop", key, name+t.names[0], deep[name], "%s is %.0f cm inside the %s %s", spoken(name), cm(deep[name]), t.names[0], where)
		}
	}
}

// hidden paints the figure small, with and without its props, and compares what is seen of it.
func (c *checker) hidden(d *draft, p *Posture, where string) {
	if len(p.scene.things) == 0 {
		return
	}
	r := &Renderer{}
	theme := DarkTheme()
	count := func(q *Posture, view int) int {
		shot := render.Shot{W: 120, H: 80, Aspect: 1}
		r.paint(q, View{Camera: view}, &shot, &theme, 0)
		return r.painter.BodyPixels()
	}
	bare := *p
	bare.scene = onlyMat(p.scene)
	for view := range p.views {
		all, seen := count(&bare, view), count(p, view)
		if share := 1 - float64(seen)/float64(max(1, all)); share > hiddenMost {
			c.add("hidden", d.id, "props hide %.0f %% of the figure from camera %d %s", 100*share, view, where)
		}
	}
}

// glow checks that what is called a stretch is longer than in standing: it finds wrong sides and wrong words.
func (c *checker) glow(d *draft, p *Posture, where string) {
	stand := bases().pose["stand"]
	for _, g := range d.glows {
		m, _, _, ok := muscleOf(g.name)
		if !ok || g.kind != Stretched {
			continue
		}
		longer := m.Length(&p.solved.Bones)/m.Length(&stand.solved.Bones) - 1
		if longer < glowLeast {
			c.add("glow", d.id, `%s is called a stretch but is %+.0f %% longer than in standing %s; another side, or kind "work" or "release"?`,
				spoken(g.name), 100*longer, where)
		}
	}
}
