package tui

import (
	"image/color"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/figure"
	"catcow/motion"
	"catcow/session"
	"catcow/tui/pixels"
)

// style is how figures are drawn on the terminal as it is known now; false for not at
// all.
func (m *model) style() (pixels.Style, bool) {
	s, ok := pixels.NewStyle(m.o.Figure, m.profile, !m.glyphs.ASCII, m.dark, m.contrast())
	s.Camera = m.camera
	if m.background != nil {
		r, g, b, _ := m.background.RGBA()
		paper := &s.Theme.Background
		paper.R, paper.G, paper.B = float32(r>>8), float32(g>>8), float32(b>>8)
	}
	return s, ok
}

// glowColor is the colour in which a kind of glow is drawn.
func (m *model) glowColor(style *pixels.Style, k figure.Kind) color.Color {
	mode := style.Mode
	if m.showsPictures() {
		mode = figure.Quad // a picture has every colour
	}
	c := figure.GlowColor(&style.Theme, mode, k)
	if i, ok := c.Index(); ok {
		return ansi.BasicColor(i)
	}
	r, g, b, _ := c.RGB()
	return ansi.RGBColor{R: r, G: g, B: b}
}

// figure is the figure as it is now, in a block of lines; nil where there is none to
// show.
func (s *player) figure(m *model, w, h int) []string {
	style, ok := m.style()
	if s.figured = ok && w >= pixels.LeastWidth && h >= pixels.LeastHeight; !s.figured {
		return nil
	}
	at, now, ok := s.moment(m)
	if !ok {
		return nil
	}
	s.felt = now.Posture.Felt()
	if lines := s.picture(m, style, at, &now, w, h); lines != nil {
		return lines
	}
	if !now.Held || m.still {
		return s.drawn.Draw(style, &now.Posture, w, h, now.Breath)
	}
	return s.drawn.Hold(held{now.Way, at.Locked}, style, w, h, m.fills(at), now.Breath, s.holding(at, now.Way))
}

// held names a hold.
type held struct {
	way    motion.Way
	locked bool
}

// picture is the figure at an instant of the session as a picture; nil where there are
// only cells.
func (s *player) picture(m *model, style pixels.Style, at session.Snapshot, now *motion.Moment, w, h int) []string {
	if !m.showsPictures() {
		return nil
	}
	p := pixels.Picture{
		Screen: m.screen, W: w, H: h, Camera: style.Camera, Theme: style.Theme,
		Moving: now.Moving && at.State == session.Playing, Breath: now.Breath, Posture: now.Posture,
	}
	if now.Held || !p.Moving { // or a breath would have no end of pictures
		p.Breath = rounded(now.Breath, m.fills(at))
	}
	if now.Held {
		p.Hold = now.Way.Pose + "/" + now.Way.Variant
		p.Posture = s.holding(at, now.Way)(p.Breath)
	}
	return m.pictures.Block(p, m.overlay != nil)
}

// holding is the posture of a hold at a breath.
func (s *player) holding(at session.Snapshot, way motion.Way) func(breath float64) figure.Posture {
	return func(breath float64) figure.Posture { return s.mover.Hold(at.Stage.Pose, way, at.Locked, breath) }
}

// moment is where the figure is, and at which instant; false where there is none. It is
// asked for twice a frame, and on the way between two postures it is long to work out.
func (s *player) moment(m *model) (session.Snapshot, motion.Moment, bool) {
	at := m.led.At
	if m.still {
		at = motion.Settled(at)
	}
	if s.mover == nil {
		s.mover = motion.New(m.guide.Plan())
	}
	if !s.isNow {
		s.mover.Follow(m.guide.Plan())
		s.latest, s.hasFigure = s.mover.At(at)
		s.isNow = true
	}
	return at, s.latest, s.hasFigure
}

// beside is what the latest frame lacks and no frame waits for: the pictures of a
// breath, the way that the figure is to go.
func (s *player) beside() tea.Cmd {
	drawn := &s.drawn
	return tea.Batch(later(drawn.DrawBreath(), drawn.Keep), later(s.layOut(), s.take(s.mover)))
}

// later does something beside the loop and hands over in the loop what came of it; nil
// where there is nothing to do.
func later[T any](do func() T, take func(T)) tea.Cmd {
	if do == nil {
		return nil
	}
	return func() tea.Msg {
		made := do()
		return then(func() { take(made) })
	}
}

func (s *player) layOut() func() motion.PlannedPath {
	if s.mover == nil {
		return nil
	}
	return s.mover.PlanPath()
}

// take takes a way for a mover, unless another session has begun.
func (s *player) take(mover *motion.Mover) func(motion.PlannedPath) {
	return func(way motion.PlannedPath) {
		if s.mover == mover {
			mover.Accept(way)
			s.isNow = false
		}
	}
}

// moving reports whether the figure is on the screen and between two postures.
func (s *player) moving(m *model) bool {
	if s.mover == nil || !s.figured {
		return false
	}
	_, now, ok := s.moment(m)
	return ok && now.Moving
}

// pictured is a pose as it is held, on a screen other than the player.
func (m *model) pictured(p *content.Pose, w, h int) []string {
	style, ok := m.style()
	if !ok || w < pixels.LeastWidth || h < pixels.LeastHeight {
		return nil
	}
	if posture, ok := motion.Still(p); ok && m.showsPictures() {
		picture := pixels.Picture{
			Screen: m.screen, W: w, H: h, Camera: style.Camera, Theme: style.Theme, Breath: .5, Posture: posture,
		}
		if lines := m.pictures.Block(picture, m.overlay != nil); lines != nil {
			return lines
		}
	}
	return m.drawn.Pose(style, p, w, h)
}

// showsPictures reports whether figures are shown as pictures.
func (m *model) showsPictures() bool { return m.pictures.Shows(m.profile) && !m.glyphs.ASCII }
