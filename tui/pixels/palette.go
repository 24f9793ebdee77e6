package pixels

import (
	"image/color"
	"slices"
)

// mostColors is how many colours a picture has in Sixel: each costs its share of
// every band, and with more nobody sees a difference.
const mostColors = 48

// palette is the few colours that a picture is shown in.
type palette struct {
	colors  []color.RGBA
	nearest []uint8 // by the colour in 15 bits: 1 + the nearest, 0 for not looked for yet
}

func key(c color.RGBA) int { return int(c.R>>3)<<10 | int(c.G>>3)<<5 | int(c.B>>3) }

// shade is pixels of nearly one colour.
type shade struct {
	sum [3]uint32
	n   uint32
}

func (s *shade) channel(i int) int { return int(s.sum[i] / s.n) }

// newPalette is at most n colours for a picture: the box of all its colours is cut in
// two, again and again, where it is widest for most pixels. The background is one of
// them as it is, or the picture would be seen as a panel.
func (e *sixelEncoder) newPalette(pixels []color.RGBA, n int, background color.RGBA) palette {
	if e.histogram == nil {
		e.histogram = make([]shade, 1<<15)
	}
	histogram := e.histogram
	clear(histogram)
	for _, c := range pixels {
		s := &histogram[key(c)]
		s.sum[0] += uint32(c.R)
		s.sum[1] += uint32(c.G)
		s.sum[2] += uint32(c.B)
		s.n++
	}
	all := slices.DeleteFunc(histogram, func(s shade) bool { return s.n == 0 })
	boxes := [][]shade{all}
	for len(boxes) < n-1 {
		most, at, channel := 0, -1, 0
		for i, b := range boxes {
			if c, spread := widest(b); spread > most {
				most, at, channel = spread, i, c
			}
		}
		if at < 0 {
			break
		}
		a, b := split(boxes[at], channel)
		boxes[at] = a
		boxes = append(boxes, b)
	}
	p := palette{colors: []color.RGBA{background}, nearest: make([]uint8, 1<<15)}
	p.nearest[key(background)] = 1
	for _, b := range boxes {
		p.colors = append(p.colors, mean(b))
	}
	return p
}

// widest is the channel in which the colours of a box differ most, and how much it is
// worth to cut them there.
func widest(box []shade) (channel, worth int) {
	n := 0
	for i := range box {
		n += int(box[i].n)
	}
	for c := range 3 {
		low, high := 255, 0
		for i := range box {
			v := box[i].channel(c)
			low, high = min(low, v), max(high, v)
		}
		// Few pixels far apart count as much as many that are close.
		if w := (high - low) * (high - low) * root(n); w > worth && len(box) > 1 {
			channel, worth = c, w
		}
	}
	return channel, worth
}

// root is about the square root.
func root(n int) int {
	r := 1
	for r*r < n {
		r *= 2
	}
	return r
}

// split cuts a box so that each half has as many pixels as can be.
func split(box []shade, channel int) (a, b []shade) {
	slices.SortFunc(box, func(x, y shade) int { return x.channel(channel) - y.channel(channel) })
	total := 0
	for i := range box {
		total += int(box[i].n)
	}
	at, n := 1, int(box[0].n)
	for at < len(box)-1 && 2*n < total {
		n += int(box[at].n)
		at++
	}
	return box[:at:at], box[at:]
}

func mean(box []shade) color.RGBA {
	var sum shade
	for i := range box {
		for c := range sum.sum {
			sum.sum[c] += box[i].sum[c]
		}
		sum.n += box[i].n
	}
	return color.RGBA{uint8(sum.channel(0)), uint8(sum.channel(1)), uint8(sum.channel(2)), 255}
}

// index is the colour that is nearest to c.
func (p *palette) index(c color.RGBA) uint8 {
	k := key(c)
	if i := p.nearest[k]; i > 0 {
		return i - 1
	}
	best, least := 0, 1<<30
	for i, o := range p.colors {
		r, g, b := int(c.R)-int(o.R), int(c.G)-int(o.G), int(c.B)-int(o.B)
		if d := 3*r*r + 4*g*g + 2*b*b; d < least {
			best, least = i, d
		}
	}
	p.nearest[k] = uint8(best + 1)
	return uint8(best)
}
