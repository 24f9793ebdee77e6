package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"catcow/bus/bustest"
)

// After a session there is nothing left of it in the process, whether it was on
// screens or in lines, with a voice that hangs or one that speaks: no goroutine, no
// open file, no child. No lock is left in the home.
func TestNothingIsLeftOfASession(t *testing.T) {
	t.Parallel()
	// The last words of a voice that hangs are waited for a while: once is enough.
	for voice, sessions := range map[string]int{"cat >/dev/null": 2, "exec sleep 1000": 1} {
		t.Run("screens, "+voice, func(t *testing.T) {
			t.Parallel()
			home := withVoice(t, voice)
			w := watchAt(t, home, "env", "-u", "CATCOW_VOICE_SAY", "PULSE_SERVER=unix:/none", "lasting", strconv.Itoa(sessions), "start", "desk-break")
			for n := range sessions {
				shows := func(text string) func() bool { // in this session; a screen may be drawn twice
					return func() bool {
						seen := strings.SplitAfterN(w.seen(), "ended early", n+1)
						return len(seen) > n && strings.Contains(seen[n], text)
					}
				}
				w.wait("session", shows("get ready"))
				w.press("n")
				w.wait("setup", shows("set up"))
				w.press("q")
				w.more(1)
				w.press("y")
				w.wait("end", shows("ended early"))
			}
			nothingLeft(t, home, func() string { w.ends(); return w.seen() }())
		})
		t.Run("screens to the end, "+voice, func(t *testing.T) {
			t.Parallel()
			home := withVoice(t, voice)
			w := watchAt(t, home, "env", "-u", "CATCOW_VOICE_SAY", "PULSE_SERVER=unix:/none", "lasting", "1", "start", "desk-break")
			w.until("get ready")
			w.wait("end", func() bool {
				w.press("s")
				time.Sleep(20 * time.Millisecond)
				return strings.LastIndex(w.seen(), "\x1b]2;catcow\a") > strings.LastIndex(w.seen(), "\x1b]2;catcow: ")
			})
			w.press("q")
			nothingLeft(t, home, func() string { w.ends(); return w.seen() }())
		})
		t.Run("lines, "+voice, func(t *testing.T) {
			t.Parallel()
			home := withVoice(t, voice)
			cmd := exec.Command("lasting", "1", "start", "desk-break", "--plain")
			cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home,
				"PULSE_SERVER=unix:/none", "CATCOW_SESSION_CHECK_IN=false", "CATCOW_CHIME_VOLUME=0")
			keys, err := os.CreateTemp(t.TempDir(), "")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = keys.Close() }()
			_, _ = keys.WriteString(strings.Repeat("s\n", 9))
			_, _ = keys.Seek(0, 0)
			cmd.Stdin = keys
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			nothingLeft(t, home, string(out))
		})
	}
}

// Nor is anything left where hooks run, of which one leaves a child and one hangs, and
// where the desktop shows the session.
func TestNothingIsLeftOfHooksAndTheDesktop(t *testing.T) {
	t.Parallel()
	bus := bustest.Start(t)
	home := home(t)
	pid := filepath.Join(home, "pid")
	settings := fmt.Sprintf(`[voice]
say = "none"
[hooks]
start = ["sh", "-c", "sleep 2 &"]
end = ["sh", "-c", "echo $$ >%s; exec sleep 1000"]
`, pid)
	if err := os.WriteFile(filepath.Join(home, "catcow", "config.toml"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	w := watchAt(t, home, "env", "DBUS_SESSION_BUS_ADDRESS="+bus, "PULSE_SERVER=unix:/none", "lasting", "1", "start", "desk-break")
	w.until("get ready")
	w.press("q")
	w.more(1)
	w.press("y")
	w.until("ended early")
	nothingLeft(t, home, func() string { w.ends(); return w.seen() }())
	text, err := os.ReadFile(pid)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat("/proc/" + strings.TrimSpace(string(text))); err == nil {
		t.Error("the hook that hangs was left behind")
	}
}

// withVoice is a home whose voice is a script.
func withVoice(tb testing.TB, script string) string {
	tb.Helper()
	home := home(tb)
	program := filepath.Join(home, "voice")
	settings := fmt.Sprintf("[voice]\nsay = \"all\"\ncommand = [%q]\n", program)
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "catcow", "config.toml"), []byte(settings), 0o600); err != nil {
		tb.Fatal(err)
	}
	return home
}

func nothingLeft(t *testing.T, home, out string) {
	t.Helper()
	if _, left, _ := strings.Cut(out, "\nleft: "); !strings.HasPrefix(left, "[]") {
		t.Errorf("left in the process: %s", strings.ReplaceAll(left, `\n`, "\n"))
	}
	if locks, _ := filepath.Glob(filepath.Join(home, "catcow", "*run-*")); len(locks) > 0 {
		t.Errorf("left in the home: %v", locks)
	}
	if left := running(t, home); left != "" {
		t.Errorf("left behind: %s", left)
	}
}
