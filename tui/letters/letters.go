// Package letters draws text in letters of several rows, for somebody who reads it
// from two metres away.
//
// The letters are those of the Go fonts, rasterised at the cell's own proportions
// (twice as high as wide) and put into quarters of cells with the two colours that
// fit them best, so that they are neither stretched nor ragged. Baseline, x-height
// and the height of capitals stand on half rows.
package letters

import (
	"image"
	"math"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Least is the fewest rows that letters can be read in.
const Least = 3

// Kind is what a terminal can draw letters with.
type Kind int

// The kinds.
const (
	Shaded Kind = iota // quarters of cells in shades
	Solid              // quarters of cells, filled or not
	ASCII              // whole cells, in letters drawn by hand
)

// Least is the fewest rows that letters of the kind can be read in.
func (k Kind) Least() int {
	if k == ASCII {
		return blockRows
	}
	return Least
}

// across is how many points a cell has side by side. Below one another it has two.
func (k Kind) across() int {
	if k == ASCII {
		return 1
	}
	return 2
}

// Face is letters of one size.
type Face struct {
	kind Kind
	rows int // of the terminal
	// In points, of which a row has two: from the baseline up to the x-height and
	// to the top of a capital, and down to the lowest tail.
	lower, capital, tail int
	digits               bool // nothing hangs below the baseline
	typeface             *sfnt.Font
	glyphs               map[rune]glyph
}

// glyph is the coverage of a character, 0 to 255, row by row from the top.
type glyph struct {
	w      int // points, the space after it in it
	points []uint8
}

// New is letters of so many rows, at least as many as the kind needs.
func New(kind Kind, rows int) *Face {
	rows = max(rows, kind.Least())
	f := &Face{kind: kind, rows: rows, glyphs: map[rune]glyph{}}
	f.typeface, _ = sfnt.Parse(gomedium.TTF) // part of the program: it parses
	f.tail = int(math.Round(.2 * float64(2*rows)))
	f.capital = 2*rows - f.tail
	f.lower = int(math.Round(.74 * float64(f.capital)))
	return f
}

// NewDigits is digits that fill so many rows from top to bottom.
func NewDigits(kind Kind, rows int) *Face {
	f := New(kind, rows)
	f.tail, f.capital, f.digits = 0, 2*f.rows, true
	f.lower = int(math.Round(.74 * float64(f.capital)))
	return f
}

// units is the size that outlines are loaded in, so that they come as they were
// drawn.
const units = 2048

// The heights of the typeface, in units: of "x", of "H", and the depth of "p".
const xHeight, capHeight, depth = 1082, 1480, 430

// overshoot is by how much round letters are larger than straight ones, in units.
// It is less than a point here, and would be a smear.
const overshoot = 40

// glyph is a character in points.
func (f *Face) glyph(r rune) glyph {
	g, ok := f.glyphs[r]
	if !ok {
		g = f.draw(r)
		f.glyphs[r] = g
	}
	return g
}

// draw draws a character as the kind of terminal can show it.
func (f *Face) draw(r rune) glyph {
	if r == '·' {
		r = '-' // is as well told
	}
	if f.kind == ASCII {
		if g, ok := f.blocked(r); ok {
			return g
		}
	}
	return f.rasterise(r)
}

// rasterise draws a character from its outline. Heights are bent so that they end on points; what is
// as wide as in the typeface at this size stays so.
func (f *Face) rasterise(r rune) glyph {
	typeface := f.typeface
	var buf sfnt.Buffer
	i, err := typeface.GlyphIndex(&buf, r)
	if err != nil || i == 0 {
		i, _ = typeface.GlyphIndex(&buf, '?')
	}
	advance, _ := typeface.GlyphAdvance(&buf, i, fixed.I(units), font.HintingNone)
	wide := f.scale()
	if r == '0' { // the typeface's has a stroke inside, like an eight
		i, _ = typeface.GlyphIndex(&buf, 'O')
		round, _ := typeface.GlyphAdvance(&buf, i, fixed.I(units), font.HintingNone)
		wide *= float64(advance) / float64(round)
		advance = round
	}
	h := 2 * f.rows
	g := glyph{w: max(int(math.Round(wide*float64(advance)/64)), 2)}
	g.points = make([]uint8, g.w*h)
	outline, err := typeface.LoadGlyph(&buf, i, fixed.I(units), nil)
	if err != nil {
		return g
	}
	z := vector.NewRasterizer(g.w, h)
	shift := shiftOf(outline, wide)
	at := func(p fixed.Point26_6) (x, y float32) {
		return float32(wide*float64(p.X)/64 + shift), float32(float64(f.capital) - f.height(-float64(p.Y)/64))
	}
	trace(z, outline, at)
	z.ClosePath()
	mask := &image.Alpha{Pix: g.points, Stride: g.w, Rect: image.Rect(0, 0, g.w, h)}
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	sharpen(g.points)
	if r == 'i' || r == 'j' {
		f.dot(g)
	}
	return g
}

// dot parts the dot of a letter from its stem where there is no point between them.
func (f *Face) dot(g glyph) {
	if f.capital-f.lower < 2 {
		dot, gap, stem := g.points[:g.w], g.points[g.w:2*g.w], g.points[2*g.w:3*g.w]
		copy(dot, stem)
		clear(gap)
	}
}

// trace draws an outline with the points where a function puts them.
func trace(z *vector.Rasterizer, outline sfnt.Segments, at func(fixed.Point26_6) (x, y float32)) {
	for _, s := range outline {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			z.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			z.QuadTo(x, y, x2, y2)
		case sfnt.SegmentOpCubeTo: // the typeface has none
		}
	}
}

// sharpen makes pale points paler and strong ones stronger: what is left of a stem in
// the next point would fill the gap between two letters.
func sharpen(points []uint8) {
	const below, gain = 48, 1.4
	for i, p := range points {
		points[i] = uint8(min(max(gain*(float64(p)-below), 0), 255))
	}
}

// shiftOf is how far an outline is moved sideways so that its left edge, a stem mostly,
// begins on a point: between two it would be pale in both.
func shiftOf(outline sfnt.Segments, wide float64) float64 {
	left := wide * float64(outline.Bounds().Min.X) / 64
	return math.Round(left) - left
}

// scale is points to a unit, sideways. A letter is as high as the line, so its
// width follows from that; ASCII has half the points and wants them all.
func (f *Face) scale() float64 {
	em := float64(2*f.rows) * .93
	if f.digits && f.rows > Least { // as high as a line, and as wide for that
		em *= 1.2
	}
	if f.kind == ASCII {
		return em * 1.25 / units
	}
	return 2 * em / units
}

// height is where a height of the typeface stands, in points above the baseline.
func (f *Face) height(y float64) float64 {
	switch {
	case y < -overshoot:
		return max(y/depth*float64(f.tail), -float64(f.tail))
	case y < 0:
		return 0
	case y <= xHeight:
		return y / xHeight * float64(f.lower)
	case y <= xHeight+overshoot:
		return float64(f.lower)
	case y <= capHeight:
		return float64(f.lower) + (y-xHeight)/(capHeight-xHeight)*float64(f.capital-f.lower)
	}
	return float64(f.capital) // what is higher than a capital is cut to it
}

// Width is the cells that a text of one line takes.
func (f *Face) Width(text string) int {
	n := 0
	for _, r := range text {
		n += f.glyph(r).w
	}
	return (n + f.kind.across() - 1) / f.kind.across()
}

// Balance is Wrap with the lines as even as they get: it is easier to find the next
// one, and no word is left alone.
func (f *Face) Balance(text string, w int) []string {
	lines := f.Wrap(text, w)
	for len(lines) > 1 {
		longest := 0
		for _, l := range lines {
			longest = max(longest, f.Width(l))
		}
		narrower := f.Wrap(text, longest-1)
		if narrower == nil || len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// Wrap breaks a text between words into lines of at most w cells; nil where a word
// is wider.
func (f *Face) Wrap(text string, w int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch longer := line + " " + word; {
		case f.Width(word) > w:
			return nil
		case line == "":
			line = word
		case f.Width(longer) <= w:
			line = longer
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
