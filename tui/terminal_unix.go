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
		signal.Notify(signals, unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT)
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
	stops := make(chan os.Signal, 1) // one stands for all: the system says it again and again
	begun, end := make(chan struct{}), make(chan struct{})
	go func() {
		signal.Notify(heard, unix.SIGWINCH, unix.SIGCONT)
		for _, s := range []os.Signal{unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU} {
			if !signal.Ignored(s) {
				signal.Notify(stops, s)
			}
		}
		close(begun)
		go send(sizeMsg{}) // it may have changed before we listened
		t.heedSignals(heard, stops, end, send)
	}()
	return func() {
		<-begun
		signal.Stop(heard)
		signal.Stop(stops)
		close(end)
	}
}

// heedSignals heeds what is heard before what stops us, until the end: one that is asked
// to end, or brought back, has no use for a stop that came with that.
func (t *teaModel) heedSignals(heard, stops chan os.Signal, end chan struct{}, send func(tea.Msg)) {
	var due <-chan time.Time // when we are to stop
	var given time.Time      // when we were last given the terminal
	heed := func(s os.Signal) {
		if s == unix.SIGCONT {
			due, given = nil, t.m.now()
		}
		t.heed(s, send)
	}
	for {
		var stop os.Signal
		isDue := false
		select {
		case <-end:
			return
		case s := <-heard:
			heed(s)
		case stop = <-stops:
		case <-due:
			isDue = true
		}
		for len(heard) > 0 {
			heed(<-heard)
		}
		switch {
		case due == nil && stop != nil:
			due = t.heedStop(stop, given, send)
		case due != nil && isDue:
			t.stop()
			due, given = nil, t.m.now()
		}
	}
}

// heed does what a signal is for.
func (t *teaModel) heed(s os.Signal, send func(tea.Msg)) {
	switch s {
	case unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT:
		t.endAnyhow()
		go send(tea.QuitMsg{})
		go unguard()
	case unix.SIGWINCH:
		go send(sizeMsg{})
	case unix.SIGCONT:
		go send(thenMsg(t.m.wake))
	}
}

// heedStop has us stop by ourselves, or gives when the system is to be asked for it, where
// the Program waits to be brought back already, or the terminal is not ours.
func (t *teaModel) heedStop(s os.Signal, given time.Time, send func(tea.Msg)) (due <-chan time.Time) {
	switch isStopping := t.m.stopping.Load(); {
	case s != unix.SIGTSTP && isForeground() && t.m.now().Sub(given) < staleTime:
		return nil
	case isStopping:
		return after(rendererTime)
	case t.ending.Load():
		return nil
	case s == unix.SIGTSTP || isForeground():
		go send(thenMsg(t.m.suspend))
		return nil
	}
	return after(0)
}

// stop stops us until we are brought back. One that was asked to end meanwhile is as if
// it were brought back at once.
func (t *teaModel) stop() {
	s := unix.SIGSTOP
	if t.ending.Load() {
		s = unix.SIGCONT
	}
	_ = unix.Kill(unix.Getpid(), s)
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
	signal.Reset(unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT)
}

// retake takes the terminal again from a shell that it was not given to.
func retake() tea.Cmd {
	_, _ = term.MakeRaw(os.Stdin.Fd())
	return tea.Batch(
		tea.Raw(ansi.SetModeAltScreenSaveCursor+ansi.ResetModeTextCursorEnable+ansi.SetModeBracketedPaste),
		tea.ClearScreen,
	)
}
