package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// wrong is what goes wrong with one operation on a file.
type wrong string

const (
	fails   wrong = "fails"
	full    wrong = "finds the disk full"
	refused wrong = "is refused"
	another wrong = "gets another file"
)

func (w wrong) errno() syscall.Errno {
	switch w {
	case full:
		return syscall.ENOSPC
	case refused:
		return syscall.EACCES
	case fails, another:
	}
	return syscall.EIO
}

// traced is a command of which one operation on a file of the home goes wrong.
type traced struct {
	t    *testing.T
	home string
	args []string
	at   int // the operation, from 1; 0 for none
	how  wrong

	pid    int
	count  int
	what   string // the operation that went wrong
	inside map[int]bool
	errno  map[int]syscall.Errno // that a thread's operation ends with
	status syscall.WaitStatus
	out    string
}

// run runs the command and counts the operations.
func (r *traced) run() int {
	r.t.Helper()
	runtime.LockOSThread() // only the thread that starts a process may trace it
	defer runtime.UnlockOSThread()
	r.inside, r.errno = map[int]bool{}, map[int]syscall.Errno{}
	args := slices.Clone(r.args)
	for i := range args {
		if _, rest, ok := strings.Cut(args[i], "/together"); ok {
			args[i] = filepath.Join(r.home, "together"+rest)
		}
	}
	cmd := at(r.home, args...)
	files := make([]*os.File, 2)
	for i := range files {
		f, err := os.CreateTemp(r.t.TempDir(), "")
		if err != nil {
			r.t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		files[i] = f
	}
	if _, err := files[0].WriteString(strings.Repeat("\ns\n", 99)); err != nil {
		r.t.Fatal(err)
	}
	_, _ = files[0].Seek(0, 0)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = files[0], files[1], files[1]
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true} // a group by which it is waited for
	if err := cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.pid = cmd.Process.Pid
	late := time.AfterFunc(time.Minute, func() { _ = syscall.Kill(r.pid, syscall.SIGKILL) })
	defer late.Stop()
	r.follow()
	_ = cmd.Process.Release()
	out, err := os.ReadFile(files[1].Name())
	if err != nil {
		r.t.Fatal(err)
	}
	r.out = string(out)
	return r.count
}

// follow goes from one system call to the next, until the end.
func (r *traced) follow() {
	r.t.Helper()
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(r.pid, &ws, 0, nil); err != nil {
		r.t.Fatal(err)
	}
	const options = syscall.PTRACE_O_TRACESYSGOOD | syscall.PTRACE_O_TRACECLONE | unix.PTRACE_O_EXITKILL
	if err := syscall.PtraceSetOptions(r.pid, options); err != nil {
		r.t.Fatal(err)
	}
	_ = syscall.PtraceSyscall(r.pid, 0)
	for {
		tid, err := syscall.Wait4(-r.pid, &ws, syscall.WALL, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case err != nil:
			r.t.Fatal(err)
		case ws.Exited(), ws.Signaled():
			if tid == r.pid {
				r.status = ws
				return
			}
			continue
		}
		signal := 0
		switch s := ws.StopSignal(); {
		case s == syscall.SIGTRAP|0x80:
			r.call(tid)
		case s != syscall.SIGTRAP && s != syscall.SIGSTOP:
			signal = int(s)
		}
		_ = syscall.PtraceSyscall(tid, signal)
	}
}

// call is the beginning or the end of a system call of a thread.
func (r *traced) call(tid int) {
	var regs syscall.PtraceRegs
	if syscall.PtraceGetRegs(tid, &regs) != nil {
		return
	}
	if r.inside[tid] {
		r.inside[tid] = false
		if errno := r.errno[tid]; errno != 0 {
			delete(r.errno, tid)
			regs.Rax = -uint64(errno)
			_ = syscall.PtraceSetRegs(tid, &regs)
		}
		return
	}
	r.inside[tid] = true
	path, at := r.file(tid, &regs)
	if path == "" {
		return
	}
	if r.count++; r.count != r.at {
		return
	}
	r.what = fmt.Sprintf("system call %d on %s", regs.Orig_rax, strings.TrimPrefix(path, r.home))
	if r.how == another {
		// The name is written over with a shorter one, which is that of a folder.
		if opens := regs.Orig_rax == unix.SYS_OPENAT; opens && len(path) > len(r.elsewhere()) {
			_, _ = syscall.PtracePokeData(tid, at, append([]byte(r.elsewhere()), 0))
		}
		return
	}
	r.errno[tid] = r.how.errno()
	regs.Orig_rax = ^uint64(0) // no such call
	_ = syscall.PtraceSetRegs(tid, &regs)
}

// elsewhere is a file that has nothing to do with us.
func (r *traced) elsewhere() string { return "/proc/version" }

// file is the file of the home that a call is about, if any, and where its name is.
func (r *traced) file(tid int, regs *syscall.PtraceRegs) (path string, at uintptr) {
	fd := regs.Rdi
	switch regs.Orig_rax {
	case unix.SYS_OPENAT, unix.SYS_NEWFSTATAT, unix.SYS_MKDIRAT, unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2,
		unix.SYS_FCHMODAT, unix.SYS_LINKAT:
		at = uintptr(regs.Rsi)
		text := make([]byte, 256)
		n, _ := syscall.PtracePeekData(tid, at, text)
		path, _, _ = strings.Cut(string(text[:n]), "\x00")
	case unix.SYS_READ, unix.SYS_WRITE, unix.SYS_PREAD64, unix.SYS_PWRITE64, unix.SYS_FSYNC, unix.SYS_FDATASYNC,
		unix.SYS_FTRUNCATE, unix.SYS_GETDENTS64, unix.SYS_FSTAT, unix.SYS_FLOCK, unix.SYS_FCNTL:
		path, _ = os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", tid, fd))
	case unix.SYS_MMAP:
		path, _ = os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", tid, int32(regs.R8)))
	}
	if !strings.HasPrefix(path, r.home) {
		return "", 0
	}
	return path, at
}

// canTrace reports whether this system lets a process trace another.
func canTrace(t *testing.T) bool {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	cmd := exec.Command("true")
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if cmd.Start() != nil {
		return false
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return true
}
