// Package page lays text out in terminal cells: padded, wrapped, in columns and in
// colour. Every function takes and gives whole lines without line ends; widths and
// heights are in cells.
package page

import (
	"image/color"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Style is what turns a colour on. A whole lipgloss.Style measures its text for
// margins and borders, which is most of what a frame would cost.
type Style string

// NewStyle is a foreground colour, in bold where that is wanted.
func NewStyle(c color.Color, bold bool) Style {
	s := ansi.NewStyle().ForegroundColor(c)
	if bold {
		s = s.Bold()
	}
	return Style(s.String())
}

// Render is a text of one line in the style.
func (s Style) Render(text string) string {
	if text == "" || s == "" {
		return text
	}
	return string(s) + text + ansi.ResetStyle
}

// Tall cuts or fills lines to a height.
func Tall(lines []string, h int) []string {
	h = max(h, 0)
	if len(lines) >= h {
		return lines[:h]
	}
	return append(append(make([]string, 0, h), lines...), make([]string, h-len(lines))...)
}

// Columns puts two blocks of lines side by side, the left one w cells wide.
func Columns(left []string, w int, right []string, h int) []string {
	left, right = Tall(left, h), Tall(right, h)
	out := make([]string, h)
	for i := range out {
		out[i] = Pad(left[i], w) + "  " + right[i]
	}
	return out
}

// Pad cuts or fills a line to a width.
func Pad(s string, w int) string {
	width := Width(s)
	if width > w {
		s = Cut(s, w, "…")
		width = Width(s)
	}
	return s + strings.Repeat(" ", max(w-width, 0))
}

// Center puts a line in the middle of a width.
func Center(s string, w int) string {
	s = Cut(s, w, "…")
	return strings.Repeat(" ", max(w-Width(s), 0)/2) + s
}

// Spread puts texts at the left, the middle and the right of a width; the middle
// one goes first where there is no room, then the left one.
func Spread(left, middle, right string, w int) string {
	lw, mw, rw := Width(left), Width(middle), Width(right)
	if lw+mw+rw+4 > w {
		left, lw = "", -2
	}
	if mw+rw+2 > w {
		middle = Cut(middle, w-rw-2, "…")
		mw = Width(middle)
	}
	if rw > w {
		return Cut(middle, w, "…")
	}
	at := max(lw+2, min((w-mw)/2, w-rw-mw-2))
	if left == "" {
		at = 0
	}
	line := Pad(left, max(at, 0)) + middle
	return Pad(line, w-rw) + right
}

// Wrap breaks a text into lines of at most w cells.
func Wrap(s string, w int) []string {
	if s == "" || w <= 0 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, w, ""), "\n")
}

// Hang is a text after a mark, its further lines indented below its first.
func Hang(mark, s string, w int, style Style) []string {
	indent := Width(mark)
	lines := Wrap(s, w-indent)
	for i, l := range lines {
		before := strings.Repeat(" ", indent)
		if i == 0 {
			before = mark
		}
		lines[i] = style.Render(before + l)
	}
	return lines
}
