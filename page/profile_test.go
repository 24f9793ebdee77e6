package page

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestColorProfile(t *testing.T) {
	t.Parallel()
	for environ, want := range map[string]colorprofile.Profile{
		"TERM=vt100":                     colorprofile.ASCII,
		"TERM=vt220":                     colorprofile.ASCII,
		"TERM=xterm-mono":                colorprofile.ASCII,
		"TERM=linux-m":                   colorprofile.ASCII,
		"TERM=vt525":                     colorprofile.ANSI,
		"TERM=linux":                     colorprofile.ANSI,
		"TERM=xterm-256color":            colorprofile.ANSI256,
		"TERM=vt100 COLORTERM=truecolor": colorprofile.TrueColor,
		"TERM=xterm-256color NO_COLOR=1": colorprofile.ASCII,
	} {
		// As a terminal: the environment says so.
		if got := ColorProfile(io.Discard, append(strings.Fields(environ), "TTY_FORCE=1")); got != want {
			t.Errorf("%s: %v, want %v", environ, got, want)
		}
	}
}
