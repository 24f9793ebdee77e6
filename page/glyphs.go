package page

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Glyphs is every mark that is not a letter.
type Glyphs struct {
	Done, Now, Todo string
	Dot             string // between two facts
	Full, Empty     string // bars
	On, Off         string
	Up, Down        string
	Left, Right     string
	ASCII           bool // and nothing else
	Border          lipgloss.Border
}

// NewGlyphs is the marks of a terminal with or without Unicode.
func NewGlyphs(ascii bool) Glyphs {
	if ascii {
		return Glyphs{
			Done: "* ", Now: "> ", Todo: "- ", Dot: " - ", Full: "=", Empty: "-", On: "[x]", Off: "[ ]",
			Up: "^", Down: "v", Left: "<", Right: ">", ASCII: true, Border: lipgloss.ASCIIBorder(),
		}
	}
	return Glyphs{
		Done: "✓ ", Now: "▸ ", Todo: "· ", Dot: " · ", Full: "━", Empty: "─", On: "●", Off: "○",
		Up: "↑", Down: "↓", Left: "←", Right: "→", Border: lipgloss.RoundedBorder(),
	}
}

// UnicodeLocale reports whether the locale lets a terminal show more than ASCII.
// A locale that is not set says nothing, and most terminals can.
func UnicodeLocale(environ []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		for _, e := range environ {
			v, ok := strings.CutPrefix(e, name+"=")
			if !ok || v == "" {
				continue
			}
			v = strings.ToLower(v)
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// Bar is a bar of w cells, filled to a part from 0 to 1.
func (g Glyphs) Bar(w int, part float64, full, empty Style) string {
	n := min(max(int(part*float64(w)+0.5), 0), max(w, 0))
	return full.Render(strings.Repeat(g.Full, n)) + empty.Render(strings.Repeat(g.Empty, max(w, 0)-n))
}
