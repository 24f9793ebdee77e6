package pixels

import (
	"context"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"

	"catcow/config"
)

// probeTime is what a terminal has to answer a [Probe].
const probeTime = time.Second

// Probe asks the terminal as a [Display] does, and gives what is found.
func Probe(ctx context.Context, c config.Figure, environ []string, in io.Reader, out io.Writer) Protocol {
	p := &probe{display: New(c, environ)}
	ask := p.display.Ask()
	if ask == nil {
		return Cells
	}
	p.ask = ask
	defer makeRaw(in)()
	ctx, cancel := context.WithTimeout(ctx, probeTime)
	defer cancel()
	_, _ = tea.NewProgram(p, tea.WithContext(ctx), tea.WithEnvironment(environ), tea.WithInput(in), // without an answer: cells
		tea.WithOutput(p.display.Output(out)), tea.WithoutRenderer()).Run()
	return p.display.protocol
}

// makeRaw has a terminal hand over what it answers at once, and show none of it. It
// gives back how it was.
func makeRaw(in io.Reader) (restore func()) {
	file, ok := in.(*os.File)
	if !ok {
		return func() {}
	}
	before, err := term.MakeRaw(file.Fd())
	if err != nil {
		return func() {} // no terminal
	}
	return func() { _ = term.Restore(file.Fd(), before) }
}

// probe is a program that does nothing but ask.
type probe struct {
	display *Display
	ask     tea.Cmd
}

func (p *probe) Init() tea.Cmd { return p.ask }

func (p *probe) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := p.display.Update(msg)
	if _, ok := msg.(uv.PrimaryDeviceAttributesEvent); ok && cmd == nil { // the last of the answers
		return p, tea.Quit
	}
	return p, cmd
}

func (p *probe) View() tea.View { return tea.View{} }
