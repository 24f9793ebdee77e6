package awake

import (
	"context"
	"errors"
	"runtime"

	"golang.org/x/sys/windows"
)

// What SetThreadExecutionState is told, as winbase.h has it: from now on, and that
// the system and the display are in use.
const (
	continuous      = 0x80000000
	systemRequired  = 0x00000001
	displayRequired = 0x00000002
)

// keep tells the system that the display is in use. That holds for the thread that
// said so, and ends with it, however it ends.
func keep(ctx context.Context, _ string) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if set(continuous|systemRequired|displayRequired) != nil {
		return
	}
	<-ctx.Done()
	_ = set(continuous)
}

// set sets the state of the thread it runs on.
func set(state uint32) error {
	proc := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")
	if err := proc.Find(); err != nil {
		return err
	}
	if before, _, _ := proc.Call(uintptr(state)); before == 0 {
		return errors.New("the system said no")
	}
	return nil
}

func ways(context.Context) []Way {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := set(continuous | systemRequired | displayRequired)
	if err != nil {
		return []Way{{Name: wayWindows, Why: err.Error(), Todo: "switch the display's sleep off in the power settings"}}
	}
	_ = set(continuous)
	return []Way{{Name: wayWindows, Works: true, Why: "SetThreadExecutionState"}}
}
