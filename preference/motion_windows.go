package preference

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"
)

// clientAreaAnimation is SPI_GETCLIENTAREAANIMATION, "Show animations in Windows".
const clientAreaAnimation = 0x1042

func readMotion(context.Context) Motion {
	proc := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")
	if proc.Find() != nil {
		return Motion{}
	}
	var animated int32
	if ok, _, _ := proc.Call(clientAreaAnimation, 0, uintptr(unsafe.Pointer(&animated)), 0); ok == 0 {
		return Motion{}
	}
	return Motion{Reduced: animated == 0, From: "SPI_GETCLIENTAREAANIMATION"}
}
