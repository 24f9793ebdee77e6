//go:build unix

package tui

import (
	"io"
	"os"
	"os/signal"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"

	"catcow/page"
)

// canSuspend reports whether there is a shell to go to. The leader of a terminal
// session has none: it would stop for good with nobody to wake it.
func canSuspend() bool {
	session, err := unix.Getsid(0)
	return err == nil && unix.Getpgrp() != session
}

// terminalIn is the file that the Program makes raw and waits for, read so that
// every paste ends.
type terminalIn struct {
	*os.File

	paste *pasteReader
}

func (t terminalIn) Read(p []byte) (int, error) { return t.paste.Read(p) }

// terminal is what the Program writes to, and how it reads. It is not told that it
// writes to a terminal: it would take one of any size, and looks for a change of it
// in several goroutines at once.
func (t *teaModel) terminal() (io.Writer, []tea.ProgramOption) {
	t.out = &output{to: os.Stdout, patience: writeTime}
	size := terminalSize()
	return t.out, []tea.ProgramOption{
		tea.WithInput(terminalIn{os.Stdin, &pasteReader{from: os.Stdin, now: t.m.now}}),
		tea.WithWindowSize(size.Width, size.Height),
		tea.WithColorProfile(page.ColorProfile(os.Stdout, t.m.o.Environ)),
		tea.WithoutSignalHandler(), // it loses what comes while the terminal is given away
	}
}

// takeTerminal remembers how the terminal is, and gives what makes it so again.
func takeTerminal() (restore func()) {
	before, err := term.GetState(os.Stdin.Fd())
	if err != nil {
		return func() {} // no terminal, nothing to make whole
	}
	return func() {
		if isForeground() { // the shell behind which we end has it as it needs it
			_ = term.Restore(os.Stdin.Fd(), before)
		}
	}
}

// listen begins to listen to what would end us with the terminal as it is. That takes a
// moment, which heard waits for.
func listen() (heard func() chan os.Signal) {
	signals, begun := make(chan os.Signal, 8), make(chan struct{})
	go func() {
		signal.Notify(signals, unix.SIGTERM, unix.SIGINT)
		close(begun)
	}()
	return func() chan os.Signal {
		<-begun
		return signals
	}
}

// watchSignals passes on what is heard, and what the system says of the terminal and of
// jobs, until stop is called. The first frame does not wait for that to begin.
func (t *teaModel) watchSignals(heard chan os.Signal, send func(tea.Msg)) (stop func()) {
	begun := make(chan struct{})
	go func() {
		signal.Notify(heard, unix.SIGWINCH, unix.SIGCONT)
		for _, s := range []os.Signal{unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU} {
			if !signal.Ignored(s) {
				signal.Notify(heard, s)
			}
		}
		close(begun)
		go send(sizeMsg{})  // it may have changed before we listened
		var given time.Time // when we were last given the terminal
		for s := range heard {
			denied := s == unix.SIGTTIN || s == unix.SIGTTOU
			if denied && isForeground() && t.m.now().Sub(given) < staleTime {
				continue
			}
			t.heed(s, send)
			if denied || s == unix.SIGCONT {
				given = t.m.now()
			}
		}
	}()
	return func() {
		<-begun
		signal.Stop(heard)
		close(heard)
	}
}

// heed does what a signal is for.
func (t *teaModel) heed(s os.Signal, send func(tea.Msg)) {
	switch s {
	case unix.SIGTERM, unix.SIGINT:
		t.endAnyhow()
		go send(tea.QuitMsg{})
		go unguard()
	case unix.SIGWINCH:
		go send(sizeMsg{})
	case unix.SIGCONT:
		go send(thenMsg(t.m.wake))
	default:
		t.heedStop(s, send)
	}
}

// heedStop stops us. A Program that is suspended has the system do that too, and waits to
// be brought back.
func (t *teaModel) heedStop(s os.Signal, send func(tea.Msg)) {
	stopping, stop := t.m.stopping.Load(), unix.SIGSTOP // the terminal is not ours, or no more
	switch ending := t.ending.Load(); {
	case stopping && ending:
		stop = unix.SIGCONT // as if we were brought back at once
	case ending:
		return
	case !stopping && (s == unix.SIGTSTP || isForeground()):
		go send(thenMsg(t.m.suspend))
		return
	}
	if stopping {
		<-after(rendererTime)
	}
	_ = unix.Kill(unix.Getpid(), stop)
}

// rendererTime is for the Program's renderer to stop its clock. If we stopped before that,
// it would do so as we come back, and nothing would be drawn any more (doc/bubbletea.md).
const rendererTime = 100 * time.Millisecond

// staleTime is how long after we were given the terminal the system may still say that
// it is not ours: it says so at each try.
const staleTime = time.Second

// endAnyhow keeps what stops a job from stopping one that was asked to end: behind the
// shell each change of the terminal would.
func (t *teaModel) endAnyhow() {
	t.ending.Store(true)
	signal.Ignore(unix.SIGTTOU)
}

// isForeground reports whether the terminal is ours to use.
func isForeground() bool {
	group, err := unix.IoctlGetInt(int(os.Stdin.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// unguard lets signals end us as they come, once there was time to leave by the first one.
func unguard() {
	<-after(guardTime)
	signal.Reset(unix.SIGTERM, unix.SIGINT)
}

// retake takes the terminal again from a shell that it was not given to.
func retake() tea.Cmd {
	_, _ = term.MakeRaw(os.Stdin.Fd())
	return tea.Batch(
		tea.Raw(ansi.SetModeAltScreenSaveCursor+ansi.ResetModeTextCursorEnable+ansi.SetModeBracketedPaste),
		tea.ClearScreen,
	)
}
