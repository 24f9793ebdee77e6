//go:build !unix

package tui

// canSuspend reports whether there is a shell to go to.
func canSuspend() bool { return false }
