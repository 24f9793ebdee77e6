//go:build linux || freebsd || openbsd || netbsd

package media

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"

	"catcow/bus"
)

// The names of MPRIS, version 2.2.
const (
	busName     = "org.mpris.MediaPlayer2.catcow"
	objectPath  = dbus.ObjectPath("/org/mpris/MediaPlayer2")
	rootFace    = "org.mpris.MediaPlayer2"
	playerFace  = rootFace + ".Player"
	propsFace   = "org.freedesktop.DBus.Properties"
	sessionPath = dbus.ObjectPath("/org/catcow/session")
)

// jump is how far the position may be from where it would be by itself before the
// desktop is told.
const jump = time.Second

// Control is a player that the desktop knows. Its methods may be called from any
// goroutine; none of them waits for anybody but the bus.
type Control struct {
	conn   *dbus.Conn
	now    func() time.Time
	handle func(Command)

	mu    sync.Mutex
	state State
	since time.Time // when state was given
}

// Open makes a session known to the desktop: nothing is on until the first
// [Control.Update]. Each key calls handle, from another goroutine. Without a bus,
// or with one that does not answer before ctx ends, there is an error and no
// Control. now is the clock.
func Open(ctx context.Context, now func() time.Time, handle func(Command)) (*Control, error) {
	conn, err := bus.Session(ctx)
	if err != nil {
		return nil, err
	}
	c := &Control{conn: conn, now: now, handle: handle, since: now()}
	if err := c.export(); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return c, nil
}

// export puts the player on the bus. A second one has its process in its name, as
// the standard wants it.
func (c *Control) export() error {
	for face, object := range map[string]any{rootFace: root{}, playerFace: player{c}, propsFace: properties{c}} {
		if err := c.conn.Export(object, objectPath, face); err != nil {
			return err
		}
	}
	for _, name := range []string{busName, fmt.Sprintf("%s.instance%d", busName, os.Getpid())} {
		reply, err := c.conn.RequestName(name, dbus.NameFlagDoNotQueue)
		if err != nil || reply == dbus.RequestNameReplyPrimaryOwner {
			return err
		}
	}
	return errors.New("the names of the player are taken")
}

// Update says how the session is now. The desktop is told what has changed, and
// that the position has, where it is not where it would be by itself.
func (c *Control) Update(s State) {
	c.mu.Lock()
	before, position := c.playing(), c.position()
	c.state, c.since = s, c.now()
	after := c.playing()
	c.mu.Unlock()
	changed := map[string]dbus.Variant{}
	for name, value := range after {
		if name != "Position" && value.String() != before[name].String() {
			changed[name] = value
		}
	}
	// An error is that of a bus that is gone, which nobody can do anything about.
	if len(changed) > 0 {
		_ = c.conn.Emit(objectPath, propsFace+".PropertiesChanged", playerFace, changed, []string{})
	}
	if moved := (s.Position - position).Abs(); moved > jump {
		_ = c.conn.Emit(objectPath, playerFace+".Seeked", s.Position.Microseconds())
	}
}

// Close takes the player off the bus.
func (c *Control) Close() {
	_ = c.conn.Close() // and with it its name
}

// position is where the session is by now. It is called with mu held.
func (c *Control) position() time.Duration {
	if c.state.Status != Playing {
		return c.state.Position
	}
	return min(c.state.Position+c.now().Sub(c.since), max(c.state.Length, c.state.Position))
}

// playing is the properties of the player. It is called with mu held.
func (c *Control) playing() map[string]dbus.Variant {
	s := c.state
	track := map[string]dbus.Variant{"mpris:trackid": dbus.MakeVariant(sessionPath)}
	if s.Status != Stopped {
		track["mpris:length"] = dbus.MakeVariant(s.Length.Microseconds())
		track["xesam:title"] = dbus.MakeVariant(s.Title)
		track["xesam:album"] = dbus.MakeVariant(s.Album)
		track["xesam:artist"] = dbus.MakeVariant([]string{"catcow"})
	}
	on := s.Status != Stopped
	return variants(map[string]any{
		"PlaybackStatus": s.Status.mpris(),
		"Metadata":       track,
		"Position":       c.position().Microseconds(),
		"Rate":           1.0,
		"MinimumRate":    1.0,
		"MaximumRate":    1.0,
		"Volume":         1.0,
		"CanControl":     true,
		"CanPlay":        on,
		"CanPause":       on,
		"CanGoNext":      on && s.CanGoNext,
		"CanGoPrevious":  on && s.CanGoPrevious,
		"CanSeek":        false,
	})
}

// about is the properties of the program.
func about() map[string]dbus.Variant {
	return variants(map[string]any{
		"Identity":            "catcow",
		"CanQuit":             false,
		"CanRaise":            false,
		"HasTrackList":        false,
		"SupportedUriSchemes": []string{},
		"SupportedMimeTypes":  []string{},
	})
}

func variants(values map[string]any) map[string]dbus.Variant {
	out := make(map[string]dbus.Variant, len(values))
	for name, value := range values {
		out[name] = dbus.MakeVariant(value)
	}
	return out
}

func (s Status) mpris() string {
	switch s {
	case Playing:
		return "Playing"
	case Paused:
		return "Paused"
	case Stopped:
	}
	return "Stopped"
}

// root is the methods of the program: it can be neither raised nor quit from afar.
type root struct{}

// Raise does nothing.
func (root) Raise() *dbus.Error { return nil }

// Quit does nothing.
func (root) Quit() *dbus.Error { return nil }

// player is the methods of the player.
type player struct{ c *Control }

func (p player) command(c Command) *dbus.Error {
	p.c.handle(c)
	return nil
}

// PlayPause is the one key of most headsets.
func (p player) PlayPause() *dbus.Error { return p.command(PlayPause) }

// Play goes on.
func (p player) Play() *dbus.Error { return p.command(Play) }

// Pause stops time.
func (p player) Pause() *dbus.Error { return p.command(Pause) }

// Next is the next stage.
func (p player) Next() *dbus.Error { return p.command(Next) }

// Previous is the stage before.
func (p player) Previous() *dbus.Error { return p.command(Previous) }

// Stop ends it.
func (p player) Stop() *dbus.Error { return p.command(Stop) }

// properties is how others read them.
type properties struct{ c *Control }

func (p properties) of(face string) (map[string]dbus.Variant, *dbus.Error) {
	switch face {
	case rootFace:
		return about(), nil
	case playerFace:
		p.c.mu.Lock()
		defer p.c.mu.Unlock()
		return p.c.playing(), nil
	}
	return nil, dbus.NewError("org.freedesktop.DBus.Error.UnknownInterface", []any{"no interface " + face})
}

// Get reads one.
func (p properties) Get(face, name string) (dbus.Variant, *dbus.Error) {
	all, err := p.of(face)
	if err != nil {
		return dbus.Variant{}, err
	}
	value, ok := all[name]
	if !ok {
		return value, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", []any{"no property " + name})
	}
	return value, nil
}

// GetAll reads all of an interface.
func (p properties) GetAll(face string) (map[string]dbus.Variant, *dbus.Error) { return p.of(face) }

// Set refuses: all that can be changed is changed by commands.
func (p properties) Set(face, name string, _ dbus.Variant) *dbus.Error {
	return dbus.NewError("org.freedesktop.DBus.Error.PropertyReadOnly", []any{face + "." + name + " can only be read"})
}
