//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Where a pipe that nobody writes to stands in the place of any file of somebody, or a link
// to one, no command waits for it.
func TestNoCommandWaitsForAPipe(t *testing.T) {
	t.Parallel()
	commands := [][]string{
		{"check"},
		{"plan", "lower-back"},
		{"log"},
		{"stats"},
		{"sync", "HOME/shared"},
		{"config", "init"},
		{"import", "HOME/sheet.txt", "--yes"},
		{"import-log", "HOME/log.json"},
		{"start", "desk-break", "--plain"},
	}
	if os.Getenv("SLOW_TESTS") == "" {
		commands = commands[6:] // which read and write most
	}
	for _, name := range []string{
		"catcow/config.toml", "catcow/poses/own.toml", "catcow/routines/sheet.toml", "catcow/sources.toml", "catcow/state.toml", "catcow/state.toml.lock",
		"catcow/history.db", "catcow/history.db-wal", "catcow/history.db.lock", "catcow/history.waiting", "shared", "sheet.txt", "log.json",
	} {
		t.Run(strings.ReplaceAll(name, "/", " "), func(t *testing.T) {
			t.Parallel()
			home := home(t)
			path := filepath.Join(home, filepath.FromSlash(name))
			for _, folder := range []string{filepath.Dir(path), filepath.Join(home, "shared")} {
				if err := os.MkdirAll(folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.WriteFile(filepath.Join(home, "sheet.txt"), []byte("Pelvic tilt 10s x3\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			_ = os.RemoveAll(path)
			if err := unix.Mkfifo(path, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, args := range commands {
				neverWaits(t, home, args)
			}
		})
	}
}

// neverWaits fails the test if a command at a home does not come to its end.
func neverWaits(t *testing.T, home string, args []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "catcow", args...)
	for i, arg := range cmd.Args {
		cmd.Args[i] = strings.ReplaceAll(arg, "HOME", home)
	}
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home, "CATCOW_VOICE_SAY=none")
	cmd.Stdin = strings.NewReader(strings.Repeat("\ns\n", 99))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Errorf("%v waits; it said\n%s", args, &out)
	}
	if code := cmd.ProcessState.ExitCode(); code < 0 || code > 3 {
		t.Errorf("%v: %v\n%s", args, err, &out)
	}
}
