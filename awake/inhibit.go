//go:build linux || freebsd || openbsd || netbsd

package awake

import (
	"context"
	"errors"
	"os"

	"github.com/godbus/dbus/v5"

	"catcow/bus"
)

// who is the name under which the system lists us.
const who = "catcow"

// inhibitor is a service of the desktop that keeps the display awake for as long as
// it is asked to and whoever asked is on the bus.
type inhibitor struct {
	service, path, face string
	let                 string // the method that lets the display sleep again
	args                func(why string) []any
}

// inhibitors is the services there are, the usual one first. A desktop may have
// several and heed only one, so all are asked.
func inhibitors() []inhibitor {
	plain := func(why string) []any { return []any{who, why} }
	return []inhibitor{
		{"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "UnInhibit", plain},
		{
			"org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "Uninhibit",
			func(why string) []any {
				const noWindow, idle = uint32(0), uint32(8)
				return []any{who, noWindow, why, idle}
			},
		},
		{
			"org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
			"org.freedesktop.PowerManagement.Inhibit", "UnInhibit", plain,
		},
	}
}

// granted is an inhibitor that said yes.
type granted struct {
	inhibitor

	object dbus.BusObject
	cookie uint32
}

// ask asks one service. It never has the bus start one: what does not run cannot
// put the display to sleep.
func (i inhibitor) ask(ctx context.Context, conn *dbus.Conn, why string) (granted, error) {
	g := granted{inhibitor: i, object: conn.Object(i.service, dbus.ObjectPath(i.path))}
	call := g.object.CallWithContext(ctx, i.face+".Inhibit", dbus.FlagNoAutoStart, i.args(why)...)
	return g, call.Store(&g.cookie)
}

// release takes the question back, and waits for no answer: the end of the
// connection says it too.
func (g granted) release() {
	g.object.Go(g.face+"."+g.let, dbus.FlagNoAutoStart|dbus.FlagNoReplyExpected, nil, g.cookie)
}

// desktop asks every service of the session's bus; without an error there is one
// at least that said yes.
func desktop(ctx context.Context, why string) (*dbus.Conn, []granted, error) {
	conn, err := bus.Session(ctx)
	if err != nil {
		return nil, nil, err
	}
	var all []granted
	for _, i := range inhibitors() {
		g, err := i.ask(ctx, conn, why)
		if err == nil {
			all = append(all, g)
		}
	}
	if len(all) == 0 {
		_ = conn.Close()
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		return nil, nil, errors.New(noDesktopText)
	}
	return conn, all, nil
}

// logind asks systemd's, or elogind's. The answer is a file: while it is open, the
// session does not count as idle.
func logind(ctx context.Context, why string) (*os.File, error) {
	conn, err := bus.System(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	var fd dbus.UnixFD
	err = conn.Object("org.freedesktop.login1", "/org/freedesktop/login1").CallWithContext(ctx,
		"org.freedesktop.login1.Manager.Inhibit", dbus.FlagNoAutoStart, "idle", who, why, "block").Store(&fd)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), "inhibitor"), nil
}
