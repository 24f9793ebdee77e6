// Catcow guides through yoga for a sore back in the terminal: pose by pose, step
// by step, with a countdown, a breath to follow and a moving figure.
package main

import (
	"context"
	_ "embed"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/charmbracelet/x/term"

	"catcow/cli"
	"catcow/clock"
	"catcow/config"
	"catcow/plain"
	"catcow/tui"
)

// defaults are the settings as they come.
//
//go:embed config.toml
var defaults string

// version is set by -ldflags "-X main.version=v1.2.3"; empty, the binary is
// asked what it was built from.
var version string

// startGarbage lets a command, and the start of the screens, be over before much is
// collected: both are short. A session sets less once all is read.
const startGarbage = 400

func main() {
	os.Exit(run(program(os.Environ(), os.Stdin, os.Stdout, os.Stderr), os.Args[1:]))
}

// run is the whole program. It gives the exit code.
func run(p cli.Env, args []string) int {
	if err := cli.CheckLimits(); err != nil {
		return cli.Exit(p.Stderr, err)
	}
	debug.SetGCPercent(startGarbage)
	config.FindHome()
	// A terminal that is closed ends the session like a key does, not in the
	// middle of a word, and so do the signals that would have us print our goroutines.
	// The screens see to ctrl+c and SIGTERM themselves.
	ctx, stop := untilSignal(append(fatalSignals(), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT,
		syscall.SIGILL, syscall.SIGTRAP, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV)...)
	defer stop()
	return cli.Exit(p.Stderr, p.Run(ctx, args))
}

// untilSignal is a context that ends with the first of some signals; the second ends us
// for sure. The runtime listens with a thread of its own, and nothing waits for that
// thread to start.
func untilSignal(signals ...os.Signal) (context.Context, context.CancelFunc) {
	ctx, end := context.WithCancel(context.Background())
	go func() {
		signaled, stop := signal.NotifyContext(ctx, signals...)
		defer stop()
		<-signaled.Done()
		end()
	}()
	return ctx, end
}

// program is all the parts put together.
func program(environ []string, stdin, stdout *os.File, stderr io.Writer) cli.Env {
	width, height := size(stdout)
	return cli.Env{
		Version:  buildVersion,
		Defaults: defaults,
		Environ:  environ,
		Stdin:    stdin,
		Stdout:   stdout,
		Stderr:   stderr,
		Typed:    term.IsTerminal(stdin.Fd()),
		Shown:    term.IsTerminal(stdout.Fd()),
		Width:    width,
		Height:   height,
		Now:      clock.New(),
		Play:     tui.Run,
		Plain:    plain.Run,
	}
}

// size is that of the terminal a file is, 0 by 0 if it is none.
func size(f *os.File) (width, height int) {
	width, height, err := term.GetSize(f.Fd())
	if err != nil {
		return 0, 0
	}
	return width, height
}

// buildVersion is the version set by the linker, the one of the module, or the
// commit the binary was built from; "devel" if nothing is known.
func buildVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	return describe(info)
}

func describe(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision, changes := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = " " + s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changes = " with changes"
		}
	}
	return "devel" + revision + changes
}
