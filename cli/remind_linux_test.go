//go:build linux

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// program puts a script of a name first in the path.
func program(t *testing.T, folder, name, script string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

// Nothing is written that was not shown, and without a yes nothing at all.
func TestRemind(t *testing.T) {
	u := newUser(t)
	bin := t.TempDir()
	t.Setenv("PATH", bin+":/bin:/usr/bin")
	ran := filepath.Join(bin, "ran")
	program(t, bin, "systemctl", `echo "$@" >> `+ran)
	timer := filepath.Join(xdg.ConfigHome, "systemd", "user", "catcow-remind.timer")

	u.app.Stdin = strings.NewReader("n\n")
	if code := u.call("remind", "--at", "10:30"); code != 0 || !strings.Contains(u.stdout.String(), "OnCalendar=Mon,Tue,Wed,Thu,Fri 10:30") || !strings.Contains(u.stdout.String(), "nothing was changed") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if _, err := os.Stat(timer); err == nil {
		t.Error("it was written after a no")
	}
	u.app.Stdin = strings.NewReader("y\n")
	if code := u.call("remind", "--at", "10:30", "--days", "sat"); code != 0 {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if text, err := os.ReadFile(timer); err != nil || !strings.Contains(string(text), "OnCalendar=Sat 10:30") {
		t.Errorf("%s, %v", text, err)
	}
	if code := u.call("remind", "--off", "--yes"); code != 0 || !strings.Contains(u.stdout.String(), "the reminders are gone") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if _, err := os.Stat(timer); err == nil {
		t.Error("the timer is still there")
	}
	if text, err := os.ReadFile(ran); err != nil || !strings.Contains(string(text), "enable --now catcow-remind.timer") || !strings.Contains(string(text), "disable --now") {
		t.Errorf("ran: %s, %v", text, err)
	}
	program(t, bin, "systemctl", `echo "it is broken" >&2; case "$2" in show-environment) exit 0;; esac; exit 1`)
	if code := u.call("remind", "--at", "10:30", "--yes"); code != 1 || !strings.Contains(u.stderr.String(), "systemctl --user daemon-reload: it is broken") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// Where there is no systemd, cron keeps the reminders.
func TestRemindByCron(t *testing.T) {
	u := newUser(t)
	bin := t.TempDir()
	t.Setenv("PATH", bin+":/bin:/usr/bin")
	program(t, bin, "systemctl", "exit 1")
	tab := filepath.Join(bin, "tab")
	program(t, bin, "crontab", `case "$1" in -l) test -f `+tab+` && exec cat `+tab+`; echo "no crontab for you" >&2; exit 1;; esac; cat > `+tab)
	if code := u.call("remind", "--at", "15:00", "--yes"); code != 0 {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if text, err := os.ReadFile(tab); err != nil || !strings.HasPrefix(string(text), "0 15 * * mon,tue,wed,thu,fri ") {
		t.Errorf("%s, %v", text, err)
	}
	if code := u.call("remind", "--off", "--yes"); code != 0 {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if text, err := os.ReadFile(tab); err != nil || len(text) > 0 {
		t.Errorf("%s, %v", text, err)
	}
	program(t, bin, "crontab", `test "$1" = -l || { echo "no space" >&2; exit 1; }`)
	if code := u.call("remind", "--off", "--yes"); code != 1 || !strings.Contains(u.stderr.String(), "crontab -: no space") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	program(t, bin, "crontab", `echo "not allowed" >&2; exit 1`)
	if code := u.call("remind", "--off"); code != 1 || !strings.Contains(u.stderr.String(), "crontab -l: not allowed") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}
