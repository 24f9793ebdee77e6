package page

import (
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// ColorProfile is the colours that a terminal has, as its environment tells. One that
// never had any, such as a VT220, is else taken for one with sixteen, and shows nothing
// of what is drawn in the colour of the ground alone.
func ColorProfile(out io.Writer, environ []string) colorprofile.Profile {
	p := colorprofile.Detect(out, environ)
	if p != colorprofile.ANSI {
		return p
	}
	for _, e := range environ {
		if name, ok := strings.CutPrefix(e, "TERM="); ok && isMonochrome(name) {
			return colorprofile.ASCII
		}
	}
	return p
}

// isMonochrome is whether a terminal goes by the name of one without colours.
func isMonochrome(name string) bool {
	return strings.HasPrefix(name, "vt") && !strings.HasPrefix(name, "vt5") ||
		strings.HasSuffix(name, "-m") || strings.HasSuffix(name, "-mono")
}
