package voice

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"catcow/fault"
)

// helper is a program that is kept alive, and does what it is told line by line. It starts when it is needed, and again
// after it was ended.
type helper struct {
	program  program
	opening  []order // each time it starts
	greeting string  // what it said when it started

	alive *helping
}

// helping is one life of a helper.
type helping struct {
	in      io.WriteCloser
	lines   chan []byte   // closed when no more will come
	long    bool          // and why: one was too long
	printed limitedBuffer // complaints; to be read when it is over
	over    <-chan error
	cancel  context.CancelFunc
}

// ask gives orders and waits for each to be done; it gives the last answer. When the context is over the helper is ended:
// that is the one way to be sure that it is silent.
func (h *helper) ask(ctx context.Context, orders ...order) (answer []byte, err error) {
	defer func() {
		if _, refused := errors.AsType[refusal](err); err != nil && !refused {
			h.close()
		}
	}()
	alive, err := h.start(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range orders {
		if answer, err = alive.ask(ctx, o); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

// start starts the helper if it does not run.
func (h *helper) start(ctx context.Context) (*helping, error) {
	if h.alive != nil {
		return h.alive, nil
	}
	life, cancel := context.WithCancel(context.WithoutCancel(ctx)) // it lives longer than who needs it first
	cmd := h.program.command(life)
	in, err := cmd.StdinPipe()
	if err != nil {
		cancel()
		return nil, err
	}
	alive := &helping{in: in, lines: make(chan []byte), printed: limitedBuffer{most: mostPrinted}, cancel: cancel}
	lines, out := io.Pipe()
	context.AfterFunc(life, func() { _ = lines.Close() })
	go alive.read(life, lines)
	cmd.Stdout, cmd.Stderr = out, &alive.printed
	alive.over = h.program.launch(cmd, func() { _ = out.Close() })
	h.alive = alive
	greeting, err := alive.answer(ctx)
	if err != nil {
		h.close()
		return nil, err
	}
	h.greeting = quoted(string(greeting))
	for _, o := range h.opening {
		if _, err := alive.ask(ctx, o); err != nil {
			h.close()
			return nil, err
		}
	}
	return alive, nil
}

// close ends the helper, and waits until it is gone.
func (h *helper) close() {
	alive := h.alive
	if alive == nil {
		return
	}
	h.alive = nil
	alive.cancel()
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, _ = wait(ended, alive.over) // killed, so how it ended says nothing
}

// ask gives an order. A helper that hangs may leave it in a full pipe, until it is ended.
func (h *helping) ask(ctx context.Context, o order) ([]byte, error) {
	go func() { _, _ = io.WriteString(h.in, o.line()) }() // if it has ended, the answer is that it has
	return h.answer(ctx)
}

func (h *helping) answer(ctx context.Context) ([]byte, error) {
	select {
	case line, ok := <-h.lines:
		if ok {
			return reply(line)
		}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if h.long {
		return nil, errTooMuch
	}
	err := <-h.over
	if err == nil {
		err = errors.New(hasEndedText)
	}
	return nil, &Error{Err: err, Printed: quoted(string(h.printed.kept))}
}

// read hands on the lines that are printed, until there are no more or one is longer than any sound. One that nobody waits
// for holds up the helper, until it is ended.
func (h *helping) read(ctx context.Context, out *io.PipeReader) {
	defer fault.Catch(ctx)
	defer close(h.lines)
	defer func() { _ = out.Close() }()
	in := bufio.NewScanner(out)
	in.Buffer(nil, mostSound*4/3)
	for in.Scan() {
		select {
		case h.lines <- bytes.Clone(in.Bytes()):
		case <-ctx.Done():
			return
		}
	}
	h.long = errors.Is(in.Err(), bufio.ErrTooLong)
}
