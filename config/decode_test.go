package config_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"catcow/config"
	"catcow/decode"
)

// userFile is the name of the user's file in these tests.
const userFile = "/home/u/config.toml"

func defaults(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("../config.toml")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func read(tb testing.TB, user string, environ ...string) (config.Config, error) {
	tb.Helper()
	return config.Decode(defaults(tb), userFile, []byte(user), environ)
}

func seconds(s float64) time.Duration {
	return time.Duration(s * float64(time.Second))
}

// builtIn is what config.toml says: there, and nowhere else, is what a setting is by
// default.
func builtIn(tb testing.TB) config.Config {
	tb.Helper()
	c, err := config.Decode(defaults(tb), "", nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestDecode_TakesTheDefaultsFromTheirFile(t *testing.T) {
	text := strings.NewReplacer("pace = 140", "pace = 139", `theme = "auto"`, `theme = "light"`, "switch = true", "switch = false",
		`even = { in = "5.5s"`, `even = { in = "5.4s"`, `"wall", "block"`, `"block"`).Replace(defaults(t))
	got, err := config.Decode(text, userFile, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := builtIn(t)
	want.Session.Pace, want.Screen.Theme, want.Chime.Switch = 139, "light", false
	want.Breath.Patterns["even"] = config.Phases{In: seconds(5.4), Out: seconds(5.5)}
	want.Profile.Props = []string{"chair", "block", "bolster"}
	same(t, got, want)
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name    string
		user    string
		environ []string
		change  func(c *config.Config) // what differs from the defaults
	}{
		{name: "no file keeps the defaults"},
		{name: "a file of comments keeps the defaults", user: "# nothing yet\n"},
		{name: "an empty table keeps the defaults", user: "[session]\n[breath.patterns]\n"},
		{name: "a byte order mark is no mistake", user: "\ufeff[screen]\r\ntheme = \"dark\"\r\n", change: func(c *config.Config) {
			c.Screen.Theme = "dark"
		}},
		{name: "a setting of the file changes only itself", user: "[session]\npace = 110\n", change: func(c *config.Config) {
			c.Session.Pace = 110
		}},
		{name: "settings of every table and kind can be set", user: `
			session = { level = 0.75, first_side = "left", pace = 80, moment = "1.5s", advance = "manual", check_in = false }
			breath.pattern = "short"
			[voice]
			say = "names"
			engine = "piper"
			command = ["espeak-ng", "--stdin", "-s", "120"]
			piper = ["python3", "-m", "piper"]
			model = "/voices/en.onnx"
			name = "en-gb"
			rate = 80
			volume = 0
			seconds = true
			[chime]
			get_ready = false
			start = false
			switch = false
			halfway = false
			end = false
			all_done = false
			volume = 1
			breath = true
			breath_volume = 0.125
			[screen]
			theme = "light"
			glyphs = "ascii"
			motion = "reduced"
			plain = true
			flash = true
			awake = false
			close = true
			[figure]
			mode = "sextant"
			pixels = "never"
			[profile]
			avoid = ["sore-knees", "worse-when-arching"]
			regions = ["neck", "lower-back"]
			props = []
			[goal]
			sessions = 14
			minutes = 5
			[content]
			hide = ["cobra"]
			[history]
			sync = "/carried"
			[hooks]
			start = ["lights", "off"]
			stage = []
			end = ["lights"]`, change: func(c *config.Config) {
			s, v, chime, screen := &c.Session, &c.Voice, &c.Chime, &c.Screen
			s.Level, s.FirstSide, s.Pace = config.Level{Value: 0.75}, "left", 80
			s.Moment, s.Advance, s.CheckIn = seconds(1.5), "manual", false
			c.Breath.Pattern = "short"
			v.Say, v.Engine, v.Command = "names", "piper", []string{"espeak-ng", "--stdin", "-s", "120"}
			v.Piper, v.Model, v.Name = []string{"python3", "-m", "piper"}, "/voices/en.onnx", "en-gb"
			v.Rate, v.Volume, v.Seconds = 80, 0, true
			chime.GetReady, chime.Start, chime.Switch, chime.Halfway, chime.End, chime.AllDone = false, false, false, false, false, false
			chime.Volume, chime.Breath, chime.BreathVolume = 1, true, 0.125
			screen.Theme, screen.Glyphs, screen.Motion = "light", "ascii", "reduced"
			screen.Plain, screen.Flash, screen.Awake, screen.Close = true, true, false, true
			c.Figure.Mode, c.Figure.Pixels = "sextant", "never"
			c.Profile = config.Profile{Avoid: []string{"sore-knees", "worse-when-arching"}, Set: true, Regions: []string{"neck", "lower-back"}, Props: []string{}}
			c.Goal.Sessions, c.Goal.Minutes = 14, 5
			c.Content = config.Content{Hide: []string{"cobra"}, HideAt: decode.Problem{File: "/home/u/config.toml", Line: 43, Key: "content.hide"}}
			c.History.Sync = "/carried"
			c.Hooks.Start, c.Hooks.End = []string{"lights", "off"}, []string{"lights"}
		}},
		{name: "a level may be a whole number", user: "session.level = 1", change: func(c *config.Config) {
			c.Session.Level = config.Level{Value: 1}
		}},
		{name: "a level may be left to catcow", user: "session.level = 0.5", environ: []string{"CATCOW_SESSION_LEVEL=auto"}},
		{name: "a word given twice counts once", user: `profile.regions = ["neck", "hips", "neck"]`, change: func(c *config.Config) {
			c.Profile.Regions = []string{"neck", "hips"}
		}},
		{name: "the name of a voice may have a space around it", user: `voice.name = " Jamie "`, change: func(c *config.Config) {
			c.Voice.Name = "Jamie"
		}},
		{
			name: "a pattern of the user stands beside the built-in ones",
			user: "[breath]\npattern = \"größer\"\n[breath.patterns]\n\"größer\" = { in = \"2s\", out = \"12s\" }",
			change: func(c *config.Config) {
				c.Breath.Pattern = "größer"
				c.Breath.Patterns["größer"] = config.Phases{In: seconds(2), Out: seconds(12)}
			},
		},
		{name: "a phase of a built-in pattern can be changed alone", user: "breath.patterns.even.out = \"6.1s\"", change: func(c *config.Config) {
			c.Breath.Patterns["even"] = config.Phases{In: seconds(5.5), Out: seconds(6.1)}
		}},
		{
			name: "the environment beats the file",
			user: "[session]\nlevel = 0.2\npace = 100",
			environ: []string{
				"HOME=/home/u", "CATCOW_SESSION_LEVEL=0.5", "CATCOW_BREATH_PATTERN=short", "CATCOW_SCREEN_THEME=dark",
				"CATCOW_SESSION_MOMENT=10s", "CATCOW_SESSION_FIRST_SIDE=left", "CATCOW_SESSION_CHECK_IN=false",
				"CATCOW_VOICE_VOLUME=1", "CATCOW_CHIME_BREATH=true",
			},
			change: func(c *config.Config) {
				c.Session.Level, c.Session.Pace = config.Level{Value: 0.5}, 100
				c.Session.Moment, c.Session.FirstSide = seconds(10), "left"
				c.Session.CheckIn, c.Voice.Volume, c.Chime.Breath = false, 1, true
				c.Breath.Pattern = "short"
				c.Screen.Theme = "dark"
			},
		},
		{
			name:    "a variable mends a wrong value of the file",
			user:    "[session]\npace = 1000",
			environ: []string{"CATCOW_SESSION_PACE=200"},
			change:  func(c *config.Config) { c.Session.Pace = 200 },
		},
		{name: "an empty variable is not set", environ: []string{"CATCOW_SESSION_PACE="}},
		{
			name:    "a variable holds a list with commas",
			environ: []string{"CATCOW_VOICE_COMMAND=say it,-r, 120", "CATCOW_PROFILE_REGIONS=neck , hips,", "CATCOW_PROFILE_PROPS="},
			change: func(c *config.Config) {
				c.Voice.Command = []string{"say it", "-r", "120"}
				c.Profile.Regions, c.Profile.Props = []string{"neck", "hips"}, []string{}
			},
		},
		{name: "an unknown program's variables are its own", environ: []string{"CATCOWBOY=1", "=C:=C:\\", "odd"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := builtIn(t)
			if tt.change != nil {
				tt.change(&want)
			}
			got, err := read(t, tt.user, tt.environ...)
			if err != nil {
				t.Fatal(err)
			}
			same(t, got, want)
		})
	}
}

func TestDecode_WritesOutTheHomeFolder(t *testing.T) {
	tests := []struct{ path, want string }{
		{"~", xdg.Home},
		{"~/voices/en.onnx", filepath.Join(xdg.Home, "voices", "en.onnx")},
		{"~anna/en.onnx", "~anna/en.onnx"},
		{"voices/~/en.onnx", "voices/~/en.onnx"},
		{"", ""},
	}
	for _, tt := range tests {
		c, err := read(t, fmt.Sprintf("voice.model = %q", tt.path))
		if err != nil || c.Voice.Model != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.path, c.Voice.Model, err, tt.want)
		}
	}
	c, err := read(t, `voice.command = ["~/bin/speak", "~"]`)
	if want := []string{filepath.Join(xdg.Home, "bin", "speak"), "~"}; err != nil || !slices.Equal(c.Voice.Command, want) {
		t.Errorf("got %q, %v; want %q", c.Voice.Command, err, want)
	}
}
