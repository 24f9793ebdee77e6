package voice

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"catcow/proctree"
)

// program is a program to run, and all that it is told.
type program struct {
	path string
	args []string
	env  []string // beside catcow's own; KEY=VALUE
	// service says that it leaves one running that is not ours to end, and whose
	// processes may be of its group.
	service bool
}

const (
	// mostSound is what a program may print: 200 s of the finest sound that is read, and ten times that of the usual.
	mostSound = 32 << 20
	// mostPrinted is what is kept of its complaints.
	mostPrinted = 4 << 10
	// pipeDelay is how long a pipe is read after the program has ended. Only a child of its own can still hold it.
	pipeDelay = 250 * time.Millisecond
	// killTime is how long a program may take to be gone once it has been killed.
	killTime = 80 * time.Millisecond
)

// run runs the program with a text on its standard input, and gives what it printed, at most most bytes. When it returns
// the program is gone, with all that it started.
func (p program) run(ctx context.Context, text string, most int) ([]byte, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	printed := &limitedBuffer{most: most, full: func() { cancel(errTooMuch) }}
	complaints := &limitedBuffer{most: mostPrinted}
	cmd := p.command(ctx)
	cmd.Stdin = strings.NewReader(text)
	if !p.service { // which would keep them
		cmd.Stderr = complaints
	}
	if most > 0 { // otherwise it prints to nowhere
		cmd.Stdout = printed
	}
	over, err := wait(ctx, p.launch(cmd, func() {}))
	switch {
	case errors.Is(context.Cause(ctx), errTooMuch):
		return nil, errTooMuch
	case !over:
		return nil, ctx.Err() // the pipes may still be written to: hands off
	case err != nil && ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, complained(err, complaints.kept)
	}
	return printed.kept, nil
}

// wait waits for a program, but not much longer than its context. It says whether the program is over.
func wait(ctx context.Context, over <-chan error) (ended bool, err error) {
	select {
	case err = <-over:
		return true, err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), killTime)
	defer cancel()
	select {
	case err = <-over:
		return true, err
	case <-grace.Done():
		return false, nil
	}
}

func (p program) command(ctx context.Context) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.path, p.args...)
	cmd.Env = append(os.Environ(), p.env...)
	cmd.WaitDelay = pipeDelay
	return cmd
}

// launch starts a program; the channel tells when it has ended, or could not start, and at the end is done. The program dies
// with its context and with catcow.
func (p program) launch(cmd *exec.Cmd, end func()) <-chan error {
	over := make(chan error, 1)
	go func() {
		defer close(over)
		err := p.runToEnd(cmd)
		end()
		over <- err
	}()
	return over
}

// runToEnd starts a program in a tree of its own, and waits for it.
func (p program) runToEnd(cmd *exec.Cmd) error {
	// Linux ends the child when the thread that started it ends, so the thread waits too.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	tree, err := proctree.New(cmd)
	if err != nil {
		return err
	}
	if !p.service {
		defer tree.Release() // with it goes whatever the program has left behind
	}
	// Killed at once: a program that is asked to end may first finish its sentence.
	cmd.Cancel = tree.Kill
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := tree.Tie(); err != nil {
		return errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	err = cmd.Wait()
	if errors.Is(err, exec.ErrWaitDelay) {
		return nil // it ended well; a child of its own did not
	}
	return err
}

// limitedBuffer keeps the beginning of what is written to it.
type limitedBuffer struct {
	kept []byte
	most int
	full func() // called when there is more; may be nil
}

// Write takes everything, so that nobody who writes is held up, and keeps some of it.
func (k *limitedBuffer) Write(p []byte) (int, error) {
	room := k.most - len(k.kept)
	k.kept = append(k.kept, p[:min(room, len(p))]...)
	if len(p) > room && k.full != nil {
		k.full()
	}
	return len(p), nil
}
