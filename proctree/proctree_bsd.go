//go:build unix && !linux

package proctree

import "syscall"

// attributes make a session of the program. If catcow is killed the program ends by itself, at the end of its input.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setsid: true}
}
