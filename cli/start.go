package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/guide"
	"catcow/plain"
	"catcow/session"
	"catcow/tui"
)

const startHelp = `Go straight into a session. ROUTINE is a number of the list, an id or the
beginning of one; "catcow routines" lists them.

The flags hold for this session; "catcow config" says where to set such things
for good. A session at another speed than 1 is only a look at the routine.`

const startExample = `  catcow start 1
  catcow start lower-back --level 0.5
  catcow start restorative --without downward-dog
  catcow start desk-break --plain`

// omitted is what is left out of a session.
type omitted struct{ sound, checkIn bool }

func plainFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("plain", false, "line by line: for screen readers and pipes")
}

func (a *app) startCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "start ROUTINE",
		Short:             "straight into a session",
		Long:              startHelp,
		Example:           startExample,
		Args:              oneArg("ROUTINE"),
		ValidArgsFunction: a.completeRoutine,
	}
	ch := a.choiceFlags(c)
	omit := omitted{}
	c.Flags().BoolVar(&omit.sound, "silent", false, "no voice and no chimes")
	c.Flags().BoolVar(&omit.checkIn, "no-check-in", false, "do not ask how much it hurts")
	plainly := plainFlag(c)
	speed := 1.0
	c.Flags().Func("speed", "`N` times as fast, for a look at a routine: 0.25 to 600",
		number(&speed, session.SlowestSpeed, session.FastestSpeed))
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.start(c.Context(), args[0], ch, omit, speed, *plainly)
	}
	return c
}

// start plays one routine.
func (a *app) start(ctx context.Context, name string, ch *choice, omit omitted, speed float64, plainly bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, problems := a.library()
	c, err := a.choose(ctx, cfg, lib, name, ch)
	if err != nil {
		return err
	}
	show, err := a.frontEnd(cfg, plainly)
	if err != nil {
		return err
	}
	return a.playChosen(ctx, cfg, c, how{omit, speed, show}, lib, problems)
}

// how is the way a session is played.
type how struct {
	omitted

	speed float64
	show  frontEnd
}

// playChosen plays a routine that was chosen, and says what was done to it.
func (a *app) playChosen(ctx context.Context, cfg config.Config, c chosen, h how, lib *content.Library, problems decode.Problems) error {
	for _, line := range c.changes {
		a.print(line)
	}
	if err := a.out.Flush(); err != nil {
		return err
	}
	if !h.show.plain { // which has said it; what was done stays done, whatever went wrong
		h.show.tell = func(r tui.Result) { a.print(resultText(r)) }
	}
	result, err := a.play(ctx, cfg, h.omitted, h.show, tui.Options{
		Load:    func() (*content.Library, decode.Problems) { return lib, problems },
		Session: c.options,
		Auto:    c.auto,
		Play:    session.Settings{Speed: h.speed},
		Routine: &c.routine,
	})
	if err != nil {
		return err
	}
	return exitOf(result)
}

// menu lets the user choose.
func (a *app) menu(ctx context.Context, plainly bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	show, err := a.frontEnd(cfg, plainly)
	if err != nil {
		return err
	}
	result, err := a.play(ctx, cfg, omitted{}, show, tui.Options{
		Load:    a.load,
		Stamp:   stamp,
		Session: options(cfg),
		Auto:    cfg.Session.Level.Auto,
		Play:    session.Settings{Speed: 1},
	})
	if err != nil {
		return err
	}
	return exitOf(result)
}

// exitOf is the exit that a session leads to.
func exitOf(r tui.Result) error {
	switch r.End {
	case guide.EndedEarly:
		return quiet(codeEndedEarly)
	case guide.Interrupted:
		return exitError{codeInterrupted, errors.New(interruptedText(r))}
	case guide.Unended, guide.Finished:
	}
	return nil
}

// frontEnd is what leads through a session.
type frontEnd struct {
	run   func(context.Context, tui.Options) (tui.Result, error)
	plain bool
	tell  func(tui.Result) // prints what became of the session; nil for nothing
}

// frontEnd is line by line where it is asked for, and where there is no terminal to
// show screens on; screens that nobody could type at are an error.
func (a *app) frontEnd(cfg config.Config, plainly bool) (frontEnd, error) {
	if plainly || cfg.Screen.Plain || a.isDumb() || !a.Terminal && !a.Shown {
		return frontEnd{run: a.playPlain, plain: true}, nil
	}
	if !a.Terminal {
		return frontEnd{}, usage(errors.New(noKeyboardText))
	}
	return frontEnd{run: a.Play}, nil
}

// playPlain leads through a session line by line.
func (a *app) playPlain(ctx context.Context, o tui.Options) (tui.Result, error) {
	return a.Plain(ctx, plain.Options{
		Options: o, In: a.Stdin, Out: a.Stdout, Keys: a.Typed && !a.isDumb(), Terminal: a.Shown, Width: a.Width,
	})
}

// isDumb reports whether the terminal can do nothing but print.
func (a *app) isDumb() bool { return slices.Contains(a.Environ, "TERM=dumb") }

// hasScreens reports whether there is a terminal that screens can be shown on.
func (a *app) hasScreens() bool {
	return a.Terminal && !a.isDumb()
}
