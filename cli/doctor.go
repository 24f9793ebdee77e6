package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"catcow/cli/doctor"
	"catcow/decode"
	"catcow/tui/pixels"
)

func (a *app) doctorCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "doctor",
		Short: "what works here, and what to do about the rest",
		Long: `Look at what catcow needs, say what was found, and name what to do about the
rest: the terminal, the sound, the voice, your settings and your log. It plays a
chime and says a line; nothing else is changed.

The exit code is 1 if the settings or the log need mending.`,
		Example: `  catcow doctor
  catcow doctor --quiet --json`,
	}
	silent := c.Flags().Bool("quiet", false, "no chime and no voice")
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error { return a.doctor(c.Context(), *silent, *asJSON) }
	return c
}

// doctor looks at everything. Its error says only that something needs mending:
// what that is stands among the rest.
func (a *app) doctor(ctx context.Context, silent, asJSON bool) error {
	cfg, configErr := a.settings()
	state, stateErr := a.state()
	if !silent && !asJSON {
		a.print(listenText)
		if err := a.out.Flush(); err != nil {
			return err
		}
	}
	pictures := pixels.Cells
	if a.hasScreens() {
		pictures = pixels.Probe(ctx, cfg.Figure, a.Environ, a.Stdin, a.Stdout)
	}
	all := doctor.Examine(ctx, doctor.Options{
		Version: a.Version(), Environ: a.Environ,
		Stdout: a.Stdout, Terminal: a.hasScreens(), Pictures: pictures, Width: a.Width, Height: a.Height,
		Config: cfg, ConfigErr: configErr, StateErr: stateErr,
		Sound: soundSettings(cfg, state), Silent: silent,
		Roots: roots(), LogFolder: logFolder(), Now: a.Now,
	})
	if asJSON {
		if err := a.json(all); err != nil {
			return err
		}
	} else {
		a.printFindings(all)
	}
	if slices.ContainsFunc(all, func(f doctor.Finding) bool { return f.State == doctor.Mend }) {
		return quiet(codeFailed)
	}
	return nil
}

func (a *app) printFindings(all []doctor.Finding) {
	s := a.printer()
	for _, f := range all {
		s.text(findingText(f.What, f.State), decode.Printable(f.Found))
		for _, w := range f.Ways {
			if f.State != doctor.OK { // else the one that is used says enough
				s.text(findingText("", "")+"- ", decode.Printable(wayText(w)))
			}
		}
		if f.Todo != "" {
			s.text(findingText("", ""), decode.Printable(f.Todo))
		}
	}
}
