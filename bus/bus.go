//go:build linux || freebsd || openbsd || netbsd

package bus

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// What is wrong where there is no bus.
const (
	noSessionText = "no session bus is running"
	noSystemText  = "no system bus is running"
)

// Session connects to the bus of the user's session, before the context ends. The
// connection belongs to the caller alone, and outlives the context.
func Session(ctx context.Context) (*dbus.Conn, error) {
	return dial(ctx, sessionBus(), errors.New(noSessionText))
}

// System connects to the bus of the computer, as [Session] does to the user's.
func System(ctx context.Context) (*dbus.Conn, error) {
	return dial(ctx, systemBus(), errors.New(noSystemText))
}

// sessionBus is the addresses of the user's bus; none if it does not run. The
// library's own search would start one.
func sessionBus() []string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return strings.Split(address, ";")
	}
	for _, dir := range []string{os.Getenv("XDG_RUNTIME_DIR"), "/run/user/" + strconv.Itoa(os.Getuid())} {
		path := filepath.Join(dir, "bus")
		if _, err := os.Stat(path); err == nil && filepath.IsAbs(path) {
			return []string{"unix:path=" + dbus.EscapeBusAddressValue(path)}
		}
	}
	return nil
}

// systemBus is the addresses of the computer's bus.
func systemBus() []string {
	if address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); address != "" {
		return strings.Split(address, ";")
	}
	return []string{"unix:path=/run/dbus/system_bus_socket", "unix:path=/var/run/dbus/system_bus_socket"}
}

// dial connects to the first of the addresses that answers; none is the error where
// there is no bus.
func dial(ctx context.Context, addresses []string, none error) (*dbus.Conn, error) {
	err := none
	for _, address := range addresses {
		path, ok := socket(address)
		if !ok {
			continue
		}
		var conn *dbus.Conn
		if conn, err = greet(ctx, path); err == nil {
			return conn, nil
		}
		if errors.Is(err, os.ErrNotExist) {
			err = none
		}
	}
	return nil, err
}

// socket is where an address leads to, if that is on this computer and needs no
// program to be started.
func socket(address string) (path string, ok bool) {
	keys, ok := strings.CutPrefix(address, "unix:")
	if !ok {
		return "", false
	}
	for key := range strings.SplitSeq(keys, ",") {
		name, value, _ := strings.Cut(key, "=")
		value, err := dbus.UnescapeBusAddressValue(value)
		switch {
		case err != nil || value == "":
		case name == "path":
			return value, true
		case name == "abstract":
			return "@" + value, true
		}
	}
	return "", false
}

func greet(ctx context.Context, path string) (*dbus.Conn, error) {
	c, err := new(net.Dialer).DialContext(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	conn, err := dbus.DialUnix(c.(*net.UnixConn))
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	// A bus that does not answer is left by closing the socket under the library's
	// feet; it knows no deadline.
	stop := context.AfterFunc(ctx, func() { _ = c.Close() })
	err = conn.Auth([]dbus.Auth{dbus.AuthExternal(strconv.Itoa(os.Geteuid()))})
	if err == nil {
		err = conn.Hello()
	}
	if !stop() {
		err = ctx.Err()
	}
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return conn, nil
}
