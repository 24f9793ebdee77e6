package page

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is the colours by what they mean, as styles. The zero value has none.
type Theme struct {
	Text   Style // what is read
	Strong Style // what is read first
	Dim    Style // what is there if looked for
	Faint  Style // lines, empty bars, what is past
	Accent Style // names, the choice
	In     Style // breath in
	Out    Style // breath out
	Warn   Style // cautions, pauses
}

// Picker gives a colour for 16, for 256 and for all colours, on dark and on light,
// as a terminal of one kind shows it.
type Picker func(ansi16, onDark256, onLight256, onDark, onLight string) color.Color

// NewPicker picks colours for a terminal.
func NewPicker(dark bool, profile colorprofile.Profile) Picker {
	return func(ansi16, onDark256, onLight256, onDark, onLight string) color.Color {
		some, all := onLight256, onLight
		if dark {
			some, all = onDark256, onDark
		}
		return lipgloss.Complete(profile)(lipgloss.Color(ansi16), lipgloss.Color(some), lipgloss.Color(all))
	}
}

// NewTheme picks every colour by hand for each kind of terminal. On a light ground
// the sixteen colours that everybody has are too pale but for the dark half, whose
// yellow and cyan are too.
func NewTheme(dark bool, profile colorprofile.Profile) Theme {
	pick := NewPicker(dark, profile)
	ink, dimmed, faint, accent, out, warn := "15", "7", "8", "6", "4", "3"
	if dark {
		out = "12"
	} else {
		ink, dimmed, faint, accent, out, warn = "0", "0", "8", "4", "5", "1"
	}
	return Theme{
		Text:   NewStyle(pick(ink, "253", "235", "#d5dee8", "#28313c"), false),
		Strong: NewStyle(pick(ink, "231", "16", "#ffffff", "#000000"), true),
		Dim:    NewStyle(pick(dimmed, "247", "241", "#93a1b3", "#5a6675"), false),
		Faint:  NewStyle(pick(faint, "241", "247", "#566375", "#98a3b0"), false),
		Accent: NewStyle(pick(accent, "80", "30", "#62d0dd", "#0d6f7e"), true),
		In:     NewStyle(pick(accent, "80", "30", "#62d0dd", "#0d6f7e"), true),
		Out:    NewStyle(pick(out, "147", "61", "#a3aefb", "#4452b5"), true),
		Warn:   NewStyle(pick(warn, "215", "130", "#ffb454", "#9a5a00"), false),
	}
}
