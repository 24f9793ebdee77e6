package voice

import (
	"fmt"
	"os/exec"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// processTree ties a program to catcow: all of its processes end together, and when catcow is gone, however that came about. On
// Windows they are a job, which ends when its last handle is closed.
type processTree struct {
	cmd *exec.Cmd
	job windows.Handle
}

func newProcessTree(cmd *exec.Cmd) (*processTree, error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{
		HideWindow:    true,
		CreationFlags: windows.CREATE_NO_WINDOW | windows.CREATE_NEW_PROCESS_GROUP, // no console of ours, no ctrl+c from it
	}
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, fmt.Errorf("job object: %w", err)
	}
	limits := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{}
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err != nil {
		_ = windows.CloseHandle(job)
		return nil, fmt.Errorf("job object: %w", err)
	}
	return &processTree{cmd, job}, nil
}

// tie puts the program into the job. What it starts before that, in the first moment of its life, stays outside.
func (t *processTree) tie() error {
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

// kill ends every process of the program.
func (t *processTree) kill() error {
	err := windows.TerminateJobObject(t.job, 1)
	if killed := t.cmd.Process.Kill(); killed == nil { // it may not be in the job yet
		return nil
	}
	return err
}

// release ends what the program has left behind.
func (t *processTree) release() { _ = windows.CloseHandle(t.job) }
