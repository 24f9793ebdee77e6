package tui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/config"
)

// theme is the colours by what they mean, as styles.
type theme struct {
	text   lipgloss.Style // what is read
	strong lipgloss.Style // what is read first
	dim    lipgloss.Style // what is there if looked for
	faint  lipgloss.Style // lines, empty bars, what is past
	accent lipgloss.Style // names, the choice
	in     lipgloss.Style // breath in
	out    lipgloss.Style // breath out
	warn   lipgloss.Style // cautions, pauses
	box    lipgloss.Style // overlays
	disc   disc
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
	style := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	ink, dimmed := "15", "7"
	if !dark {
		ink, dimmed = "0", "8"
	}
	t := theme{
		text:   style(pick(ink, "253", "235", "#d5dee8", "#28313c")),
		strong: style(pick(ink, "231", "16", "#ffffff", "#000000")).Bold(true),
		dim:    style(pick(dimmed, "247", "241", "#93a1b3", "#5a6675")),
		faint:  style(pick("8", "241", "247", "#566375", "#98a3b0")),
		accent: style(pick("6", "80", "30", "#62d0dd", "#0d6f7e")).Bold(true),
		in:     style(pick("6", "80", "30", "#62d0dd", "#0d6f7e")).Bold(true),
		out:    style(pick("4", "147", "61", "#a3aefb", "#4452b5")).Bold(true),
		warn:   style(pick("3", "215", "130", "#ffb454", "#9a5a00")),
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
	dot, times      string
	full, empty     string // bars
	on, off         string
	up, down        string
	ascii           bool
	border          lipgloss.Border
}

func newGlyphs(s config.Screen, environ []string) glyphs {
	if s.Glyphs == "ascii" || s.Glyphs != "unicode" && !unicodeLocale(environ) {
		return glyphs{
			done: "x ", now: "> ", todo: "- ", dot: " - ", times: "x", full: "=", empty: "-", on: "[x]", off: "[ ]",
			up: "^", down: "v", ascii: true, border: lipgloss.ASCIIBorder(),
		}
	}
	return glyphs{
		done: "✓ ", now: "▸ ", todo: "· ", dot: " · ", times: "×", full: "━", empty: "─", on: "●", off: "○",
		up: "↑", down: "↓", border: lipgloss.RoundedBorder(),
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
func (g glyphs) bar(w int, part float64, full, empty lipgloss.Style) string {
	n := min(max(int(part*float64(w)+0.5), 0), max(w, 0))
	return full.Render(strings.Repeat(g.full, n)) + empty.Render(strings.Repeat(g.empty, max(w, 0)-n))
}
