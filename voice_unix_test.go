//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"catcow/sampletest"
)

// Whatever the voice does, the session goes on in time, its words stay off the
// screen, and nothing of it is left behind.
//
// It takes ten seconds of real time.
func TestAVoiceCannotHarmASession(t *testing.T) {
	sampletest.Whole(t)
	t.Parallel()
	// The home is in the command line of all that a voice starts.
	homes := map[string]string{}
	sessions := map[string]*watched{}
	for name, script := range map[string]string{
		"hangs":           "exec sleep 1000",
		"ignores signals": "trap '' TERM INT HUP; while :; do sleep 1; done",
		"leaves a child":  "sleep 1000 & exec sleep 1000",
		"fails":           "exit 1",
		"shouts":          `printf '\033[2J\033[?1049lSHOUTED'; printf '\033cSHOUTED' >&2; printf SHOUTED >/dev/tty`,
		"starts slowly":   "sleep 5",
		"reads nothing":   "exec <&-; exit 0",
	} {
		homes[name] = home(t)
		sessions[name] = speaking(t, homes[name], script)
	}
	for _, w := range sessions {
		w.until("get ready")
	}
	began := time.Now()
	for name, w := range sessions {
		w.until("set up")
		// The way to the first pose is planned for seven seconds: of a voice that nobody has
		// heard, one of 100 words a minute is expected.
		if took := time.Since(began); took < 4*time.Second || took > 10*time.Second {
			t.Errorf("%s: the way to the pose took %v", name, took)
		}
	}
	for name, w := range sessions {
		w.press("\x03")
		if code := w.ends(); code != 130 {
			t.Errorf("%s: exit code %d", name, code)
		}
		w.restored()
		if strings.Contains(w.seen(), "SHOUTED") {
			t.Errorf("%s: what the voice printed reached the screen", name)
		}
		if left := running(t, homes[name]); left != "" {
			t.Errorf("%s: left behind: %s", name, left)
		}
	}
}

// speaking is a session with a voice of its own, and nothing to play sound with.
func speaking(t *testing.T, home, script string) *watched {
	t.Helper()
	program := filepath.Join(home, "voice")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	settings := fmt.Sprintf("[voice]\nsay = \"all\"\ncommand = [%q]\n", program)
	if err := os.WriteFile(filepath.Join(home, "catcow", "config.toml"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return watchAt(t, home, "env", "-u", "CATCOW_VOICE_SAY", "PULSE_SERVER=unix:/none", "catcow", "start", "desk-break")
}

// running is the command lines that a text is in, where the system tells.
func running(t *testing.T, text string) string {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range files {
		line, err := os.ReadFile(f) // one may be over by now
		if err == nil && strings.Contains(string(line), text) {
			all = append(all, strings.ReplaceAll(string(line), "\x00", " "))
		}
	}
	return strings.Join(all, ", ")
}
