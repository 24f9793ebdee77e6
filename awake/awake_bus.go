//go:build linux || freebsd || openbsd || netbsd

package awake

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/godbus/dbus/v5"

	"catcow/bus"
)

func ways() []way {
	return []way{
		{"screensaver", desktopTodoText, askDesktop}, // the desktop's own, whatever it is called on the bus
		{"systemd", logindTodoText, askLogind},
	}
}

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

// askDesktop asks every service of the session's bus; without an error there is one
// at least that said yes.
func askDesktop(ctx context.Context, why string) (answered string, release func(), err error) {
	conn, err := bus.Session(ctx)
	if err != nil {
		return "", nil, reason(err)
	}
	var (
		all   []granted
		names []string
	)
	for _, i := range inhibitors() {
		if g, err := i.ask(ctx, conn, why); err == nil {
			all, names = append(all, g), append(names, g.service)
		}
	}
	release = func() {
		for _, g := range all {
			g.release()
		}
		_ = conn.Close()
	}
	if len(all) > 0 {
		return strings.Join(names, ", "), release, nil
	}
	release()
	if ctx.Err() != nil {
		return "", nil, reason(ctx.Err())
	}
	return "", nil, errors.New(noDesktopText)
}

// askLogind asks systemd's, or elogind's. The answer is a file: while it is open, the
// session does not count as idle.
func askLogind(ctx context.Context, why string) (answered string, release func(), err error) {
	const service = "org.freedesktop.login1"
	conn, err := bus.System(ctx)
	if err != nil {
		return "", nil, reason(err)
	}
	defer func() { _ = conn.Close() }()
	var fd dbus.UnixFD
	err = conn.Object(service, "/org/freedesktop/login1").CallWithContext(ctx,
		service+".Manager.Inhibit", dbus.FlagNoAutoStart, "idle", who, why, "block").Store(&fd)
	if err != nil {
		return "", nil, reason(err)
	}
	file := os.NewFile(uintptr(fd), "inhibitor")
	return service, func() { _ = file.Close() }, nil
}

// reason is an error in a word or two; the bus's own are long.
func reason(err error) error {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return errors.New(silentText)
	}
	if answer, ok := errors.AsType[dbus.Error](err); ok {
		switch answer.Name {
		case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner":
			return errors.New(noServiceText)
		case "org.freedesktop.DBus.Error.AccessDenied", "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired":
			return errors.New(deniedText)
		}
	}
	text, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(text)
}
