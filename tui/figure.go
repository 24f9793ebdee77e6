package tui

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/figure"
	"catcow/session"
)

// The smallest figure worth drawing: below it words are clearer.
const leastFigureWidth, leastFigureHeight = 24, 8

// fills is the number of pictures kept of a breath. In a slow breath the lungs
// fill in about sixty frames, and two that follow each other look the same more
// often than not.
const fills = 40

// stageFigure draws the figure and keeps what it drew.
type stageFigure struct {
	renderer figure.Renderer
	kept     map[int][]string // of a hold, by how full the lungs are
	of       keptFor
}

// keptFor is what the kept pictures hold for.
type keptFor struct {
	way    way
	w, h   int
	camera int
	mode   figure.Mode
	dark   bool
	locked bool
}

// figureMode is how this terminal shows a figure best; false for not at all.
func (m *model) figureMode() (figure.Mode, bool) {
	if mode, ok := figure.ParseMode(m.o.Figure.Mode); ok {
		return mode, true
	}
	switch {
	case m.o.Figure.Mode == "none":
		return 0, false
	case m.glyphs.ascii:
		return figure.ASCII, true
	case m.profile == colorprofile.ANSI:
		return figure.ANSI16, true
	case m.profile < colorprofile.ANSI:
		return figure.Braille, true
	}
	return figure.Quad, true
}

func (m *model) figureTheme() *figure.Theme {
	theme := figure.LightTheme()
	if m.dark {
		theme = figure.DarkTheme()
	}
	return &theme
}

// figure is the figure at an instant of the session, in a block of lines; nil
// where there is none to show.
func (s *player) figure(m *model, at session.Snapshot, w, h int) []string {
	mode, ok := m.figureMode()
	if !ok || w < leastFigureWidth || h < leastFigureHeight {
		return nil
	}
	if s.mover == nil {
		s.mover = newMover(s.engine.Plan())
	}
	s.mover.plan = s.engine.Plan()
	if m.o.Screen.Motion == "reduced" {
		at = still(at)
	}
	now, ok := s.mover.at(at)
	if !ok {
		return nil
	}
	if !now.held {
		return s.drawn.draw(m, &now.posture, w, h, mode, now.breath)
	}
	of := keptFor{now.way, w, h, m.camera, mode, m.dark, at.Locked}
	if s.drawn.of != of {
		s.drawn.of, s.drawn.kept = of, map[int][]string{}
	}
	level := int(now.breath*fills + .5)
	lines, ok := s.drawn.kept[level]
	if !ok {
		fill := float64(level) / fills
		set := s.mover.set(at.Stage.Pose, now.way.side)
		posture := held(set, at.Stage.Pose, at.Locked, fill)
		lines = s.drawn.draw(m, &posture, w, h, mode, fill)
		s.drawn.kept[level] = lines
	}
	return lines
}

// moving reports whether the figure is between two postures.
func (s *player) moving(at session.Snapshot) bool {
	if s.mover == nil {
		return false
	}
	now, ok := s.mover.at(at)
	return ok && now.moving
}

// still is the instant with every movement over.
func still(at session.Snapshot) session.Snapshot {
	at.Fill = 0
	if at.Phase == session.In {
		at.Fill = 1
	}
	if !at.Stage.Works() {
		at.In = at.Stage.Length
	} else {
		at.In = max(at.In, moveSettle)
	}
	return at
}

// pictured is a pose as it is held, in a block of lines; nil where there is no
// figure to show.
func (m *model) pictured(p *content.Pose, w, h int) []string {
	mode, ok := m.figureMode()
	if !ok || w < leastFigureWidth || h < leastFigureHeight {
		return nil
	}
	set := postures(p, session.Right)
	if set == nil {
		return nil
	}
	posture := held(set, p, false, 0)
	return m.drawn.draw(m, &posture, w, h, mode, .5)
}

func (s *stageFigure) draw(m *model, p *figure.Posture, w, h int, mode figure.Mode, breath float64) []string {
	cells := s.renderer.Draw(p, figure.View{Camera: m.camera}, figure.Size{W: w, H: h}, mode, m.figureTheme(), breath)
	lines := make([]string, h)
	var b strings.Builder
	for y := range h {
		b.Reset()
		var last figure.Cell
		for x := range w {
			c := cells.At(x, y)
			if c.FG != last.FG || c.BG != last.BG || c.Bold != last.Bold || x == 0 {
				writeStyle(&b, c, x > 0)
				last = c
			}
			b.WriteRune(c.Rune)
		}
		b.WriteString(ansi.ResetStyle)
		lines[y] = b.String()
	}
	return lines
}

// writeStyle turns on what a cell looks like.
func writeStyle(b *strings.Builder, c figure.Cell, reset bool) {
	if reset {
		b.WriteString(ansi.ResetStyle)
	}
	style := ansi.NewStyle()
	if fg, ok := cellColor(c.FG); ok {
		style = style.ForegroundColor(fg)
	}
	if bg, ok := cellColor(c.BG); ok {
		style = style.BackgroundColor(bg)
	}
	if c.Bold {
		style = style.Bold()
	}
	if len(style) > 0 {
		b.WriteString(style.String())
	}
}

// cellColor is a cell's colour; false for the terminal's own.
func cellColor(c figure.Color) (ansi.Color, bool) {
	if i, ok := c.Index(); ok {
		return ansi.BasicColor(i), true
	}
	if r, g, b, ok := c.RGB(); ok {
		return ansi.RGBColor{R: r, G: g, B: b}, true
	}
	return nil, false
}
