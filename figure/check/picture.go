package check

import (
	"fmt"

	"catcow/figure/author"
	"catcow/figure/draw"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// The small picture that is looked at, in the shape of the place that the figure has on most screens.
const pictureWidth, pictureHeight = 110, 80

func (c *checker) paint(p *posture.Posture, view int) *render.Painter {
	shot := render.Shot{W: pictureWidth, H: pictureHeight, Aspect: 1}
	return c.renderer.Paint(p, draw.View{Camera: view}, &shot, &c.theme, 0)
}

// checkPicture looks at a key from every camera: it fills the picture, and props hide little of it and arrows no hand; and from the
// first one no limb is in scraps.
func (c *checker) checkPicture(d *author.Draft, p *posture.Posture, where string) {
	c.checkFilled(p, where)
	bare := *p
	bare.Arrows = [render.MaxArrows]render.Arrow{}
	if p.Arrows != bare.Arrows { // an arrow over a hand is taken for something that the hand holds
		c.checkHidden("arrow", "an arrow covers %.0f %% of the hands from camera %d %s", p, &bare, coveredMost, where, flesh.Hand)
	}
	if len(p.Scene.Solids) > 0 {
		bare := *p
		bare.Scene = &posture.Scenery{Mat: p.Scene.Mat}
		c.checkHidden("hidden", "props hide %.0f %% of the figure from camera %d %s", p, &bare, hiddenMost, where)
	}
	c.checkScraps(d, p, where)
}

// checkHidden finds what more than a part of the body, or of some of it, is hidden by: what is in p and not in bare.
func (c *checker) checkHidden(check, format string, p, bare *posture.Posture, most float64, where string, of ...flesh.Material) {
	for view := range p.Views() {
		seen, all := c.paint(p, view).BodyPixels(of...), c.paint(bare, view).BodyPixels(of...)
		if share := 1 - float64(seen)/float64(max(1, all)); share > most {
			c.add(check, p.ID, format, 100*share, view, where)
		}
	}
}

// checkFilled finds figures that are small: they should fill at least half of the picture one way or the other.
func (c *checker) checkFilled(p *posture.Posture, where string) {
	for view := range p.Views() {
		w, h := c.paint(p, view).BodySize()
		if wide, high := float64(w)/pictureWidth, float64(h)/pictureHeight; max(wide, high) < filledLeast {
			c.add("frame", p.ID, "the figure fills only %.0f %% of the picture's width and %.0f %% of its height from camera %d %s",
				100*wide, 100*high, view, where)
		}
	}
}

// checkBreaths looks at what moves with the breath as it is seen then: from as far as shows both ends of the movement.
func (c *checker) checkBreaths() {
	for _, variant := range c.fig.Variants() {
		if set, _ := c.fig.Postures(variant, skel.Right); set.Moves {
			for _, p := range [2]*posture.Posture{&set.In, &set.Out} {
				c.checkFilled(p, fmt.Sprintf(`at key "%s" as it breathes`, p.ID))
			}
		}
	}
}

// checkScraps finds limbs that are seen in scraps: whole, in two behind another, beside the other one or not at all
// can be read.
func (c *checker) checkScraps(d *author.Draft, p *posture.Posture, where string) {
	seen := c.paint(p, 0)
	const arm, leg = 1<<flesh.UArmR | 1<<flesh.ForearmR, 1<<flesh.ThighR | 1<<flesh.ShankR | 1<<flesh.FootR
	limbs := [4]uint16{arm, arm << 1, leg, leg << 1}
	for i, limb := range limbs {
		if n := seen.Pieces(limb, limbs[i^1], scrapPixels); n > scrapsMost {
			name := [4]string{"right arm", "left arm", "right leg", "left leg"}[i]
			c.add("scrap", d.ID, "the %s is seen in %d pieces from camera 0 %s; want it whole or hidden", name, n, where)
		}
	}
}
