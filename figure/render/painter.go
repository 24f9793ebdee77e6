package render

import (
	"cmp"
	"math"
	"slices"

	"catcow/figure/flesh"
)

// none is the id of a pixel with nothing in it.
const none = 255

// The ids of what a pixel shows: the body's primitives, the cushions, the boxes.
const (
	firstCushion = flesh.Prims
	firstBox     = firstCushion + MaxCushions
)

// far is a depth behind everything.
const far = float32(-1e9)

// lens is how the world falls on W×H pixels.
type lens struct {
	W, H           int
	right, up, eye V
	kx, ky         float64 // pixels per H
	ox, oy         float64 // the middle of the frame
}

// view is a point of the world in camera axes.
func (p *lens) view(v V) V { return V{X: v.Dot(p.right), Y: v.Dot(p.up), Z: v.Dot(p.eye)} }

// Painter paints scenes into its own buffers.
type Painter struct {
	Pix     []RGB // the picture
	Tag     []Tag // what each pixel is, if asked for
	depth   []float32
	id      []uint8
	samples []sample // of one run

	theme Theme
	face  face
	table table // of the theme
	floor shadow
	cones [firstBox]cone
	order [flesh.Prims]uint8 // the body's, the nearest first
	boxes [MaxBoxes]slab
	glows []lamp

	lens
	wx0, wy0, wdx, wdy float32    // pixel (0, 0) in camera axes, and the size of a pixel
	near, range1       float32    // where depth fades from, and 1 / over how much
	haze, flat         [3]float32 // how much of the background a side takes on, and of its shading loses; the last is neither side
}

// Paint paints s in the colours of a theme.
func (p *Painter) Paint(s *Scene, shot *Shot, theme *Theme) {
	if p.theme != *theme {
		p.theme = *theme
		p.table.fill(theme)
	}
	p.resize(shot)
	p.aim(s, shot)
	for i := range s.Body {
		p.cones[i].aim(&p.lens, &s.Body[i])
		p.cones[i].aimShading(&p.lens, &s.Body[i])
	}
	p.sort()
	for _, i := range p.order {
		p.cones[i].cast(p.depth, p.id, p.W, i)
	}
	for i := range s.Cushions {
		c := &p.cones[firstCushion+i]
		c.aim(&p.lens, &s.Cushions[i])
		c.aimShading(&p.lens, &s.Cushions[i])
		c.cast(p.depth, p.id, p.W, uint8(firstCushion+i))
	}
	p.floor.castOn(s)
	for i := range s.Boxes {
		p.boxes[i].aim(&p.lens, p.theme.Dark, &s.Boxes[i])
		p.castBox(i)
	}
	p.aimGlows(s)
	p.shade(s)
	p.halo()
	p.ink(shot)
	p.drawArrows(s, shot)
}

// sort puts the nearest primitives first: what they hide need not be looked at.
func (p *Painter) sort() {
	if p.order[0] == p.order[1] {
		for i := range p.order {
			p.order[i] = uint8(i)
		}
	}
	slices.SortStableFunc(p.order[:], func(a, b uint8) int { return cmp.Compare(p.cones[b].zmax, p.cones[a].zmax) })
}

func (p *Painter) resize(shot *Shot) {
	n := shot.W * shot.H
	p.W, p.H = shot.W, shot.H
	p.Pix, p.depth, p.id = resized(p.Pix, n), resized(p.depth, n), resized(p.id, n)
	p.Tag = p.Tag[:0]
	if shot.Tags {
		p.Tag = resized(p.Tag, n)
		clear(p.Tag)
	}
	p.samples = resized(p.samples, shot.W)
	fill(p.id, none)
	fill(p.depth, far)
}

func resized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// fill sets all of s to v, by doubling what is set.
func fill[T any](s []T, v T) {
	if len(s) == 0 {
		return
	}
	s[0] = v
	for n := 1; n < len(s); n *= 2 {
		copy(s[n:], s[:n])
	}
}

// aim works out how the world falls on the pixels.
func (p *Painter) aim(s *Scene, shot *Shot) {
	p.right, p.up, p.eye = shot.Camera.Axes()
	f := shot.Frame
	p.ox, p.oy = (f.X0+f.X1)/2, (f.Y0+f.Y1)/2
	// One H is kx pixels wide and ky high; the frame fits in both ways.
	p.kx = min(float64(shot.W)/(f.X1-f.X0), float64(shot.H)/((f.Y1-f.Y0)*shot.Aspect))
	p.ky = p.kx * shot.Aspect
	p.wdx, p.wdy = float32(1/p.kx), float32(1/p.ky)
	p.wx0, p.wy0 = float32(p.ox-(float64(p.W)/2-.5)/p.kx), float32(p.oy+(float64(p.H)/2-.5)/p.ky)

	lo, hi := math.Inf(1), math.Inf(-1)
	back := p.eye.Mul(-1)
	for i := range s.Body {
		b := &s.Body[i]
		lo, hi = min(lo, -b.Reach(back)), max(hi, b.Reach(p.eye))
	}
	p.near, p.range1 = float32(hi), float32(1/max(.5, hi-lo))
	p.hazeSides(s)
}

// farHaze is how much of the background the limbs of the far side take on, and farFlat how much of their shading they lose:
// without the difference two crossed legs are one blob. farEnds is the part of the haze that their hands and feet take on: those
// are darker than the limb as it is, and turned into lumps that belong to nothing.
const (
	farHaze = .32
	farFlat = .7
	farEnds = .35
)

// hazeSides decides once for the whole figure which side is the far one, softly, so that a camera that swings past the
// middle does not flash.
func (p *Painter) hazeSides(s *Scene) {
	var z [2]float64
	for i := range s.Body {
		b := &s.Body[i]
		if b.Group == flesh.UArmR || b.Group == flesh.UArmL || b.Group == flesh.ThighR || b.Group == flesh.ThighL {
			side, _ := b.Group.Side()
			z[side] += b.A.Dot(p.eye) / 2
		}
	}
	d := z[1] - z[0] // > 0: the left is nearer
	if !s.Left {
		d = -d
	}
	w := float32(smooth(.02, .06, d)) // how far the side that loses in doubt wins
	far := [2]float32{1 - w, w}       // of the doubtful side, and of the other
	if s.Left {
		far[0], far[1] = far[1], far[0]
	}
	// Seen from before or behind no side is far: a hand must not turn dark for it.
	haze := farHaze * float32(.4+.6*smooth(.03, .15, math.Abs(d)))
	p.haze = [3]float32{haze * far[0], haze * far[1], 0}
	p.flat = [3]float32{farFlat * far[0], farFlat * far[1], 0}
}

// hazeOf is how much of the background c takes on.
func (p *Painter) hazeOf(c *cone) float32 {
	if c.mat == flesh.Hand || c.mat == flesh.Foot {
		return farEnds * p.haze[c.side]
	}
	return p.haze[c.side]
}

// clamp is t, but between 0 and 1. It is quicker than max and min.
func clamp(t float32) float32 {
	if t < 0 {
		return 0
	}
	if t > 1 {
		return 1
	}
	return t
}

// smooth goes from 0 at a to 1 at b.
func smooth[T float32 | float64](a, b, x T) T {
	t := (x - a) * (1 / (b - a))
	if t <= 0 {
		return 0
	}
	if t >= 1 {
		return 1
	}
	return t * t * (3 - 2*t)
}

// span is the pixels between the picture coordinates lo and hi, given the middle of the frame, the scale and the size.
func span(lo, hi, mid, k float64, n int) (from, to int) {
	from = int(math.Floor((lo-mid)*k + float64(n)/2))
	to = int(math.Ceil((hi-mid)*k+float64(n)/2)) + 1
	return max(0, min(n, from)), max(0, min(n, to))
}

// Smoothed is the mean of the 2×2 pixels from pixel at on.
func (p *Painter) Smoothed(at int) RGB {
	a, b := p.Pix[at:][:2], p.Pix[at+p.W:][:2]
	return RGB{
		(a[0].R + a[1].R + b[0].R + b[1].R) / 4,
		(a[0].G + a[1].G + b[0].G + b[1].G) / 4,
		(a[0].B + a[1].B + b[0].B + b[1].B) / 4,
	}
}

// Empty is whether the w×h pixels from pixel at on show nothing.
func (p *Painter) Empty(at, w, h int) bool {
	for y := range h {
		for _, id := range p.id[at+y*p.W:][:w] {
			if id != none {
				return false
			}
		}
	}
	return true
}
