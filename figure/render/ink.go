package render

import "catcow/figure/flesh"

// How much ink there is, and over what step of depth it comes.
const (
	inkMost   = .9
	inkFrom   = .012
	inkTo     = .030
	inkWithin = .055 // the step that parts a group from itself
)

// ink darkens the farther of two neighbours where the depth jumps: it parts a white arm from a white face.
func (p *Painter) ink(shot *Shot) {
	ix, iy := min(8, shot.InkX), min(8, shot.InkY)
	if ix == 0 || iy == 0 { // nobody looks at it
		return
	}
	var room [32]int
	offsets := room[:0]
	for d := 1; d <= max(ix, iy); d++ {
		if d <= ix {
			offsets = append(offsets, d, -d)
		}
		if d <= iy {
			offsets = append(offsets, d*p.W, -d*p.W)
		}
	}
	// Only near the body; and the outermost pixels are left out: nothing is looked up beyond the edges.
	x0, x1, y0, y1 := p.W, 0, p.H, 0
	for i := range flesh.Prims {
		c := &p.cones[i]
		x0, x1, y0, y1 = min(x0, c.x0), max(x1, c.x1), min(y0, c.y0), max(y1, c.y1)
	}
	for y := max(iy, y0-iy); y < min(p.H-iy, y1+iy); y++ {
		p.inkRow(y, max(ix, x0-ix), min(p.W-ix, x1+ix), offsets)
	}
}

// inkRow inks the pixels x0 ≤ x < x1 of a row. The first four offsets are those of the next pixels.
func (p *Painter) inkRow(y, x0, x1 int, offsets []int) {
	if x0 >= x1 {
		return
	}
	at := y*p.W + x0
	n := x1 - x0
	ids, here, left, right := p.id[at:][:n], p.depth[at:][:n], p.depth[at-1:][:n], p.depth[at+1:][:n]
	up, down := p.depth[at-p.W:][:n], p.depth[at+p.W:][:n]
	more := offsets[4:]
	for x, id := range ids {
		if id == none {
			continue
		}
		z := here[x] + inkFrom
		if left[x] > z || right[x] > z || up[x] > z || down[x] > z {
			p.inkPixel(at+x, id, offsets)
			continue
		}
		for _, o := range more {
			if p.depth[at+x+o] > z {
				p.inkPixel(at+x, id, offsets)
				break
			}
		}
	}
}

// inkPixel inks pixel i, which shows id and has a nearer neighbour.
func (p *Painter) inkPixel(i int, id uint8, offsets []int) {
	z, group := p.depth[i], p.group(id)
	step := float32(inkFrom)
	for _, o := range offsets {
		d := p.depth[i+o] - z
		if d <= step {
			continue
		}
		other := p.id[i+o]
		if other < flesh.Prims && (d > inkWithin || p.group(other) != group) { // the mat does not outline a foot
			step = d
		}
	}
	if step == inkFrom {
		return
	}
	k := inkMost * smooth(inkFrom, inkTo, step)
	if id >= firstCushion {
		k *= .5 // props stay behind
	}
	p.Pix[i] = p.Pix[i].mix(p.theme.Ink, k)
	if k > .35 && len(p.Tag) > 0 {
		p.Tag[i].Ink = true
	}
}

// group is what is outlined as one.
func (p *Painter) group(id uint8) uint8 {
	if id < firstCushion {
		return uint8(p.cones[id].group)
	}
	return 100 + id
}
