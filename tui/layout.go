package tui

import (
	"strings"

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
		out[i] = ansi.Truncate(l, f.w, "")
	}
	return strings.Join(out, "\n")
}

// page is a whole screen: header, body, status and footer in their places. The
// body is cut or filled to its height.
func (f frame) page(header string, body, status []string, footer string) []string {
	lines := []string{" " + header}
	if f.wide() {
		lines = append(lines, "")
		for len(status) < 2 {
			status = append(status, "")
		}
	} else {
		status = append(status, "")[:1]
	}
	for _, l := range tall(body, f.body()) {
		lines = append(lines, " "+l)
	}
	for _, l := range status {
		lines = append(lines, " "+l)
	}
	return append(lines, " "+footer)
}

// tall cuts or fills lines to a height.
func tall(lines []string, h int) []string {
	h = max(h, 0)
	if len(lines) >= h {
		return lines[:h]
	}
	return append(append(make([]string, 0, h), lines...), make([]string, h-len(lines))...)
}

// columns puts two blocks of lines side by side, the left one w cells wide.
func columns(left []string, w int, right []string, h int) []string {
	left, right = tall(left, h), tall(right, h)
	out := make([]string, h)
	for i := range out {
		out[i] = pad(left[i], w) + "  " + right[i]
	}
	return out
}

// pad cuts or fills a line to a width.
func pad(s string, w int) string {
	s = ansi.Truncate(s, max(w, 0), "…")
	return s + strings.Repeat(" ", max(w-ansi.StringWidth(s), 0))
}

// centred puts a line in the middle of a width.
func centred(s string, w int) string {
	s = ansi.Truncate(s, max(w, 0), "…")
	return strings.Repeat(" ", max(w-ansi.StringWidth(s), 0)/2) + s
}

// spread puts texts at the left, the middle and the right of a width; the middle
// one goes first where there is no room, then the left one.
func spread(left, middle, right string, w int) string {
	lw, mw, rw := ansi.StringWidth(left), ansi.StringWidth(middle), ansi.StringWidth(right)
	if lw+mw+rw+4 > w {
		left, lw = "", -2
	}
	if mw+rw+2 > w {
		middle = ansi.Truncate(middle, max(w-rw-2, 0), "…")
		mw = ansi.StringWidth(middle)
	}
	if rw > w {
		return ansi.Truncate(middle, w, "…")
	}
	at := max(lw+2, min((w-mw)/2, w-rw-mw-2))
	if left == "" {
		at = 0
	}
	line := pad(left, max(at, 0)) + middle
	return pad(line, w-rw) + right
}

// wrap breaks a text into lines of at most w cells.
func wrap(s string, w int) []string {
	if s == "" || w <= 0 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, w, ""), "\n")
}

// hang is a text after a mark, its further lines indented below its first.
func hang(mark, s string, w int, style style) []string {
	indent := ansi.StringWidth(mark)
	lines := wrap(s, w-indent)
	for i, l := range lines {
		before := strings.Repeat(" ", indent)
		if i == 0 {
			before = mark
		}
		lines[i] = style.Render(before + l)
	}
	return lines
}

// flashed is a screen with its foreground and its background changed over.
func (f frame) flashed(screen string) string {
	lines := tall(strings.Split(ansi.Strip(screen), "\n"), f.h)
	for i, l := range lines {
		lines[i] = ansi.SGR(ansi.AttrReverse) + pad(l, f.w) + ansi.ResetStyle
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
