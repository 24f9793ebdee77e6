//go:build unix

package voice

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// processTree ties a program to catcow: all of its processes end together. On Unix they are a session of their own, which also
// takes the terminal from them.
type processTree struct{ cmd *exec.Cmd }

func newProcessTree(cmd *exec.Cmd) (*processTree, error) {
	cmd.SysProcAttr = attributes()
	return &processTree{cmd}, nil
}

// tie has nothing to do once the program runs.
func (t *processTree) tie() error { return nil }

// kill ends every process of the program.
func (t *processTree) kill() error {
	err := syscall.Kill(-t.cmd.Process.Pid, syscall.SIGKILL)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}

// release ends what the program has left behind. The program is gone by now. Its number is not given to another while any of
// its group is left, and when none is, the numbers have to go round once before it is.
func (t *processTree) release() {
	if t.cmd.Process != nil {
		_ = t.kill() // mostly there is nothing left
	}
}
