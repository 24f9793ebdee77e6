package cli

import (
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
)

// The least that the screens are laid out for, and what they are made for.
const (
	leastWidth, leastHeight   = 40, 12
	designWidth, designHeight = 80, 24
)

// lookAtTerminal finds out what can be shown, without asking the terminal.
func (a *app) lookAtTerminal(cfg config.Config) []finding {
	if !a.terminal() {
		return []finding{{what: "terminal", state: note, found: noScreenText, todo: screenText}, a.lookAtCharacters(cfg)}
	}
	size := finding{what: "terminal", state: good, found: sizeText(a.Width, a.Height)}
	if a.Width < leastWidth || a.Height < leastHeight {
		size.state, size.todo = note, largerText
	}
	return []finding{size, a.lookAtColours(), a.lookAtCharacters(cfg), a.lookAtPictures(cfg.Figure)}
}

func (a *app) lookAtColours() finding {
	f := finding{what: "colours", state: good}
	switch colorprofile.Detect(a.Stdout, a.Environ) {
	case colorprofile.TrueColor:
		f.found = allColoursText
	case colorprofile.ANSI256:
		f.found, f.todo = colours256Text, trueColourText
	case colorprofile.ANSI:
		f.found, f.todo = colours16Text, trueColourText
	case colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII:
		f.found = noColoursText
		if a.variable("NO_COLOR") != "" {
			f.found = noColorSetText
		}
	}
	return f
}

// lookAtCharacters reads the locale, as the screens do. One that is not set says
// nothing, and most terminals show more than ASCII.
func (a *app) lookAtCharacters(cfg config.Config) finding {
	f := finding{what: "letters", state: good, found: unicodeText}
	switch cfg.Screen.Glyphs {
	case "ascii":
		f.found = asciiSetText
		return f
	case "unicode":
		return f
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		v := a.variable(name)
		if v == "" {
			continue
		}
		if l := strings.ToLower(v); !strings.Contains(l, "utf-8") && !strings.Contains(l, "utf8") {
			f.state, f.found, f.todo = note, asciiText(name, v), utf8Text
		}
		return f
	}
	return f
}

// lookAtPictures says how the figure is drawn. The screens ask the terminal; what
// it calls itself tells as much here.
func (a *app) lookAtPictures(cfg config.Figure) finding {
	f := finding{what: "figure", state: good, found: cellsText}
	term := strings.ToLower(a.variable("TERM") + " " + a.variable("TERM_PROGRAM"))
	switch {
	case cfg.Mode != "auto" && cfg.Mode != "kitty" || cfg.Pixels == "never":
		f.found = cellsSetText
	case a.variable("TMUX") != "" || a.variable("STY") != "":
		f.found = cellsBetweenText
	case strings.Contains(term, "kitty") || strings.Contains(term, "ghostty"):
		f.found = pixelsText
		if cfg.Pixels == "auto" && a.variable("SSH_CONNECTION")+a.variable("SSH_CLIENT")+a.variable("SSH_TTY") != "" {
			f.found, f.todo = cellsFarText, alwaysText
		}
	}
	return f
}

// variable is the value of an environment variable. The names on Windows are the
// same in any case.
func (a *app) variable(name string) string {
	for _, e := range a.Environ {
		key, value, _ := strings.Cut(e, "=")
		if key == name || runtime.GOOS == "windows" && strings.EqualFold(key, name) {
			return value
		}
	}
	return ""
}
