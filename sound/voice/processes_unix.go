//go:build unix

package voice

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// leash ties a program to catcow: all of its processes end together. On Unix they are a session of their own, which also
// takes the terminal from them.
type leash struct{ cmd *exec.Cmd }

func newLeash(cmd *exec.Cmd) (*leash, error) {
	cmd.SysProcAttr = attributes()
	return &leash{cmd}, nil
}

// tie has nothing to do once the program runs.
func (l *leash) tie() error { return nil }

// kill ends every process of the program.
func (l *leash) kill() error {
	err := syscall.Kill(-l.cmd.Process.Pid, syscall.SIGKILL)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}

// release ends what the program has left behind. The program is gone by now. Its number is not given to another while any of
// its group is left, and when none is, the numbers have to go round once before it is.
func (l *leash) release() {
	if l.cmd.Process != nil {
		_ = l.kill() // mostly there is nothing left
	}
}
