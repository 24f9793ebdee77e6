package proctree

import (
	"fmt"
	"os/exec"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Tree ties a program to catcow: all of its processes end together, and when catcow is gone, however that came about. On
// Windows they are a job, which ends when its last handle is closed.
type Tree struct {
	cmd *exec.Cmd
	job windows.Handle
}

// New makes a tree of a command that is not started yet.
func New(cmd *exec.Cmd) (*Tree, error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{
		HideWindow:    true,
		CreationFlags: windows.CREATE_NO_WINDOW | windows.CREATE_NEW_PROCESS_GROUP, // no console of ours, no ctrl+c from it
	}
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, fmt.Errorf("job object: %w", err)
	}
	if err := limit(job, windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE); err != nil {
		_ = windows.CloseHandle(job)
		return nil, fmt.Errorf("job object: %w", err)
	}
	return &Tree{cmd, job}, nil
}

// Tie puts the program into the job. What it starts before that, in the first moment of its life, stays outside.
func (t *Tree) Tie() error {
	var assigned error
	err := t.cmd.Process.WithHandle(func(handle uintptr) {
		assigned = windows.AssignProcessToJobObject(t.job, windows.Handle(handle))
	})
	if err != nil {
		return err
	}
	if assigned != nil {
		return fmt.Errorf("job object: %w", assigned)
	}
	return nil
}

// Kill ends every process of the program.
func (t *Tree) Kill() error {
	err := windows.TerminateJobObject(t.job, 1)
	if killed := t.cmd.Process.Kill(); killed == nil { // it may not be in the job yet
		return nil
	}
	return err
}

// limit sets what holds for a job.
func limit(job windows.Handle, flags uint32) error {
	limits := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{}
	limits.BasicLimitInformation.LimitFlags = flags
	_, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	return err
}

// Leave lets what the program has left behind live on.
func (t *Tree) Leave() {
	if limit(t.job, 0) == nil {
		_ = windows.CloseHandle(t.job)
	} // else it lives as long as catcow does
}

// Release ends what the program has left behind.
func (t *Tree) Release() { _ = windows.CloseHandle(t.job) }
