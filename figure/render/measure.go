package render

import (
	"slices"

	"catcow/figure/flesh"
)

// BodyPixels is how many pixels of the last picture show the body, or some materials of it.
func (p *Painter) BodyPixels(of ...Material) int {
	n := 0
	for _, id := range p.id {
		if id < flesh.Prims && (len(of) == 0 || slices.Contains(of, p.cones[id].mat)) {
			n++
		}
	}
	return n
}

// BodySize is how many pixels of the last picture the body is wide and high.
func (p *Painter) BodySize() (w, h int) {
	x0, x1, y0, y1 := p.W, 0, p.H, 0
	for i, id := range p.id {
		if id < flesh.Prims {
			x, y := i%p.W, i/p.W
			x0, x1, y0, y1 = min(x0, x), max(x1, x+1), min(y0, y), max(y1, y+1)
		}
	}
	return max(0, x1-x0), max(0, y1-y0)
}

// Pieces is in how many pieces of at least some pixels one sees the groups in a mask, but for those that are beside others.
func (p *Painter) Pieces(groups, beside uint16, least int) int {
	around := [...]int{-p.W - 1, -p.W, -p.W + 1, -1, 1, p.W - 1, p.W, p.W + 1} // a margin is around the figure
	seen := make([]bool, len(p.id))
	pieces := 0
	for i := range seen {
		size, alone := 0, true
		for open := []int{i}; len(open) > 0; {
			at := open[len(open)-1]
			open = open[:len(open)-1]
			switch {
			case at < 0 || at >= len(seen):
			case seen[at] || !p.shows(at, groups):
				alone = alone && !p.shows(at, beside)
			default:
				seen[at] = true
				size++
				for _, step := range around {
					open = append(open, at+step)
				}
			}
		}
		if alone && size >= least {
			pieces++
		}
	}
	return pieces
}

// shows is whether pixel i shows one of the groups in a mask.
func (p *Painter) shows(i int, groups uint16) bool {
	return p.id[i] < flesh.Prims && groups>>p.cones[p.id[i]].group&1 != 0
}
