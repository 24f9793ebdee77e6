package figure

import (
	"image/color"

	"catcow/figure/cells"
	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Cell is one character of the terminal with its colours.
type Cell = cells.Cell

// Color is the terminal's default, one of its 16, or 24 bits.
type Color = cells.Color

// Mode is how cells are drawn.
type Mode = cells.Mode

// Theme is the colours of a picture.
type Theme = render.Theme

// The modes; see [cells.Mode].
const (
	Quad    = cells.Quad
	Half    = cells.Half
	Sextant = cells.Sextant
	Octant  = cells.Octant
	ANSI16  = cells.ANSI16
	Braille = cells.Braille
	ASCII   = cells.ASCII
	Modes   = cells.Modes
)

// ParseMode is the mode called s: quad, half, sextant, octant, ansi16, braille, ascii.
func ParseMode(s string) (Mode, bool) { return cells.ParseMode(s) }

// DarkTheme is the palette for a dark terminal.
func DarkTheme() Theme { return render.Dark() }

// LightTheme is the palette for a light terminal.
func LightTheme() Theme { return render.Light() }

// Ground is the colour of a cell with nothing in it.
func Ground(th *Theme) Color { return cells.Ground(th) }

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
	Cell []Cell
}

// At is the cell in column x of row y.
func (c Cells) At(x, y int) Cell { return c.Cell[y*c.W+x] }

// frame is all that a picture depends on.
type frame struct {
	posture Posture
	view    View
	size    Size
	mode    Mode
	breath  float64
	theme   Theme
}

// Renderer draws postures into buffers it uses again and again. The zero value is ready.
type Renderer struct {
	painter render.Painter
	scene   render.Scene
	body    *flesh.Body
	muscles [2][]flesh.Muscle
	cells   []Cell
	pixels  []color.RGBA
	last    frame
	drawn   bool
}

// Draw draws p with the lungs filled by breath (0 to 1). The cells are the Renderer's own, until the next Draw. A frame
// like the last is kept.
func (r *Renderer) Draw(p *Posture, view View, size Size, mode Mode, theme *Theme, breath float64) Cells {
	size.W, size.H = max(0, min(400, size.W)), max(0, min(200, size.H))
	breath = max(0, min(1, breath))
	if r.drawn && r.last.view == view && r.last.size == size && r.last.mode == mode && r.last.breath == breath &&
		r.last.posture == *p && r.last.theme == *theme {
		return Cells{size, r.cells}
	}
	r.last, r.drawn = frame{*p, view, size, mode, breath, *theme}, true
	n := size.W * size.H
	if cap(r.cells) < n {
		r.cells = make([]Cell, n)
	}
	r.cells = r.cells[:n]
	if n == 0 {
		return Cells{size, r.cells}
	}
	shot := mode.Shot(size.W, size.H)
	r.paint(p, view, &shot, theme, breath)
	cells.Draw(r.cells, &r.painter, mode, size.W, size.H, theme)
	return Cells{size, r.cells}
}

// paint paints p as pixels.
func (r *Renderer) paint(p *Posture, view View, shot *render.Shot, theme *Theme, breath float64) {
	r.compose(p, breath)
	i := view.Camera % p.Views()
	if i < 0 {
		i += p.Views()
	}
	shot.Camera = p.cameras[i]
	shot.Camera.Az += view.Turn
	// The figure of this moment is never cut, whatever the way between the frames of two keys.
	own := shot.Camera.Around(&r.scene.Body)
	shot.Frame = own
	if view.Turn == 0 && p.frames[i] != (render.Frame{}) {
		shot.Frame = p.frames[i].Union(own)
	}
	r.painter.SetTheme(*theme)
	r.painter.Paint(&r.scene, shot)
}

// compose puts flesh, props and glows around the bones.
func (r *Renderer) compose(p *Posture, breath float64) {
	if r.body == nil {
		r.body = flesh.NewBody()
		for side := range skel.Side(2) {
			for _, m := range flesh.Muscles() {
				r.muscles[side] = append(r.muscles[side], m.Side(side))
			}
		}
	}
	s := &r.scene
	r.body.Build(&s.Body, &p.solved.Bones, breath)
	s.Skull = p.solved.Bones[skel.Head]
	s.Left = !p.left
	s.NBoxes, s.NCushions, s.NGlows = 0, 0, 0
	if p.scene != nil {
		s.NBoxes = copy(s.Boxes[:], p.scene.boxes)
		s.NCushions = copy(s.Cushions[:], p.scene.cushions)
	}
	pulse := .7 + .3*breath
	for i, strength := range p.glow {
		if strength < .01 || s.NGlows == render.MaxGlows {
			continue
		}
		m := &r.muscles[i&1][i/2]
		x := &p.solved.Bones[m.Light.Bone]
		s.Glows[s.NGlows] = render.Glow{
			A: x.At(m.Light.A), B: x.At(m.Light.B), R: m.Light.R, Dir: x.R.Apply(m.Light.Dir), Groups: m.Groups,
			Strength: float64(strength) * pulse, Mat: render.Stretch + render.Material(p.kind[i]),
		}
		s.NGlows++
	}
}

// Pixels draws p as w×h square pixels, row by row, smoothed: for pictures and for terminals that show some.
func (r *Renderer) Pixels(p *Posture, view View, w, h int, theme *Theme, breath float64) []color.RGBA {
	w, h = max(1, min(2000, w)), max(1, min(2000, h))
	shot := render.Shot{W: 2 * w, H: 2 * h, Aspect: 1, InkX: max(1, w/160), InkY: max(1, w/160)}
	r.drawn = false
	r.paint(p, view, &shot, theme, max(0, min(1, breath)))
	if cap(r.pixels) < w*h {
		r.pixels = make([]color.RGBA, w*h)
	}
	r.pixels = r.pixels[:w*h]
	for y := range h {
		up, down := r.painter.Pix[4*w*y:][:2*w], r.painter.Pix[4*w*y+2*w:][:2*w]
		for x := range w {
			a, b, c, d := &up[2*x], &up[2*x+1], &down[2*x], &down[2*x+1]
			r.pixels[y*w+x] = color.RGBA{
				mean(a.R, b.R, c.R, d.R), mean(a.G, b.G, c.G, d.G), mean(a.B, b.B, c.B, d.B), 255,
			}
		}
	}
	return r.pixels
}

func mean(a, b, c, d float32) uint8 { return uint8((a+b+c+d)*.25 + .5) }

// Pattern is which points of a cell's grid the rune r covers in mode m: left to right, then down, from bit 0.
func Pattern(m Mode, r rune) (mask int, ok bool) { return cells.Pattern(m, r) }
