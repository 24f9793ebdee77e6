//go:build linux || freebsd || openbsd || netbsd

package awake

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"catcow/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// place is a path where nothing is yet.
func place(t *testing.T, name string) string {
	t.Helper()
	return filepath.Join(t.TempDir(), name)
}

// buses makes an address that of both buses.
func buses(t *testing.T, address string) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
}

// daemon starts the buses of the session and the system, in one.
func daemon(t *testing.T) string {
	t.Helper()
	address := bustest.Start(t)
	buses(t, address)
	return address
}

// desk is the services of a desktop, and logind.
type desk struct {
	mu      sync.Mutex
	log     []string
	senders []dbus.Sender
	taker   dbus.Sender     // who asked logind, and leaves with the file
	gone    map[string]bool // names that left the bus
	mute    chan struct{}   // answers wait until it is closed; nil for at once
	files   []*os.File      // our ends of what logind handed out
}

func (d *desk) note(format string, args ...any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.log = append(d.log, fmt.Sprintf(format, args...))
}

func (d *desk) has(line string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Contains(d.log, line)
}

type screenSaver struct{ *desk }

func (s screenSaver) Inhibit(from dbus.Sender, who, why string) (uint32, *dbus.Error) {
	s.note("inhibit %s, %s", who, why)
	s.mu.Lock()
	s.senders = append(s.senders, from)
	s.mu.Unlock()
	if s.mute != nil {
		<-s.mute
	}
	return 7, nil
}

func (s screenSaver) UnInhibit(cookie uint32) *dbus.Error {
	s.note("uninhibit %d", cookie)
	return nil
}

type gnome struct{ *desk }

func (g gnome) Inhibit(who string, window uint32, why string, flags uint32) (uint32, *dbus.Error) {
	g.note("gnome %s, %d, %s, %d", who, window, why, flags)
	return 9, nil
}

func (g gnome) Uninhibit(cookie uint32) *dbus.Error {
	g.note("gnome let go %d", cookie)
	return nil
}

type powerManagement struct{ *desk }

func (p powerManagement) Inhibit(_, _ string) (uint32, *dbus.Error) {
	p.note("the last one is asked")
	return 5, nil
}

type manager struct{ *desk }

func (m manager) Inhibit(from dbus.Sender, what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	m.note("logind %s, %s, %s, %s", what, who, why, mode)
	ours, theirs, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	m.mu.Lock()
	m.files = append(m.files, ours, theirs)
	m.taker = from
	m.mu.Unlock()
	return dbus.UnixFD(theirs.Fd()), nil
}

// taken reports whether logind's file has arrived.
func (d *desk) taken() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.taker != "" && d.gone[string(d.taker)]
}

// let waits until nobody but us has the file that logind handed out.
func (d *desk) let(t *testing.T) {
	t.Helper()
	eventually(t, "logind's file is taken", d.taken)
	d.mu.Lock()
	ours, theirs := d.files[0], d.files[1]
	d.mu.Unlock()
	_ = theirs.Close()
	_ = ours.SetReadDeadline(time.Now().Add(10 * time.Second))
	if _, err := ours.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("logind's file is still open: %v", err)
	}
}

// serve puts services on the bus.
func serve(t *testing.T, address string, services map[string]any, d *desk) {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = conn.Close()
		for _, f := range d.files {
			_ = f.Close()
		}
	})
	for name, service := range services {
		path := dbus.ObjectPath("/" + strings.ReplaceAll(name, ".", "/"))
		face := name
		switch name {
		case "org.freedesktop.login1":
			face += ".Manager"
		case "org.freedesktop.PowerManagement":
			path, face = path+"/Inhibit", face+".Inhibit"
		}
		if err := conn.Export(service, path, face); err != nil {
			t.Fatal(err)
		}
		if _, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
			t.Fatal(err)
		}
	}
	if err := conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")); err != nil {
		t.Fatal(err)
	}
	signals := make(chan *dbus.Signal, 100)
	conn.Signal(signals)
	d.gone = map[string]bool{}
	go func() {
		for s := range signals {
			name, _ := s.Body[0].(string)
			if owner, ok := s.Body[len(s.Body)-1].(string); ok && owner == "" {
				d.mu.Lock()
				d.gone[name] = true
				d.mu.Unlock()
			}
		}
	}()
}

// left reports whether everybody who asked has left the bus.
func (d *desk) left() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, s := range d.senders {
		if !d.gone[string(s)] {
			return false
		}
	}
	return len(d.senders) > 0
}
