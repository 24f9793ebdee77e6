package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/session"
	"catcow/tui"
)

const startExample = `  catcow start 1
  catcow start lower-back --level 0.5
  catcow start restorative --without downward-dog`

const startHelp = `Go straight into a session. ROUTINE is a number of the list, an id or the
beginning of one; "catcow routines" lists them.

The flags hold for this session; "catcow config" says where to set such things
for good. A session at another speed than 1 is only a look at the routine.`

func (a *app) startCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "start ROUTINE",
		Short:             "straight into a session",
		Long:              startHelp,
		Example:           startExample,
		Args:              one("ROUTINE"),
		ValidArgsFunction: a.routineNames,
	}
	ch := a.choiceFlags(c)
	omit := &omitted{}
	c.Flags().BoolVar(&omit.sound, "silent", false, "no voice and no chimes")
	c.Flags().BoolVar(&omit.checkIn, "no-check-in", false, "do not ask how much it hurts")
	speed := &number{value: 1, low: session.SlowestSpeed, high: session.FastestSpeed}
	c.Flags().Var(speed, "speed", "`N` times as fast, for a look at a routine: 0.25 to 600")
	a.complete(c, "speed", cobra.NoFileCompletions)
	c.RunE = a.run(func(ctx context.Context, args []string) error {
		return a.start(ctx, args[0], ch, omit, speed.value)
	})
	return c
}

// omitted is what is left out of a session.
type omitted struct{ sound, checkIn bool }

// auto reports whether each pose has a level of its own.
func (ch *choice) auto(cfg config.Config) bool {
	if ch.level.given {
		return ch.level.Auto
	}
	return cfg.Session.Level.Auto
}

// start plays one routine.
func (a *app) start(ctx context.Context, name string, ch *choice, omit *omitted, speed float64) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, problems := a.library()
	r, o, err := ch.session(cfg, lib, name)
	if err != nil {
		return err
	}
	if !a.terminal() {
		return usage(errors.New(sayNoTerminal(r.ID)))
	}
	result, err := a.play(ctx, cfg, omit, tui.Options{
		Load:    func() (*content.Library, content.Problems) { return lib, problems },
		Session: o,
		Auto:    ch.auto(cfg),
		Play:    session.Settings{Speed: speed},
		Routine: &r,
	})
	a.print(sayResult(result)) // what was done stays done, whatever went wrong
	if err != nil {
		return err
	}
	return ended(result)
}

// session is a routine and how it is to be done.
func (ch *choice) session(cfg config.Config, lib *content.Library, name string) (content.Routine, session.Options, error) {
	r, err := lib.Routine(name)
	if err != nil {
		return r, session.Options{}, usage(err)
	}
	if r, err = ch.pick(lib, r); err != nil {
		return r, session.Options{}, err
	}
	o, err := ch.options(cfg)
	return r, o, err
}

// menu lets the user choose.
func (a *app) menu(ctx context.Context) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	if !a.terminal() {
		return usage(errors.New(sayNoTerminal("lower-back")))
	}
	result, err := a.play(ctx, cfg, &omitted{}, tui.Options{
		Load:    func() (*content.Library, content.Problems) { return content.Load(roots()...) },
		Session: options(cfg),
		Auto:    cfg.Session.Level.Auto,
		Play:    session.Settings{Speed: 1},
	})
	if err != nil {
		return err
	}
	return ended(result)
}

// ended is the exit that a session leads to.
func ended(r tui.Result) error {
	switch r.End {
	case tui.EndedEarly:
		return quiet(codeEndedEarly)
	case tui.Interrupted:
		return exitError{codeInterrupted, errors.New(sayInterrupted(r))}
	case tui.NoSession, tui.Finished:
	}
	return nil
}

// terminal reports whether there is one that screens can be shown on.
func (a *app) terminal() bool {
	return a.Terminal && !slices.Contains(a.Environ, "TERM=dumb")
}
