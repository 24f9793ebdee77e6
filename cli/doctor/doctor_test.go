package doctor

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"catcow/awake"
	"catcow/config"
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
		{"TERM=xterm-kitty", 80, 24, auto, "figure", OK, pixelsText},
		{"TERM=xterm-256color TERM_PROGRAM=ghostty", 80, 24, auto, "figure", OK, pixelsText},
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
