// Package cli is the plumbing of the subcommands.
//
// The rules of the room:
//
//   - What is asked for goes to stdout, through one buffer whose last flush is
//     checked; everything else goes to stderr, a line each.
//   - A command returns an error and never ends the process; what kind of error
//     it is decides the exit code, in one place.
//   - Only what a command needs is read: a list of poses does not fail on a
//     mistyped setting, and nobody's broken file stops a session.
//   - Words that people read are in words.go, except those that cobra wants
//     beside a command.
package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"catcow/tui"
)

// Program is what the commands are given by main.
type Program struct {
	Version  func() string // "v1.2.3" or "devel"
	Defaults string        // the text of config.toml
	Environ  []string      // in the form of os.Environ
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer
	Terminal bool             // stdin and stdout are one
	Width    int              // of the terminal on stdout, in cells; 0 where it is none
	Height   int              // the same in rows
	Now      func() time.Time // the clock
	Play     func(context.Context, tui.Options) (tui.Result, error)
}

// app is one run of the program.
type app struct {
	Program

	out *bufio.Writer
	ran bool // a command was reached; errors before it are about usage
}

// Run does what the arguments say. [Exit] turns its error into an exit code.
func (p Program) Run(ctx context.Context, args []string) error {
	cobra.MousetrapHelpText = "" // a double click on Windows opens the menu
	a := &app{Program: p, out: bufio.NewWriter(p.Stdout)}
	root := a.root()
	root.SetArgs(append([]string{}, args...)) // nil would mean os.Args
	err := root.ExecuteContext(ctx)
	if err != nil && !a.ran {
		err = usage(err)
	}
	if flush := a.out.Flush(); flush != nil && err == nil {
		err = fmt.Errorf("cannot write: %w", cause(flush))
	}
	return err
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "catcow",
		Long:              rootHelp,
		Args:              noCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	version := root.Flags().Bool("version", false, "which catcow this is")
	root.RunE = a.run(func(ctx context.Context, _ []string) error {
		if *version {
			return a.version()
		}
		return a.menu(ctx)
	})
	root.SetOut(a.out)
	root.SetErr(a.Stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(a.help)
	root.PersistentFlags().BoolP("help", "h", false, "this help")
	root.PersistentFlags().Lookup("help").Hidden = true
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(
		a.startCommand(), a.routinesCommand(), a.posesCommand(), a.showCommand(),
		a.planCommand(), a.logCommand(), a.statsCommand(), a.exportCommand(), a.importLogCommand(),
		a.checkCommand(), a.configCommand(), a.safetyCommand(), a.doctorCommand(), a.versionCommand(),
	)
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		a.completion(completion)
	}
	return root
}

// run is a command's function in cobra's form.
func (a *app) run(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		a.ran = true
		return f(c.Context(), args)
	}
}
