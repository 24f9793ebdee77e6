//go:build unix

package tui

import (
	"os"
	"os/signal"
	"testing"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// Whatever asks us to end has the Program quit, and no stop of a job is in its way.
func TestWhatEndsUsQuits(t *testing.T) {
	defer signal.Reset(unix.SIGTTOU)
	for _, s := range []os.Signal{unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT} {
		sent := make(chan tea.Msg)
		model := &teaModel{}
		model.heed(s, func(msg tea.Msg) { sent <- msg })
		if msg := <-sent; msg != (tea.QuitMsg{}) || !model.ending.Load() {
			t.Errorf("%v sends %#v, ending %v", s, msg, model.ending.Load())
		}
	}
}
