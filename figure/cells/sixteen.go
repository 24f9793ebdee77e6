package cells

import (
	"catcow/figure/flesh"
	"catcow/figure/render"
)

// noColor stands for no colour among the indices of the 16.
const noColor = 16

// ansi is the cell in column x of row y in the 16 colours: the two most frequent of its points. The mat would shout; only its
// near edge is drawn.
func ansi(p *render.Painter, x, y int, th *render.Theme) Cell {
	var ix [4]uint8
	var count [noColor + 1]uint8
	for i := range 4 {
		ix[i] = index(p, 2*x+i&1, 2*y+i>>1, th)
		count[ix[i]]++
	}
	first, second := ix[0], ix[0]
	for _, v := range ix {
		if count[v] > count[first] {
			first = v
		}
	}
	for _, v := range ix {
		if v != first && (second == first || count[v] > count[second]) {
			second = v
		}
	}
	return pair(ix, first, second)
}

// pair is the cell of four points in two colours, no colour behind if it is one of them.
func pair(ix [4]uint8, a, b uint8) Cell {
	if a == noColor {
		a, b = b, a
	}
	if a == b {
		if a == noColor {
			return Cell{Rune: ' '}
		}
		return Cell{Rune: ' ', BG: ANSI(a)}
	}
	mask := 0
	for i, v := range ix {
		if v == a {
			mask |= 1 << i
		}
	}
	c := Cell{Rune: ANSI16.block(mask), FG: ANSI(a)}
	if b != noColor {
		c.BG = ANSI(b)
	}
	return c
}

// nearEdge is whether the mat ends below this pixel and one beside it: a line, not the steps of its sides.
func nearEdge(p *render.Painter, x, y int) bool {
	ends := func(x int) bool {
		return x >= 0 && x < p.W && p.Tag[y*p.W+x].Material == render.Mat && isEmpty(p, x, y+1)
	}
	return ends(x) && (ends(x-1) || ends(x+1))
}

// index is the colour of a pixel among the 16.
func index(p *render.Painter, x, y int, th *render.Theme) uint8 {
	tag := p.Tag[y*p.W+x]
	switch {
	case tag.Material == 0:
		return noColor
	case tag.Material == render.Mark:
		return markIndex(tag.Ink, th.Dark)
	case !tag.Body():
		if !propShown(p, x, y, tag.Material, th.Contrast) {
			return noColor
		}
		return 8
	case th.Contrast:
		return starkIndex(tag, th)
	case tag.Ink:
		if th.Dark {
			return 0
		}
		return 8
	case tag.Glow != 0 && th.Dark && tag.Light <= 110:
		return glowIndex(tag.Glow, th) &^ bright(true)
	case tag.Glow != 0:
		return glowIndex(tag.Glow, th)
	}
	return bodyIndex(tag, th.Dark)
}

// markIndex is the colour of a pixel of an arrow: as far as can be from the ground, and its rim like the ground.
func markIndex(rim, dark bool) uint8 {
	if rim != dark {
		return 15
	}
	return 0
}

// propShown is whether a pixel of a prop is drawn: of the mat its near edge, and in high contrast only outlines.
func propShown(p *render.Painter, x, y int, m render.Material, contrast bool) bool {
	return (m != render.Mat || nearEdge(p, x, y)) && (!contrast || outline(p, x, y))
}

// starkIndex is the colour of a pixel of the body in high contrast: grey, but for what glows.
func starkIndex(tag render.Tag, th *render.Theme) uint8 {
	switch {
	case tag.Ink:
		return 0
	case tag.Glow == 0:
		return 8
	}
	return glowIndex(tag.Glow, th)
}

// glowIndex is the colour of a glow from 1 on: stretch, work, release. Bright yellow and green are lost on a light ground, and
// much alike to some eyes on a dark one.
func glowIndex(glow uint8, th *render.Theme) uint8 {
	switch {
	case th.Dark:
		return [...]uint8{11, 13, 2}[glow-1]
	case th.Contrast:
		return [...]uint8{1, 4, 2}[glow-1]
	}
	return [...]uint8{1, 5, 2}[glow-1]
}

func bright(b bool) uint8 {
	if b {
		return 8
	}
	return 0
}

func bodyIndex(tag render.Tag, dark bool) uint8 {
	lit := tag.Light > 118
	switch tag.Material {
	case flesh.Top:
		return 6 + bright(lit)
	case flesh.Leggings:
		return 4 + bright(lit && !tag.Far)
	case flesh.Hair:
		return 5
	case flesh.Skin, flesh.Hand, flesh.Foot:
	}
	switch {
	case !dark:
		return bright(lit && !tag.Far) // black and dark grey: white on white shows nothing
	case tag.Far && !lit:
		return 8
	case tag.Far || !lit:
		return 7
	}
	return 15
}
