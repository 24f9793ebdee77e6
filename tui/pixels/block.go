package pixels

import (
	"bytes"
	"image/color"
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// The marks fill the cells that are kept free for a picture: blanks that nothing else
// on the screens is written with. They are no spaces, because spaces are erased by
// commands that do not name their cells.
const (
	mark      = "\u00a0"
	otherMark = "\u2002"
)

// marked reports whether cells with marks are written.
func marked(p []byte) bool {
	return bytes.Contains(p, []byte(mark)) || bytes.Contains(p, []byte(otherMark))
}

// rowOfMarks is a row of marks. No two rows are alike, by what is in them: the renderer
// of the frame scrolls rows that it finds again elsewhere, with the picture on them. Nor
// have two the same colour: it moves the cursor by writing cells again that look like
// the one before.
func rowOfMarks(y, w int) string {
	var b strings.Builder
	b.WriteString("\x1b[38;2;3;16;" + strconv.Itoa(y&0xff) + "m")
	for x := range w {
		if y>>x&1 == 1 {
			b.WriteString(otherMark)
		} else {
			b.WriteString(mark)
		}
	}
	return b.String()
}

// reserved is a block of w by h cells kept free for a picture.
func reserved(w, h int) []string {
	lines := make([]string, h)
	for y := range lines {
		lines[y] = rowOfMarks(y, w) + ansi.ResetStyle
	}
	return lines
}

// rect is a place on the screen, in cells.
type rect struct{ x, y, w, h int }

// find looks for a reserved block of w by h cells in a frame; whole is whether all of
// it is there.
func find(frame string, w, h int) (at rect, whole bool) {
	lines := strings.Split(frame, "\n")
	first, end := rowOfMarks(0, w), rowOfMarks(h-1, w)
	for y, line := range lines {
		before, _, ok := strings.Cut(line, first)
		if !ok {
			continue
		}
		at = rect{ansi.StringWidth(before), y, w, h}
		last := y + h - 1
		return at, last < len(lines) && strings.Contains(lines[last], end)
	}
	return rect{}, false
}

// placeholders is a block of w by h cells in place of which the terminal shows
// the first of the cols by rows cells of a picture. A cell that does not name its
// place comes after the one left of it; where something lies over the block, so
// that there may be none, each has to.
func placeholders(id, cols, rows, w, h int, background color.Color, covered bool) []string {
	named := ansi.NewStyle().ForegroundColor(ansi.RGBColor{R: uint8(id >> 16), G: uint8(id >> 8), B: uint8(id)}).
		BackgroundColor(background).String()
	lines := make([]string, h)
	var b strings.Builder
	for y := range h {
		b.Reset()
		b.WriteString(named)
		here := 0
		if y < rows {
			here = min(w, cols)
		}
		for x := range here {
			b.WriteRune(kitty.Placeholder)
			if x == 0 || covered {
				b.WriteRune(kitty.Diacritic(y))
				b.WriteRune(kitty.Diacritic(x))
			}
		}
		b.WriteString(strings.Repeat(" ", w-here))
		b.WriteString(ansi.ResetStyle)
		lines[y] = b.String()
	}
	return lines
}

// Strip is a frame without its pictures: what stands for them is blank. It is for
// frames whose colours are changed, which are what the pictures are known by.
func Strip(frame string) string {
	place := false // the rune before stands for a picture, and this may name its place
	return strings.Map(func(r rune) rune {
		switch {
		case r == kitty.Placeholder || strings.ContainsRune(mark+otherMark, r):
			place = true
			return ' '
		case place && unicode.Is(unicode.Mn, r):
			return -1
		}
		place = false
		return r
	}, frame)
}
