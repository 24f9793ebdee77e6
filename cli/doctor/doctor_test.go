package doctor

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/adrg/xdg"

	"catcow/awake"
	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/preference"
	"catcow/sound"
	"catcow/tui/pixels"
)

func TestTerminal(t *testing.T) {
	auto := config.Config{Screen: config.Screen{Glyphs: "auto"}, Figure: config.Figure{Mode: "auto", Pixels: "auto"}}
	never := auto
	never.Figure.Pixels = "never"
	ascii := auto
	ascii.Screen.Glyphs = "ascii"
	unicode := auto
	unicode.Screen.Glyphs = "unicode"
	for _, c := range []struct {
		environ       string
		width, height int
		cfg           config.Config
		what          string
		state         State
		found         string
	}{
		{"", 80, 24, auto, "terminal", OK, "80 by 24"},
		{"", 40, 12, auto, "terminal", OK, "40 by 12"},
		{"", 39, 24, auto, "terminal", Note, "39 by 24"},
		{"", 80, 11, auto, "terminal", Note, "80 by 11"},
		{"TERM=dumb", 80, 24, auto, "terminal", Note, noScreenText},
		{"NO_COLOR=1", 80, 24, auto, "colours", OK, noColorSetText},
		{"TERM=xterm", 80, 24, auto, "letters", OK, unicodeText},
		{"LANG=de_DE.UTF-8", 80, 24, auto, "letters", OK, unicodeText},
		{"LANG=de_DE.utf8 LC_CTYPE=C", 80, 24, auto, "letters", Note, `ASCII only, as LC_CTYPE is "C"`},
		{"LANG=C LC_ALL=en_GB.UTF-8", 80, 24, auto, "letters", OK, unicodeText},
		{"LANG=C", 80, 24, unicode, "letters", OK, unicodeText},
		{"LANG=en_GB.UTF-8", 80, 24, ascii, "letters", OK, asciiSetText},
		{"TERM=xterm-256color", 80, 24, auto, "figure", OK, cellsText},
		{"TERM=xterm-kitty TMUX=/tmp/x", 80, 24, auto, "figure", OK, cellsBetweenText},
		{"TERM=xterm-kitty SSH_TTY=/dev/pts/1", 80, 24, auto, "figure", OK, cellsFarText},
		{"TERM=xterm-kitty", 80, 24, never, "figure", OK, cellsSetText},
	} {
		environ := strings.Fields(c.environ)
		o := Options{
			Terminal: !slices.Contains(environ, "TERM=dumb"), Width: c.width, Height: c.height,
			Environ: environ, Stdout: &bytes.Buffer{}, Config: c.cfg,
		}
		found := false
		for _, f := range o.terminal() {
			if f.What != c.what {
				continue
			}
			found = true
			if f.State != c.state || f.Found != c.found {
				t.Errorf("%q at %d by %d: %s is %s, %q; want %s, %q", c.environ, c.width, c.height, f.What, f.State, f.Found, c.state, c.found)
			}
			if f.State != OK && f.Todo == "" {
				t.Errorf("%q: nothing to do about %q", c.environ, f.Found)
			}
		}
		if !found {
			t.Errorf("%q: nothing about %s", c.environ, c.what)
		}
	}
}

// The settings win over the system.
func TestMotionFinding(t *testing.T) {
	animated, still := preference.Motion{From: "here"}, preference.Motion{Reduced: true, From: "here"}
	for _, c := range []struct {
		setting     string
		system      preference.Motion
		found, todo string
	}{
		{"auto", preference.Motion{}, movesText, stillText},
		{"auto", animated, movesWantedText + " (here)", ""},
		{"auto", still, staysStillText + " (here)", movesAnywayText},
		{"full", still, movesSetText, ""},
		{"reduced", animated, staysStillSetText, ""},
	} {
		if f := motionFinding(config.Screen{Motion: c.setting}, c.system); f.State != OK || f.Found != c.found || f.Todo != c.todo {
			t.Errorf("%s, %+v: %+v", c.setting, c.system, f)
		}
	}
}

func TestPicturesFinding(t *testing.T) {
	o := Options{Config: config.Config{Figure: config.Figure{Mode: "auto", Pixels: "auto"}}}
	for protocol, want := range map[pixels.Protocol]string{
		pixels.Cells: cellsText, pixels.Sixel: "drawn as a picture, in Sixel", pixels.Kitty: "drawn as a picture, in kitty's protocol",
		pixels.Placeholders: "drawn as a picture, in kitty's protocol",
	} {
		o.Pictures = protocol
		if f := o.pictures(); f.Found != want {
			t.Errorf("%v: %q, want %q", protocol, f.Found, want)
		}
	}
}

// One way is enough; without any, what to do about the best of them is said.
func TestDisplayFinding(t *testing.T) {
	works, not := awake.Way{Name: "one", Works: true, Why: "there"}, awake.Way{Name: "two", Why: "not there", Todo: "install it"}
	for _, c := range []struct {
		ways  []awake.Way
		state State
		todo  string
	}{
		{nil, Note, sleepOffText},
		{[]awake.Way{not}, Note, "install it"},
		{[]awake.Way{works}, OK, ""},
		{[]awake.Way{not, works}, OK, ""},
		{[]awake.Way{works, not}, OK, ""},
	} {
		f := displayFinding(c.ways)
		if f.State != c.state || f.Todo != c.todo || len(f.Ways) != len(c.ways) {
			t.Errorf("%v: %+v; want %s, %q", c.ways, f, c.state, c.todo)
		}
	}
	if f := display(t.Context(), config.Screen{}); f.State != OK || f.Found != maySleepText || len(f.Ways) > 0 {
		t.Errorf("not wanted: %+v", f)
	}
}

// Nothing is there yet, and then all of it is there and wrong.
func TestExamine(t *testing.T) {
	mute(t)
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, t.TempDir())
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	o := Options{
		Version: "v0", Stdout: &bytes.Buffer{}, LogFolder: filepath.Join(xdg.DataHome, "catcow"), Now: time.Now,
		Roots: []content.Root{content.Builtin()},
	}
	state := func(what string) State {
		t.Helper()
		for _, f := range Examine(t.Context(), o) {
			if f.Ways == nil {
				t.Errorf("%s: ways would be null in JSON", f.What)
			}
			if f.What == what {
				return f.State
			}
		}
		return ""
	}
	for what, want := range map[string]State{
		"catcow": OK, "terminal": Note, "letters": OK, "sound": Note, "voice": Note, "heard": Note,
		"settings": OK, "your own": OK, "memory": OK, "log": OK, "display": OK,
	} {
		if got := state(what); got != want {
			t.Errorf("%s is %q, want %q", what, got, want)
		}
	}
	if _, err := os.Stat(o.LogFolder); err == nil {
		t.Error("a log was made")
	}

	o.Silent, o.ConfigErr, o.StateErr = true, errors.New("config.toml:1: is wrong"), errors.New("cannot be read")
	o.Roots = append(o.Roots, content.Root{FS: fstest.MapFS{"poses/odd.toml": {Data: []byte("odd")}}})
	if err := errors.Join(os.Mkdir(o.LogFolder, 0o700), os.Mkdir(filepath.Join(o.LogFolder, "history.db"), 0o700)); err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]State{"heard": "", "settings": Mend, "your own": Note, "memory": Note, "log": Mend} {
		if got := state(what); got != want {
			t.Errorf("%s is %q, want %q", what, got, want)
		}
	}
	if err := os.Remove(filepath.Join(o.LogFolder, "history.db")); err != nil {
		t.Fatal(err)
	}
	log, err := history.Open(t.Context(), o.LogFolder, time.Now)
	if err := errors.Join(err, log.Close(t.Context())); err != nil {
		t.Fatal(err)
	}
	if got := state("log"); got != OK {
		t.Errorf("a good log is %q", got)
	}
}

func TestColours(t *testing.T) {
	for environ, want := range map[string]string{
		"TERM=xterm-256color TTY_FORCE=1": colours256Text, "TERM=xterm COLORTERM=truecolor TTY_FORCE=1": allColoursText,
		"TERM=xterm TTY_FORCE=1": colours16Text, "TERM=xterm": noColoursText,
	} {
		o := Options{Terminal: true, Environ: strings.Fields(environ), Stdout: &bytes.Buffer{}}
		if f := o.colours(); f.Found != want {
			t.Errorf("%s: %q, want %q", environ, f.Found, want)
		}
	}
}

func TestPlayerFinding(t *testing.T) {
	works, not := sound.Found{Name: "pulse", Works: true}, sound.Found{Name: "alsa", Why: "not there"}
	for _, c := range []struct {
		devices  []sound.Found
		used     string
		settings sound.Settings
		state    State
		todo     string
	}{
		{nil, "", sound.Settings{Volume: 1}, Note, sound.DeviceHint()},
		{[]sound.Found{not}, "", sound.Settings{Volume: 1}, Note, sound.DeviceHint()},
		{[]sound.Found{not, works}, "pulse", sound.Settings{Volume: 1}, OK, ""},
		{[]sound.Found{works}, "pulse", sound.Settings{}, OK, volumeText},
		{[]sound.Found{works}, "pulse", sound.Settings{Muted: true}, OK, mutedText},
	} {
		r := sound.Report{Devices: c.devices, State: sound.State{Device: c.used}}
		if f := playerFinding(r, c.settings); f.State != c.state || f.Todo != c.todo || len(f.Ways) != len(c.devices) {
			t.Errorf("%v: %+v; want %s, %q", c.devices, f, c.state, c.todo)
		}
	}
}

func TestBytesText(t *testing.T) {
	for n, want := range map[int64]string{0: "0 kB", 1: "1 kB", 1000: "1 kB", 999_999: "1000 kB", 1_500_000: "1.5 MB"} {
		if got := bytesText(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
