// Suspend gives the terminal away and takes it back a few times, as ctrl+z and fg do.
// The race detector finds that Bubble Tea looks for a change of size in several
// goroutines at once: see doc/bubbletea.md.
//
//	go run -race ./testdata/bubbletea/suspend
package main

import (
	"io"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

type model struct{ times int }

type back struct{}

// away gives the terminal to another program, and takes it back when that is over.
func away() tea.Msg {
	return tea.ExecProcess(exec.Command("true"), func(error) tea.Msg { return back{} })()
}

func (m model) Init() tea.Cmd { return away }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(back); !ok {
		return m, nil
	}
	if m.times++; m.times == 30 {
		return m, tea.Quit
	}
	return m, away
}

func (m model) View() tea.View { return tea.NewView("hello") }

func main() {
	ours, theirs, err := pty.Open()
	if err != nil {
		panic(err)
	}
	go func() { _, _ = io.Copy(io.Discard, ours) }()
	if _, err := tea.NewProgram(model{}, tea.WithInput(theirs), tea.WithOutput(theirs)).Run(); err != nil {
		panic(err)
	}
}
