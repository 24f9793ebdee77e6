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

func ways() []way { return []way{{"windows", windowsTodoText, setInUse}} }

// setInUse tells the system that the display is in use. That holds for the thread that
// said so, and ends with it, however it ends.
func setInUse(context.Context, string) (answered string, release func(), err error) {
	runtime.LockOSThread()
	if err := set(continuous | systemRequired | displayRequired); err != nil {
		runtime.UnlockOSThread()
		return "", nil, err
	}
	return "SetThreadExecutionState", func() {
		_ = set(continuous)
		runtime.UnlockOSThread()
	}, nil
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
