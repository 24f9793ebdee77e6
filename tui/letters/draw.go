package letters

import (
	"image/color"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// steps is how many shades there are between the paper and the ink: more are not
// told apart, and each change of colour is sent.
const steps = 4

// Ink is the colours that letters are drawn in on one terminal.
type Ink struct {
	kind  Kind
	front [steps + 1]color.Color // of a shade; nil for the terminal's own
	back  [steps + 1]color.Color
	bold  bool           // the last of the shades is
	near  [steps + 1]int // the nearest shade that there is
}

// NewInk mixes shades from the paper, which is the terminal's background, to a
// colour, given as for a terminal of that profile.
func NewInk(kind Kind, profile colorprofile.Profile, ink, paper color.Color) Ink {
	i := Ink{kind: kind, near: [steps + 1]int{0, 1, 2, 3, 4}}
	shades := [steps + 1]color.Color{steps: ink}
	switch {
	case profile <= colorprofile.ASCII:
		if kind == Shaded {
			i.kind = Solid
		}
		return i
	case kind != Shaded:
	case profile <= colorprofile.ANSI:
		i.near = [steps + 1]int{0, 0, 2, steps, steps}
		shades[2] = middle(ink)
	default:
		for s := range shades {
			shades[s] = mixed(ink, paper, s)
		}
	}
	i.front, i.back = shades, shades
	i.back[0] = nil
	i.bold = profile > colorprofile.ANSI && kind == Shaded
	return i
}

// middle is what comes between one of sixteen colours and the paper: the other one of
// its hue.
func middle(ink color.Color) color.Color {
	const grey, light, bright = ansi.BrightBlack, ansi.White, ansi.BrightWhite
	switch b, ok := ink.(ansi.BasicColor); {
	case !ok:
		return ink
	case b == ansi.Black || b == light || b == bright:
		return grey
	default:
		return b ^ ansi.BrightBlack
	}
}

// mixed is a shade between the paper and the ink.
func mixed(ink, paper color.Color, step int) color.Color {
	r1, g1, b1, _ := paper.RGBA()
	r2, g2, b2, _ := ink.RGBA()
	mix := func(a, b uint32) uint8 { return uint8((a*(steps-uint32(step)) + b*uint32(step)) / steps >> 8) }
	return ansi.RGBColor{R: mix(r1, r2), G: mix(g1, g2), B: mix(b1, b2)}
}

// Quarters is the block characters by which quarters are filled: upper left, upper
// right, lower left, lower right, from the highest bit down.
const Quarters = " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█"

// Line draws a text of one line, cut to w cells.
func (i Ink) Line(f *Face, text string, w int) []string {
	across, h := f.kind.across(), 2*f.rows
	width := min(f.Width(text), w)
	grid := make([]uint8, width*across*h)
	x := 0
	for _, r := range text {
		g := f.glyph(r)
		for y := range h {
			for dx := range g.w {
				if at := x + dx; at < width*across {
					grid[y*width*across+at] = g.points[y*g.w+dx]
				}
			}
		}
		x += g.w
	}
	lines := make([]string, f.rows)
	for y := range lines {
		lines[y] = i.row(grid, width, across, y)
	}
	return lines
}

// row draws the cells of one row of the terminal.
func (i Ink) row(grid []uint8, width, across, y int) string {
	var b strings.Builder
	marks := []rune(Quarters)
	var last uv.Style // of the run
	blank := 0        // spaces that are not written yet
	stride := width * across
	for x := range width {
		upper, lower := grid[2*y*stride+x*across:], grid[(2*y+1)*stride+x*across:]
		var r rune
		var front, back int
		if across == 1 {
			r, front = whole(upper[0], lower[0])
			back = front // a cell of one colour is a block, whatever stands in it
		} else {
			var mask int
			mask, front, back = i.fit([4]uint8{upper[0], upper[1], lower[0], lower[1]})
			r = marks[mask]
		}
		if front == 0 && back == 0 {
			blank++
			continue
		}
		if blank > 0 {
			if last.Bg != nil {
				b.WriteString(ansi.ResetStyle)
				last = uv.Style{}
			}
			b.WriteString(strings.Repeat(" ", blank))
			blank = 0
		}
		now := i.style(front, back)
		b.WriteString(uv.StyleDiff(&last, &now))
		last = now
		b.WriteRune(r)
	}
	if !last.IsZero() {
		b.WriteString(ansi.ResetStyle)
	}
	return b.String()
}

// style is what a cell of two shades looks like.
func (i Ink) style(front, back int) uv.Style {
	s := uv.Style{Fg: i.front[front], Bg: i.back[back]}
	if i.bold && front == steps {
		s.Attrs = uv.AttrBold
	}
	return s
}

// half is the coverage from which a point without shades is filled.
const half = 100

// whole is the character of a cell of two points.
func whole(upper, lower uint8) (r rune, shade int) {
	if int(upper)+int(lower) < 2*half {
		return ' ', 0
	}
	return '#', steps
}

// fit is the quarters to fill and the two shades that come closest to four points.
func (i Ink) fit(points [4]uint8) (mask, front, back int) {
	if i.kind == Solid {
		return solid(points)
	}
	if p := points[0]; points == [4]uint8{p, p, p, p} { // most of them
		shade := i.near[(int(p)*steps+127)/255]
		return min(shade, 1), shade, shade
	}
	best := -1
	for m := 1; m < 16; m++ {
		shades := means(points, m)
		shades[0], shades[1] = i.near[shades[0]], i.near[shades[1]]
		if shades[1] < shades[0] {
			continue // its opposite is the same
		}
		wrong := 0
		for k, p := range points {
			d := int(p) - shades[m>>(3-k)&1]*255/steps
			wrong += d * d
		}
		if best < 0 || wrong < best {
			best, mask, front, back = wrong, m, shades[1], shades[0]
		}
	}
	if front == 0 && back == 0 {
		mask = 0
	}
	return mask, front, back
}

// means is the shades of the points that a mask leaves out, and of those in it.
func means(points [4]uint8, mask int) (shades [2]int) {
	var sum, n [2]int
	for k, p := range points {
		side := mask >> (3 - k) & 1
		sum[side] += int(p)
		n[side]++
	}
	for side := range shades {
		if n[side] > 0 {
			shades[side] = (sum[side]*steps/n[side] + 127) / 255
		}
	}
	return shades
}

// solid is the quarters that are filled without shades.
func solid(points [4]uint8) (mask, front, back int) {
	for _, p := range points {
		mask <<= 1
		if p >= half {
			mask |= 1
		}
	}
	if mask != 0 {
		front = steps
	}
	return mask, front, 0
}
