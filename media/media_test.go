//go:build linux || freebsd || openbsd || netbsd

package media

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"catcow/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// clock is a time that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// desktop is a bus of our own, and who listens on it to a player.
type desktop struct {
	*clock

	t        *testing.T
	conn     *dbus.Conn
	player   *Control
	commands chan Command
	signals  chan *dbus.Signal
}

func newDesktop(t *testing.T) *desktop {
	t.Helper()
	daemon(t)
	d := &desktop{t: t, clock: &clock{now: time.Unix(1000, 0)}, commands: make(chan Command, 9), signals: make(chan *dbus.Signal, 99)}
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	d.conn = conn
	t.Cleanup(func() { _ = conn.Close() })
	for _, face := range []string{propsFace, playerFace} {
		if err := conn.AddMatchSignal(dbus.WithMatchInterface(face)); err != nil {
			t.Fatal(err)
		}
	}
	conn.Signal(d.signals)
	d.player = d.open()
	return d
}

// daemon starts the bus of the session.
func daemon(t *testing.T) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", bustest.Start(t))
}

func (d *desktop) open() *Control {
	d.t.Helper()
	c, err := Open(d.t.Context(), d.Now, func(c Command) { d.commands <- c })
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(c.Close)
	return c
}

// next is a value that a channel gives soon.
func next[T any](t *testing.T, what string, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(5 * time.Second):
		t.Fatal(what + ": not within 5 s")
		panic("not reached")
	}
}

// get is a property of the player, as others read it.
func (d *desktop) get(name string) any {
	d.t.Helper()
	v, err := d.conn.Object(busName, objectPath).GetProperty(playerFace + "." + name)
	if err != nil {
		d.t.Fatal(err)
	}
	return v.Value()
}

func twist() State {
	return State{
		Status: Playing, Title: "Supine Twist", Album: "Lower Back",
		Length: 20 * time.Minute, Position: 5 * time.Minute, CanGoNext: true, CanGoPrevious: true,
	}
}

// A headset has one key or a few; each becomes a call of a method.
func TestKeysAreHandled(t *testing.T) {
	d := newDesktop(t)
	for method, want := range map[string]Command{
		"PlayPause": PlayPause, "Play": Play, "Pause": Pause, "Next": Next, "Previous": Previous, "Stop": Stop,
	} {
		if err := d.conn.Object(busName, objectPath).Call(playerFace+"."+method, 0).Err; err != nil {
			t.Errorf("%s: %v", method, err)
			continue
		}
		if got := next(t, method, d.commands); got != want {
			t.Errorf("%s: %v, want %v", method, got, want)
		}
	}
	for _, method := range []string{"Raise", "Quit"} {
		if err := d.conn.Object(busName, objectPath).Call(rootFace+"."+method, 0).Err; err != nil {
			t.Errorf("%s: %v", method, err)
		}
	}
}

func TestPropertiesTellOfTheSession(t *testing.T) {
	d := newDesktop(t)
	if got := d.get("PlaybackStatus"); got != "Stopped" {
		t.Errorf("before a session: %v", got)
	}
	if got := d.get("CanPlay"); got != false {
		t.Error("before a session: it can be played")
	}
	d.player.Update(twist())
	d.pass(90 * time.Second)
	for name, want := range map[string]any{
		"PlaybackStatus": "Playing", "Position": int64(390_000_000), "CanGoNext": true, "CanGoPrevious": true,
		"CanPause": true, "CanControl": true, "CanSeek": false, "Rate": 1.0,
	} {
		if got := d.get(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	track := d.get("Metadata").(map[string]dbus.Variant)
	for name, want := range map[string]string{
		"xesam:title": `"Supine Twist"`, "xesam:album": `"Lower Back"`, "xesam:artist": `["catcow"]`,
		"mpris:length": "@x 1200000000", "mpris:trackid": `@o "/org/catcow/session"`,
	} {
		if got := track[name].String(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	d.pass(time.Hour)
	if got := d.get("Position"); got != int64(1_200_000_000) {
		t.Errorf("after its end: %v", got)
	}
	var program map[string]dbus.Variant
	err := d.conn.Object(busName, objectPath).Call(propsFace+".GetAll", 0, rootFace).Store(&program)
	if err != nil || program["Identity"].Value() != "catcow" {
		t.Errorf("%v, %v", program, err)
	}
	object := d.conn.Object(busName, objectPath)
	for what, err := range map[string]error{
		"a property that is none":    object.Call(propsFace+".Get", 0, playerFace, "Colour").Err,
		"an interface that is none":  object.Call(propsFace+".Get", 0, "org.nobody", "Rate").Err,
		"all of one that is none":    object.Call(propsFace+".GetAll", 0, "org.nobody").Err,
		"a property that is changed": object.SetProperty(playerFace+".Volume", dbus.MakeVariant(0.5)),
	} {
		if err == nil {
			t.Errorf("%s: no error", what)
		}
	}
}

// The desktop is told what changed and nothing else, and of a jump.
func TestChangesAreSignalled(t *testing.T) {
	d := newDesktop(t)
	s := twist()
	d.player.Update(s)
	changed := func() []string {
		t.Helper()
		signal := next(t, "a change", d.signals)
		if signal.Name != propsFace+".PropertiesChanged" || signal.Body[0] != playerFace {
			t.Fatalf("%v", signal)
		}
		var names []string
		for name := range signal.Body[1].(map[string]dbus.Variant) {
			names = append(names, name)
		}
		slices.Sort(names)
		return names
	}
	want := []string{"CanGoNext", "CanGoPrevious", "CanPause", "CanPlay", "Metadata", "PlaybackStatus"}
	if got := changed(); !slices.Equal(got, want) {
		t.Errorf("it begins: %v, want %v", got, want)
	}
	if signal := next(t, "the place where it begins", d.signals); signal.Name != playerFace+".Seeked" || signal.Body[0] != int64(300_000_000) {
		t.Errorf("%v", signal)
	}
	d.pass(10 * time.Second)
	s.Position += 10 * time.Second
	d.player.Update(s) // as it would be by itself
	s.Status = Paused
	d.player.Update(s)
	if got := changed(); !slices.Equal(got, []string{"PlaybackStatus"}) {
		t.Errorf("it is paused: %v", got)
	}
	d.pass(time.Hour)
	s.Title, s.Position, s.CanGoNext = "Rest", s.Position+30*time.Second, false
	d.player.Update(s)
	if got := changed(); !slices.Equal(got, []string{"CanGoNext", "Metadata"}) {
		t.Errorf("the last pose: %v", got)
	}
	if signal := next(t, "a jump", d.signals); signal.Name != playerFace+".Seeked" {
		t.Errorf("%v", signal)
	}
	select {
	case signal := <-d.signals:
		t.Errorf("one signal too many: %v", signal)
	default:
	}
}

// The name is free again at the end, and a second copy takes one beside it.
func TestName(t *testing.T) {
	d := newDesktop(t)
	owned := func(name string) bool {
		var has bool
		if err := d.conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, name).Store(&has); err != nil {
			t.Fatal(err)
		}
		return has
	}
	second := d.open()
	other := fmt.Sprintf("%s.instance%d", busName, os.Getpid())
	if !owned(busName) || !owned(other) {
		t.Error("two copies have not two names")
	}
	if _, err := Open(t.Context(), d.Now, nil); err == nil {
		t.Error("a third name is found")
	}
	second.Close()
	d.player.Close()
	d.player.Close()
	d.player.Update(twist()) // nobody is told, and nothing happens
	for end := time.Now().Add(5 * time.Second); owned(busName) || owned(other); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the names are still taken")
		}
	}
}

func TestNoBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	c, err := Open(t.Context(), time.Now, nil)
	if err == nil || c != nil {
		t.Errorf("%v, %v", c, err)
	}
}

// playerctl does what a desktop does.
func TestPlayerctl(t *testing.T) {
	if _, err := exec.LookPath("playerctl"); err != nil {
		t.Skip("playerctl is not installed")
	}
	d := newDesktop(t)
	d.player.Update(twist())
	run := func(args ...string) string {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		out, err := exec.CommandContext(ctx, "playerctl", append([]string{"--player=catcow"}, args...)...).CombinedOutput()
		if err != nil {
			t.Errorf("playerctl %v: %v: %s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	if got := run("status"); got != "Playing" {
		t.Errorf("status %q", got)
	}
	if got := run("metadata", "--format", "{{title}}, {{album}}, {{duration(mpris:length)}}"); got != "Supine Twist, Lower Back, 20:00" {
		t.Errorf("metadata %q", got)
	}
	if got := run("position"); !strings.HasPrefix(got, "300.") {
		t.Errorf("position %q", got)
	}
	for arg, want := range map[string]Command{"play-pause": PlayPause, "next": Next, "previous": Previous, "pause": Pause} {
		run(arg)
		if got := next(t, arg, d.commands); got != want {
			t.Errorf("%s: %v, want %v", arg, got, want)
		}
	}
}
