// Signal asks a program to end while the terminal is given away, and looks whether it has
// ended once the terminal is taken back. It has not: see doc/bubbletea.md.
//
//	go run ./testdata/bubbletea/signal
package main

import (
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

type model struct{}

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func (m model) View() tea.View { return tea.NewView("here") }

// ends reports whether a program ends when it is asked to, with the terminal or without it.
func ends(away bool) bool {
	ours, theirs, err := pty.Open()
	if err != nil {
		panic(err)
	}
	go func() { _, _ = io.Copy(io.Discard, ours) }()
	p := tea.NewProgram(model{}, tea.WithInput(theirs), tea.WithOutput(theirs))
	ended := make(chan struct{})
	go func() {
		_, _ = p.Run()
		close(ended)
	}()
	time.Sleep(time.Second / 2)
	if away {
		_ = p.ReleaseTerminal()
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
	time.Sleep(time.Second / 2)
	if away {
		_ = p.RestoreTerminal()
	}
	select {
	case <-ended:
		return true
	case <-time.After(time.Second):
		p.Kill()
		<-ended
		return false
	}
}

func main() {
	fmt.Println("with the terminal, SIGTERM ends it:   ", ends(false))
	fmt.Println("while it is given away, SIGTERM does: ", ends(true))
}
