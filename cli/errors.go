package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"catcow/config"
	"catcow/decode"
	"catcow/tui"
)

// The rules of an error:
//
//   - One line on stderr: lower case, no period, what is wrong and, after a
//     semicolon, what to do about it. Several mistakes in files are a line each.
//   - What came from outside is printed so that it cannot steer the terminal.
//   - What is said beside work that succeeded, by [app.warn], is a line of its own.
//   - Nothing is said twice in one run: what several parts of a command find, or what is
//     the end of it after it was said.

// The exit codes. Scripts rely on them.
const (
	codeFinished    = 0 // or there was nothing to finish
	codeFailed      = 1
	codeMisused     = 2 // a wrong command, flag, name or setting
	codeEndedEarly  = 3
	codeInterrupted = 130 // as a shell reports ctrl+c
)

// exitError is an error that knows its exit code; without a text where all was said
// already.
type exitError struct {
	error

	code int
}

func (e exitError) Unwrap() error { return e.error }

// usage marks an error as one of how the program was called.
func usage(err error) error { return exitError{err, codeMisused} }

func misused(format string, args ...any) error { return usage(fmt.Errorf(format, args...)) }

// quiet is an exit code with nothing left to say.
func quiet(code int) error { return exitError{errors.New(""), code} }

// Exit prints what there is to say about an error from [Env.Run], and gives
// the exit code.
func Exit(stderr io.Writer, err error) int {
	if err == nil {
		return codeFinished
	}
	if crash, ok := errors.AsType[*tui.CrashError](err); ok {
		err = saveCrash(crash)
	}
	if text := err.Error(); text != "" {
		for line := range strings.SplitSeq(text, "\n") {
			fmt.Fprintln(stderr, "catcow: "+decode.Printable(line))
		}
	}
	return codeOf(err)
}

// codeOf is the exit code of an error.
func codeOf(err error) int {
	if known, ok := errors.AsType[exitError](err); ok {
		return known.code
	}
	if _, ok := errors.AsType[decode.Problems](err); ok {
		return codeMisused
	}
	return codeFailed
}

// saveCrash puts where a fault of our own happened into a file for the report.
func saveCrash(crash *tui.CrashError) error {
	path, err := config.SaveCrash(crash.Stack)
	if err != nil {
		return fmt.Errorf("%w; %w", crash, err)
	}
	return fmt.Errorf("%w; the report is in %s", crash, path)
}

// noArgs wants no arguments.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("%s: want nothing after it, not %q; %s", c.Name(), strings.Join(args, " "), seeHelp(c))
	}
	return nil
}

// oneArg wants one argument, which the help calls name.
func oneArg(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return misused("%s: want a %s; %s", c.Name(), name, seeHelp(c))
		case 1:
			return nil
		}
		return misused("%s: want one %s, not %q; %s", c.Name(), name, strings.Join(args, " "), seeHelp(c))
	}
}

// noCommand refuses the argument of a command that has commands of its own: it
// was meant to be one of them.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	before := strings.TrimPrefix(c.CommandPath()+" ", "catcow ")
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if near := decode.Nearest(args[0], names); near != "" {
		return misused("no command %q; did you mean %q?", before+args[0], before+near)
	}
	return misused("no command %q; %s", before+args[0], helpLists(c))
}

// flagError says what is wrong with a flag in the words of everything else.
func flagError(c *cobra.Command, err error) error {
	if args := c.Flags().Args(); !c.HasParent() && len(args) > 0 {
		return noCommand(c, args) // flags of what is no command
	}
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		flag := bad.GetFlag()
		if flag.Value.Type() == "bool" {
			return misused("--%s: want true or false", flag.Name)
		}
		return misused("--%s: %w", flag.Name, bad.Unwrap())
	}
	if bad, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return misused("--%s: want a value after it; %s", bad.GetFlag().Name, seeHelp(c))
	}
	if bad, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return noFlag(c, bad)
	}
	return usage(err)
}

func noFlag(c *cobra.Command, bad *pflag.NotExistError) error {
	if short := bad.GetSpecifiedShortnames(); short != "" {
		return misused("no flag %q; %s", "-"+short, helpLists(c))
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	name := "--" + bad.GetSpecifiedName()
	return misused("no flag %q; %s", name, didYouMean(name, names, helpLists(c)))
}

func seeHelp(c *cobra.Command) string { return `"` + c.CommandPath() + ` --help" says more` }

func helpLists(c *cobra.Command) string { return `"` + c.CommandPath() + ` --help" lists them` }
