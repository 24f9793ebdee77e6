//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// watched is a command in a terminal, and all it has written so far.
type watched struct {
	t    testing.TB
	cmd  *exec.Cmd
	term *os.File
	over chan error

	patience time.Duration // with what is waited for

	mu    sync.Mutex
	out   strings.Builder
	wrote chan struct{} // closed when there is more in out, and made anew
}

func watch(t *testing.T, name string, args ...string) *watched {
	t.Helper()
	return watchAt(t, home(t), name, args...)
}

func watchAt(t *testing.T, home, name string, args ...string) *watched {
	t.Helper()
	return watchSized(t, home, &pty.Winsize{Rows: 24, Cols: 80}, name, args...)
}

func watchSized(t *testing.T, home string, size *pty.Winsize, name string, args ...string) *watched {
	t.Helper()
	w := &watched{t: t, over: make(chan error, 1), wrote: make(chan struct{}), patience: 20 * time.Second}
	w.cmd, w.term = inTerminalSized(t, home, size, name, args...)
	go func() {
		w.read()
		w.over <- w.cmd.Wait()
	}()
	return w
}

// read takes what is written, to the end.
func (w *watched) read() {
	chunk := make([]byte, 4096)
	for {
		n, err := w.term.Read(chunk)
		w.mu.Lock()
		w.out.Write(chunk[:n])
		close(w.wrote)
		w.wrote = make(chan struct{})
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (w *watched) seen() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.out.String()
}

// wait looks again, each time that something was written, until it is there.
func (w *watched) wait(what string, there func() bool) {
	w.t.Helper()
	late := time.After(w.patience)
	for {
		w.mu.Lock()
		wrote := w.wrote
		w.mu.Unlock()
		if there() {
			return
		}
		select {
		case <-wrote:
		case <-late:
			w.t.Fatalf("no %s in %s; seen:\n%q", what, w.patience, w.seen())
		}
	}
}

// more waits until something more was written, n times.
func (w *watched) more(n int) {
	w.t.Helper()
	for range n {
		before := len(w.seen())
		w.wait("more", func() bool { return len(w.seen()) > before })
	}
}

// until waits for a text.
func (w *watched) until(text string) {
	w.t.Helper()
	w.after("", text)
}

// after waits for a text that follows another.
func (w *watched) after(mark, text string) {
	w.t.Helper()
	w.wait(fmt.Sprintf("%q after %q", text, mark), func() bool {
		_, rest, ok := strings.Cut(w.seen(), mark)
		return ok && strings.Contains(rest, text)
	})
}

func (w *watched) press(keys string) {
	w.t.Helper()
	if _, err := w.term.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
}

// ends waits for the end and gives the exit code.
func (w *watched) ends() int {
	w.t.Helper()
	select {
	case err := <-w.over:
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			return exit.ExitCode()
		} else if err != nil {
			w.t.Fatal(err)
		}
		return 0
	case <-time.After(60 * time.Second):
		w.t.Fatalf("still running; seen:\n%q", w.seen())
		return -1
	}
}

// restored fails unless the screen and the cursor were given back, and nothing
// was left behind that is not one line.
func (w *watched) restored() {
	w.t.Helper()
	out := w.seen()
	left := strings.LastIndex(out, "\x1b[?1049l")
	if left < strings.LastIndex(out, "\x1b[?1049h") || !strings.Contains(out[max(left-200, 0):], "\x1b[?25h") {
		w.t.Errorf("the terminal is not as it was: %q", out[max(len(out)-300, 0):])
	}
}

// Whatever ends a session in the middle of a hold: the exit code says so, the
// terminal is whole, and what was done is said.
func TestWhateverEndsASession(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   func(w *watched)
		code int
		says string
	}{
		{"SIGTERM", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGTERM) }, 130, "interrupted"},
		{"SIGINT", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGINT) }, 130, "interrupted"},
		{"SIGQUIT", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGQUIT) }, 130, "interrupted"},
		{"SIGHUP", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGHUP) }, 130, "interrupted"},
		{"SIGABRT", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGABRT) }, 130, "interrupted"},
		{"SIGILL", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGILL) }, 130, "interrupted"},
		{"SIGTRAP", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGTRAP) }, 130, "interrupted"},
		{"SIGBUS", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGBUS) }, 130, "interrupted"},
		{"SIGFPE", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGFPE) }, 130, "interrupted"},
		{"SIGSEGV", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGSEGV) }, 130, "interrupted"},
		{"SIGSYS", func(w *watched) { _ = w.cmd.Process.Signal(syscall.SIGSYS) }, 130, "interrupted"},
		{"the last of them", func(w *watched) { _ = w.cmd.Process.Signal(fatalSignals()[len(fatalSignals())-1]) }, 130, "interrupted"},
		{"ctrl+c", func(w *watched) { w.press("\x03") }, 130, "interrupted"},
		{"SIGTERM twice", func(w *watched) {
			_ = w.cmd.Process.Signal(syscall.SIGTERM)
			time.Sleep(100 * time.Millisecond)
			_ = w.cmd.Process.Signal(syscall.SIGTERM)
		}, 130, "interrupted"},
		{"ctrl+c and SIGTERM", func(w *watched) {
			w.press("\x03")
			_ = w.cmd.Process.Signal(syscall.SIGTERM)
		}, 130, "interrupted"},
		{"q and y", func(w *watched) { w.press("q"); w.more(1); w.press("y") }, 3, "ended early"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := watch(t, "catcow", "start", "low-back-restorative")
			w.until("get ready")
			w.press("n")
			w.until("set up")
			w.press("n")
			w.until("breathe in")
			tt.do(w)
			if code := w.ends(); code != tt.code {
				t.Errorf("exit code %d, want %d", code, tt.code)
			}
			w.until(tt.says)
			w.restored()
		})
	}
}

func TestHandsOffToTheEnd(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow", "start", "lower-back", "--speed", "600")
	if code := w.ends(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	w.until("Well done.")
	w.until("4 of 4 poses")
	w.restored()
}

func TestATinyTerminalIsNoTrouble(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow", "start", "lower-back")
	w.until("get ready")
	for _, size := range []pty.Winsize{{Rows: 3, Cols: 10}, {Rows: 1, Cols: 1}, {Rows: 60, Cols: 200}, {Rows: 24, Cols: 80}} {
		if err := pty.Setsize(w.term, &size); err != nil {
			t.Fatal(err)
		}
		w.more(1)
	}
	w.press("q")
	w.more(1) // it asks, in large letters
	w.press("y")
	if code := w.ends(); code != 3 {
		t.Errorf("exit code %d, want 3", code)
	}
	w.restored()
}

// Ctrl+z goes to the shell with the clock stopped, and comes back paused.
func TestSuspendAndBack(t *testing.T) {
	t.Parallel()
	w := watch(t, "sh", "-mc", `catcow start lower-back; echo at the shell; fg >/dev/null; echo code $?`)
	w.until("get ready")
	w.press("\x1a")
	// The notice can be drawn before the stop already; what tells that we are back,
	// and that ctrl+c is a key again, is the screen being taken anew.
	w.after("at the shell", "\x1b[?1049h")
	w.press("\x03")
	w.until("code 130")
	w.ends()
	w.restored()
}

// The leader of a terminal's session has no shell to go to: it says so and plays
// on.
func TestNoSuspendWithoutAShell(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow", "start", "lower-back", "--silent") // or that nothing plays sound is said first
	w.until("get ready")
	w.press("\x1a")
	w.until("There is no shell to go to")
	w.press("\x03")
	if code := w.ends(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
}
