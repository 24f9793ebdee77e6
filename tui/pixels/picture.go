package pixels

import (
	"image/color"
	"math"

	tea "charm.land/bubbletea/v2"

	"catcow/figure"
)

// Picture is all that a picture of the figure depends on. Two that are equal look the
// same.
type Picture struct {
	Hold    string // the pose of the hold that it is of; "" between holds
	Screen  any    // on which it stands
	Moving  bool   // the next will be another
	W, H    int    // in cells
	Camera  int
	Theme   figure.Theme
	Breath  float64 // how full the lungs are, 0 to 1
	Posture figure.Posture

	cell cellSize
}

type cellSize struct{ w, h int } // in pixels

func (c cellSize) known() bool { return c.w > 0 && c.h > 0 }

// The points of a picture. What moves is drawn coarser: each is looked at once,
// for a moment.
const mostPoints, mostMoving = 160_000, 40_000

// points is the size of a picture in points, in the shape of its place.
func (p *Picture) points() (w, h int) {
	x, y := float64(p.W*p.cell.w), float64(p.H*p.cell.h)
	limit := float64(mostPoints)
	if p.Moving {
		limit = mostMoving
	}
	scale := min(1, math.Sqrt(limit/(x*y)))
	return max(1, int(x*scale+.5)), max(1, int(y*scale+.5))
}

// sameHold reports whether both are of one hold, in one place.
func (p *Picture) sameHold(q *Picture) bool {
	return p.Hold != "" && p.Hold == q.Hold && p.Camera == q.Camera && p.Theme == q.Theme && p.W == q.W && p.H == q.H &&
		p.cell == q.cell
}

func (p *Picture) background() color.RGBA {
	b := p.Theme.Background
	return color.RGBA{uint8(b.R), uint8(b.G), uint8(b.B), 255}
}

// artist draws pictures, one at a time.
type artist struct {
	renderer figure.Renderer
	sixel    sixelEncoder
}

// rest gives back all that is needed only while pictures are drawn. The colours of a hold
// stay.
func (a *artist) rest() {
	a.renderer = figure.Renderer{}
	a.sixel = sixelEncoder{one: a.sixel.one, colors: a.sixel.colors, of: a.sixel.of}
}

// draw draws a picture and makes it ready to be sent.
func (a *artist) draw(p *Picture, id int, protocol Protocol) tea.Msg {
	w, h := p.points()
	points := a.renderer.Pixels(&p.Posture, figure.View{Camera: p.Camera}, w, h, &p.Theme, p.Breath)
	if protocol == Sixel {
		return drawnMsg{id: id, sixel: a.sixel.encode(p, points, w, h)}
	}
	rgb := make([]byte, 0, 3*len(points))
	for _, c := range points {
		rgb = append(rgb, c.R, c.G, c.B)
	}
	return drawnMsg{id: id, data: transmission(id, rgb, w, h, p.W, p.H, protocol == Placeholders)}
}
