package pixels

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"catcow/figure"
)

// stripe is a part of a picture in Sixel that fills whole rows of cells.
type stripe struct {
	row  int // of cells, below the top of the picture
	data string
}

// band is the height of a row of sixels in pixels.
const band = 6

// sixelEncoder makes pictures ready for terminals with Sixel. It keeps the colours of
// a hold, so that they do not shimmer from one picture to the next.
type sixelEncoder struct {
	// one: the whole picture is one stripe. xterm keeps sixteen images however much
	// of them is covered, and then drops the one that begins highest.
	one bool

	colors palette
	of     paletteOf

	histogram []shade
	scaled    []color.RGBA
	pixels    []uint8 // colours of the palette
	bits      [][]byte
	line      []byte
}

// paletteOf is what a palette is good for.
type paletteOf struct {
	hold  string
	theme figure.Theme
}

// encode encodes w by h points as large as the place of the picture.
func (e *sixelEncoder) encode(p *Picture, points []color.RGBA, w, h int) []stripe {
	width, height := p.W*p.cell.w, p.H*p.cell.h/band*band
	if of := (paletteOf{p.Hold, p.Theme}); p.Hold == "" || e.of != of || len(e.colors.colors) == 0 {
		e.colors, e.of = e.newPalette(points, mostColors, p.background()), of
	}
	e.pixels = e.pixels[:0]
	for y := range height {
		for _, c := range e.scaleRow(points, w, h, y, width, p.H*p.cell.h) {
			e.pixels = append(e.pixels, e.colors.index(c))
		}
	}
	rows := 1 // in a stripe: as few as are whole bands
	for rows*p.cell.h%band != 0 {
		rows++
	}
	if e.one {
		rows = p.H
	}
	var stripes []stripe
	for row := 0; row < p.H; row += rows {
		top := row * p.cell.h
		bottom := min((row+rows)*p.cell.h, height)
		if bottom > top {
			stripes = append(stripes, stripe{row, e.stripe(e.pixels[top*width:bottom*width], width)})
		}
	}
	return stripes
}

// scaleRow is row y of the points made as many as the pixels are, blended where there are
// fewer. All rows at once would be the most that a large terminal needs.
func (e *sixelEncoder) scaleRow(points []color.RGBA, w, h, y, width, height int) []color.RGBA {
	if w == width && h == height {
		return points[y*w:][:w]
	}
	e.scaled = slices.Grow(e.scaled[:0], width)[:width]
	y0, fy := between(y, height, h)
	up, down := points[y0*w:][:w], points[min(y0+1, h-1)*w:][:w]
	for x := range width {
		x0, fx := between(x, width, w)
		x1 := min(x0+1, w-1)
		e.scaled[x] = blend(blend(up[x0], up[x1], fx), blend(down[x0], down[x1], fx), fy)
	}
	return e.scaled
}

// between is which of n points is at or before the i-th of many, and how far behind
// it that is, in 256ths.
func between(i, many, n int) (point, fraction int) {
	at := max(0, (2*i+1)*n*128/many-128)
	return min(at>>8, n-1), at & 255
}

func blend(a, b color.RGBA, t int) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(256-t) + int(b)*t) >> 8) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

// stripe encodes rows of pixels, a multiple of six.
func (e *sixelEncoder) stripe(pixels []uint8, width int) string {
	var b strings.Builder
	height := len(pixels) / width
	b.WriteString("\x1bP0;0;0q\"1;1;" + strconv.Itoa(width) + ";" + strconv.Itoa(height))
	var used [256]bool
	for _, c := range pixels {
		used[c] = true
	}
	for i, c := range e.colors.colors {
		if used[i] {
			b.WriteString("#" + strconv.Itoa(i) + ";2;" + percent(c.R) + ";" + percent(c.G) + ";" + percent(c.B))
		}
	}
	for top := 0; top < height; top += band {
		e.line = e.band(e.line[:0], pixels[top*width:(top+band)*width], width)
		b.Write(e.line)
	}
	b.WriteString("\x1b\\")
	return b.String()
}

func percent(v uint8) string { return strconv.Itoa((int(v)*100 + 127) / 255) }

// band adds six rows of pixels: color by color the pixels that have it.
func (e *sixelEncoder) band(out []byte, pixels []uint8, width int) []byte {
	var first, last [256]int
	var order []uint8
	if len(e.bits) < len(e.colors.colors) || len(e.bits[0]) < width {
		e.bits = make([][]byte, len(e.colors.colors))
		for i := range e.bits {
			e.bits[i] = make([]byte, width)
		}
	}
	var seen [256]bool
	for y := range band {
		for x, c := range pixels[y*width:][:width] {
			if !seen[c] {
				seen[c], first[c], last[c] = true, x, x
				order = append(order, c)
				clear(e.bits[c][:width])
			}
			first[c], last[c] = min(first[c], x), max(last[c], x)
			e.bits[c][x] |= 1 << y
		}
	}
	for i, c := range order {
		if i > 0 {
			out = append(out, '$') // back to the left end
		}
		out = strconv.AppendInt(append(out, '#'), int64(c), 10)
		out = run(out, first[c], 0)
		bits := e.bits[c][:last[c]+1]
		for x := first[c]; x < len(bits); {
			n := 1
			for x+n < len(bits) && bits[x+n] == bits[x] {
				n++
			}
			out = run(out, n, bits[x])
			x += n
		}
	}
	return append(out, '-')
}

// run is n sixels alike.
func run(out []byte, n int, bits byte) []byte {
	if n > 3 {
		out = strconv.AppendInt(append(out, '!'), int64(n), 10)
		n = 1
	}
	for range n {
		out = append(out, '?'+bits)
	}
	return out
}
