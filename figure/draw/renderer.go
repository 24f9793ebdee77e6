// Package draw draws postures: as the cells of a terminal, or as pixels. It puts flesh, props and glows around the bones and keeps
// the buffers that render and cells work in.
package draw

import (
	"image/color"
	"slices"

	"catcow/figure/cells"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// View is which of the cameras of a posture one looks from, and how far one has walked around from it.
type View struct {
	Camera int
	Turn   float64 // degrees, to the figure's right
}

// Size is that of a picture in cells.
type Size struct{ W, H int }

// Cells is a picture: H rows of W cells.
type Cells struct {
	Size
	Cell []cells.Cell
}

// At is the cell in column x of row y.
func (c Cells) At(x, y int) cells.Cell { return c.Cell[y*c.W+x] }

// frame is all that a picture depends on.
type frame struct {
	posture posture.Posture
	view    View
	size    Size
	mode    cells.Mode
	breath  float64
	theme   render.Theme
}

// Renderer draws postures into buffers it uses again and again. The zero value is ready.
type Renderer struct {
	painter render.Painter
	scene   render.Scene
	cells   []cells.Cell
	pixels  []color.RGBA
	last    frame
}

// Draw draws p with the lungs filled by breath (0 to 1). The cells are the Renderer's own, until the next Draw. A frame
// like the last is kept.
func (r *Renderer) Draw(p *posture.Posture, view View, size Size, mode cells.Mode, theme *render.Theme, breath float64) Cells {
	size.W, size.H = max(0, min(400, size.W)), max(0, min(200, size.H))
	breath = max(0, min(1, breath))
	n := size.W * size.H
	if now := (frame{*p, view, size, mode, breath, *theme}); n > 0 && now != r.last {
		r.last = now
		r.cells = slices.Grow(r.cells[:0], n)[:n]
		shot := mode.Shot(size.W, size.H)
		r.Paint(p, view, &shot, theme, breath)
		cells.Draw(r.cells, &r.painter, mode, size.W, size.H, theme, p.Moving)
	}
	return Cells{size, r.cells[:n]}
}

// Paint paints p as pixels, into the painter that it gives.
func (r *Renderer) Paint(p *posture.Posture, view View, shot *render.Shot, theme *render.Theme, breath float64) *render.Painter {
	r.compose(p, breath)
	shot.Camera, shot.Frame = p.View(view.Camera, &r.scene.Body)
	if view.Turn != 0 {
		shot.Camera.Az += view.Turn
		shot.Frame = shot.Camera.Around(&r.scene.Body)
	}
	r.painter.Paint(&r.scene, shot, theme)
	return &r.painter
}

// compose puts flesh, props and glows around the bones.
func (r *Renderer) compose(p *posture.Posture, breath float64) {
	s := &r.scene
	s.Body = flesh.Build(&p.Body.Bones, breath)
	s.Skull = p.Body.Bones[skel.Head]
	s.Left = !p.Left
	s.Boxes, s.Cushions, s.Glows, s.Arrows = s.Boxes[:0], s.Cushions[:0], s.Glows[:0], s.Arrows[:0]
	if p.Scene != nil {
		r.place(p.Scene)
	}
	muscles, pulse := flesh.Muscles(), .7+.3*breath
	for i, strength := range p.Strength {
		if strength < .01 || len(s.Glows) == render.MaxGlows {
			continue
		}
		m := &muscles[i]
		x := &p.Body.Bones[m.Bone]
		s.Glows = append(s.Glows, render.Glow{
			A: x.At(m.A), B: x.At(m.B), R: m.R, Dir: x.R.Apply(m.Dir), Groups: m.Groups,
			Strength: float64(strength) * pulse, Mat: render.Stretch + render.Material(p.Kinds[i]),
		})
	}
	for i := range p.Arrows {
		if p.Arrows[i].Strength >= .05 {
			s.Arrows = append(s.Arrows, p.Arrows[i])
		}
	}
}

// place puts the mat and as many of the props as a picture takes around the body.
func (r *Renderer) place(around *posture.Scenery) {
	s := &r.scene
	if around.Mat != nil {
		s.Boxes = append(s.Boxes, *around.Mat)
	}
	for _, t := range around.Solids {
		if t.Box != nil && len(s.Boxes) < render.MaxBoxes {
			s.Boxes = append(s.Boxes, *t.Box)
		} else if t.Cushion != nil && len(s.Cushions) < render.MaxCushions {
			s.Cushions = append(s.Cushions, *t.Cushion)
		}
	}
}

// Pixels draws p as w×h square pixels, row by row, smoothed: for pictures and for terminals that show some.
func (r *Renderer) Pixels(p *posture.Posture, view View, w, h int, theme *render.Theme, breath float64) []color.RGBA {
	w, h = max(1, min(2000, w)), max(1, min(2000, h))
	shot := render.Shot{W: 2 * w, H: 2 * h, Aspect: 1, InkX: max(1, w/160), InkY: max(1, w/160)}
	r.Paint(p, view, &shot, theme, max(0, min(1, breath)))
	r.pixels = slices.Grow(r.pixels[:0], w*h)[:w*h]
	for y := range h {
		for x := range w {
			c := r.painter.Smoothed(4*w*y + 2*x)
			r.pixels[y*w+x] = color.RGBA{uint8(c.R + .5), uint8(c.G + .5), uint8(c.B + .5), 255}
		}
	}
	return r.pixels
}
