package cells

import (
	"math/bits"

	"catcow/figure/flesh"
	"catcow/figure/render"
)

// What a tag says.
func material(tag uint32) int { return int(tag&render.TagMaterial) - 1 }

func body(tag uint32) bool {
	m := tag & render.TagMaterial
	return m != 0 && m <= uint32(flesh.Hair)+1
}

func glow(tag uint32) uint32 { return tag >> render.TagGlow & 3 }

func light(tag uint32) uint32 { return tag >> render.TagLight & 255 }

// noColor stands for no colour among the indices of the 16.
const noColor = 16

// ansi draws with the 16 colours: the two most frequent of a cell. The mat would shout; only its near edge is drawn.
func ansi(out []Cell, p *render.Painter, w, h int, th *render.Theme) {
	runes := newRunes(Quad)
	for y := range h {
		for x := range w {
			var ix [4]uint8
			var count [noColor + 1]uint8
			for i := range 4 {
				px, py := 2*x+i&1, 2*y+i>>1
				ix[i] = index(p, px, py, th)
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
			out[y*w+x] = pair(ix, first, second, &runes)
		}
	}
}

// pair is the cell of four points in two colours, no colour behind if it is one of them.
func pair(ix [4]uint8, a, b uint8, runes *runes) Cell {
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
	c := Cell{Rune: runes.of(mask), FG: ANSI(a)}
	if b != noColor {
		c.BG = ANSI(b)
	}
	return c
}

func tagAt(p *render.Painter, x, y int) uint32 {
	if x < 0 || y < 0 || x >= p.W || y >= p.H {
		return 0
	}
	return p.Tag[y*p.W+x]
}

// nearEdge is whether the mat ends below this pixel and one beside it: a line, not the steps of its sides.
func nearEdge(p *render.Painter, x, y int) bool {
	ends := func(x int) bool {
		return tagAt(p, x, y)&render.TagMaterial == uint32(render.Mat)+1 && tagAt(p, x, y+1) == 0
	}
	return y+1 < p.H && ends(x) && (ends(x-1) || ends(x+1))
}

// index is the colour of a pixel among the 16.
func index(p *render.Painter, x, y int, th *render.Theme) uint8 {
	tag := p.Tag[y*p.W+x]
	m := material(tag)
	switch {
	case m < 0:
		return noColor
	case render.Material(m) == render.Mark:
		return markIndex(tag, th.Dark)
	case !body(tag):
		if !propShown(p, x, y, m, th.Contrast) {
			return noColor
		}
		return 8
	case th.Contrast:
		return starkIndex(tag, th)
	case tag&render.TagInk != 0:
		if th.Dark {
			return 0
		}
		return 8
	case glow(tag) != 0 && th.Dark && light(tag) <= 110:
		return glowIndex(glow(tag), th) &^ bright(true)
	case glow(tag) != 0:
		return glowIndex(glow(tag), th)
	}
	return bodyIndex(render.Material(m), tag, th.Dark)
}

// isMark is whether a pixel shows an arrow.
func isMark(tag uint32) bool { return material(tag) == int(render.Mark) }

// markIndex is the colour of a pixel of an arrow: as far as can be from the ground, and its rim like the ground.
func markIndex(tag uint32, dark bool) uint8 {
	if (tag&render.TagInk == 0) == dark {
		return 15
	}
	return 0
}

// propShown is whether a pixel of a prop is drawn: of the mat its near edge, and in high contrast only outlines.
func propShown(p *render.Painter, x, y, m int, contrast bool) bool {
	return (render.Material(m) != render.Mat || nearEdge(p, x, y)) && (!contrast || outline(p, x, y))
}

// starkIndex is the colour of a pixel of the body in high contrast: grey, but for what glows.
func starkIndex(tag uint32, th *render.Theme) uint8 {
	switch {
	case tag&render.TagInk != 0:
		return 0
	case glow(tag) == 0:
		return 8
	}
	return glowIndex(glow(tag), th)
}

// glowIndex is the colour of a glow from 1 on: stretch, work, release. Bright yellow and green are lost on a light ground, and
// much alike to some eyes on a dark one.
func glowIndex(glow uint32, th *render.Theme) uint8 {
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

func bodyIndex(m render.Material, tag uint32, dark bool) uint8 {
	isFar := tag&render.TagFar != 0
	lit := light(tag) > 118
	switch m {
	case flesh.Top:
		return 6 + bright(lit)
	case flesh.Leggings:
		return 4 + bright(lit && !isFar)
	case flesh.Hair:
		return 5
	case flesh.Skin, flesh.Hand, flesh.Foot:
	}
	switch {
	case !dark:
		return bright(lit && !isFar) // black and dark grey: white on white shows nothing
	case isFar && !lit:
		return 8
	case isFar || !lit:
		return 7
	}
	return 15
}

// braille draws without colour: dots where the body is, neither in the dark nor on an outline; the mat as a line; what
// is stretched solid.
func braille(out []Cell, p *render.Painter, w, h int) {
	dots := brailleBits()
	for y := range h {
		for x := range w {
			r, hot := rune(0x2800), 0
			for i := range 8 {
				px, py := 2*x+i&1, 4*y+i>>1
				if glow(p.Tag[py*p.W+px]) != 0 {
					hot++
				}
				if dotted(p, px, py) {
					r |= dots[i]
				}
			}
			switch {
			case hot >= 4:
				r = '█'
			case r == 0x2800:
				r = ' '
			}
			out[y*w+x] = Cell{Rune: r}
		}
	}
}

// dotted is whether a pixel is a dot where there is no colour.
func dotted(p *render.Painter, x, y int) bool {
	tag := p.Tag[y*p.W+x]
	switch {
	case isMark(tag):
		return tag&render.TagInk == 0
	case glow(tag) != 0:
		return true
	case body(tag):
		return tag&render.TagInk == 0 && light(tag) > 51
	}
	return tag != 0 && outline(p, x, y)
}

// outline is whether a pixel of a prop has nothing beside it.
func outline(p *render.Painter, x, y int) bool {
	for _, d := range [4][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		nx, ny := x+d[0], y+d[1]
		if nx >= 0 && ny >= 0 && nx < p.W && ny < p.H && p.Tag[ny*p.W+nx] == 0 {
			return true
		}
	}
	return false
}

// The characters for the edge of the body, and the points that each covers, left to right and then down.
const strokes = " \"'`-_,./\\()db"

func strokeMasks() [len(strokes)]uint8 {
	return [...]uint8{0, 0x0f, 0x0a, 0x05, 0x3c, 0xf0, 0x50, 0xc0, 0x5a, 0xa5, 0x55, 0xaa, 0xfa, 0xf5}
}

// ascii draws without colour and Unicode: inside, one letter for each part of the body; on its edge, the punctuation
// that covers what the body covers.
func ascii(out []Cell, p *render.Painter, w, h int) {
	edge := strokeMasks()
	for y := range h {
		for x := range w {
			var mask uint8
			var hot, mat, prop, mark int
			towards := uint32(0)
			var count [256]uint8
			most := byte(' ')
			for i := range 8 {
				tag := p.Tag[(4*y+i>>1)*p.W+2*x+i&1]
				switch {
				case body(tag):
					mask |= 1 << i
					letter := letterOf(tag)
					if count[letter]++; count[letter] > count[most] {
						most = letter
					}
					if glow(tag) != 0 {
						hot++
					}
				case isMark(tag):
					mark++
					towards = light(tag)
				case material(tag) == int(render.Mat):
					mat++
				case tag != 0:
					prop++
				}
			}
			if mark >= 4 {
				out[y*w+x] = Cell{Rune: rune(">^<v"[towards&3]), Bold: true}
				continue
			}
			out[y*w+x] = asciiCell(mask, hot, mat, prop, rune(most), edge[:])
		}
	}
}

func asciiCell(mask uint8, hot, mat, prop int, letter rune, edge []uint8) Cell {
	n := bits.OnesCount8(mask)
	switch {
	case hot*2 >= max(4, n):
		return Cell{Rune: '*', Bold: true}
	case n >= 7:
		return Cell{Rune: letter}
	case n == 0 && prop >= 4:
		return Cell{Rune: ':'}
	case n == 0 && mat >= 4:
		return Cell{Rune: '.'}
	case n == 0:
		return Cell{Rune: ' '}
	}
	best, least := ' ', 9
	for i, e := range edge {
		if d := bits.OnesCount8(e ^ mask); d < least {
			best, least = rune(strokes[i]), d
		}
	}
	if least > 2 && n >= 4 {
		best = letter
	}
	return Cell{Rune: best}
}

// letterOf is the letter of the part of the body that a pixel shows.
func letterOf(tag uint32) byte {
	group := flesh.Group(tag>>render.TagGroup&31) - 1
	_, limb := group.Side()
	switch {
	case material(tag) == int(flesh.Hair):
		return '%'
	case group == flesh.Face || group == flesh.Throat:
		return 'o'
	case !limb:
		return '#'
	case tag&render.TagFar != 0:
		return '+'
	}
	return 'H'
}
