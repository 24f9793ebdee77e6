//go:build linux || freebsd || openbsd || netbsd

package tui

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"catcow/bus/bustest"
	"catcow/media"
	"catcow/session"
)

// A press of a headset's button, sent over D-Bus as a desktop does, pauses a session,
// and the desktop reads that it is paused.
func TestAHeadsetPausesASessionOverTheBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", bustest.Start(t))
	m, now := at(t, builtin(t), 80, 24)
	pressed := make(chan media.Command, 1)
	control, err := media.Open(t.Context(), func() time.Time { return *now }, func(c media.Command) { pressed <- c })
	if err != nil {
		t.Fatal(err)
	}
	defer control.Close()
	m.media.control = control
	send(m, "enter", "enter")
	desktop, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = desktop.Close() }()
	player := desktop.Object("org.mpris.MediaPlayer2.catcow", "/org/mpris/MediaPlayer2")
	for _, want := range []struct {
		state  session.State
		status string
	}{{session.Paused, "Paused"}, {session.Playing, "Playing"}} {
		if err := player.CallWithContext(t.Context(), "org.mpris.MediaPlayer2.Player.PlayPause", 0).Err; err != nil {
			t.Fatal(err)
		}
		select {
		case c := <-pressed:
			m.update(mediaPress(m, c))
		case <-time.After(5 * time.Second):
			t.Fatal("no key reaches the session")
		}
		status, err := player.GetProperty("org.mpris.MediaPlayer2.Player.PlaybackStatus")
		if err != nil || m.led.At.State != want.state || status.Value() != want.status {
			t.Errorf("%s, and the desktop reads %v (%v); want %s", m.led.At.State, status, err, want.status)
		}
	}
}
