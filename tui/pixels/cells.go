package pixels

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
	"catcow/figure/cells"
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

// mostCellBytes is what the figure may cost from one picture of a breath to the next:
// 17 kB a second at the pace at which one usually breathes.
const mostCellBytes = 2400

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
	kept     [][]string // of a hold, by how full the lungs are
	of       hold
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
// key names the hold: as long as it is the same, figures are drawn once.
func (r *CellRenderer) Hold(key any, s Style, w, h, fills int, breath float64, posture func(breath float64) figure.Posture) []string {
	if of := (hold{key, s, w, h, fills}); r.of != of {
		r.of, r.kept = of, nil // not both at once
		r.kept = r.breath(s, w, h, fills, posture)
	}
	return r.kept[int(breath*float64(fills)+.5)]
}

// breath draws all the figures of a breath, empty to full. Only from all of them can one tell what changes so little
// from one to the next that it need not be sent.
func (r *CellRenderer) breath(s Style, w, h, fills int, posture func(breath float64) figure.Posture) [][]string {
	figures := make([][]figure.Cell, fills+1)
	for i := range figures {
		fill := float64(i) / float64(fills)
		p := posture(fill)
		figures[i] = slices.Clone(r.cells(s, &p, w, h, fill).Cell)
	}
	cells.Calm(figures, w, s.Mode, figure.Ground(&s.Theme), mostCellBytes)
	kept := make([][]string, len(figures))
	var before []string
	for i, f := range figures {
		kept[i] = r.write(s, figure.Cells{Size: figure.Size{W: w, H: h}, Cell: f}, before)
		before = kept[i]
	}
	return kept
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
				b = appendStyle(b, c)
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

// appendStyle turns on what a cell looks like, and nothing of the one before it.
func appendStyle(b []byte, c figure.Cell) []byte {
	b = append(b, "\x1b[0"...)
	if c.Bold {
		b = append(b, ";1"...)
	}
	b = appendColor(b, c.FG, 30)
	b = appendColor(b, c.BG, 40)
	return append(b, 'm')
}

// appendColor is the parameters of a foreground (30) or a background (40) colour.
func appendColor(b []byte, c figure.Color, base int) []byte {
	if i, ok := c.Index(); ok {
		if i >= 8 {
			base += 60 - 8 // the bright half of the sixteen
		}
		return strconv.AppendInt(append(b, ';'), int64(base+int(i)), 10)
	}
	red, green, blue, ok := c.RGB()
	if !ok {
		return b // the terminal's own
	}
	b = strconv.AppendInt(append(b, ';'), int64(base+8), 10)
	b = append(b, ";2"...)
	for _, v := range []uint8{red, green, blue} {
		b = strconv.AppendUint(append(b, ';'), uint64(v), 10)
	}
	return b
}
