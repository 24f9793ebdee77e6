//go:build !unix

package tui

import (
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
)

// canSuspend reports whether there is a shell to go to.
func canSuspend() bool { return false }

// terminal leaves the console to the Program.
func (t *teaModel) terminal() (io.Writer, []tea.ProgramOption) { return os.Stdout, nil }

// takeTerminal has nothing to remember.
func takeTerminal() (restore func()) { return func() {} }

// listen leaves what the system says to the Program.
func listen() (heard func() chan os.Signal) { return func() chan os.Signal { return nil } }

// watchSignals has nothing to pass on.
func (t *teaModel) watchSignals(chan os.Signal, func(tea.Msg)) (stop func()) { return func() {} }

// endAnyhow has nothing to keep off: no job is stopped here.
func (t *teaModel) endAnyhow() {}

// retake has nothing to take.
func retake() tea.Cmd { return nil }
