package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/fault"
	"catcow/guide"
	"catcow/page"
	"catcow/tui"
)

// logTime is how long what is asked of the log may take: a disk may be gone.
const logTime = 2 * time.Second

// errLogLate says that it took longer.
var errLogLate = errors.New("the log of sessions does not answer; look at the disk it is on")

// askLog is what the log answers, if it does in time.
func askLog[T any](ask func(ctx context.Context) (T, error)) (T, error) {
	var answer, none T
	var err error
	if !fault.Within(context.Background(), logTime, func(ctx context.Context) { answer, err = ask(ctx) }) {
		return none, errLogLate // and what comes later is nobody's
	}
	return answer, err
}

// Options is what the screens are given, and what stands in their place.
type Options struct {
	tui.Options

	In  io.Reader
	Out io.Writer
	// Keys says that In is a terminal that can give one key at a time.
	Keys bool
	// Terminal says that Out is a terminal: its bell can be rung. Width is that of
	// it in cells; 0 for lines that are as long as they are.
	Terminal bool
	Width    int
}

// program is one run.
type program struct {
	o   Options
	now func() time.Time
	out *bufio.Writer
	in  *input
	err error // of the output

	lib     *content.Library
	safe    content.Safety
	past    tui.Past
	guide   *guide.Guide // of the latest session; nil before the first
	printed printed
	result  tui.Result
	saving  fault.Group
}

// Run leads through the product until the user leaves. A signal, or the end of the
// context, interrupts the session; what was done is in the Result all the same.
// The error is a [*tui.CrashError] for a fault of our own.
func Run(ctx context.Context, o Options) (tui.Result, error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	return run(ctx, o, signals)
}

func run(ctx context.Context, o Options, signals <-chan os.Signal) (result tui.Result, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := &program{o: o, now: o.Now, out: bufio.NewWriter(o.Out), in: newInput(ctx, o.In, o.Keys, signals)}
	if p.now == nil {
		p.now = wallClock
	}
	if o.Changes == nil {
		p.o.Changes = &tui.Changes{}
	}
	defer func() {
		p.in.byKey(false) // the terminal is given back as it was
		if r := recover(); r != nil {
			err = &tui.CrashError{Value: r, Stack: fault.Stack(r), Result: p.result}
		}
		if p.o.Changes.TryFlush() {
			p.saving.Wait()
		}
		result = p.result
	}()
	err = p.run()
	if _, ok := errors.AsType[interruptError](err); ok {
		p.result.End = guide.Interrupted
		err = nil
	}
	return p.result, ignoreEnd(err)
}

// run is from the first line to the last.
func (p *program) run() error {
	lib, problems := p.o.Load()
	p.lib, p.safe = lib, content.SafetyPage()
	if err := p.recall(); err != nil {
		return err
	}
	if p.past.Sound != nil {
		p.o.Sound = p.past.Sound
	}
	if p.o.Auto {
		p.o.Session.Levels = p.past.Levels
	}
	if len(problems) > 0 && p.o.Routine == nil {
		p.print(problemsText(len(problems)))
	}
	if p.past.Trouble != nil {
		p.print(page.Sentence(p.past.Trouble.Error()))
	}
	if err := p.introduce(); err != nil {
		return err
	}
	if p.o.Routine != nil {
		return p.start(*p.o.Routine)
	}
	if _, err := p.offerResume(); err != nil {
		return err
	}
	p.result = tui.Result{} // what went on is over
	return p.menu()
}

// recall reads what earlier sessions left. A signal ends the wait for it.
func (p *program) recall() error {
	if p.o.Past == nil {
		return nil
	}
	var past tui.Past
	var reading fault.Group
	done := make(chan struct{})
	reading.Go(func() {
		defer close(done)
		past = p.o.Past()
	})
	if err := p.in.until(done); err != nil {
		return err
	}
	reading.Wait()
	p.past = past
	return nil
}

// print prints a line: what is too long for the terminal is broken between words.
func (p *program) print(text string) { p.hang("", text) }

// hang prints a line after a mark.
func (p *program) hang(mark, text string) {
	lines := []string{mark + text}
	if p.o.Width > 0 && text != "" {
		lines = page.Hang(mark, text, p.o.Width-1, "")
	}
	for _, l := range lines {
		p.write(strings.TrimRight(l, " ") + "\n")
	}
	p.flush()
}

func (p *program) write(text string) {
	_, _ = p.out.WriteString(text) // what goes wrong comes with the flush
}

// flush sends what was written. The first error ends the run.
func (p *program) flush() {
	if err := p.out.Flush(); err != nil && p.err == nil {
		p.err = err
	}
}

// line is the next line that is typed, without spaces around it, in lower case.
func (p *program) line() (string, error) {
	p.save()
	if p.err != nil {
		return "", p.err
	}
	return p.in.line()
}

// remember changes what is kept between two starts.
func (p *program) remember(change func(*config.State)) { p.o.Changes.Make(&p.o.State, change) }

// save writes what was changed, and waits for the disk, but not for ever.
func (p *program) save() { p.o.Changes.TryFlush() }

// saveBeside writes what was changed while something else goes on.
func (p *program) saveBeside() {
	if !p.o.Changes.IsEmpty() {
		p.saving.Go(p.o.Changes.Flush)
	}
}
