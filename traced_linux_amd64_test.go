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
	"sync/atomic"
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
	hangs   wrong = "does not come back" // nor does any after it, for a while or for ever
)

func (w wrong) errno() syscall.Errno {
	switch w {
	case full:
		return syscall.ENOSPC
	case refused:
		return syscall.EACCES
	case fails, another, hangs:
	}
	return syscall.EIO
}

// traced is a command of which one operation on a file of the home goes wrong.
type traced struct {
	t     testing.TB
	home  string
	args  []string
	only  func(call uint64, path string) bool // which operations count; nil for all
	at    int                                 // the operation, from 1; 0 for none
	next  atomic.Bool                         // it is the next one
	how   wrong
	other string // the home of somebody else, whose files are the others
	// What hangs comes back after a while: 0 for never, which is when the process has ended.
	after time.Duration

	stuck  chan struct{} // closed when something hangs
	back   chan struct{} // closed when it has come back
	over   chan struct{} // closed when the process has ended
	held   []int         // threads that hang
	until  time.Time
	alarm  *time.Timer
	pid    int
	count  int
	calls  []uint64 // the operations
	what   string   // the operation that went wrong
	inside map[int]bool
	errno  map[int]syscall.Errno // that a thread's operation ends with
	status syscall.WaitStatus
	file   *os.File // for what it writes
	out    string
}

// run runs the command and counts the operations.
func (r *traced) run() int {
	r.t.Helper()
	r.start()
	r.wait()
	return r.count
}

// start starts the command with files for what it reads and writes.
func (r *traced) start() {
	r.t.Helper()
	cmd := r.command()
	in := filepath.Join(r.t.TempDir(), "in")
	if err := os.WriteFile(in, []byte(strings.Repeat("\ns\n", 99)), 0o600); err != nil {
		r.t.Fatal(err)
	}
	keys, err := os.Open(in)
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = keys.Close() }()
	if r.file, err = os.CreateTemp(r.t.TempDir(), ""); err != nil {
		r.t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = keys, r.file, r.file
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // a group by which it is waited for
	r.trace(cmd, time.Minute)
}

// wait waits for the end, and takes what was written.
func (r *traced) wait() {
	r.t.Helper()
	<-r.over
	out, err := os.ReadFile(r.file.Name())
	if err = errors.Join(err, r.file.Close()); err != nil {
		r.t.Fatal(err)
	}
	r.out = string(out)
}

// command is what is to be run at the home.
func (r *traced) command() *exec.Cmd {
	args := slices.Clone(r.args)
	for i := range args {
		if _, rest, ok := strings.Cut(args[i], "/together"); ok {
			args[i] = filepath.Join(r.home, "together"+rest)
		}
	}
	return at(r.home, args...)
}

// trace starts the command and follows it beside. It is killed when it takes too long.
func (r *traced) trace(cmd *exec.Cmd, most time.Duration) {
	r.t.Helper()
	r.inside, r.errno = map[int]bool{}, map[int]syscall.Errno{}
	r.stuck, r.back, r.over = make(chan struct{}), make(chan struct{}), make(chan struct{})
	cmd.SysProcAttr.Ptrace = true
	started := make(chan error)
	go func() {
		runtime.LockOSThread() // only the thread that starts a process may trace it
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		if err == nil {
			r.pid = cmd.Process.Pid
		}
		started <- err
		if err != nil {
			close(r.over)
			return
		}
		late := time.AfterFunc(most, func() { _ = syscall.Kill(r.pid, syscall.SIGKILL) })
		r.follow()
		late.Stop()
		if r.alarm != nil {
			r.alarm.Stop()
		}
		_ = cmd.Process.Release()
		close(r.over)
	}()
	if err := <-started; err != nil {
		r.t.Fatal(err)
	}
}

// follow goes from one system call to the next, until the end.
func (r *traced) follow() {
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(r.pid, &ws, 0, nil); err != nil {
		r.t.Error(err)
		return
	}
	const options = syscall.PTRACE_O_TRACESYSGOOD | syscall.PTRACE_O_TRACECLONE | unix.PTRACE_O_EXITKILL
	if err := syscall.PtraceSetOptions(r.pid, options); err != nil {
		r.t.Error(err)
		return
	}
	_ = syscall.PtraceSyscall(r.pid, 0)
	for {
		tid, err := syscall.Wait4(-r.pid, &ws, syscall.WALL, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case err != nil:
			r.t.Error(err)
			return
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
		hangs := slices.Contains(r.held, tid)
		if len(r.held) > 0 && r.after > 0 && !time.Now().Before(r.until) {
			r.letGo()
		}
		if hangs {
			continue
		}
		_ = syscall.PtraceSyscall(tid, signal)
	}
}

// hold has the operation that a thread is about to begin not come back.
func (r *traced) hold(tid int) {
	if r.held = append(r.held, tid); len(r.held) > 1 {
		return
	}
	close(r.stuck)
	if r.after > 0 {
		r.until = time.Now().Add(r.after)
		// A signal that means nothing to it wakes who waits for it.
		r.alarm = time.AfterFunc(r.after, func() { _ = syscall.Kill(r.pid, syscall.SIGURG) })
	}
}

// letGo has everything that hangs go on.
func (r *traced) letGo() {
	for _, tid := range r.held {
		_ = syscall.PtraceSyscall(tid, 0)
	}
	r.held, r.at = nil, 0
	close(r.back)
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
	path, at := r.fileOf(tid, &regs)
	if path == "" || r.only != nil && !r.only(regs.Orig_rax, path) {
		return
	}
	r.count++
	r.calls = append(r.calls, regs.Orig_rax)
	if r.next.CompareAndSwap(true, false) {
		r.at = r.count
	}
	if r.how == hangs && r.at > 0 && r.count > r.at {
		r.hold(tid)
		return
	}
	if r.count != r.at {
		return
	}
	r.what = fmt.Sprintf("system call %d on %s", regs.Orig_rax, strings.TrimPrefix(path, r.home))
	if r.how == hangs {
		r.hold(tid)
		return
	}
	if r.how == another {
		if name := r.elsewhere(path); takesAnother(regs.Orig_rax) && len(name) <= len(path) {
			_, _ = syscall.PtracePokeData(tid, at, append([]byte(name), 0)) // over the name
		}
		return
	}
	r.errno[tid] = r.how.errno()
	regs.Orig_rax = ^uint64(0) // no such call
	_ = syscall.PtraceSetRegs(tid, &regs)
}

// fileOf is the file of the home that a call is about, if any, and where its name is.
func (r *traced) fileOf(tid int, regs *syscall.PtraceRegs) (path string, at uintptr) {
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
func canTrace(tb testing.TB) bool {
	tb.Helper()
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
