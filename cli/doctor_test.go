package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"catcow/awake"
	"catcow/config"
)

func TestLookAtTerminal(t *testing.T) {
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
		state         state
		found         string
	}{
		{"", 80, 24, auto, "terminal", good, "80 by 24"},
		{"", 40, 12, auto, "terminal", good, "40 by 12"},
		{"", 39, 24, auto, "terminal", note, "39 by 24"},
		{"", 80, 11, auto, "terminal", note, "80 by 11"},
		{"TERM=dumb", 80, 24, auto, "terminal", note, noScreenText},
		{"NO_COLOR=1", 80, 24, auto, "colours", good, noColorSetText},
		{"TERM=xterm", 80, 24, auto, "letters", good, unicodeText},
		{"LANG=de_DE.UTF-8", 80, 24, auto, "letters", good, unicodeText},
		{"LANG=de_DE.utf8 LC_CTYPE=C", 80, 24, auto, "letters", note, `ASCII only, as LC_CTYPE is "C"`},
		{"LANG=C LC_ALL=en_GB.UTF-8", 80, 24, auto, "letters", good, unicodeText},
		{"LANG=C", 80, 24, unicode, "letters", good, unicodeText},
		{"LANG=en_GB.UTF-8", 80, 24, ascii, "letters", good, asciiSetText},
		{"TERM=xterm-kitty", 80, 24, auto, "figure", good, pixelsText},
		{"TERM=xterm-256color TERM_PROGRAM=ghostty", 80, 24, auto, "figure", good, pixelsText},
		{"TERM=xterm-256color", 80, 24, auto, "figure", good, cellsText},
		{"TERM=xterm-kitty TMUX=/tmp/x", 80, 24, auto, "figure", good, cellsBetweenText},
		{"TERM=xterm-kitty SSH_TTY=/dev/pts/1", 80, 24, auto, "figure", good, cellsFarText},
		{"TERM=xterm-kitty", 80, 24, never, "figure", good, cellsSetText},
	} {
		a := &app{Program: Program{Terminal: true, Width: c.width, Height: c.height, Environ: strings.Fields(c.environ), Stdout: &bytes.Buffer{}}}
		found := false
		for _, f := range a.lookAtTerminal(c.cfg) {
			if f.what != c.what {
				continue
			}
			found = true
			if f.state != c.state || f.found != c.found {
				t.Errorf("%q at %d by %d: %s is %s, %q; want %s, %q", c.environ, c.width, c.height, f.what, f.state, f.found, c.state, c.found)
			}
			if f.state != good && f.todo == "" {
				t.Errorf("%q: nothing to do about %q", c.environ, f.found)
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
		state state
		todo  string
	}{
		{nil, note, sleepOffText},
		{[]awake.Way{not}, note, "install it"},
		{[]awake.Way{works}, good, ""},
		{[]awake.Way{not, works}, good, ""},
		{[]awake.Way{works, not}, good, ""},
	} {
		f := displayFinding(c.ways)
		if f.state != c.state || f.todo != c.todo || len(f.ways) != len(c.ways) {
			t.Errorf("%v: %+v; want %s, %q", c.ways, f, c.state, c.todo)
		}
	}
	if f := lookAtAwake(t.Context(), config.Screen{}); f.state != good || f.found != maySleepText || len(f.ways) > 0 {
		t.Errorf("not wanted: %+v", f)
	}
}

func TestFindingsFitTheTerminal(t *testing.T) {
	all := []finding{
		{what: "settings", state: mend, found: "/home/a/very/long/path/that/goes/on/and/on/config.toml", todo: "config.toml:2: session.pace: is wrong\x1b"},
		{what: "voice", state: note, found: noVoiceText, ways: []way{{"piper", false, "no program piper is installed"}, {"espeak-ng", true, "1.51"}}},
	}
	for _, width := range []int{0, 30, 50, 80, 200} {
		var out bytes.Buffer
		a := &app{Program: Program{Width: width}, out: bufio.NewWriter(&out)}
		if err := a.printFindings(all, false); err != nil {
			t.Fatal(err)
		}
		if err := a.out.Flush(); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\x1b") {
			t.Errorf("%d columns: an escape: %q", width, out.String())
		}
		for _, word := range []string{"settings", "mend", "session.pace", "voice", "note", "works", "1.51"} {
			if !strings.Contains(out.String(), word) {
				t.Errorf("%d columns: no %q in\n%s", width, word, out.String())
			}
		}
		for line := range strings.SplitSeq(out.String(), "\n") {
			if w := ansi.StringWidth(line); w > max(width, page) || width > 0 && w > width {
				t.Errorf("%d columns: %d cells: %q", width, w, line)
			}
		}
	}
}

func TestFindingsAsJSON(t *testing.T) {
	var out bytes.Buffer
	a := &app{out: bufio.NewWriter(&out)}
	if err := a.printFindings([]finding{{what: "sound", state: note, found: "x", todo: "y", ways: []way{{"pulse", false, "z"}}}, {what: "log", state: good}}, true); err != nil {
		t.Fatal(err)
	}
	if err := a.out.Flush(); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	const want = `[{"what":"sound","state":"note","found":"x","todo":"y","ways":[{"name":"pulse","works":false,"why":"z"}]},` +
		`{"what":"log","state":"ok","found":"","todo":"","ways":[]}]`
	if compact.String() != want {
		t.Errorf("%s\nwant %s", compact.String(), want)
	}
}
