//go:build linux || freebsd || openbsd || netbsd

package bus

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"catcow/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// connections are the two ways, under the names of their variables.
func connections() map[string]func(context.Context) (*dbus.Conn, error) {
	return map[string]func(context.Context) (*dbus.Conn, error){
		"DBUS_SESSION_BUS_ADDRESS": Session, "DBUS_SYSTEM_BUS_ADDRESS": System,
	}
}

func TestConnect(t *testing.T) {
	address := bustest.Start(t)
	for variable, connect := range connections() {
		t.Setenv(variable, "tcp:host=nowhere;unix:path=/nowhere;"+address)
		ctx, cancel := context.WithCancel(t.Context())
		conn, err := connect(ctx)
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		if !conn.Connected() || conn.Names()[0] == "" {
			t.Errorf("%s: the connection does not outlive its context", variable)
		}
		_ = conn.Close()
	}
}

func TestNoBus(t *testing.T) {
	for variable, connect := range connections() {
		for _, address := range []string{"unix:path=/nowhere", "autolaunch:", "unixexec:path=/bin/false", "nonsense"} {
			t.Setenv(variable, address)
			_, err := connect(t.Context())
			if err == nil || err.Error() != noSessionText && err.Error() != noSystemText {
				t.Errorf("%s=%s: %v", variable, address, err)
			}
		}
	}
}

// Without its variable, the session's bus is in the folder of the session.
func TestBusOfTheSession(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	folder := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", folder)
	if err := os.WriteFile(filepath.Join(folder, "bus"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := sessionBus(); len(got) != 1 || got[0] != "unix:path="+dbus.EscapeBusAddressValue(filepath.Join(folder, "bus")) {
		t.Errorf("%q", got)
	}
	if _, err := Session(t.Context()); err == nil {
		t.Error("a file is taken for a bus")
	}
}

// A bus that takes the connection and says nothing, or nonsense, holds nobody up.
func TestBusThatIsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bus")
	l, err := net.Listen("unix", path) //nolint:noctx // a test's own
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+path)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Session(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("silence: %v", err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write([]byte("HTTP/1.1 400\r\n\r\n"))
			_ = c.Close()
		}
	}()
	if _, err := Session(t.Context()); err == nil {
		t.Error("nonsense is taken for a bus")
	}
}

func TestSocket(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"unix:path=/run/user/1000/bus", "/run/user/1000/bus"},
		{"unix:path=/tmp/a%20b,guid=1f", "/tmp/a b"},
		{"unix:guid=1f,abstract=/tmp/dbus-x", "@/tmp/dbus-x"},
		{"unix:path=%zz", ""},
		{"unix:runtime=yes", ""},
		{"unixexec:path=/bin/sh", ""},
		{"autolaunch:", ""},
		{"tcp:host=localhost,port=1", ""},
		{"", ""},
	} {
		if got, ok := socket(c.address); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: got %q, %v; want %q", c.address, got, ok, c.want)
		}
	}
}
