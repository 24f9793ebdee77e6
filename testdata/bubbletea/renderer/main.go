// Renderer gives the terminal away and takes it back, on one processor, and counts what is
// drawn a second before and after. Nothing is, after: see doc/bubbletea.md.
//
//	go run ./testdata/bubbletea/renderer
package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

type model struct{ n int }

type next struct{}

func tick() tea.Cmd { return tea.Tick(time.Second/20, func(time.Time) tea.Msg { return next{} }) }

func (m model) Init() tea.Cmd { return tick() }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(next); !ok {
		return m, nil
	}
	m.n++
	return m, tick()
}

func (m model) View() tea.View { return tea.NewView(fmt.Sprint(m.n)) }

// counter counts what is written.
type counter struct {
	*os.File
	writes atomic.Int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.writes.Add(1)
	return c.File.Write(p)
}

func main() {
	runtime.GOMAXPROCS(1)
	ours, theirs, err := pty.Open()
	if err != nil {
		panic(err)
	}
	go func() { _, _ = io.Copy(io.Discard, ours) }()
	out := &counter{File: theirs}
	p := tea.NewProgram(model{}, tea.WithInput(theirs), tea.WithOutput(out))
	go func() {
		second := func(what string) {
			before := out.writes.Load()
			time.Sleep(time.Second)
			fmt.Printf("%-8s%3d writes a second\n", what, out.writes.Load()-before)
		}
		second("before")
		_ = p.ReleaseTerminal()
		_ = p.RestoreTerminal()
		second("after")
		p.Kill()
	}()
	_, _ = p.Run()
}
