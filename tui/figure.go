package tui

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
	"catcow/session"
)

// The smallest figure worth drawing: below it words are clearer.
const leastFigureWidth, leastFigureHeight = 24, 8

// fills is the number of pictures kept of a breath. In a slow breath the lungs
// fill in about sixty frames, and two that follow each other look the same more
// often than not.
const fills = 40

// mostBytes is what the figure may cost from one picture of a breath to the next:
// 17 kB a second at the pace at which one usually breathes.
const mostBytes = 2400

// stageFigure draws the figure and keeps what it drew.
type stageFigure struct {
	renderer figure.Renderer
	line     []byte     // being written
	kept     [][]string // of a hold, by how full the lungs are
	of       keptFor
}

// keptFor is what the kept pictures hold for.
type keptFor struct {
	way    motion.Way
	w, h   int
	easel  Easel
	locked bool
}

// Easel is how figures are drawn for a terminal.
type Easel struct {
	Mode   figure.Mode
	Theme  figure.Theme
	camera int
}

// NewEasel is how a terminal with that many colours shows a figure best, unless
// the settings say how; false for not at all.
func NewEasel(c config.Figure, profile colorprofile.Profile, unicode, dark bool) (Easel, bool) {
	e := Easel{Theme: figure.LightTheme()}
	if dark {
		e.Theme = figure.DarkTheme()
	}
	mode, chosen := figure.ParseMode(c.Mode)
	switch {
	case chosen:
		e.Mode = mode
	case c.Mode == "none":
		return e, false
	case !unicode:
		e.Mode = figure.ASCII
	case profile == colorprofile.ANSI:
		e.Mode = figure.ANSI16
	case profile < colorprofile.ANSI:
		e.Mode = figure.Braille
	}
	return e, true
}

// Picture is a pose as it is held on its right side, in h lines of w cells; nil
// where it has no figure, or where there is no room for one.
func (e Easel) Picture(p *content.Pose, w, h int) []string {
	var s stageFigure
	return s.picture(e, p, w, h)
}

func (m *model) easel() (Easel, bool) {
	e, ok := NewEasel(m.o.Figure, m.profile, !m.glyphs.ASCII, m.dark)
	e.camera = m.camera
	if m.background != nil {
		r, g, b, _ := m.background.RGBA()
		paper := &e.Theme.Background
		paper.R, paper.G, paper.B = float32(r>>8), float32(g>>8), float32(b>>8)
	}
	return e, ok
}

// figure is the figure at an instant of the session, in a block of lines; nil
// where there is none to show.
func (s *player) figure(m *model, at session.Snapshot, w, h int) []string {
	e, ok := m.easel()
	if s.figured = ok && w >= leastFigureWidth && h >= leastFigureHeight; !s.figured {
		return nil
	}
	if s.mover == nil {
		s.mover = motion.New(m.guide.Plan())
	}
	s.mover.Follow(m.guide.Plan())
	if m.o.Screen.Motion == "reduced" {
		at = motion.Settled(at)
	}
	now, ok := s.mover.At(at)
	if !ok {
		return nil
	}
	s.felt = now.Posture.Felt()
	if lines := s.painted(m, e, at, &now, w, h); lines != nil {
		return lines
	}
	if !now.Held || m.o.Screen.Motion == "reduced" {
		return s.drawn.draw(e, &now.Posture, w, h, now.Breath)
	}
	of := keptFor{now.Way, w, h, e, at.Locked}
	if s.drawn.of != of {
		s.drawn.of, s.drawn.kept = of, s.drawn.breath(e, w, h, func(fill float64) figure.Posture {
			return s.mover.Hold(at.Stage.Pose, now.Way, at.Locked, fill)
		})
	}
	return s.drawn.kept[int(now.Breath*fills+.5)]
}

// breath draws all the pictures of a breath, empty to full. Only from all of them can one tell what changes so little
// from one to the next that it need not be sent.
func (s *stageFigure) breath(e Easel, w, h int, posture func(fill float64) figure.Posture) [][]string {
	pictures := make([][]figure.Cell, fills+1)
	for i := range pictures {
		fill := float64(i) / fills
		p := posture(fill)
		pictures[i] = slices.Clone(s.cells(e, &p, w, h, fill).Cell)
	}
	cells.Calm(pictures, w, e.Mode, figure.Ground(&e.Theme), mostBytes)
	kept := make([][]string, len(pictures))
	for i, p := range pictures {
		kept[i] = s.write(e, figure.Cells{Size: figure.Size{W: w, H: h}, Cell: p})
	}
	return kept
}

// moving reports whether the figure is on the screen and between two postures.
func (s *player) moving(at session.Snapshot) bool {
	if s.mover == nil || !s.figured {
		return false
	}
	now, ok := s.mover.At(at)
	return ok && now.Moving
}

// pictured is a pose as it is held, on a screen other than the player.
func (m *model) pictured(p *content.Pose, w, h int) []string {
	e, ok := m.easel()
	if !ok {
		return nil
	}
	if lines := m.painted(e, p, w, h); lines != nil {
		return lines
	}
	return m.drawn.picture(e, p, w, h)
}

func (s *stageFigure) picture(e Easel, p *content.Pose, w, h int) []string {
	if w < leastFigureWidth || h < leastFigureHeight {
		return nil
	}
	posture, ok := motion.Still(p)
	if !ok {
		return nil
	}
	return s.draw(e, &posture, w, h, .5)
}

func (s *stageFigure) draw(e Easel, p *figure.Posture, w, h int, breath float64) []string {
	return s.write(e, s.cells(e, p, w, h, breath))
}

func (s *stageFigure) cells(e Easel, p *figure.Posture, w, h int, breath float64) figure.Cells {
	return s.renderer.Draw(p, figure.View{Camera: e.camera}, figure.Size{W: w, H: h}, e.Mode, &e.Theme, breath)
}

// write is cells as lines for the terminal.
func (s *stageFigure) write(e Easel, cells figure.Cells) []string {
	lines := make([]string, cells.H)
	ground := figure.Ground(&e.Theme)
	for y := range cells.H {
		b := s.line[:0]
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
		s.line = append(b, ansi.ResetStyle...)
		lines[y] = string(s.line)
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
