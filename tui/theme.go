package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/config"
	"catcow/page"
)

// theme is the colours of the screens.
type theme struct {
	page.Theme

	box  lipgloss.Style // overlays
	disc disc
}

// disc is the rings of the breathing disc, from the rim to the middle, for the
// breath in and out.
type disc struct {
	in, out [3]color.Color
	rim     color.Color
	plain   bool // the terminal has no colours to tell rings apart
}

// newTheme picks every colour for a terminal.
func newTheme(dark, contrast bool, profile colorprofile.Profile) theme {
	pick := page.NewPicker(dark, profile)
	t := theme{Theme: page.NewTheme(dark, contrast, profile)}
	t.box = lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).
		BorderForeground(pick("6", "37", "30", "#3fa0b8", "#0d6f7e")).Padding(0, 2)
	t.disc = disc{
		in: [3]color.Color{
			pick("6", "24", "152", "#1f5a73", "#b9e3ea"), pick("6", "30", "116", "#2f7f97", "#8fd0db"),
			pick("14", "74", "73", "#4fb9cb", "#5fb9c9"),
		},
		out: [3]color.Color{
			pick("5", "60", "189", "#34407a", "#ccd2f7"), pick("5", "62", "147", "#4b59a3", "#aab3ef"),
			pick("13", "104", "104", "#7d8be0", "#8491e0"),
		},
		rim:   pick("8", "239", "250", "#3a4656", "#b4bdc8"),
		plain: profile <= colorprofile.ASCII,
	}
	if contrast {
		c := page.NewColors(dark, contrast, profile)
		t.box = t.box.BorderForeground(c.Accent)
		t.disc.in, t.disc.out, t.disc.rim = [3]color.Color{c.In, c.In, c.In}, [3]color.Color{c.Out, c.Out, c.Out}, c.Faint
	}
	return t
}

// asciiOnly reports whether the screens may show ASCII and nothing else.
func asciiOnly(s config.Screen, environ []string) bool {
	return s.Glyphs == "ascii" || s.Glyphs != "unicode" && !page.UnicodeLocale(environ)
}
