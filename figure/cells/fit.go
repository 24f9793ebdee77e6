package cells

import "catcow/figure/render"

// flat is the square of a difference in colour that is not worth a pattern.
const flat = .0006 * 255 * 255

// step is the coarseness of the channels: cells whose colour changes by less need not be sent again.
const step = 8

func channel(v float32) uint8 {
	i := int(v+step/2) / step * step
	return uint8(max(0, min(255, i)))
}

func truecolor(c render.RGB) Color { return RGB(channel(c.R), channel(c.G), channel(c.B)) }

// Ground is the colour of a cell with nothing in it.
func Ground(th *render.Theme) Color { return truecolor(th.Background) }

// GlowColor is the colour of glow number k: stretch, work, release. A mode without colours has none of its own.
func GlowColor[K ~uint8](th *render.Theme, mode Mode, k K) Color {
	if mode == ANSI16 {
		return ANSI(glowIndex(uint8(k)+1, th))
	}
	return truecolor(th.Ramps[render.Stretch+render.Material(k)][1])
}

// Draw makes w×h cells of a picture painted for mode.Shot(w, h); out must have room for them. A picture of a figure that is moving is
// seen for a moment, and drawn so that it is cheap to send.
func Draw(out []Cell, p *render.Painter, mode Mode, w, h int, th *render.Theme, moving bool) {
	if !mode.Tagged() {
		colored(out, p, mode, w, h, th, moving)
		return
	}
	for i := range w * h {
		switch x, y := i%w, i/w; mode {
		case Braille:
			out[i] = braille(p, x, y)
		case ASCII:
			out[i] = ascii(p, x, y)
		case ANSI16, Quad, Half, Sextant, Octant:
			out[i] = ansi(p, x, y, th)
		}
	}
}

// colored fits two colours to every cell.
func colored(out []Cell, p *render.Painter, mode Mode, w, h int, th *render.Theme, moving bool) {
	gx, gy := mode.Grid()
	empty := Cell{Rune: ' ', BG: Ground(th)}
	cw, ch := gx*smoothed, gy*smoothed
	var s sample
	for i := range w * h {
		x, at := i%w, i/w*ch*p.W+i%w*cw
		if p.Empty(at, cw, ch) {
			out[i] = empty
			continue
		}
		s.read(p, at, gx, gy)
		c := s.c[:gx*gy]
		switch {
		case s.arrow != 0 && s.arrow != 1<<len(c)-1:
			out[i] = s.crossed(len(c), mode, th.Background)
		case moving && x > 0:
			out[i] = sketch(c, &out[i-1], mode, th.Background)
		default:
			out[i] = fit(c, mode, th.Background)
		}
	}
}

// sample is what the points of a cell show: their colours, and which of them are an arrow's or its rim's.
type sample struct {
	c          [8]render.RGB
	arrow, rim int
}

// read reads the gx×gy points from pixel at on.
func (s *sample) read(p *render.Painter, at, gx, gy int) {
	i := 0
	s.arrow, s.rim = 0, 0
	for y := range gy {
		for x := range gx {
			from := at + (y*p.W+x)*smoothed
			s.c[i] = p.Smoothed(from)
			if arrow, rim := p.Arrow(from); arrow {
				s.arrow |= 1 << i
			} else if rim {
				s.rim |= 1 << i
			}
			i++
		}
	}
}

// crossed draws n points that an arrow crosses: it comes first, then its rim, and there is no third colour for what lies under them.
func (s *sample) crossed(n int, mode Mode, bg render.RGB) Cell {
	others := s.rim
	if others == 0 {
		others = (1<<n - 1) &^ s.arrow
	}
	return split(mean(s.c[:n], s.arrow), mean(s.c[:n], others), s.arrow, n, mode, bg)
}

// fit finds the two colours and the pattern: the points are sorted along the line on which they differ most, and cut
// where that parts them best. Trying every pattern is no better and takes fifteen times as long.
func fit(c []render.RGB, mode Mode, bg render.RGB) Cell {
	m := mean(c, 1<<len(c)-1)
	var d [8]render.RGB
	most := float32(0)
	var far render.RGB
	for i := range c {
		d[i] = render.RGB{R: c[i].R - m.R, G: c[i].G - m.G, B: c[i].B - m.B}
		if v := dot(d[i], d[i]); v > most {
			most, far = v, d[i]
		}
	}
	if most < flat {
		return Cell{Rune: ' ', BG: truecolor(m)}
	}
	axis := principal(d[:len(c)], far)
	mask := cut(d[:len(c)], axis)
	all := 1<<len(c) - 1
	return split(mean(c, mask), mean(c, all&^mask), mask, len(c), mode, bg)
}

// split draws those of n points that are in the mask in the colour a, and the others in b.
func split(a, b render.RGB, mask, n int, mode Mode, bg render.RGB) Cell {
	// The colour nearer to the panel's goes behind: gaps between lines are then the panel's too.
	if distance(a, bg) < distance(b, bg) {
		a, b = b, a
		mask ^= 1<<n - 1
	}
	fg, back := truecolor(a), truecolor(b)
	if fg == back {
		return Cell{Rune: ' ', BG: back}
	}
	return Cell{Rune: mode.block(mask), FG: fg, BG: back}
}

// mean is the mean of the points in the mask.
func mean(c []render.RGB, mask int) render.RGB {
	var m render.RGB
	n := float32(0)
	for i := range c {
		if mask>>i&1 != 0 {
			m.R, m.G, m.B = m.R+c[i].R, m.G+c[i].G, m.B+c[i].B
			n++
		}
	}
	return render.RGB{R: m.R / n, G: m.G / n, B: m.B / n}
}

func dot(a, b render.RGB) float32 { return a.R*b.R + a.G*b.G + a.B*b.B }

func distance(a, b render.RGB) float32 {
	d := render.RGB{R: a.R - b.R, G: a.G - b.G, B: a.B - b.B}
	return dot(d, d)
}

// principal is the direction in which the differences d are largest: two steps of the power iteration from the largest.
// How long it is does not matter.
func principal(d []render.RGB, axis render.RGB) render.RGB {
	for range 2 {
		var next render.RGB
		for i := range d {
			k := dot(d[i], axis)
			next.R, next.G, next.B = next.R+d[i].R*k, next.G+d[i].G*k, next.B+d[i].B*k
		}
		axis = next
	}
	return axis
}

// cut parts the points, sorted along axis, where the means of the two sides are farthest apart for their numbers.
func cut(d []render.RGB, axis render.RGB) (mask int) {
	var at [8]float32
	var order [8]uint8
	for i := range d {
		v := dot(d[i], axis)
		j := i
		for ; j > 0 && at[j-1] > v; j-- {
			at[j], order[j] = at[j-1], order[j-1]
		}
		at[j], order[j] = v, uint8(i)
	}
	sum, gain := float32(0), float32(0)
	bits := 0
	n := len(d)
	for i := range n - 1 {
		sum += at[i]
		bits |= 1 << order[i]
		if g := sum * sum / float32((i+1)*(n-i-1)); g > gain || mask == 0 {
			gain, mask = g, bits
		}
	}
	return mask
}
