// Package hook runs a person's own commands when a session starts, when a stage of it
// is over, and when it ends. They get what they need to know on their standard input.
//
// Nothing here holds a session up: commands run one after the other beside it, each
// for five seconds at most, and what one prints or says of itself goes nowhere. One
// that cannot be run is told once, at the end.
package hook

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"catcow/history"
	"catcow/proctree"
)

// Event is when a command runs.
type Event string

// The events.
const (
	Start Event = "start"
	Stage Event = "stage"
	End   Event = "end"
)

const (
	// runTime is what a command has.
	runTime = 5 * time.Second
	// pipeTime is what is left to those that a command has started, once it is over.
	pipeTime = 100 * time.Millisecond
	// mostWaiting is how many may wait for those before them; more are left out.
	mostWaiting = 32
)

// Commands are those of a person: a program and its arguments for each event, empty for
// none.
type Commands map[Event][]string

// Encode is what a command is told of an event.
type Encode func(e Event, s history.Session) ([]byte, error)

// Runner runs commands as a session goes on.
type Runner struct {
	commands Commands
	encode   Encode
	queue    chan call
	done     chan struct{} // closed when the last has run
	ctx      context.Context
	stop     context.CancelFunc // ends the one that runs, and leaves out those that wait

	mu     sync.Mutex
	closed bool
	seen   seen
	err    error // the first
}

// seen is what of a session has been told.
type seen struct {
	id     string
	stages int
	ended  bool
}

// call is a command that is to be run.
type call struct {
	event Event
	input []byte
}

// New is a runner of commands; nil where there are none.
func New(c Commands, encode Encode) *Runner {
	c = maps.Clone(c)
	maps.DeleteFunc(c, func(_ Event, command []string) bool { return len(command) == 0 })
	if len(c) == 0 {
		return nil
	}
	r := &Runner{commands: c, encode: encode, queue: make(chan call, mostWaiting), done: make(chan struct{})}
	r.ctx, r.stop = context.WithCancel(context.Background())
	go r.work()
	return r
}

// Save sees a session as it is now, after everything that changes in it. It does not
// wait.
func (r *Runner) Save(s history.Session) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	if r.seen.id != s.ID {
		r.seen = seen{id: s.ID, stages: len(s.Stages)}
		if len(s.Stages) == 0 { // else it goes on
			r.call(Start, s)
		}
	}
	if len(s.Stages) > r.seen.stages {
		r.seen.stages = len(s.Stages)
		r.call(Stage, s)
	}
	if s.End != "" && !r.seen.ended {
		r.seen.ended = true
		r.call(End, s)
	}
}

// call puts a command behind those that wait.
func (r *Runner) call(e Event, s history.Session) {
	if r.commands[e] == nil {
		return
	}
	input, err := r.encode(e, s)
	if err != nil {
		r.err = cmp.Or(r.err, err)
		return
	}
	select {
	case r.queue <- call{e, input}:
	default: // they are slower than the session; what comes next says more
	}
}

// work runs what waits, one after the other.
func (r *Runner) work() {
	defer close(r.done)
	runtime.LockOSThread() // Linux ends what a thread has started with that thread
	for c := range r.queue {
		if r.ctx.Err() != nil {
			return
		}
		if err := run(r.ctx, r.commands[c.event], c.input); err != nil {
			r.mu.Lock()
			r.err = cmp.Or(r.err, fmt.Errorf("the %s hook: %w", c.event, err))
			r.mu.Unlock()
		}
	}
}

// run runs a command.
func run(ctx context.Context, command []string, input []byte) error {
	ctx, cancel := context.WithTimeout(ctx, runTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...) //nolint:gosec // it is the person's own
	cmd.Stdin, cmd.WaitDelay = bytes.NewReader(input), pipeTime
	err := runTree(cmd)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return fmt.Errorf("%s was stopped as catcow ended", command[0])
	case ctx.Err() != nil:
		return fmt.Errorf("%s took longer than %v and was stopped", command[0], runTime)
	case errors.Is(err, exec.ErrWaitDelay):
		return nil // it is over; something it has started goes on
	}
	return err
}

// runTree runs a command, which is stopped with all that it has started. What it leaves
// behind as it ends by itself goes on.
func runTree(cmd *exec.Cmd) error {
	tree, err := proctree.New(cmd)
	if err != nil {
		return err
	}
	defer tree.Leave()
	cmd.Cancel = tree.Kill
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := tree.Tie(); err != nil {
		return errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	return cmd.Wait()
}

// Close lets what waits run, for as long as the context lasts, stops what still runs
// then, and gives what went wrong first.
func (r *Runner) Close(ctx context.Context) error {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	if !r.closed {
		r.closed = true
		close(r.queue)
	}
	r.mu.Unlock()
	select {
	case <-r.done:
	case <-ctx.Done():
		r.stop()
		<-r.done
	}
	r.stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}
