package doctor

import (
	"github.com/charmbracelet/colorprofile"

	"catcow/page"
	"catcow/tui/pixels"
)

// The least that the screens are laid out for.
const leastWidth, leastHeight = 40, 12

// terminal finds out what can be shown, without asking the terminal.
func (o Options) terminal() []Finding {
	if !o.Terminal {
		return []Finding{{What: "terminal", State: Note, Found: noScreenText, Todo: screenText}, o.characters()}
	}
	size := Finding{What: "terminal", State: OK, Found: sizeText(o.Width, o.Height)}
	if o.Width < leastWidth || o.Height < leastHeight {
		size.State, size.Todo = Note, largerText
	}
	return []Finding{size, o.colours(), o.characters(), o.pictures()}
}

func (o Options) colours() Finding {
	f := Finding{What: "colours", State: OK}
	switch page.ColorProfile(o.Stdout, o.Environ) {
	case colorprofile.TrueColor:
		f.Found = allColoursText
	case colorprofile.ANSI256:
		f.Found, f.Todo = colours256Text, trueColourText
	case colorprofile.ANSI:
		f.Found, f.Todo = colours16Text, trueColourText
	case colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII:
		f.Found = noColoursText
		if o.Environ.Getenv("NO_COLOR") != "" {
			f.Found = noColorSetText
		}
	}
	return f
}

// characters reads the locale, as the screens do. One that is not set says
// nothing, and most terminals show more than ASCII.
func (o Options) characters() Finding {
	f := Finding{What: "letters", State: OK, Found: unicodeText}
	switch o.Config.Screen.Glyphs {
	case "ascii":
		f.Found = asciiSetText
		return f
	case "unicode":
		return f
	}
	if page.UnicodeLocale(o.Environ) {
		return f
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := o.Environ.Getenv(name); v != "" {
			f.State, f.Found, f.Todo = Note, asciiText(name, v), utf8Text
			break
		}
	}
	return f
}

// pictures says how the figure is drawn.
func (o Options) pictures() Finding {
	f := Finding{What: "figure", State: OK, Found: cellsText}
	mode := o.Config.Figure.Mode
	switch {
	case mode != "auto" && mode != "kitty" && mode != "sixel" || o.Config.Figure.Pixels == "never":
		f.Found = cellsSetText
	case o.Environ.Getenv("TMUX") != "" || o.Environ.Getenv("STY") != "":
		f.Found = cellsBetweenText
	case o.Config.Figure.Pixels == "auto" && o.Environ.Getenv("SSH_CONNECTION")+o.Environ.Getenv("SSH_CLIENT")+o.Environ.Getenv("SSH_TTY") != "":
		f.Found, f.Todo = cellsFarText, alwaysText
	case o.Pictures != pixels.Cells:
		f.Found = pixelsText + o.Pictures.String()
	}
	return f
}
