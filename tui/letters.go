package tui

import (
	"image"
	"strings"
	"unicode"

	"golang.org/x/image/font/inconsolata"
	"golang.org/x/image/math/fixed"
)

// A line of block letters is the rows of the font from top to bottom: room for
// the tip of a "b", a capital from capTop to baseline, the tail of a "g". Two rows
// of the font make one of the terminal, so a capital is five rows high.
const (
	letterTop, letterBottom = 2, 16
	capTop, baseline        = 4, 14

	letterRows = (letterBottom - letterTop) / 2
	numberRows = (baseline - capTop) / 2
)

// mostScale is the largest size letters are drawn in.
const mostScale = 6

// In points of the font: between two characters, and a space.
const gap, space = 1, 4

// lettering is a size and a kind of block letters.
type lettering struct {
	scale int // a line is scale × letterRows high
	ascii bool
}

// letter is a character's points: of every row, one bit for each column.
type letter struct {
	w    int
	rows [letterBottom - letterTop]uint16
}

// letters is a text in the largest block letters in which all of it fits w by h
// cells, broken between words; nil where it does not fit in the smallest, or where
// the font lacks one of its characters.
func letters(text string, w, h int, ascii bool) []string {
	if !legible(text, w, h, ascii) {
		return nil
	}
	for scale := min(mostScale, h/letterRows); scale > 0; scale-- {
		l := lettering{scale, ascii}
		lines := l.wrap(text, w)
		if lines == nil || len(lines)*l.height() > h {
			continue
		}
		out := make([]string, 0, h)
		for _, line := range lines {
			out = append(out, l.line(line)...)
		}
		return out
	}
	return nil
}

// legible reports whether letters has a text in w by h cells.
func legible(text string, w, h int, ascii bool) bool {
	l := lettering{1, ascii}
	lines := l.wrap(text, w)
	return lines != nil && len(lines)*l.height() <= h && drawable(text)
}

// number is a clock or a count in block letters without the room above and below
// that a text needs: 5 × scale rows.
func (l lettering) number(text string) []string {
	const from, to = (capTop - letterTop) / 2, (baseline - letterTop) / 2
	return l.line(text)[from*l.scale : to*l.scale]
}

// height is the rows of a line.
func (l lettering) height() int { return letterRows * l.scale }

// width is the cells that a text of one line takes.
func (l lettering) width(text string) int { return l.cells(points(text)) }

// points is the columns of a text, the gaps between its characters among them.
func points(text string) int {
	n := 0
	for _, r := range text {
		n += draw(r).w + gap
	}
	return max(n-gap, 0)
}

// cells is how wide points are: two a cell, or one where there are no quarters of
// a cell to draw with.
func (l lettering) cells(points int) int {
	if l.ascii {
		return points * l.scale
	}
	return (points*l.scale + 1) / 2
}

// line draws a text of one line.
func (l lettering) line(text string) []string {
	var characters []letter
	for _, r := range text {
		characters = append(characters, draw(r))
	}
	// Every column of the line, from the top row of the font down.
	var grid [letterBottom - letterTop][]bool
	for y := range grid {
		for i, c := range characters {
			if i > 0 {
				grid[y] = append(grid[y], false) // the gap
			}
			for x := range c.w {
				grid[y] = append(grid[y], c.rows[y]>>x&1 == 1)
			}
		}
	}
	out := make([]string, l.height())
	for y := range out {
		out[y] = l.row(&grid, y)
	}
	return out
}

// row draws the cells of one row of the terminal.
func (l lettering) row(grid *[letterBottom - letterTop][]bool, y int) string {
	across := 2
	marks := []rune(quadrants)
	if l.ascii {
		across, marks = 1, []rune(" ,\"#")
	}
	upper, lower := grid[2*y/l.scale], grid[(2*y+1)/l.scale]
	var b strings.Builder
	for x := range l.cells(len(upper)) {
		mask := 0
		for _, row := range [][]bool{upper, lower} {
			for i := range across {
				mask <<= 1
				if at := (across*x + i) / l.scale; at < len(row) && row[at] {
					mask |= 1
				}
			}
		}
		b.WriteRune(marks[mask])
	}
	return strings.TrimRight(b.String(), " ")
}

// wrap breaks a text between words into lines of at most w cells; nil where a word
// is wider.
func (l lettering) wrap(text string, w int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		long := points(word)
		joined := used + points(" ") + 2*gap + long
		switch {
		case l.cells(long) > w:
			return nil
		case line == "":
			line, used = word, long
		case l.cells(joined) <= w:
			line, used = line+" "+word, joined
		default:
			lines = append(lines, line)
			line, used = word, long
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// drawable reports whether the font has every character of a text.
func drawable(text string) bool {
	for _, r := range text {
		if _, ok := inconsolata.Bold8x16.GlyphAdvance(plainer(r)); !ok && !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// plainer is the character to draw for one that the font lacks, or draws so that
// it is hard to tell from others: its zero has a stroke inside, like an eight.
func plainer(r rune) rune {
	switch r {
	case '0':
		return 'O'
	case '‐', '‑', '‒', '–', '—':
		return '-'
	}
	return r
}

// draw is a character's points without the empty columns on both sides, which the
// digits keep in part: a countdown must not shift with each second.
func draw(r rune) letter {
	if unicode.IsSpace(r) {
		return letter{w: space}
	}
	face := inconsolata.Bold8x16
	at, mask, from, _, _ := face.Glyph(fixed.P(0, face.Ascent), plainer(r))
	alpha, ok := mask.(*image.Alpha)
	if !ok { // there is none
		return letter{w: space}
	}
	var columns [letterBottom - letterTop]uint16
	used := uint16(0)
	if unicode.IsDigit(r) {
		used = digitColumns
	}
	for y := range columns {
		for x := range at.Dx() {
			if alpha.AlphaAt(from.X+x, from.Y+y+letterTop-at.Min.Y).A >= 0x80 {
				columns[y] |= 1 << x
			}
		}
		used |= columns[y]
	}
	first, w := 0, 0
	for ; used != 0 && used&1 == 0; used >>= 1 {
		first++
	}
	for ; used != 0; used >>= 1 {
		w++
	}
	for y := range columns {
		columns[y] >>= first
	}
	return letter{w, columns}
}

// digitColumns is the columns that any digit uses, one bit each.
const digitColumns = 0b1_1111_1110
