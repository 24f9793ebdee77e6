//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"catcow/content"
)

// home is where somebody lives who has read the safety page and told what there is
// to know about them. They sit close by, where the words are text.
func home(tb testing.TB) string {
	tb.Helper()
	home := tb.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "catcow"), 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "catcow", "state.toml"), []byte(stateText()), 0o600); err != nil {
		tb.Fatal(err)
	}
	return home
}

// stateText is what is kept for them between two starts.
func stateText() string {
	return fmt.Sprintf("close = true\n[safety]\nversion = %q\ndate = \"2026-11-20\"\n[profile]\nset = true\n", content.SafetyPage().Version)
}

// inTerminal starts a command in a terminal of its own, at a home of its own.
func inTerminal(tb testing.TB, columns uint16, name string, args ...string) (*exec.Cmd, *os.File) {
	tb.Helper()
	return inTerminalAt(tb, home(tb), columns, name, args...)
}

// inTerminalAt starts a command in a terminal of its own. It makes no sound and
// asks nothing.
func inTerminalAt(tb testing.TB, home string, columns uint16, name string, args ...string) (*exec.Cmd, *os.File) {
	tb.Helper()
	return inTerminalSized(tb, home, &pty.Winsize{Rows: 24, Cols: columns}, name, args...)
}

func inTerminalSized(tb testing.TB, home string, size *pty.Winsize, name string, args ...string) (*exec.Cmd, *os.File) {
	tb.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color",
		"XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home,
		"CATCOW_SESSION_CHECK_IN=false", "CATCOW_VOICE_SAY=none", "CATCOW_CHIME_VOLUME=0")
	term, err := pty.StartWithSize(cmd, size)
	for range 3 { // once in some thousands Linux does not find the terminal that it has just made
		if errors.Is(err, fs.ErrNotExist) {
			term, err = pty.StartWithSize(cmd, size)
		}
	}
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = term.Close()
	})
	return cmd, term
}

// read is all a command says in its terminal, until it is over. Linux reports
// that as an error of its own.
func read(t *testing.T, term io.Reader) string {
	t.Helper()
	out, err := io.ReadAll(term)
	if err != nil && !errors.Is(err, syscall.EIO) {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(out), "\r\n", "\n")
}

func TestPlainTextFitsTheTerminal(t *testing.T) {
	for _, columns := range []uint16{30, 47, 60, 80, 200} {
		for _, args := range []string{"routines", "poses", "show supine-twist", "show restorative", "plan restorative"} {
			cmd, term := inTerminal(t, columns, "catcow", strings.Fields(args)...)
			out := read(t, term)
			if err := cmd.Wait(); err != nil {
				t.Fatalf("%s: %v", args, err)
			}
			if strings.Count(out, "\n") < 8 {
				t.Errorf("%s at %d columns says too little: %q", args, columns, out)
			}
			for line := range strings.SplitSeq(out, "\n") {
				if w := ansi.StringWidth(line); w > int(columns) {
					t.Errorf("%s at %d columns: %d cells: %q", args, columns, w, line)
				}
			}
		}
	}
}

func TestSessionNeedsNoMoreThanATerminal(t *testing.T) {
	cmd, term := inTerminal(t, 80, "staged", "start", "lower-back", "--speed", "2")
	out := read(t, term)
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !strings.Contains(out, "speed=2 ") {
		t.Errorf("the session was not shown: %q", out)
	}
}

// Closing the window must leave time to put things in order.
func TestHangupInterrupts(t *testing.T) {
	cmd, term := inTerminal(t, 80, "catcow", "start", "lower-back")
	var seen bytes.Buffer
	shown := make(chan struct{})
	go func() {
		chunk := make([]byte, 4096)
		for once := false; ; {
			n, err := term.Read(chunk)
			if seen.Write(chunk[:n]); !once && strings.Contains(seen.String(), "Lower Back") {
				once = true
				close(shown)
			}
			if err != nil {
				return
			}
		}
	}()
	select {
	case <-shown:
	case <-time.After(10 * time.Second):
		t.Fatal("no first frame in 10 s")
	}
	if err := cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	over := make(chan error, 1)
	go func() { over <- cmd.Wait() }()
	select {
	case err := <-over:
		if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 130 {
			t.Errorf("%v, want exit code 130", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still running 10 s after the hangup")
	}
}
