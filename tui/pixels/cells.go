package pixels

import (
	"strconv"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
	"catcow/motion"
)

// The smallest figure worth drawing: below it words are clearer.
const (
	LeastWidth  = 24
	LeastHeight = 8
)

// Fills is the number of pictures kept of a breath that moves the figure, and StillFills
// of one that only makes it swell and glow: with more nobody sees a difference.
const (
	Fills      = 40
	StillFills = 24
)

// Style is how figures are drawn for a terminal.
type Style struct {
	Mode   figure.Mode
	Theme  figure.Theme
	Camera int // which of the figure's views
}

// NewStyle is how a terminal with that many colours shows a figure best, unless
// the settings say how; false for not at all.
func NewStyle(c config.Figure, profile colorprofile.Profile, unicode, dark, contrast bool) (Style, bool) {
	s := Style{Theme: figure.LightTheme()}
	if dark {
		s.Theme = figure.DarkTheme()
	}
	if contrast {
		s.Theme = figure.ContrastTheme(dark)
	}
	mode, chosen := figure.ParseMode(c.Mode)
	switch {
	case chosen:
		s.Mode = mode
	case c.Mode == "none":
		return s, false
	case !unicode:
		s.Mode = figure.ASCII
	case profile == colorprofile.ANSI:
		s.Mode = figure.ANSI16
	case profile < colorprofile.ANSI:
		s.Mode = figure.Braille
	}
	return s, true
}

// Pose is a pose as it is held on its right side, in h lines of w cells; nil where it
// has no figure, or where there is no room for one.
func (s Style) Pose(p *content.Pose, w, h int) []string {
	var r CellRenderer
	return r.Pose(s, p, w, h)
}

// CellRenderer draws figures in cells, and keeps those of a hold.
type CellRenderer struct {
	renderer figure.Renderer
	line     []byte     // being written
	kept     [][]string // of a hold, by how full the lungs are; nil until they are drawn
	of       hold
	wanted   *Breath // to be drawn beside the loop
}

// hold is what the kept figures are of.
type hold struct {
	key   any
	style Style
	w, h  int
	fills int
}

// Pose is a pose as it is held on its right side.
func (r *CellRenderer) Pose(s Style, p *content.Pose, w, h int) []string {
	posture, ok := motion.Still(p)
	if !ok || w < LeastWidth || h < LeastHeight {
		return nil
	}
	return r.Draw(s, &posture, w, h, .5)
}

// Draw is a posture with the lungs filled by breath (0 to 1), in h lines of w cells.
func (r *CellRenderer) Draw(s Style, p *figure.Posture, w, h int, breath float64) []string {
	return r.write(s, r.cells(s, p, w, h, breath), nil)
}

// Hold is the posture of a hold at a breath, of which so many pictures are kept. The
// key names the hold: as long as it is the same, figures are drawn once, all of them
// beside the loop by [CellRenderer.DrawBreath]. Until then there is a figure of this
// moment.
func (r *CellRenderer) Hold(key any, s Style, w, h, fills int, fullness float64, posture func(fullness float64) figure.Posture) []string {
	if of := (hold{key, s, w, h, fills}); r.of != of {
		r.of, r.kept = of, nil // not both at once
		r.wanted = newBreath(of, posture)
	}
	at := int(fullness*float64(fills) + .5)
	if r.kept != nil {
		return r.kept[at]
	}
	fullness = float64(at) / float64(fills)
	p := posture(fullness)
	return r.Draw(s, &p, w, h, fullness)
}

func (r *CellRenderer) cells(s Style, p *figure.Posture, w, h int, breath float64) figure.Cells {
	return r.renderer.Draw(p, figure.View{Camera: s.Camera}, figure.Size{W: w, H: h}, s.Mode, &s.Theme, breath)
}

// write is cells as lines for the terminal. Those that are as they were before are the
// same strings.
func (r *CellRenderer) write(s Style, cells figure.Cells, before []string) []string {
	lines := make([]string, cells.H)
	ground := figure.Ground(&s.Theme)
	for y := range cells.H {
		b := r.line[:0]
		last := figure.Cell{}
		for x := range cells.W {
			c := cells.At(x, y)
			if c.BG == ground {
				c.BG = 0 // the terminal's own: the figure stands on the screen, not on a panel
			}
			if c.FG != last.FG || c.BG != last.BG || c.Bold != last.Bold {
				b = appendStyle(b, last, c)
			}
			b = utf8.AppendRune(b, c.Rune)
			last = c
		}
		r.line = append(b, ansi.ResetStyle...)
		if y < len(before) && before[y] == string(r.line) {
			lines[y] = before[y]
		} else {
			lines[y] = string(r.line)
		}
	}
	return lines
}

// appendStyle changes what one cell looks like to what the next does: the less there is to
// be read of a frame, the less it costs.
func appendStyle(b []byte, from, to figure.Cell) []byte {
	b = append(b, "\x1b["...)
	switch {
	case to.Bold && !from.Bold:
		b = append(b, "1;"...)
	case from.Bold && !to.Bold:
		b = append(b, "22;"...)
	}
	if to.FG != from.FG {
		b = appendColor(b, to.FG, 30)
	}
	if to.BG != from.BG {
		b = appendColor(b, to.BG, 40)
	}
	b[len(b)-1] = 'm' // in place of the last semicolon
	return b
}

// appendColor is the parameters of a foreground (30) or a background (40) colour.
func appendColor(b []byte, c figure.Color, base int) []byte {
	if i, ok := c.Index(); ok {
		if i >= 8 {
			base += 60 - 8 // the bright half of the sixteen
		}
		return append(strconv.AppendInt(b, int64(base+int(i)), 10), ';')
	}
	red, green, blue, ok := c.RGB()
	if !ok {
		return append(strconv.AppendInt(b, int64(base+9), 10), ';') // the terminal's own
	}
	b = append(strconv.AppendInt(b, int64(base+8), 10), ";2;"...)
	for _, v := range []uint8{red, green, blue} {
		b = append(strconv.AppendUint(b, uint64(v), 10), ';')
	}
	return b
}
