package tui

import (
	"slices"
	"strings"

	"catcow/page"
	"catcow/tui/pixels"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// The smallest terminal that everything is made to fit, and the smallest with
// room for two columns.
const (
	leastWidth, leastHeight = 40, 12
	wideWidth, wideHeight   = 72, 18
)

// frame is a terminal's size and what follows from it.
//
//	header   1 row
//	         1 row
//	body     the rest
//	status   2 rows: what is next, and what there is to say
//	footer   1 row
type frame struct{ w, h int }

func (f frame) tooSmall() bool { return f.w < leastWidth || f.h < leastHeight }

func (f frame) wide() bool { return f.w >= wideWidth && f.h >= wideHeight }

// inner is the width inside the margins.
func (f frame) inner() int { return f.w - 2 }

// body is the height of the body: a low frame does without the empty row.
func (f frame) body() int {
	if f.wide() {
		return f.h - 5
	}
	return f.h - 3
}

// side is the width of the right column: 24 cells, more on a wide terminal. What
// it leaves is the place of the figure, which grows first.
func (f frame) side() int { return 24 + min(max(f.w-100, 0)/3, 16) }

// main is the width of the left column, a gap of two cells kept free.
func (f frame) main() int { return f.inner() - f.side() - 2 }

// fit cuts the lines to the terminal.
func (f frame) fit(lines []string) string {
	if len(lines) > f.h {
		lines = lines[:f.h]
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = page.Cut(l, f.w, "")
	}
	return strings.Join(out, "\n")
}

// page is a whole screen: header, body, status and footer in their places. The
// body is cut or filled to its height.
func (f frame) page(header string, body, status []string, footer string) []string {
	lines := []string{" " + header}
	if f.wide() {
		lines = append(lines, "")
		status = append(status, "", "")[:2]
	} else {
		status = append(status, "")[:1]
	}
	for _, l := range page.Tall(body, f.body()) {
		lines = append(lines, " "+l)
	}
	for _, l := range status {
		lines = append(lines, " "+l)
	}
	return append(lines, " "+footer)
}

// marked is lines cut to a height, with a mark where there are more.
func marked(m *model, lines []string, h int) []string {
	if len(lines) > h && h > 0 {
		lines = append(slices.Clone(lines[:h-1]), m.theme.Faint.Render(m.glyphs.Down))
	}
	return page.Tall(lines, h)
}

// flashed is a screen with its foreground and its background changed over.
func (f frame) flashed(screen string) string {
	lines := page.Tall(strings.Split(ansi.Strip(pixels.Strip(screen)), "\n"), f.h)
	for i, l := range lines {
		lines[i] = ansi.SGR(ansi.AttrReverse) + page.Pad(l, f.w) + ansi.ResetStyle
	}
	return strings.Join(lines, "\n")
}

// over lays a box on the middle of a screen.
func (f frame) over(screen string, box string) string {
	x := max((f.w-lipgloss.Width(box))/2, 0)
	y := max((f.h-lipgloss.Height(box))/2, 0)
	layers := lipgloss.NewCompositor(lipgloss.NewLayer(screen), lipgloss.NewLayer(box).X(x).Y(y).Z(1))
	return lipgloss.NewCanvas(f.w, f.h).Compose(layers).Render()
}
