package voice

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
)

// helper is a program that is kept alive, and does what it is told line by line. It starts when it is needed, and again
// after it was ended.
type helper struct {
	program  program
	opening  []order // each time it starts
	greeting string  // what it said when it started

	turn  chan struct{} // holds one while somebody waits for an answer
	mu    sync.Mutex    // guards what follows
	alive *helping
}

func newHelper(p program) *helper { return &helper{program: p, turn: make(chan struct{}, 1)} }

// helping is one life of a helper.
type helping struct {
	in     io.WriteCloser
	lines  *lines
	said   keeper // to be read when it is over
	over   <-chan error
	cancel context.CancelFunc
}

// ask gives orders and waits for each to be done; it gives the last answer. When the context is over the helper is ended:
// that is the one way to be sure that it is silent.
func (h *helper) ask(ctx context.Context, orders ...order) (answer []byte, err error) {
	select {
	case h.turn <- struct{}{}:
		defer func() { <-h.turn }()
	case <-ctx.Done():
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
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
	h.mu.Lock()
	alive := h.alive
	h.mu.Unlock()
	if alive != nil {
		return alive, nil
	}
	life, cancel := context.WithCancel(context.WithoutCancel(ctx)) // it lives longer than who needs it first
	cmd := h.program.command(life)
	in, err := cmd.StdinPipe()
	if err != nil {
		cancel()
		return nil, err
	}
	alive = &helping{in: in, lines: newLines(), said: keeper{most: mostSaid}, cancel: cancel}
	cmd.Stdout = alive.lines
	cmd.Stderr = &alive.said
	alive.over = launch(cmd)
	h.mu.Lock()
	h.alive = alive
	h.mu.Unlock()
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
	h.mu.Lock()
	alive := h.alive
	h.alive = nil
	h.mu.Unlock()
	if alive == nil {
		return
	}
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
	case line := <-h.lines.whole:
		return reply(line)
	default:
	}
	select {
	case line := <-h.lines.whole:
		return reply(line)
	case <-h.lines.long:
		return nil, errTooMuch
	case err := <-h.over:
		if err == nil {
			err = errors.New(sayHasEnded)
		}
		return nil, &Error{Err: err, Said: quoted(string(h.said.kept))}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// lines cuts what is written to it into lines. One that nobody waits for is dropped: whoever writes is never held up.
type lines struct {
	whole chan []byte
	long  chan struct{} // closed when a line is longer than any sound
	begun []byte
	lost  bool
}

func newLines() *lines {
	return &lines{whole: make(chan []byte, 4), long: make(chan struct{})}
}

// Write takes everything.
func (l *lines) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0 && !l.lost; {
		head, tail, ended := bytes.Cut(rest, []byte("\n"))
		l.begun = append(l.begun, head...)
		rest = tail
		if len(l.begun) > mostSound*4/3 {
			l.lost, l.begun = true, nil
			close(l.long)
			break
		}
		if ended {
			select {
			case l.whole <- l.begun:
			default:
			}
			l.begun = nil
		}
	}
	return len(p), nil
}
