//go:build linux || freebsd || openbsd || netbsd

package awake

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func TestKeepAndRelease(t *testing.T) {
	address := daemon(t)
	d := &desk{}
	serve(t, address, map[string]any{
		"org.freedesktop.ScreenSaver":     screenSaver{d},
		"org.gnome.SessionManager":        gnome{d},
		"org.freedesktop.PowerManagement": powerManagement{d},
		"org.freedesktop.login1":          manager{d},
	}, d)
	before := runtime.NumGoroutine()
	release := Keep("a session is on")
	for _, asked := range []string{
		"inhibit catcow, a session is on", "gnome catcow, 0, a session is on, 8", "logind idle, catcow, a session is on, block",
		"the last one is asked", // so the others have been answered
	} {
		eventually(t, asked, func() bool { return d.has(asked) })
	}
	if d.has("uninhibit 7") || d.left() {
		t.Error("let go too soon")
	}
	quick(t, release)
	for _, told := range []string{"uninhibit 7", "gnome let go 9"} {
		eventually(t, told, func() bool { return d.has(told) })
	}
	d.let(t)
	eventually(t, "the connection is closed", d.left)
	release()
	eventually(t, "as many goroutines as before", func() bool { return runtime.NumGoroutine() <= before })
}

func TestOnlyLogind(t *testing.T) {
	address := daemon(t)
	d := &desk{}
	serve(t, address, map[string]any{"org.freedesktop.login1": manager{d}}, d)
	release := Keep("a session is on")
	eventually(t, "asked", func() bool { return d.has("logind idle, catcow, a session is on, block") })
	eventually(t, "logind's file is taken", d.taken)
	release()
	d.let(t)
}

// Killed, a process lets go of everything: there is nobody left to ask.
func TestKilled(t *testing.T) {
	address := daemon(t)
	d := &desk{}
	serve(t, address, map[string]any{
		"org.freedesktop.ScreenSaver": screenSaver{d},
		"org.freedesktop.login1":      manager{d},
	}, d)
	command := exec.CommandContext(t.Context(), os.Args[0])
	command.Env = append(os.Environ(), holding+"=1")
	if _, err := command.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for _, asked := range []string{"inhibit catcow, testing", "logind idle, catcow, testing, block"} {
		eventually(t, asked, func() bool { return d.has(asked) })
	}
	if d.left() {
		t.Error("left before it was killed")
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait()
	eventually(t, "its name is lost", d.left)
	d.let(t)
	if d.has("uninhibit 7") {
		t.Error("a killed process said goodbye")
	}
}

// Without a bus nothing happens, quickly, and no bus is started.
func TestNoBus(t *testing.T) {
	nowhere := place(t, "nothing")
	started := place(t, "started")
	bin := filepath.Dir(started)
	script := "#!/bin/sh\n: >" + started + "\n"
	if err := os.WriteFile(filepath.Join(bin, "dbus-launch"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	for _, address := range []string{
		"unix:path=" + nowhere, "autolaunch:", "unixexec:path=" + filepath.Join(bin, "dbus-launch"), "tcp:host=127.0.0.1,port=1", "nonsense",
	} {
		buses(t, address)
		quick(t, func() {
			keep(t.Context(), "testing") // ends by itself
			Keep("testing")()
		})
		for _, w := range Ways(t.Context()) {
			if w.Works || w.Why == "" || w.Todo == "" {
				t.Errorf("%s: %+v", address, w)
			}
		}
	}
	if _, err := os.Stat(started); err == nil {
		t.Error("a bus was started")
	}
}

// A bus that takes the connection and says nothing holds nobody up.
func TestSilentBus(t *testing.T) {
	path := place(t, "bus")
	l, err := net.Listen("unix", path) //nolint:noctx // a test's own
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	buses(t, "unix:path="+path)
	before := runtime.NumGoroutine()
	quick(t, func() {
		release := Keep("testing")
		time.Sleep(20 * time.Millisecond)
		from := time.Now()
		release()
		if took := time.Since(from); took > 2*time.Second {
			t.Errorf("a release takes %s", took)
		}
	})
	eventually(t, "as many goroutines as before", func() bool { return runtime.NumGoroutine() <= before })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	for _, w := range Ways(ctx) {
		if w.Works || w.Why != silentText {
			t.Errorf("%+v", w)
		}
	}
}

// A service that does not answer holds nobody up either, and hears that we left.
func TestSilentService(t *testing.T) {
	address := daemon(t)
	d := &desk{mute: make(chan struct{})}
	serve(t, address, map[string]any{"org.freedesktop.ScreenSaver": screenSaver{d}}, d)
	release := Keep("testing")
	eventually(t, "asked", func() bool { return d.has("inhibit catcow, testing") })
	quick(t, release)
	eventually(t, "the connection is closed", d.left)
	close(d.mute)
}

func TestWays(t *testing.T) {
	address := daemon(t)
	for _, w := range Ways(t.Context()) {
		if w.Works || w.Why != noDesktopText && w.Why != noServiceText {
			t.Errorf("%+v on an empty bus", w)
		}
	}
	d := &desk{}
	serve(t, address, map[string]any{
		"org.freedesktop.ScreenSaver": screenSaver{d},
		"org.freedesktop.login1":      manager{d},
	}, d)
	got := Ways(t.Context())
	want := []Way{
		{Name: "screensaver", Works: true, Why: "org.freedesktop.ScreenSaver"},
		{Name: "systemd", Works: true, Why: "org.freedesktop.login1"},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	eventually(t, "let go", d.left)
	d.let(t)
}
