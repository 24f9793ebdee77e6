package check

import (
	"fmt"
	"maps"
	"slices"

	"catcow/figure/author"
	"catcow/figure/draw"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Finding is one thing about a figure that no eye should have to find.
type Finding struct {
	Check string // floor, contact, rom, body, balance, pop, glow, prop, hidden, arrow, frame, scrap, mirror
	Key   string // the key, or "a → b" on the way
	Text  string
}

// Tolerances, in H unless they say otherwise.
const (
	floorSlack   = .010
	contactSlack = .012
	pressSlack   = .050
	propSlack    = .022
	balanceSlack = .020
	glowLeast    = .015 // a stretch is this part longer than in standing
	hiddenMost   = .05  // of the figure, by props
	coveredMost  = .08  // of the hands, by arrows
	filledLeast  = .5   // of the width of a picture, or of its height
	scrapPixels  = 3    // of a small picture
	scrapsMost   = 3    // of a limb
	popMost      = 25.  // degrees a joint may turn in a twentieth of a move
	betweens     = 20
	wayMore      = .010 // deeper in something between keys than in them: nobody sees it of what moves
)

// checker gathers findings; between two keys it keeps only the worst of each kind and place.
type checker struct {
	fig      *author.Figure
	prims    [flesh.Prims]flesh.Prim
	findings []Finding
	worst    map[string]worst
	renderer draw.Renderer
	theme    render.Theme
	way      float64 // 1 between keys, where a little more is allowed; 0 in them
}

type worst struct {
	finding Finding
	by      float64
}

// Figure looks at all keys, at the postures between those that follow one another, and at the mirror images.
func Figure(f *author.Figure) []Finding {
	c := &checker{fig: f, theme: render.Dark()}
	for i := range f.Poses {
		c.checkKey(i)
	}
	c.checkBreaths()
	c.way = 1
	for _, pair := range f.Pairs() {
		c.checkBetween(pair[0], pair[1])
	}
	return c.findings
}

func (c *checker) add(check, key, format string, args ...any) {
	c.findings = append(c.findings, Finding{check, key, fmt.Sprintf(format, args...)})
}

// note adds a finding that is by worse than allowed; between keys only the worst of what is counted.
func (c *checker) note(check, key, what string, by float64, format string, args ...any) {
	f := Finding{check, key, fmt.Sprintf(format, args...)}
	if c.way == 0 {
		c.findings = append(c.findings, f)
		return
	}
	if w, ok := c.worst[check+what]; !ok || by > w.by {
		c.worst[check+what] = worst{f, by}
	}
}

func (c *checker) checkKey(i int) {
	d, p := &c.fig.Drafts[i], &c.fig.Poses[i]
	where := fmt.Sprintf(`at key "%s"`, d.ID)
	c.checkPosture(p, d.Press, d.ID, where)
	c.checkContacts(d, p, where)
	c.checkBalance(d, p, where)
	c.checkGlow(d, p, where)
	c.checkPicture(d, p, where)
	c.checkMirror(d, p, where)
}

// checkPosture is what has to hold between keys too.
func (c *checker) checkPosture(p *posture.Posture, press [][2]string, key, where string) {
	c.prims = flesh.Build(&p.Body.Bones, 0)
	c.checkFloor(key, where)
	c.checkJoints(&p.Body, key, where)
	c.checkOverlaps(press, key, where)
	c.checkProps(p, key, where)
}

func (c *checker) checkBetween(i, j int) {
	a, b := &c.fig.Poses[i], &c.fig.Poses[j]
	key, where := a.ID+" → "+b.ID, fmt.Sprintf(`on the way from key "%s" to "%s"`, a.ID, b.ID)
	press := append(slices.Clone(c.fig.Drafts[i].Press), c.fig.Drafts[j].Press...)
	c.worst = map[string]worst{}
	prev := *a
	for n := 1; n <= betweens; n++ {
		p := posture.Blend(a, b, float64(n)/betweens)
		if n < betweens {
			c.checkPosture(&p, press, key, where)
		}
		c.checkWhips(&prev.Body, &p.Body, key, where)
		prev = p
	}
	for _, what := range slices.Sorted(maps.Keys(c.worst)) {
		c.findings = append(c.findings, c.worst[what].finding)
	}
}

// checkWhips finds joints that whip. The collar bone follows the arm, so the arm is measured against the chest.
func (c *checker) checkWhips(a, b *skel.Solved, key, where string) {
	for side := range skel.Side(2) {
		for _, limb := range [2][4]skel.Bone{{skel.T3, skel.UArmR, skel.ForearmR, skel.HandR}, {skel.Pelvis, skel.ThighR, skel.ShankR, skel.FootR}} {
			parent := limb[0]
			for _, right := range limb[1:] {
				bone := right.On(side)
				before := a.Bones[parent].R.To(a.Bones[bone].R)
				after := b.Bones[parent].R.To(b.Bones[bone].R)
				if turn := before.To(after).Angle(); turn > popMost {
					c.note("pop", key, bone.Name(), turn, "%s turns %.0f° in a twentieth of the move, %s; a pole may flip", displayName(bone.Name()), turn, where)
				}
				parent = bone
			}
		}
	}
}

func (c *checker) checkMirror(d *author.Draft, p *posture.Posture, where string) {
	m := p.Mirror()
	for b := range skel.Bone(skel.Bones) {
		if gap := m.Body.Bones[b.Mirror()].P.Side(-1).Sub(p.Body.Bones[b].P).Len(); gap > 1e-9 {
			c.add("mirror", d.ID, "%s is elsewhere in the mirror %s", displayName(b.Name()), where)
			return
		}
	}
}
