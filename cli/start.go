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
	speed := &number{value: 1, low: session.SlowestSpeed, high: session.FastestSpeed}
	c.Flags().Var(speed, "speed", "`N` times as fast, for a look at a routine: 0.25 to 600")
	a.complete(c, "speed", cobra.NoFileCompletions)
	c.RunE = a.run(func(ctx context.Context, args []string) error {
		return a.start(ctx, args[0], ch, speed.value)
	})
	return c
}

// start plays one routine.
func (a *app) start(ctx context.Context, name string, ch *choice, speed float64) error {
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
	result, err := a.play(ctx, tui.Options{
		Load:    func() (*content.Library, content.Problems) { return lib, problems },
		Session: o,
		Play:    session.Settings{Speed: speed, Manual: cfg.Session.Advance == "manual"},
		Screen:  cfg.Screen,
		Figure:  cfg.Figure,
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
	result, err := a.play(ctx, tui.Options{
		Load:    func() (*content.Library, content.Problems) { return content.Load(roots()...) },
		Session: options(cfg),
		Play:    session.Settings{Speed: 1, Manual: cfg.Session.Advance == "manual"},
		Screen:  cfg.Screen,
		Figure:  cfg.Figure,
	})
	if err != nil {
		return err
	}
	return ended(result)
}

// play shows the screens.
func (a *app) play(ctx context.Context, o tui.Options) (tui.Result, error) {
	var forgot error
	o.Last = config.LoadState().Routine
	o.Remember = func(id string) { forgot = config.State{Routine: id}.Save() }
	o.Environ = a.Environ
	result, err := a.Play(ctx, o)
	if forgot != nil {
		a.warn(forgot.Error())
	}
	if err != nil && ctx.Err() != nil { // the terminal is gone
		result.End, err = tui.Interrupted, nil
	}
	return result, err
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
