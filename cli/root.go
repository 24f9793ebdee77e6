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
//   - A command and its help are in the file that has its name; the other words
//     that people read are in words.go.
package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/decode"
	"catcow/fault"
	"catcow/plain"
	"catcow/tui"
)

// Env is where the commands run: what main gives them of the process.
type Env struct {
	Version  func() string // "v1.2.3" or "devel"
	Defaults string        // the text of config.toml
	Environ  []string      // in the form of os.Environ
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer
	Typed    bool             // stdin is a terminal
	Shown    bool             // stdout is one
	Width    int              // of the terminal on stdout, in cells; 0 where it is none
	Height   int              // the same in rows
	Now      func() time.Time // the clock
	Play     func(context.Context, tui.Options) (tui.Result, error)
	Plain    func(context.Context, plain.Options) (tui.Result, error) // the same line by line
}

// app is one run of the program.
type app struct {
	Env

	out      *bufio.Writer
	commands [][]*cobra.Command // as the help lists them
	started  bool               // a command runs; errors before that are about usage
	warnings warnings
	waiting  waiting
	state    func() (config.State, error) // what is remembered; a damaged file is moved aside, so it is read once
}

func newApp(e Env) *app {
	a := &app{Env: e, warnings: warnings{to: e.Stderr}}
	a.waiting.say = a.warnings.addNow
	a.out = bufio.NewWriter(pausing{waiting: &a.waiting, to: e.Stdout})
	a.state = sync.OnceValues(func() (config.State, error) {
		defer a.awaitState()()
		return config.LoadState()
	})
	return a
}

// awaitState begins to wait for what is remembered. It is over with done.
func (a *app) awaitState() (done func()) {
	return a.waiting.await(filepath.Join(xdg.StateHome, "catcow"))
}

// Run does what the arguments say. [Exit] turns its error into an exit code.
func (e Env) Run(ctx context.Context, args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &tui.CrashError{Value: r, Stack: fault.Stack(r)}
		}
	}()
	cobra.MousetrapHelpText = "" // a double click on Windows opens the menu
	a := newApp(e)
	root := a.root(len(args) > 0)
	root.SetArgs(append([]string{}, args...)) // nil would mean os.Args
	err = root.ExecuteContext(ctx)
	if err != nil && !a.started {
		err = usage(err)
	}
	if err != nil && a.warnings.has(err.Error()) {
		err = quiet(codeOf(err))
	}
	switch flush := a.out.Flush(); {
	case flush == nil:
	case isReaderGone(flush):
		return quiet(codeFailed)
	case err == nil:
		err = fmt.Errorf("cannot write: %w", decode.Cause(flush))
	}
	return err
}

// root is the command without a name, with the others under it or alone: the menu,
// which nobody gives a word for, need not wait for the flags of all of them.
func (a *app) root(withCommands bool) *cobra.Command {
	root := &cobra.Command{
		Use:              "catcow",
		Long:             rootHelp,
		Args:             noCommand,
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(*cobra.Command, []string) { a.started = true },
	}
	version := root.Flags().Bool("version", false, "which catcow this is")
	var plainly bool
	plainFlag(root, &plainly)
	root.RunE = func(c *cobra.Command, _ []string) error {
		if *version {
			return a.printVersion()
		}
		return a.menu(c.Context(), plainly)
	}
	root.SetOut(a.out)
	root.SetErr(a.Stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(a.help)
	root.PersistentFlags().BoolP("help", "h", false, "this help")
	root.PersistentFlags().Lookup("help").Hidden = true
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp) // no files, unless a command says so
	if withCommands {
		a.addCommands(root)
	}
	setDefaults(root)
	return root
}

// addCommands puts the commands under the root.
func (a *app) addCommands(root *cobra.Command) {
	root.SetHelpCommand(a.helpCommand())
	a.commands = [][]*cobra.Command{
		{a.startCommand(), a.todayCommand(), a.programCommand()},
		{
			a.routinesCommand(), a.posesCommand(), a.showCommand(), a.planCommand(),
			a.importCommand(), a.newCommand(), a.shareCommand(), a.checkCommand(),
		},
		{
			a.logCommand(), a.statsCommand(), a.statusCommand(), a.exportCommand(), a.importLogCommand(),
			a.syncCommand(), a.remindCommand(),
		},
		{a.configCommand(), a.safetyCommand(), a.doctorCommand(), a.manCommand(), a.versionCommand()},
	}
	for _, group := range a.commands {
		root.AddCommand(group...)
	}
	last := &a.commands[len(a.commands)-1]
	*last = append(*last, completionCommand(root))
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "which catcow this is",
		Long:  "Print which catcow this is.",
		RunE:  func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a *app) printVersion() error {
	fmt.Fprintln(a.out, "catcow", a.Version())
	return nil
}

// setDefaults makes a command, and those under it, take no arguments unless it says
// otherwise, and has the help list flags as they are declared.
func setDefaults(c *cobra.Command) {
	c.Flags().SortFlags = false
	if c.Args == nil {
		c.Args = noArgs
	}
	for _, sub := range c.Commands() {
		setDefaults(sub)
	}
}

// complete says how the tab key finishes the value of a flag.
func complete(c *cobra.Command, flag string, f cobra.CompletionFunc) {
	_ = c.RegisterFlagCompletionFunc(flag, f) // refused only where the flag is not there
}

// completeWith offers fixed words for the value of a flag.
func completeWith(c *cobra.Command, flag string, words ...string) {
	complete(c, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
