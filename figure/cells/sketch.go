package cells

import "catcow/figure/render"

// What is not seen of a picture that is shown for a moment, while the figure moves, as distances of tones: of a point of a cell with
// an edge in it, and of one without, where a wrong colour would go on and on.
const (
	sketchedEdge = 32
	sketchedFlat = 14
)

// sketch draws a cell with as few new colours as look nearly like its points: those of the cell to its left need not be sent again.
func sketch(c []render.RGB, left *Cell, mode Mode, bg render.RGB) Cell {
	cell := fit(c, mode, bg)
	near := float32(sketchedEdge * sketchedEdge)
	if cell.Rune == ' ' {
		cell.FG, near = left.FG, sketchedFlat*sketchedFlat // nobody sees the foreground
	}
	var want points
	for i := range c {
		want[i] = tone(c[i].R, c[i].G, c[i].B)
	}
	for _, pair := range [...][2]Color{
		{left.FG, left.BG}, {cell.FG, left.BG}, {cell.BG, left.BG}, {left.FG, cell.BG}, {left.FG, cell.FG},
	} {
		mask, ok := nearest(pair, want[:len(c)], near)
		switch {
		case ok && mask == 0:
			return Cell{Rune: ' ', FG: left.FG, BG: pair[1]}
		case ok:
			return Cell{Rune: mode.block(mask), FG: pair[0], BG: pair[1]}
		}
	}
	return cell
}

// nearest is the pattern of a foreground and a background that comes nearest to what is wanted, if it is near.
func nearest(pair [2]Color, want [][3]float32, near float32) (mask int, ok bool) {
	_, _, _, fore := pair[0].RGB()
	_, _, _, ok = pair[1].RGB()
	front, behind := toneOf(pair[0]), toneOf(pair[1])
	for i := range want {
		d := apart(&behind, &want[i])
		if f := apart(&front, &want[i]); fore && f < d {
			mask, d = mask|1<<i, f
		}
		ok = ok && d <= near
	}
	return mask, ok
}

// tone is a colour as its light and its hue: in the dark, another hue is seen more than another light.
func tone(r, g, b float32) [3]float32 {
	y := .30*r + .59*g + .11*b
	return [3]float32{y, .80 * (b - y), .88 * (r - y)}
}

func toneOf(c Color) [3]float32 {
	r, g, b, _ := c.RGB()
	return tone(float32(r), float32(g), float32(b))
}
