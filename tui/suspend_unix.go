//go:build unix

package tui

import "golang.org/x/sys/unix"

// canSuspend reports whether there is a shell to go to. The leader of a terminal
// session has none: it would stop for good with nobody to wake it.
func canSuspend() bool {
	session, err := unix.Getsid(0)
	return err == nil && unix.Getpgrp() != session
}
