//go:build unix

package proctree

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// Tree ties a program to catcow: all of its processes end together. On Unix they are a session of their own, which also
// takes the terminal from them.
type Tree struct{ cmd *exec.Cmd }

// New makes a tree of a command that is not started yet.
func New(cmd *exec.Cmd) (*Tree, error) {
	cmd.SysProcAttr = attributes()
	return &Tree{cmd}, nil
}

// Tie has nothing to do once the program runs.
func (t *Tree) Tie() error { return nil }

// Kill ends every process of the program.
func (t *Tree) Kill() error {
	err := syscall.Kill(-t.cmd.Process.Pid, syscall.SIGKILL)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}

// Leave lets what the program has left behind live on.
func (t *Tree) Leave() {}

// Release ends what the program has left behind. The program is gone by now. Its number is not given to another while any of
// its group is left, and when none is, the numbers have to go round once before it is.
func (t *Tree) Release() {
	if t.cmd.Process != nil {
		_ = t.Kill() // mostly there is nothing left
	}
}
