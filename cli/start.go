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

// how is the way a session is played.
type how struct {
	silent, noCheckIn, plain bool
	speed                    float64
}

// howFlags are those that every session has.
func howFlags(c *cobra.Command) *how {
	h := &how{speed: 1}
	c.Flags().BoolVar(&h.silent, "silent", false, "no voice and no chimes")
	c.Flags().BoolVar(&h.noCheckIn, "no-check-in", false, "do not ask how much it hurts")
	plainFlag(c, &h.plain)
	return h
}

func plainFlag(c *cobra.Command, plain *bool) {
	c.Flags().BoolVar(plain, "plain", false, "line by line: for screen readers and pipes")
}

func (a *app) startCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "start ROUTINE",
		Short: "straight into a session",
		Long: `Go straight into a session. ROUTINE is a number of the list, an id or the
beginning of one; "catcow routines" lists them.

The flags hold for this session; "catcow config" says where to set such things
for good. A session at another speed than 1 is only a look at the routine.`,
		Example: `  catcow start 1
  catcow start lower-back --level 0.5
  catcow start restorative --without downward-dog
  catcow start desk-break --plain`,
		Args:              oneArg("ROUTINE"),
		ValidArgsFunction: firstOnly(a.completeRoutine),
	}
	ch := a.choiceFlags(c)
	h := howFlags(c)
	c.Flags().Func("speed", "`N` times as fast, for a look at a routine: 0.25 to 600",
		number(&h.speed, session.SlowestSpeed, session.FastestSpeed))
	c.RunE = func(c *cobra.Command, args []string) error { return a.start(c.Context(), args[0], ch, *h) }
	return c
}

// start plays one routine.
func (a *app) start(ctx context.Context, name string, ch *choice, h how) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, problems := a.library()
	c, err := a.choose(ctx, cfg, lib, name, ch)
	if err != nil {
		return err
	}
	return a.playChosen(ctx, cfg, c, h, lib, problems)
}

// playChosen plays a routine that was chosen, and says what was done to it.
func (a *app) playChosen(ctx context.Context, cfg config.Config, c chosen, h how, lib *content.Library, problems decode.Problems) error {
	var err error
	if h.plain, err = a.isPlain(cfg, h.plain); err != nil {
		return err
	}
	for _, line := range c.changes {
		a.print(line)
	}
	if err := a.out.Flush(); err != nil {
		return err
	}
	return a.play(ctx, cfg, h, tui.Options{
		Load:    func() (*content.Library, decode.Problems) { return lib, problems },
		Session: c.options,
		Auto:    c.auto,
		Routine: &c.routine,
	})
}

// menu lets the user choose.
func (a *app) menu(ctx context.Context, plainly bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	if plainly, err = a.isPlain(cfg, plainly); err != nil {
		return err
	}
	return a.play(ctx, cfg, how{plain: plainly, speed: 1}, tui.Options{
		Load:    a.load,
		Stamp:   stamp,
		Session: options(cfg),
		Auto:    cfg.Session.Level.Auto,
	})
}

// exitOf is the exit that a session leads to.
func exitOf(r tui.Result) error {
	switch r.End {
	case guide.EndedEarly:
		return quiet(codeEndedEarly)
	case guide.Interrupted:
		return exitError{errors.New(interruptedText(r)), codeInterrupted}
	case guide.Unended, guide.Finished:
	}
	return nil
}

// isPlain reports whether a session goes line by line: where that is asked for, and
// where there is no terminal to show screens on. Screens that nobody could type at are
// an error.
func (a *app) isPlain(cfg config.Config, asked bool) (bool, error) {
	if asked || cfg.Screen.Plain || a.isDumb() || !a.Shown {
		return true, nil
	}
	if !a.Typed {
		return false, usage(errors.New(noKeyboardText))
	}
	return false, nil
}

// lead leads through a session, on screens or line by line.
func (a *app) lead(ctx context.Context, isPlain bool, o tui.Options) (tui.Result, error) {
	if !isPlain {
		return a.Play(ctx, o)
	}
	return a.Plain(ctx, plain.Options{
		Options: o, In: a.Stdin, Out: a.Stdout, Keys: a.Typed && !a.isDumb(), Terminal: a.Shown, Width: a.Width,
	})
}

// isDumb reports whether the terminal can do nothing but print.
func (a *app) isDumb() bool { return slices.Contains(a.Environ, "TERM=dumb") }

// hasScreens reports whether there is a terminal that screens can be shown on.
func (a *app) hasScreens() bool {
	return a.Typed && a.Shown && !a.isDumb()
}
