package figure

import (
	"catcow/decode"
	"catcow/figure/author"
	"catcow/figure/cells"
	"catcow/figure/check"
	"catcow/figure/draw"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
	"catcow/figure/travel"
)

// What an author writes, and what is wrong with it.
type (
	// Figure is the figure of a pose: its key poses, and which of them a setup goes through.
	Figure = author.Figure
	// Instead is what is seen where a key must not be.
	Instead = author.Instead
	// Set is the way of the figure through a pose on one side.
	Set = author.Set
)

// The body at a moment, and on its way to another.
type (
	// Posture is the body at one moment, with what is around it and where it is looked at from.
	Posture = posture.Posture
	// Kind is what is felt where the body glows. Its String is the word for beside the figure.
	Kind = posture.Kind
	// Path is how a person gets from one posture to another.
	Path = travel.Path
	// Side is a side of the body.
	Side = skel.Side
)

// The kinds of glow.
const (
	Stretched = posture.Stretched
	Working   = posture.Working
	Released  = posture.Released
)

// The sides. A pose is written for the right one.
const (
	Right = skel.Right
	Left  = skel.Left
)

// What is drawn.
type (
	// Renderer draws postures into buffers it uses again and again. The zero value is ready.
	Renderer = draw.Renderer
	// View is which of the cameras of a posture one looks from, and how far one has walked around from it.
	View = draw.View
	// Size is that of a picture in cells.
	Size = draw.Size
	// Cells is a picture.
	Cells = draw.Cells
	// Cell is one character of the terminal with its colours.
	Cell = cells.Cell
	// Color is the terminal's default, one of its 16, or 24 bits.
	Color = cells.Color
	// Mode is how cells are drawn.
	Mode = cells.Mode
	// Theme is the colours of a picture.
	Theme = render.Theme
)

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

// Parse reads the decoded [figure] table of a pose file and works out its keys. It gives every problem it finds; the
// figure is nil if there is nothing that could be drawn.
func Parse(table map[string]any) (*Figure, decode.Problems) { return author.Parse(table) }

// Check looks at all keys, at the postures between those that follow one another, and at the mirror images.
func Check(f *Figure) []check.Finding { return check.Figure(f) }

// Alternate makes one camera of two for sides that take turns: both sets are looked at as the first is, which would otherwise
// change with every breath.
func Alternate(first, other *Set) { author.Alternate(first, other) }

// Blend is the posture at t (0 to 1) of the way from a to b, starting and ending gently.
func Blend(a, b *Posture, t float64) Posture { return posture.Blend(a, b, t) }

// Standing is the posture that people come from who are about to go to a first one.
func Standing(to *Posture) Posture { return travel.Standing(to) }

// Transition is the way from one posture to another that should take no longer than some seconds: with fewer stops where
// all of them would be hectic.
func Transition(from, to *Posture, within float64) Path { return travel.Transition(from, to, within) }

// ParseMode is the mode called s: quad, half, sextant, octant, ansi16, braille, ascii.
func ParseMode(s string) (Mode, bool) { return cells.ParseMode(s) }

// DarkTheme is the palette for a dark terminal.
func DarkTheme() Theme { return render.Dark() }

// LightTheme is the palette for a light terminal.
func LightTheme() Theme { return render.Light() }

// ContrastTheme is the palette in which glows stand out most, for a dark or a light terminal.
func ContrastTheme(dark bool) Theme { return render.Contrast(dark) }

// GlowColor is the colour in which a kind of glow shines.
func GlowColor(th *Theme, mode Mode, k Kind) Color { return cells.GlowColor(th, mode, k) }

// Ground is the colour of a cell with nothing in it.
func Ground(th *Theme) Color { return cells.Ground(th) }
