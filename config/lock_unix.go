//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package config

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// held takes the lock of a file unless someone else holds it.
func held(f *os.File) bool {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	return errors.Is(err, unix.EWOULDBLOCK) || errors.Is(err, unix.EINTR)
}

func free(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_UN) }
