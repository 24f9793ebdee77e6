package cells

import (
	"slices"

	"catcow/figure/render"
)

// Color is a terminal colour: the terminal's own default, one of the 16, or 24 bits.
type Color uint32

// Default is the terminal's own colour.
const Default Color = 0

// The kinds of the colours that are not Default.
const (
	indexed Color = 1 << 24
	true24  Color = 2 << 24
)

// ANSI is one of the 16 colours.
func ANSI(i uint8) Color { return indexed | Color(i) }

// RGB is a colour of 24 bits.
func RGB(r, g, b uint8) Color { return true24 | Color(r)<<16 | Color(g)<<8 | Color(b) }

// Index is the number of one of the 16 colours.
func (c Color) Index() (i uint8, ok bool) { return uint8(c), c>>24 == indexed>>24 }

// RGB are the channels of a colour of 24 bits.
func (c Color) RGB() (r, g, b uint8, ok bool) {
	return uint8(c >> 16), uint8(c >> 8), uint8(c), c>>24 == true24>>24
}

// Cell is one character of the terminal.
type Cell struct {
	Rune   rune
	FG, BG Color
	Bold   bool
}

// Mode is how cells are drawn.
type Mode uint8

// The modes.
const (
	Quad    Mode = iota // ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█ in 24-bit colour
	Half                // ▀
	Sextant             // 2×3, Unicode 13
	Octant              // 2×4, Unicode 16
	ANSI16              // quadrants in the 16 colours
	Braille             // no colour
	ASCII               // no colour, no Unicode
	Modes   = iota
)

func modeNames() []string {
	return []string{"quad", "half", "sextant", "octant", "ansi16", "braille", "ascii"}
}

func (m Mode) String() string {
	return modeNames()[m]
}

// ParseMode is the mode of the name.
func ParseMode(s string) (Mode, bool) {
	i := slices.Index(modeNames(), s)
	return Mode(max(0, i)), i >= 0
}

// Grid is how many points a cell has across and down.
func (m Mode) Grid() (w, h int) {
	n := [Modes][2]int{
		Quad: {2, 2}, Half: {1, 2}, Sextant: {2, 3}, Octant: {2, 4}, ANSI16: {2, 2}, Braille: {2, 4}, ASCII: {2, 4},
	}[m]
	return n[0], n[1]
}

// Tagged is whether the mode draws what pixels are, and not their colours.
func (m Mode) Tagged() bool { return m >= ANSI16 }

// smoothed is how many pixels a point has each way, to smooth the edges, in modes in which a pixel is not only one thing or another.
const smoothed = 2

// Shot is the size, aspect and ink of the picture for w×h cells of the usual 1:2 shape.
func (m Mode) Shot(w, h int) render.Shot {
	gx, gy := m.Grid()
	ss := smoothed
	if m.Tagged() {
		ss = 1
	}
	s := render.Shot{
		W: w * gx * ss, H: h * gy * ss, Aspect: float64(gy) / float64(2*gx), Point: ss, Tags: m.Tagged(),
	}
	// Outlines are 3.6 pixels wide where a cell has 8×16.
	s.InkX = max(1, int(3.6*float64(gx*ss)/8+.5))
	s.InkY = max(1, int(3.6*float64(gy*ss)/16+.5))
	return s
}
