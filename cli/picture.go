package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
	"catcow/content"
	"catcow/tui"
)

// printFigure draws a pose as it is held: in colour on a terminal, in letters
// where the text goes elsewhere.
func (a *app) printFigure(p *content.Pose, width int) {
	cfg, err := a.settings()
	if err != nil {
		cfg.Figure = config.Figure{Mode: "auto"} // a mistyped setting is no reason to show no pose
	}
	profile := colorprofile.Env(a.Environ)
	if a.Width == 0 {
		profile = colorprofile.NoTTY
	}
	e, ok := tui.NewEasel(cfg.Figure, profile, a.Width > 0, cfg.Screen.Theme != "light")
	if !ok {
		return
	}
	out := io.Writer(a.out)
	if profile < colorprofile.TrueColor {
		out = &colorprofile.Writer{Forward: a.out, Profile: profile}
	}
	lines := e.Picture(p, min(width, 60), 18)
	for _, line := range lines {
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	if lines != nil {
		fmt.Fprintln(a.out)
	}
}
