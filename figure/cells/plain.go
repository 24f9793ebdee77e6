package cells

import (
	"math/bits"

	"catcow/figure/flesh"
	"catcow/figure/render"
)

// braille is the cell in column x of row y without colour: dots where the body is, neither in the dark nor on an outline; the
// mat as a line; what is stretched solid.
func braille(p *render.Painter, x, y int) Cell {
	r, hot := rune(0x2800), 0
	for i, dot := range [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80} {
		px, py := 2*x+i&1, 4*y+i>>1
		if p.Tag[py*p.W+px].Glow != 0 {
			hot++
		}
		if dotted(p, px, py) {
			r |= dot
		}
	}
	switch {
	case hot >= 4:
		r = '█'
	case r == 0x2800:
		r = ' '
	}
	return Cell{Rune: r}
}

// dotted is whether a pixel is a dot where there is no colour.
func dotted(p *render.Painter, x, y int) bool {
	tag := p.Tag[y*p.W+x]
	switch {
	case tag.Material == render.Mark:
		return !tag.Ink
	case tag.Glow != 0:
		return true
	case tag.Body():
		return !tag.Ink && tag.Light > 51
	}
	return tag.Material != 0 && outline(p, x, y)
}

// outline is whether a pixel of a prop has nothing beside it.
func outline(p *render.Painter, x, y int) bool {
	return isEmpty(p, x+1, y) || isEmpty(p, x-1, y) || isEmpty(p, x, y+1) || isEmpty(p, x, y-1)
}

// isEmpty is whether a pixel is in the picture and shows nothing.
func isEmpty(p *render.Painter, x, y int) bool {
	return x >= 0 && y >= 0 && x < p.W && y < p.H && p.Tag[y*p.W+x].Material == 0
}

// ascii is the cell in column x of row y without colour and Unicode: inside, one letter for each part of the body; on its edge,
// the punctuation that covers what the body covers.
func ascii(p *render.Painter, x, y int) Cell {
	var mask uint8
	var hot, mat, prop, mark int
	towards := uint8(0)
	var count [256]uint8
	most := byte(' ')
	for i := range 8 {
		tag := p.Tag[(4*y+i>>1)*p.W+2*x+i&1]
		switch {
		case tag.Body():
			mask |= 1 << i
			letter := letterOf(tag)
			if count[letter]++; count[letter] > count[most] {
				most = letter
			}
			if tag.Glow != 0 {
				hot++
			}
		case tag.Material == render.Mark:
			mark++
			towards = tag.Light
		case tag.Material == render.Mat:
			mat++
		case tag.Material != 0:
			prop++
		}
	}
	if mark >= 4 {
		return Cell{Rune: rune(">^<v"[towards]), Bold: true}
	}
	return asciiCell(mask, hot, mat, prop, rune(most))
}

// The characters for the edge of the body.
const strokes = " \"'`-_,./\\()db"

func asciiCell(mask uint8, hot, mat, prop int, letter rune) Cell {
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
	best, least := ' ', 9 // by the points that each covers, left to right and then down
	for i, covered := range [len(strokes)]uint8{0, 0x0f, 0x0a, 0x05, 0x3c, 0xf0, 0x50, 0xc0, 0x5a, 0xa5, 0x55, 0xaa, 0xfa, 0xf5} {
		if d := bits.OnesCount8(covered ^ mask); d < least {
			best, least = rune(strokes[i]), d
		}
	}
	if least > 2 && n >= 4 {
		best = letter
	}
	return Cell{Rune: best}
}

// letterOf is the letter of the part of the body that a pixel shows.
func letterOf(tag render.Tag) byte {
	_, limb := tag.Group.Side()
	switch {
	case tag.Material == flesh.Hair:
		return '%'
	case tag.Group == flesh.Face || tag.Group == flesh.Throat:
		return 'o'
	case !limb:
		return '#'
	case tag.Far:
		return '+'
	}
	return 'H'
}
