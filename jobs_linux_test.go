package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// foreground is the process group that has the terminal.
func (w *watched) foreground() int {
	w.t.Helper()
	group, err := unix.IoctlGetInt(int(w.term.Fd()), unix.TIOCGPGRP)
	if err != nil {
		w.t.Fatal(err)
	}
	return group
}

// raw reports whether the terminal hands over keys one by one.
func (w *watched) raw() bool {
	w.t.Helper()
	mode, err := unix.IoctlGetTermios(int(w.term.Fd()), unix.TCGETS)
	if err != nil {
		w.t.Fatal(err)
	}
	return mode.Lflag&(unix.ICANON|unix.ECHO) == 0
}

// A stop from outside gives the terminal to the shell as ctrl+z does, and we come
// back to a terminal of another size.
func TestStoppedFromOutside(t *testing.T) {
	t.Parallel()
	for _, s := range []syscall.Signal{unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU} {
		t.Run(unix.SignalName(s), func(t *testing.T) {
			t.Parallel()
			stopFromOutside(t, s)
		})
	}
}

func stopFromOutside(t *testing.T, s syscall.Signal) {
	t.Helper()
	w := watch(t, "sh", "-mc", `catcow start lower-back; echo at the shell; read x; fg >/dev/null; echo code $?`)
	w.until("get ready")
	if !w.raw() {
		t.Error("the terminal is not raw while we have it")
	}
	_ = unix.Kill(-w.foreground(), s)
	w.until("at the shell")
	if w.raw() {
		t.Error("the shell has a raw terminal")
	}
	if out, _, _ := strings.Cut(w.seen(), "at the shell"); !strings.Contains(out, "\x1b[?1049l") {
		t.Error("the shell is on our screen")
	}
	if err := pty.Setsize(w.term, &pty.Winsize{Rows: 30, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	w.press("\n")
	w.after("at the shell", "\x1b[?1049h")
	w.wait("frame of the new size", func() bool {
		_, back, _ := strings.Cut(w.seen(), "at the shell")
		return strings.Contains(back, "\x1b[30;") // the last row is written to
	})
	w.press("\x03")
	w.until("code 130")
	w.ends()
	w.restored()
}

// Who is asked to end as soon as it has the terminal gives it back.
func TestEndedAtOnce(t *testing.T) {
	t.Parallel()
	for range 10 {
		w := watch(t, "catcow")
		w.wait("raw terminal", w.raw)
		_ = w.cmd.Process.Signal(syscall.SIGTERM)
		if code := w.ends(); code != 130 {
			t.Errorf("exit code %d, want 130", code)
		}
		w.restored()
	}
}

// Who is asked to end while it gives the terminal away ends as it is brought back.
func TestEndedWhileSuspending(t *testing.T) {
	t.Parallel()
	for _, s := range []syscall.Signal{unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT} {
		t.Run(unix.SignalName(s), func(t *testing.T) {
			t.Parallel()
			w := watch(t, "sh", "-mc", `catcow start lower-back; while code=$?; kill -0 %% 2>/dev/null; do fg >/dev/null; done; echo code $code`)
			w.until("get ready")
			group := w.foreground()
			w.press("\x1a")
			w.until("\x1b[?1049l")
			_ = unix.Kill(-group, s)
			w.until("code 130")
			w.ends()
			w.restored()
		})
	}
}

// Who is asked to end while it is stopped ends behind the shell, and leaves it the terminal.
func TestEndedBehindTheShell(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"TERM", "INT", "HUP", "QUIT"} {
		t.Run(s, func(t *testing.T) {
			t.Parallel()
			w := watch(t, "sh", "-mc", `catcow start lower-back; kill -`+s+` %%; kill -CONT %%
				while kill -0 %% 2>/dev/null; do sleep 0.1; done; echo it is gone`)
			w.until("get ready")
			w.press("\x1a")
			w.until("it is gone")
			if !strings.Contains(w.seen(), "interrupted") {
				t.Error("it does not say that it was interrupted")
			}
			w.ends()
			w.restored()
		})
	}
}

// Who is brought back behind the shell, where it is stopped again, and is asked to end as
// that happens, ends.
func TestEndedAsItIsStoppedAgain(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"TERM", "HUP"} {
		for _, wait := range []string{"0.02", "0.05", "0.07"} {
			t.Run(s+" after "+wait, func(t *testing.T) {
				t.Parallel()
				w := watch(t, "sh", "-mc", `catcow start lower-back; kill -CONT %%; sleep `+wait+`; kill -`+s+` %%; kill -CONT %%
					while kill -0 %% 2>/dev/null; do sleep 0.1; done; echo it is gone`)
				w.until("get ready")
				w.press("\x1a")
				w.until("it is gone")
				w.ends()
				w.restored()
			})
		}
	}
}

// However often it is stopped, by a key or from outside, in the middle of coming back too:
// who is brought back draws, and hears keys.
func TestStoppedAgainAndAgain(t *testing.T) {
	t.Parallel()
	w := watch(t, "sh", "-mc", impatientShell, "catcow", "start", "lower-back")
	w.until("get ready")
	for round := range 8 {
		for n := range 3 {
			if (round+n)%2 == 0 {
				w.press("\x1a")
			} else {
				_ = unix.Kill(-w.foreground(), unix.SIGTSTP)
			}
			time.Sleep(time.Duration(round*n*n) * 5 * time.Millisecond)
		}
		mark := len(w.seen())
		w.wait("a frame", func() bool {
			w.press("\x0c")
			time.Sleep(100 * time.Millisecond)
			back := w.seen()[mark:]
			return strings.LastIndex(back, "\x1b[2J") > strings.LastIndex(back, "\x1b[?1049l") && w.raw()
		})
	}
	w.press("\x03")
	if code := w.ends(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	w.restored()
}

// Behind a shell we have no terminal, and wait until we are given it.
func TestStartedBehindTheShell(t *testing.T) {
	t.Parallel()
	w := watch(t, "sh", "-mc", `catcow start lower-back & echo "pid $! there"; read x; fg >/dev/null; echo code $?`)
	w.until(" there")
	_, rest, _ := strings.Cut(w.seen(), "pid ")
	pid, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	for stopped := false; !stopped; time.Sleep(time.Millisecond) {
		stopped = state(t, pid) == "T"
	}
	w.press("\n")
	w.until("get ready")
	w.wait("raw terminal", w.raw)
	w.press("\x03")
	w.until("code 130")
	w.ends()
	w.restored()
}

// A stop that nobody can refuse leaves the terminal to the shell as it is. Back
// from it, all is drawn anew, raw, for the size there is now.
func TestStoppedWithoutAWord(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow", "start", "lower-back")
	w.until("get ready")
	before, err := unix.IoctlGetTermios(int(w.term.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	_ = w.cmd.Process.Signal(syscall.SIGSTOP)
	for stopped := false; !stopped; time.Sleep(time.Millisecond) {
		stopped = state(t, w.cmd.Process.Pid) == "T"
	}
	cooked := *before
	cooked.Lflag |= unix.ICANON | unix.ECHO | unix.ISIG
	if err := unix.IoctlSetTermios(int(w.term.Fd()), unix.TCSETS, &cooked); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(w.term, &pty.Winsize{Rows: 30, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	mark := len(w.seen())
	_ = w.cmd.Process.Signal(syscall.SIGCONT)
	w.wait("raw terminal", w.raw)
	w.wait("whole frame", func() bool {
		back := w.seen()[mark:]
		return strings.Contains(back, "\x1b[2J") && strings.Contains(back, "\x1b[30;")
	})
	w.press("\x03")
	if code := w.ends(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	w.restored()
}

// state is what the system says a process does: T for stopped.
func state(t *testing.T, pid int) string {
	t.Helper()
	_, rest, ok := strings.Cut(readProc(t, pid, "stat"), ") ")
	if !ok {
		t.Fatal("no state")
	}
	return rest[:1]
}

// status is a number that the system tells of a process.
func status(t *testing.T, pid int, name string) int {
	t.Helper()
	for line := range strings.Lines(readProc(t, pid, "status")) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("no %s", name)
	return 0
}

// scheduled is a time that the scheduler tells of a process, summed over its threads:
// number 0 is for how long it ran, 1 for how long it waited for a processor.
func scheduled(pid, number int) time.Duration {
	files, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	var sum time.Duration
	for _, f := range files {
		data, _ := os.ReadFile(f) // a thread may end
		if fields := strings.Fields(string(data)); len(fields) > number {
			n, _ := strconv.ParseInt(fields[number], 10, 64)
			sum += time.Duration(n)
		}
	}
	return sum
}

func readProc(t *testing.T, pid int, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
