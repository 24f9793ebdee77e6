package render

import "catcow/figure/flesh"

// How much ink there is, and over what step of depth it comes.
const (
	inkMost   = .75
	inkFrom   = .012
	inkTo     = .045
	inkWithin = .055 // the step that parts a group from itself
)

// ink darkens the farther of two neighbours where the depth jumps: it parts a white arm from a white face.
func (p *Painter) ink(shot *Shot) {
	var offsets [32]int
	n := 0
	for d := 1; d <= min(8, shot.InkX); d++ {
		offsets[n], offsets[n+1] = d, -d
		n += 2
	}
	for d := 1; d <= min(8, shot.InkY); d++ {
		offsets[n], offsets[n+1] = d*p.W, -d*p.W
		n += 2
	}
	ix, iy := min(8, shot.InkX), min(8, shot.InkY)
	// Only near the body; and the outermost pixels are left out: nothing is looked up beyond the edges.
	x0, x1, y0, y1 := p.around(ix, iy)
	for y := y0; y < y1; y++ {
		for i := y*p.W + x0; i < y*p.W+x1; i++ {
			id := p.id[i]
			if id == none {
				continue
			}
			z := p.depth[i] + inkFrom
			prop := id >= firstCushion // a mat that slopes away does not outline itself
			for _, o := range offsets[:n] {
				if p.depth[i+o] > z && (!prop || p.id[i+o] < flesh.Prims) {
					p.inkPixel(i, id, offsets[:n], shot.Tags)
					break
				}
			}
		}
	}
}

// around is the box of the body with ix and iy pixels more, as far from the edges of the picture.
func (p *Painter) around(ix, iy int) (x0, x1, y0, y1 int) {
	x0, y0 = p.W, p.H
	for i := range p.order {
		c := &p.cones[i]
		x0, x1, y0, y1 = min(x0, c.x0), max(x1, c.x1), min(y0, c.y0), max(y1, c.y1)
	}
	return max(ix, x0-ix), min(p.W-ix, x1+ix), max(iy, y0-iy), min(p.H-iy, y1+iy)
}

// inkPixel inks pixel i, which shows id and has a nearer neighbour.
func (p *Painter) inkPixel(i int, id uint8, offsets []int, tags bool) {
	group := p.group(id)
	step := float32(0)
	for _, o := range offsets {
		step = max(step, p.jump(i+o, p.depth[i], group))
	}
	if step == 0 {
		return
	}
	k := inkMost * smooth32(inkFrom, inkTo, step)
	if id >= firstCushion {
		k *= .5 // props stay behind
	}
	p.Pix[i] = p.Pix[i].mix(p.theme.Ink, k)
	if tags && k > .35 {
		p.Tag[i] |= TagInk
	}
}

// jump is the step towards the eye from depth z to pixel j of another group.
func (p *Painter) jump(j int, z float32, group uint8) float32 {
	d := p.depth[j] - z
	if d <= inkFrom {
		return 0
	}
	id := p.id[j]
	if id >= flesh.Prims { // the mat does not outline a foot
		return 0
	}
	if p.group(id) == group && d <= inkWithin {
		return 0
	}
	return d
}

// group is what is outlined as one.
func (p *Painter) group(id uint8) uint8 {
	if id < firstCushion {
		return uint8(p.cones[id].group)
	}
	return 100 + id
}
