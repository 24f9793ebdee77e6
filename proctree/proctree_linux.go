package proctree

import "syscall"

// attributes make a session of the program, and end it when catcow is gone, however that came about.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setsid: true, Pdeathsig: syscall.SIGKILL}
}
