package tui

import (
	"image/color"
	"math"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/figure"
	"catcow/motion"
	"catcow/session"
)

// portrait is all that a picture depends on.
type portrait struct {
	of      keptFor // the hold it is of
	level   int     // of the breath in the hold
	screen  screen
	moving  bool
	w, h    int // in cells
	easel   Easel
	cell    cellSize
	breath  float64
	posture figure.Posture
}

type cellSize struct{ w, h int } // in pixels

// The points of a picture. What moves is drawn coarser: each is looked at once,
// for a moment. The terminal makes both as large as their place.
const mostPoints, mostMoving = 160_000, 40_000

// firstID is below the ids of pictures.
const firstID = 1000

// points is the size of a picture in points, in the shape of its place.
func (p *portrait) points() (w, h int) {
	x, y := float64(p.w*p.cell.w), float64(p.h*p.cell.h)
	limit := float64(mostPoints)
	if p.moving {
		limit = mostMoving
	}
	scale := min(1, math.Sqrt(limit/(x*y)))
	return max(1, int(x*scale+.5)), max(1, int(y*scale+.5))
}

// alike reports whether both are of one hold, in one place.
func (p *portrait) alike(q *portrait) bool {
	return p.of.way.Pose != "" && p.of.way.Pose == q.of.way.Pose && p.of.way.Variant == q.of.way.Variant &&
		p.of.easel == q.of.easel && p.of.w == q.of.w && p.of.h == q.of.h && p.cell == q.cell
}

func (p *portrait) background() color.Color {
	b := p.easel.Theme.Background
	return ansi.RGBColor{R: uint8(b.R), G: uint8(b.G), B: uint8(b.B)}
}

// drawPicture draws a picture and makes it ready to be sent.
func drawPicture(r *figure.Renderer, p *portrait, id int) tea.Msg {
	w, h := p.points()
	points := r.Pixels(&p.posture, figure.View{Camera: p.easel.camera}, w, h, &p.easel.Theme, p.breath)
	rgb := make([]byte, 0, 3*len(points))
	for _, c := range points {
		rgb = append(rgb, c.R, c.G, c.B)
	}
	data, err := transmission(id, rgb, w, h, p.w, p.h)
	if err != nil {
		return drawnMsg{id, ""}
	}
	return drawnMsg{id, data}
}

// painted is the figure at a moment of the session in pixels; nil where there are
// only cells.
func (s *player) painted(m *model, e Easel, at session.Snapshot, now *motion.Moment, w, h int) []string {
	if !m.paints() {
		return nil
	}
	p := portrait{screen: m.screen, w: w, h: h, easel: e, breath: now.Breath, posture: now.Posture}
	p.moving = now.Moving && at.State == session.Playing
	if now.Held {
		p.of = keptFor{now.Way, w, h, e, at.Locked}
		p.level = int(now.Breath*fills + .5)
		p.breath = float64(p.level) / fills
		p.posture = s.mover.Hold(at.Stage.Pose, now.Way, at.Locked, p.breath)
	} else if !p.moving {
		p.breath = math.Round(now.Breath*fills) / fills // or a breath would have no end of pictures
	}
	return m.gallery.block(&p, m.overlay != nil)
}

// painted is a pose as it is held, in pixels; nil where there are only cells.
func (m *model) painted(e Easel, pose *content.Pose, w, h int) []string {
	posture, ok := motion.Still(pose)
	if !ok || !m.paints() || w < leastFigureWidth || h < leastFigureHeight {
		return nil
	}
	return m.gallery.block(
		&portrait{screen: m.screen, w: w, h: h, easel: e, breath: .5, posture: posture}, m.overlay != nil)
}

// paints reports whether there are pixels. Placeholders name their picture by a
// colour, so all colours have to reach the terminal.
func (m *model) paints() bool {
	return m.gallery.open && m.profile == colorprofile.TrueColor && !m.glyphs.ASCII
}
