package tui

import (
	"image/color"
	"math"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/page"
	"catcow/session"
	"catcow/tui/letters"
	"catcow/tui/pixels"
)

// draw is the breathing disc in a block of w by h cells: small when the lungs are
// empty, up to a dotted rim when they are full. A cell is twice as high as wide,
// and so is each of its quarters.
func (d disc) draw(w, h int, fill float64, phase session.Phase, g page.Glyphs) []string {
	full := float64(min(w, 2*h)) - 1
	if full < 2 {
		return nil
	}
	radius := full * (0.35 + 0.6*fill)
	colors := d.in
	if phase == session.Out {
		colors = d.out
	}
	runes := []rune(letters.Quarters)
	p := painter{colors: colors, rim: d.rim, plain: d.plain}
	dots := rim(w, h, full)
	lines := make([]string, h)
	for y := range h {
		for x := range w {
			if g.ASCII {
				p.ascii(distance(2*x, 2*y, w, h), radius, dots[y*w+x])
				continue
			}
			var zones [4]int
			for q := range 4 {
				zones[q] = zone(distance(2*x+q&1, 2*y+q>>1, w, h), radius)
			}
			if d.plain {
				for q := range zones {
					zones[q] = min(zones[q], 1)
				}
			}
			p.cell(zones, runes, dots[y*w+x])
		}
		lines[y] = p.line()
	}
	return lines
}

// rim is the cells that a dotted circle goes through.
func rim(w, h int, radius float64) map[int]bool {
	const dots = 60
	cells := make(map[int]bool, dots)
	for i := range dots {
		sin, cos := math.Sincos(2 * math.Pi * (float64(i) + .5) / dots)
		x, y := int(float64(w)/2+radius*cos/2), int(float64(h)/2+radius*sin/4)
		cells[y*w+x] = true
	}
	return cells
}

// distance is that of a quarter from the middle, in quarters' widths.
func distance(qx, qy, w, h int) float64 {
	dx := float64(qx) + .5 - float64(w)
	dy := 2 * (float64(qy) + .5 - float64(h))
	return math.Hypot(dx, dy)
}

// zone is the ring a distance lies in: 0 outside, 3 the middle.
func zone(d, radius float64) int {
	switch {
	case d > radius:
		return 0
	case d > .8*radius:
		return 1
	case d > .55*radius:
		return 2
	}
	return 3
}

// painter writes a line of cells, each run of one colour once.
type painter struct {
	colors [3]color.Color
	rim    color.Color
	plain  bool
	b      strings.Builder
	last   [2]int // foreground and background zone of the run; -1 for the rim
}

func (p *painter) cell(zones [4]int, runes []rune, rim bool) {
	hi := max(zones[0], zones[1], zones[2], zones[3])
	lo := min(zones[0], zones[1], zones[2], zones[3])
	if hi == 0 {
		if rim {
			p.put([2]int{-1, 0}, '·')
		} else {
			p.put([2]int{}, ' ')
		}
		return
	}
	mask := 0
	for _, z := range zones {
		mask <<= 1
		if z == hi {
			mask |= 1
		}
	}
	if hi == lo {
		lo = 0
	}
	p.put([2]int{hi, lo}, runes[mask])
}

func (p *painter) ascii(d, radius float64, rim bool) {
	z := zone(d, radius)
	if z == 0 && rim {
		p.put([2]int{-1, 0}, '.')
		return
	}
	p.put([2]int{z, 0}, rune(" ++#"[z]))
}

func (p *painter) put(zones [2]int, r rune) {
	if zones != p.last {
		p.b.WriteString(ansi.ResetStyle)
		style := ansi.NewStyle()
		switch {
		case zones[0] < 0:
			style = style.ForegroundColor(p.rim)
		case zones[0] > 0:
			style = style.ForegroundColor(p.colors[zones[0]-1])
		}
		if zones[1] > 0 && !p.plain {
			style = style.BackgroundColor(p.colors[zones[1]-1])
		}
		if len(style) > 0 {
			p.b.WriteString(style.String())
		}
		p.last = zones
	}
	p.b.WriteRune(r)
}

func (p *painter) line() string {
	if p.last != [2]int{} {
		p.b.WriteString(ansi.ResetStyle)
	}
	s := p.b.String()
	p.b.Reset()
	p.last = [2]int{}
	return s
}

// lung is the shape of the breath on one row: it widens from the middle. It is
// empty where no breath is paced.
func (m *model) lung(w int, s session.Snapshot) string {
	if s.Phase == session.NoPhase {
		return ""
	}
	n := int(float64(w)*(.2+.8*s.Fill)/2 + .5)
	glyph := "▄"
	if m.glyphs.ASCII {
		glyph = "="
	}
	return strings.Repeat(" ", max(w/2-n, 0)) + m.breathStyle(s.Phase).Render(strings.Repeat(glyph, 2*n))
}

// fills is in how many steps a breath is shown. Where the figure moves with it, or where
// its shape is wide, one sees more of them. On screens larger than most there are fewer:
// each is a picture that is kept.
func (m *model) fills(at session.Snapshot) int {
	most := max(mostKeptCells/max(m.frame.w*m.frame.h, 1), 1)
	moves := at.Locked && at.Stage.Pose.Move != content.Still
	if moves || m.isClose() || m.frame.w > 2*leastWidth {
		return min(pixels.Fills, most)
	}
	return min(pixels.StillFills, most)
}

// mostKeptCells is how many cells the pictures of a breath may have in all, each taken to
// be as large as the screen.
const mostKeptCells = 400_000

// rounded is a breath to the nearest of so many steps.
func rounded(fill float64, steps int) float64 {
	return math.Round(fill*float64(steps)) / float64(steps)
}

// untilFill is the time until the breath shown is at its next step, and not long: words
// may change meanwhile.
func (m *model) untilFill(at *session.Snapshot) time.Duration {
	if at.Phase == session.Stay || at.Through >= 1 {
		return stillFrame
	}
	wave := at.Fill
	if at.Phase == session.Out {
		wave = 1 - wave
	}
	steps := float64(m.fills(*at))
	next := (math.Floor(wave*steps+.5) + .5) / steps
	if next >= 1 {
		return stillFrame
	}
	length := float64(at.PhaseLeft) / (1 - at.Through)
	wait := (math.Acos(1-2*next)/math.Pi - at.Through) * length
	return min(time.Duration(wait)+time.Millisecond, stillFrame)
}

// breathWords is what to do with this breath, if the pose moves with it.
func breathWords(at session.Snapshot) string {
	words := ""
	switch {
	case at.Locked && at.Phase == session.In:
		words = at.Stage.Pose.Inhale
	case at.Locked && at.Phase == session.Out:
		words = at.Stage.Pose.Exhale
	}
	return content.FillSide(words, string(at.Side), string(at.Side.Other()))
}

func (m *model) breathStyle(p session.Phase) page.Style {
	if p == session.Out {
		return m.theme.Out
	}
	return m.theme.In
}

// fill is how full the lungs are drawn: it jumps where motion is reduced.
func (m *model) fill(at session.Snapshot) float64 {
	if !m.still {
		return rounded(at.Fill, m.fills(at))
	}
	if at.Phase == session.In || at.Phase == session.Stay && at.Fill > .5 {
		return 1
	}
	return 0
}
