package tui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
)

// theme is the colours by what they mean, as styles.
type theme struct {
	text   style          // what is read
	strong style          // what is read first
	dim    style          // what is there if looked for
	faint  style          // lines, empty bars, what is past
	accent style          // names, the choice
	in     style          // breath in
	out    style          // breath out
	warn   style          // cautions, pauses
	box    lipgloss.Style // overlays
	disc   disc
}

// style is what turns a colour on. A whole lipgloss.Style measures its text for
// margins and borders, which is most of what a frame would cost.
type style string

func newStyle(c color.Color, bold bool) style {
	s := ansi.NewStyle().ForegroundColor(c)
	if bold {
		s = s.Bold()
	}
	return style(s.String())
}

// Render is a text of one line in the style.
func (s style) Render(text string) string {
	if text == "" {
		return ""
	}
	return string(s) + text + ansi.ResetStyle
}

// disc is the rings of the breathing disc, from the rim to the middle, for the
// breath in and out.
type disc struct {
	in, out [3]color.Color
	rim     color.Color
	plain   bool // the terminal has no colours to tell rings apart
}

// newTheme picks every colour by hand for each kind of terminal.
func newTheme(dark bool, profile colorprofile.Profile) theme {
	// pick is a colour for 16, for 256 and for all colours, on dark and on light.
	pick := func(ansi16 string, onDark256, onLight256, onDark, onLight string) color.Color {
		some, all := onLight256, onLight
		if dark {
			some, all = onDark256, onDark
		}
		return lipgloss.Complete(profile)(lipgloss.Color(ansi16), lipgloss.Color(some), lipgloss.Color(all))
	}
	ink, dimmed := "15", "7"
	if !dark {
		ink, dimmed = "0", "8"
	}
	t := theme{
		text:   newStyle(pick(ink, "253", "235", "#d5dee8", "#28313c"), false),
		strong: newStyle(pick(ink, "231", "16", "#ffffff", "#000000"), true),
		dim:    newStyle(pick(dimmed, "247", "241", "#93a1b3", "#5a6675"), false),
		faint:  newStyle(pick("8", "241", "247", "#566375", "#98a3b0"), false),
		accent: newStyle(pick("6", "80", "30", "#62d0dd", "#0d6f7e"), true),
		in:     newStyle(pick("6", "80", "30", "#62d0dd", "#0d6f7e"), true),
		out:    newStyle(pick("4", "147", "61", "#a3aefb", "#4452b5"), true),
		warn:   newStyle(pick("3", "215", "130", "#ffb454", "#9a5a00"), false),
	}
	t.box = lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).
		BorderForeground(pick("6", "37", "30", "#3fa0b8", "#0d6f7e")).Padding(0, 2)
	t.disc = disc{
		in: [3]color.Color{
			pick("6", "24", "152", "#1f5a73", "#b9e3ea"), pick("6", "30", "116", "#2f7f97", "#8fd0db"),
			pick("14", "74", "73", "#4fb9cb", "#5fb9c9"),
		},
		out: [3]color.Color{
			pick("4", "60", "189", "#34407a", "#ccd2f7"), pick("4", "62", "147", "#4b59a3", "#aab3ef"),
			pick("12", "104", "104", "#7d8be0", "#8491e0"),
		},
		rim:   pick("8", "239", "250", "#3a4656", "#b4bdc8"),
		plain: profile <= colorprofile.ASCII,
	}
	return t
}

// glyphs is every mark that is not a letter.
type glyphs struct {
	done, now, todo string
	dot             string
	full, empty     string // bars
	on, off         string
	up, down        string
	left, right     string
	ascii           bool
	border          lipgloss.Border
}

func newGlyphs(s config.Screen, environ []string) glyphs {
	if s.Glyphs == "ascii" || s.Glyphs != "unicode" && !unicodeLocale(environ) {
		return glyphs{
			done: "x ", now: "> ", todo: "- ", dot: " - ", full: "=", empty: "-", on: "[x]", off: "[ ]",
			up: "^", down: "v", left: "<", right: ">", ascii: true, border: lipgloss.ASCIIBorder(),
		}
	}
	return glyphs{
		done: "✓ ", now: "▸ ", todo: "· ", dot: " · ", full: "━", empty: "─", on: "●", off: "○",
		up: "↑", down: "↓", left: "←", right: "→", border: lipgloss.RoundedBorder(),
	}
}

// unicodeLocale reports whether the locale lets a terminal show more than ASCII.
// A locale that is not set says nothing, and most terminals can.
func unicodeLocale(environ []string) bool {
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

// bar is a bar of w cells, filled to a part from 0 to 1.
func (g glyphs) bar(w int, part float64, full, empty style) string {
	n := min(max(int(part*float64(w)+0.5), 0), max(w, 0))
	return full.Render(strings.Repeat(g.full, n)) + empty.Render(strings.Repeat(g.empty, max(w, 0)-n))
}
