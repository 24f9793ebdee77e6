package main

import (
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A paste that never ends leaves the keys to us, and so does one of what looks like
// an answer of the terminal.
func TestAPasteLeavesTheKeys(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"rm -rf", "a\x1b]0;b\x1b[201~", "a\x1bPb\x1b[201~", "a\x9db\x1b[201~", "a\x98b\x1b[201~"} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			w := watch(t, "catcow", "start", "lower-back")
			w.until("get ready")
			w.press("\x1b[200~" + text)
			time.Sleep(700 * time.Millisecond) // longer than a terminal takes for a paste
			w.press("\x03")
			if code := w.ends(); code != 130 {
				t.Errorf("exit code %d, want 130", code)
			}
			w.restored()
		})
	}
}

// What the terminal was asked is answered to us, not to the shell.
func TestAnswersComeBeforeTheEnd(t *testing.T) {
	t.Parallel()
	w := watch(t, "catcow")
	w.until("\x1b]11;?")
	w.press("\x03")
	w.until("\x1b[c")
	if strings.Contains(w.seen(), "\x1b[?1049l") {
		t.Error("it left before the answers")
	}
	w.press("\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?2026;2$y\x1b[?0u\x1b[?62;22c")
	start := time.Now()
	if code := w.ends(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	t.Logf("left %v after the last answer", time.Since(start))
	w.restored()
}

// A terminal that does not say how large it is, or claims to be larger than any.
func TestOddSizes(t *testing.T) {
	t.Parallel()
	for _, size := range []pty.Winsize{{}, {Rows: 5000, Cols: 5000}} {
		w := watchSized(t, home(t), &size, "catcow", "start", "lower-back")
		w.until("get ready")
		w.more(3)
		kib := status(t, w.cmd.Process.Pid, "VmHWM")
		t.Logf("%d×%d: %d MiB", size.Cols, size.Rows, kib>>10)
		most := 64
		if isRaceTest() {
			most *= 6 // the race detector keeps shadows of all memory
		}
		if kib > most<<10 {
			t.Errorf("more than %d MiB resident", most)
		}
		w.press("\x03")
		if code := w.ends(); code != 130 {
			t.Errorf("exit code %d, want 130", code)
		}
		w.restored()
	}
}

// isRaceTest reports whether the race detector is in this program.
func isRaceTest() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}
