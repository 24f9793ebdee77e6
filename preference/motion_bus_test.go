//go:build linux || freebsd || openbsd || netbsd

package preference

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"catcow/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// daemon starts the bus of the session.
func daemon(t *testing.T) string {
	t.Helper()
	address := bustest.Start(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return address
}

// portal is the settings of a desktop.
type portal map[string]any

// Read wraps a value twice, as the real one does.
func (p portal) Read(namespace, key string) (dbus.Variant, *dbus.Error) {
	value, ok := p[namespace+" "+key]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", []any{"Requested setting not found"})
	}
	return dbus.MakeVariant(dbus.MakeVariant(value)), nil
}

// hangs is a portal that never answers.
type hangs struct{ gone <-chan struct{} }

func (h hangs) Read(string, string) (dbus.Variant, *dbus.Error) {
	<-h.gone
	return dbus.Variant{}, nil
}

func serve(t *testing.T, address string, service any) {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.Export(service, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

// withoutGNOME has no settings but those of the portal.
func withoutGNOME(t *testing.T) {
	t.Helper()
	t.Setenv("PATH", t.TempDir())
}

func TestPortal(t *testing.T) {
	const (
		made  = "org.freedesktop.appearance reduced-motion"
		gnome = "org.gnome.desktop.interface enable-animations"
		kde   = "org.kde.kdeglobals.KDE AnimationDurationFactor"
	)
	for name, c := range map[string]struct {
		settings portal
		want     Motion
	}{
		"nothing":          {portal{}, Motion{}},
		"asked for":        {portal{made: uint32(1), gnome: true}, Motion{true, made}},
		"no preference":    {portal{made: uint32(0)}, Motion{false, made}},
		"a later number":   {portal{made: uint32(7)}, Motion{false, made}},
		"GNOME off":        {portal{gnome: false}, Motion{true, gnome}},
		"GNOME on":         {portal{gnome: true}, Motion{false, gnome}},
		"only GNOME's off": {portal{made: uint32(0), gnome: false}, Motion{true, gnome}},
		"KDE none":         {portal{kde: "0"}, Motion{true, kde}},
		"KDE as it comes":  {portal{kde: "1.0"}, Motion{false, kde}},
		"KDE nothing said": {portal{kde: ""}, Motion{false, kde}},
		"another type":     {portal{gnome: "false", made: "1"}, Motion{false, made}},
	} {
		t.Run(name, func(t *testing.T) {
			serve(t, daemon(t), c.settings)
			withoutGNOME(t)
			if got := ReadMotion(t.Context()); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// Without a portal GNOME's own settings are asked, where there is a screen.
func TestGNOMEWithoutPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	t.Setenv("WAYLAND_DISPLAY", "")
	dir := t.TempDir()
	script := "#!/bin/sh\n[ \"$*\" = 'get org.gnome.desktop.interface enable-animations' ] && echo false\n"
	if err := os.WriteFile(filepath.Join(dir, "gsettings"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	for display, want := range map[string]Motion{
		":7": {true, "org.gnome.desktop.interface enable-animations"},
		"":   {},
	} {
		t.Setenv("DISPLAY", display)
		if got := ReadMotion(t.Context()); got != want {
			t.Errorf("DISPLAY=%q: got %+v, want %+v", display, got, want)
		}
	}
	withoutGNOME(t)
	t.Setenv("DISPLAY", ":7")
	if got := ReadMotion(t.Context()); got != (Motion{}) {
		t.Errorf("without GNOME: got %+v", got)
	}
}

// Neither a bus nor a portal that says nothing holds anybody up.
func TestSilence(t *testing.T) {
	soon := func(t *testing.T) {
		t.Helper()
		withoutGNOME(t)
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		done := make(chan Motion, 1)
		go func() { done <- ReadMotion(ctx) }()
		select {
		case got := <-done:
			if got != (Motion{}) {
				t.Errorf("got %+v", got)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("it waits still")
		}
	}
	t.Run("bus", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "bus")
		l, err := net.Listen("unix", path) //nolint:noctx // a test's own
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = l.Close() }()
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+path)
		soon(t)
	})
	t.Run("portal", func(t *testing.T) {
		gone := make(chan struct{})
		serve(t, daemon(t), hangs{gone})
		defer close(gone)
		soon(t)
	})
}
