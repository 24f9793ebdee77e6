package voice

import (
	"bufio"
	"context"
	"errors"
	"io"
	"slices"
)

// helper is a program that is kept alive, and does what it is told line by line. It starts when it is needed, and again
// after it was ended.
type helper struct {
	program  program
	opening  []order // each time it starts
	greeting string  // what it said when it started

	kill    context.CancelFunc // nil while it does not run
	over    <-chan error
	in      io.Writer
	out     *bufio.Scanner
	printed *limitedBuffer // complaints; to be read when it is over
}

// ask gives orders and waits for each to be done; it gives the last answer. When the context is over the helper is ended:
// that is the one way to be sure that it is silent.
func (h *helper) ask(ctx context.Context, orders ...order) (answer []byte, err error) {
	started := h.kill == nil
	if started {
		if err := h.start(ctx); err != nil {
			return nil, err
		}
	}
	alive := context.AfterFunc(ctx, h.kill)
	defer func() {
		_, refused := errors.AsType[refusal](err)
		if !alive() || err != nil && (started || !refused) {
			h.close()
		}
	}()
	if started {
		greeting, err := h.answer(ctx)
		if err != nil {
			return nil, err
		}
		h.greeting = quoted(string(greeting))
		orders = slices.Concat(h.opening, orders)
	}
	for _, o := range orders {
		// A helper that hangs may leave the order in a full pipe, until it is ended; if it has ended, the answer is that it has.
		go func() { _, _ = io.WriteString(h.in, o.line()) }()
		if answer, err = h.answer(ctx); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

func (h *helper) start(ctx context.Context) error {
	life, kill := context.WithCancel(context.WithoutCancel(ctx)) // it lives longer than who needs it first
	cmd := h.program.command(life)
	in, err := cmd.StdinPipe()
	if err != nil {
		kill()
		return err
	}
	lines, out := io.Pipe()
	context.AfterFunc(life, func() { _ = lines.Close() })
	h.printed = &limitedBuffer{most: mostPrinted}
	cmd.Stdout, cmd.Stderr = out, h.printed
	h.kill, h.in, h.out = kill, in, bufio.NewScanner(lines)
	h.out.Buffer(nil, mostSound*4/3)
	h.over = h.program.launch(cmd, func() { _ = out.Close() })
	return nil
}

// close ends the helper, and waits until it is gone.
func (h *helper) close() {
	if h.kill == nil {
		return
	}
	h.kill()
	h.kill = nil
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, _ = wait(ended, h.over) // killed, so how it ended says nothing
}

// answer is the next line, unless it is longer than any sound.
func (h *helper) answer(ctx context.Context) ([]byte, error) {
	switch {
	case h.out.Scan():
		return reply(h.out.Bytes())
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(h.out.Err(), bufio.ErrTooLong):
		return nil, errTooMuch
	}
	err := <-h.over
	if err == nil {
		err = errors.New(hasEndedText)
	}
	return nil, complained(err, h.printed.kept)
}
