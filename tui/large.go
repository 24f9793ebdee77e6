package tui

import (
	"image/color"
	"slices"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/page"
	"catcow/tui/letters"
)

// large is what letters are drawn with that are read from two metres.
type large struct {
	kind                          letters.Kind
	strong, in, out, warn, dimmed letters.Ink
	faces, digits                 map[int]*letters.Face // by rows
	drawn                         map[largeLine][]string
}

// largeLine is what a line of letters depends on.
type largeLine struct {
	ink  letters.Ink
	face *letters.Face
	text string
	w    int
}

// mostDrawn is how many lines of letters are kept: a few screens.
const mostDrawn = 64

// draw draws a line of letters, or gives the one that was drawn for an earlier
// frame.
func (l *large) draw(ink letters.Ink, f *letters.Face, text string, w int) []string {
	key := largeLine{ink, f, text, w}
	lines, ok := l.drawn[key]
	if !ok {
		if len(l.drawn) >= mostDrawn {
			clear(l.drawn)
		}
		lines = ink.Line(f, text, w)
		l.drawn[key] = lines
	}
	return slices.Clone(lines)
}

// newLarge picks the colours of large letters for the terminal.
func (m *model) newLarge() large {
	l := large{kind: letters.Shaded, faces: m.large.faces, digits: m.large.digits, drawn: map[largeLine][]string{}}
	switch {
	case m.glyphs.ASCII:
		l.kind = letters.ASCII
	case m.profile <= colorprofile.ASCII:
		l.kind = letters.Solid
	}
	if l.faces == nil || l.kind != m.large.kind {
		l.faces, l.digits = map[int]*letters.Face{}, map[int]*letters.Face{}
	}
	paper := m.background
	if paper == nil {
		paper = lipgloss.Color("#f7f8fa")
		if m.dark {
			paper = lipgloss.Color("#0e141c")
		}
	}
	ink := func(c color.Color) letters.Ink { return letters.NewInk(l.kind, m.profile, c, paper) }
	pick := page.NewColors(m.dark, m.contrast(), m.profile)
	l.strong, l.in, l.out, l.warn, l.dimmed = ink(pick.Strong), ink(pick.In), ink(pick.Out), ink(pick.Warn), ink(pick.Dim)
	return l
}

// letterRows is the rows of a letter that is read from two metres: an eighth of the
// screen's height or more.
func (m *model) letterRows() int { return max((m.frame.h+7)/8, m.large.least()) }

// gap is the rows kept free between two lines, where nothing hangs below one.
func (l *large) gap() int {
	if l.kind == letters.ASCII {
		return 1
	}
	return 0
}

// least is the fewest rows that letters can be read in on this terminal.
func (l *large) least() int { return l.kind.Least() }

func (l *large) face(rows int) *letters.Face {
	if l.faces[rows] == nil {
		l.faces[rows] = letters.New(l.kind, rows)
	}
	return l.faces[rows]
}

func (l *large) digitFace(rows int) *letters.Face {
	if l.digits[rows] == nil {
		l.digits[rows] = letters.NewDigits(l.kind, rows)
	}
	return l.digits[rows]
}

// word is the first of some texts that fits on one line of w cells, of at most so
// many rows and at least the fewest that can be read; in plain letters where none
// fits.
func (l *large) word(ink letters.Ink, plain page.Style, w, rows int, texts ...string) []string {
	for _, text := range texts {
		for r := rows; r >= l.least(); r-- {
			if f := l.face(r); f.Width(text) <= w {
				return l.draw(ink, f, text, w)
			}
		}
	}
	return []string{plain.Render(page.Pad(texts[len(texts)-1], w))}
}

// number is a clock as large as fits w by h cells. first is the longest that it
// will be: it keeps its size and its place.
func (l *large) number(ink letters.Ink, plain page.Style, now, first string, w, h int) []string {
	for r := h; r >= l.least(); r-- {
		if f := l.digitFace(r); f.Width(first) <= w {
			return l.draw(ink, f, now, w)
		}
	}
	return []string{plain.Render(now)}
}

// line is a text of one line as it is, cut to w cells.
func (l *large) line(ink letters.Ink, plain page.Style, text string, w, rows int) []string {
	if rows < l.least() {
		return []string{plain.Render(page.Pad(text, w))}
	}
	return l.draw(ink, l.face(rows), text, w)
}

// text is a text wrapped in letters of so many rows; in plain ones where a word does
// not fit, or where rows is less than can be read.
func (l *large) text(ink letters.Ink, plain page.Style, text string, w, rows int) []string {
	if lines, ok := l.lines(ink, text, w, rows, l.gap()); ok {
		return lines
	}
	return page.Hang("", text, w, plain)
}

// lines is a text wrapped in letters of so many rows, with a gap between two lines of
// it. It reports whether it can be read in them.
func (l *large) lines(ink letters.Ink, text string, w, rows, gap int) ([]string, bool) {
	if rows < l.least() {
		return nil, false
	}
	f := l.face(rows)
	lines := f.Balance(text, w)
	if lines == nil {
		return nil, false
	}
	var out []string
	for i, line := range lines {
		if i > 0 {
			out = append(out, make([]string, gap)...)
		}
		out = append(out, l.draw(ink, f, line, w)...)
	}
	return out, true
}
