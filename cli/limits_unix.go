//go:build unix

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// What a session with everything needs beyond what is taken when main begins, and some
// more: it was seen to take 17 files, 76 MiB of memory and 7 threads.
const (
	spareFiles   = 20
	spareMemory  = 96 << 20
	spareThreads = 12
)

// mostCounted is up to which limit it is counted what is taken: under a higher one there
// is enough, and to count threads takes time.
const mostCounted = 1024

// CheckLimits says if the shell allows us too little to run. It has to come first: where
// the Go runtime gets no memory, no thread, or no file to wait with, it ends us at once,
// with the terminal as it is, and nothing can be done about it then.
func CheckLimits() error {
	switch {
	case !canOpen(spareFiles):
		return errors.New(fewFilesText)
	case !canMap(spareAddresses, unix.PROT_NONE):
		return errors.New(fewAddressesText)
	case !canMap(spareMemory, unix.PROT_READ|unix.PROT_WRITE):
		return errors.New(littleMemoryText)
	case runtime.GOOS == "linux" && !canStart(spareThreads):
		return errors.New(fewThreadsText)
	}
	return nil
}

// canOpen reports whether so many more files can be open.
func canOpen(files int) bool {
	next, err := unix.Dup(int(os.Stdin.Fd()))
	if err != nil {
		return !errors.Is(err, unix.EMFILE)
	}
	_ = unix.Close(next)
	var limit unix.Rlimit
	return unix.Getrlimit(unix.RLIMIT_NOFILE, &limit) != nil || limit.Cur > mostCounted || next+files <= int(limit.Cur)
}

// canMap reports whether there is room for so many more bytes. None is touched.
func canMap(size, protection int) bool {
	room, err := unix.Mmap(-1, 0, size, protection, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return !errors.Is(err, unix.ENOMEM)
	}
	_ = unix.Munmap(room)
	return true
}

// canStart reports whether so many more threads can be started. On Linux they count
// like processes of the same person, and only the administrator is free of it.
func canStart(threads int) bool {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NPROC, &limit); err != nil || limit.Cur > mostCounted || os.Getuid() == 0 {
		return true
	}
	return countThreads(os.Getuid())+threads <= int(limit.Cur)
}

// countThreads is how many threads a person has.
func countThreads(uid int) int {
	processes, _ := filepath.Glob("/proc/[0-9]*")
	count := 0
	for _, p := range processes {
		var threads syscall.Stat_t // a process may end meanwhile
		if err := syscall.Stat(filepath.Join(p, "task"), &threads); err == nil && int(threads.Uid) == uid {
			count += int(threads.Nlink) - 2
		}
	}
	return count
}
