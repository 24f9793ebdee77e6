package pixels

import (
	"strings"

	"catcow/figure"
)

// frugal keeps what a line to the terminal costs small while the figure moves: cells
// that change so little that nobody sees it stay as they are, and those that are sent
// share their colours with the cell before where they can. It needs quadrants, in
// colours of 24 bits.
type frugal struct {
	style  Style
	w      int
	last   []figure.Cell // as they were sent
	ground figure.Color
}

// quadrants are the blocks by the corners that they fill: left and right above, left
// and right below.
const quadrants = " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█"

func corners(r rune) (filled int, ok bool) {
	i := strings.IndexRune(quadrants, r)
	switch {
	case i < 0:
		return 0, false
	case i == 0:
		return 0, true
	}
	return 1 + (i-1)/len("▗"), true
}

func block(filled int) rune { return []rune(quadrants)[filled] }

// settle changes the cells of a figure into what is to be sent.
func (f *frugal) settle(s Style, w int, cells []figure.Cell) {
	if s.Mode != figure.Quad {
		return
	}
	if f.style != s || f.w != w || len(f.last) != len(cells) {
		*f = frugal{style: s, w: w, last: append(f.last[:0], cells...), ground: figure.Ground(&s.Theme)}
		return
	}
	for at := 0; at+w <= len(cells); at += w {
		f.row(cells[at:at+w], f.last[at:at+w])
	}
	copy(f.last, cells)
}

// row settles a row. The renderer of the frame sends all from the first to the last
// cell that changes; in there it costs nothing to write the same in another way.
func (f *frugal) row(row, last []figure.Cell) {
	from, to := 0, len(row)
	for from < to && f.stale(row[from], last[from]) {
		from++
	}
	for to > from && f.stale(row[to-1], last[to-1]) {
		to--
	}
	copy(row[:from], last[:from])
	copy(row[to:], last[to:])
	var pen figure.Cell
	for i := from; i < to; i++ {
		row[i] = f.write(row[i], pen)
		pen = row[i]
	}
}

// stale reports whether the cell that is there can stand for another.
func (f *frugal) stale(c, there figure.Cell) bool {
	if c == there {
		return true
	}
	a, okA := corners(c.Rune)
	b, okB := corners(there.Rune)
	if !okA || !okB {
		return false
	}
	for corner := range 4 {
		if !f.near(part(c, a, corner), part(there, b, corner)) {
			return false
		}
	}
	return true
}

// part is the colour of a corner.
func part(c figure.Cell, filled, corner int) figure.Color {
	if filled>>corner&1 == 1 {
		return c.FG
	}
	return c.BG
}

// near reports whether one colour can stand for another: the darker they are the
// nearer they have to be. Nothing stands for the terminal's own.
func (f *frugal) near(a, b figure.Color) bool {
	if a == b {
		return true
	}
	if a == f.ground || b == f.ground {
		return false
	}
	r1, g1, b1, ok1 := a.RGB()
	r2, g2, b2, ok2 := b.RGB()
	return ok1 && ok2 && alike(r1, r2) && alike(g1, g2) && alike(b1, b2)
}

func alike(a, b uint8) bool { return int(max(a, b)-min(a, b)) <= 2+int(max(a, b))/14 }

// write is a cell in the way that changes least from the one before.
func (f *frugal) write(c, pen figure.Cell) figure.Cell {
	filled, ok := corners(c.Rune)
	if !ok || pen.Rune == 0 || c.Bold != pen.Bold {
		return c
	}
	if filled == 15 {
		filled, c.BG = 0, c.FG
	}
	if filled == 0 {
		return f.solid(c.BG, c, pen)
	}
	straight, turned := f.match(c, pen), figure.Cell{}
	if c.FG == f.ground || c.BG == f.ground {
		return straight
	}
	turned = c
	turned.Rune, turned.FG, turned.BG = block(15-filled), c.BG, c.FG
	if turned = f.match(turned, pen); changes(turned, pen) < changes(straight, pen) {
		return turned
	}
	return straight
}

// solid is a cell of one colour. It is a space: fonts draw a full block with seams.
func (f *frugal) solid(color figure.Color, c, pen figure.Cell) figure.Cell {
	c.Rune, c.FG, c.BG = ' ', pen.FG, color
	if f.near(color, pen.BG) {
		c.BG = pen.BG
	}
	return c
}

// match takes the colours of the cell before where they are as good.
func (f *frugal) match(c, pen figure.Cell) figure.Cell {
	if f.near(c.FG, pen.FG) {
		c.FG = pen.FG
	}
	if f.near(c.BG, pen.BG) {
		c.BG = pen.BG
	}
	return c
}

// changes is how many colours have to be named for c after the pen.
func changes(c, pen figure.Cell) int {
	n := 0
	if c.FG != pen.FG {
		n++
	}
	if c.BG != pen.BG {
		n++
	}
	return n
}
