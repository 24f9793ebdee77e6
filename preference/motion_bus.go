//go:build linux || freebsd || openbsd || netbsd

package preference

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"

	"catcow/bus"
)

// setting is where a desktop keeps what is wanted of motion, and how it says that
// there should be little.
type setting struct {
	namespace, key string
	reduced        func(value any) bool
}

// settings is those that the portal passes on, the one made for it first.
func settings() []setting {
	return []setting{
		{"org.freedesktop.appearance", "reduced-motion", func(v any) bool { return v == uint32(1) }},
		{"org.gnome.desktop.interface", "enable-animations", func(v any) bool { return v == false }},
		{"org.kde.kdeglobals.KDE", "AnimationDurationFactor", isZero},
	}
}

func (s setting) String() string { return s.namespace + " " + s.key }

// isZero is whether a number is 0, which KDE keeps as text.
func isZero(value any) bool {
	text, _ := value.(string)
	factor, err := strconv.ParseFloat(text, 64)
	return err == nil && factor == 0
}

// readMotion asks the portal. Any of the settings is enough: a desktop fills in only
// its own, and the others are as they come.
func readMotion(ctx context.Context) Motion {
	conn, err := bus.Session(ctx)
	if err != nil {
		return gnome(ctx)
	}
	defer func() { _ = conn.Close() }()
	portal := conn.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	var m Motion
	for _, s := range settings() {
		// Read is deprecated for ReadOne, which older portals have not. A portal that
		// does not run is not started.
		var value dbus.Variant
		call := portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", dbus.FlagNoAutoStart, s.namespace, s.key)
		if call.Store(&value) != nil {
			continue
		}
		inner, ok := value.Value().(dbus.Variant) // Read wraps it twice
		for ; ok; inner, ok = value.Value().(dbus.Variant) {
			value = inner
		}
		switch {
		case s.reduced(value.Value()):
			return Motion{Reduced: true, From: s.String()}
		case m.From == "":
			m.From = s.String()
		}
	}
	if m.From == "" {
		return gnome(ctx)
	}
	return m
}

// gnome asks GNOME's own settings, where there is a screen that they may be about.
func gnome(ctx context.Context) Motion {
	if os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY") == "" {
		return Motion{}
	}
	s := settings()[1]
	cmd := exec.CommandContext(ctx, "gsettings", "get", s.namespace, s.key)
	cmd.WaitDelay = mostAsking / 10
	out, err := cmd.Output()
	if err != nil {
		return Motion{}
	}
	return Motion{Reduced: strings.TrimSpace(string(out)) == "false", From: s.String()}
}
