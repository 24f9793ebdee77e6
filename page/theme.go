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

// Colors is the colours of a [Theme] as such.
type Colors struct{ Text, Strong, Dim, Faint, Accent, In, Out, Warn color.Color }

// NewColors picks every colour by hand for each kind of terminal. On a light ground
// the bright half of the sixteen colours that everybody has is too pale, and of the
// dark half yellow and cyan are.
func NewColors(dark, contrast bool, profile colorprofile.Profile) Colors {
	pick := NewPicker(dark, profile)
	ink, dimmed, accent, out, warn := "15", "7", "14", "13", "11"
	if !dark {
		ink, dimmed, accent, out, warn = "0", "0", "4", "5", "1"
	}
	if contrast { // as much difference as there is: text is 7:1 or more, and nothing is fainter
		text, accent := pick(ink, "231", "16", "#ffffff", "#000000"), pick(accent, "123", "23", "#7ff0f0", "#005a5a")
		return Colors{
			Text:   text,
			Strong: text,
			Dim:    pick(ink, "254", "235", "#e3e9f0", "#20262e"),
			Faint:  pick(dimmed, "250", "239", "#c3ccd8", "#39424d"),
			Accent: accent,
			In:     accent,
			Out:    pick(out, "147", "55", "#b9b0ff", "#3a1a90"),
			Warn:   pick(warn, "221", "88", "#ffc94d", "#8a3a00"),
		}
	}
	c := Colors{
		Text:   pick(ink, "253", "235", "#d5dee8", "#28313c"),
		Strong: pick(ink, "231", "16", "#ffffff", "#000000"),
		Dim:    pick(dimmed, "247", "241", "#93a1b3", "#5a6675"),
		Faint:  pick("8", "241", "247", "#566375", "#98a3b0"),
		Accent: pick(accent, "80", "24", "#62d0dd", "#0d6f7e"),
		Out:    pick(out, "147", "55", "#a3aefb", "#42389f"),
		Warn:   pick(warn, "215", "94", "#ffb454", "#9a5a00"),
	}
	c.In = c.Accent
	return c
}

// NewTheme is the colours of a terminal as styles.
func NewTheme(dark, contrast bool, profile colorprofile.Profile) Theme {
	c := NewColors(dark, contrast, profile)
	bold := dark || profile != colorprofile.ANSI // bold black of sixteen colours is grey to many terminals
	warn := dark && profile == colorprofile.ANSI // yellow and white of sixteen colours are much alike to some eyes
	return Theme{
		Text: NewStyle(c.Text, false), Strong: NewStyle(c.Strong, bold), Dim: NewStyle(c.Dim, false),
		Faint: NewStyle(c.Faint, false), Accent: NewStyle(c.Accent, bold), In: NewStyle(c.In, bold),
		Out: NewStyle(c.Out, bold), Warn: NewStyle(c.Warn, warn),
	}
}
