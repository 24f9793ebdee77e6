package config_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"catcow/config"
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

func decode(tb testing.TB, user string, environ ...string) (config.Config, error) {
	tb.Helper()
	return config.Decode(defaults(tb), userFile, []byte(user), environ)
}

func seconds(s float64) config.Duration {
	return config.Duration(s * float64(time.Second))
}

// builtIn is what config.toml says.
func builtIn() config.Config {
	return config.Config{
		Session: config.Session{FirstSide: "right", Pace: 140, Moment: seconds(3), Advance: "auto"},
		Breath: config.Breath{Pattern: "even", Patterns: map[string]config.Phases{
			"even":        {In: seconds(5.5), Out: seconds(5.5)},
			"long-exhale": {In: seconds(4.5), Out: seconds(6.5)},
			"short":       {In: seconds(4), Out: seconds(4)},
		}},
		Screen: config.Screen{Theme: "auto", Glyphs: "auto", Motion: "full"},
		Figure: config.Figure{Mode: "auto", Pixels: "auto"},
	}
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
		{name: "every setting can be set", user: `
			session = { level = 0.75, first_side = "left", pace = 80, moment = "1.5s", advance = "manual" }
			breath.pattern = "short"
			[screen]
			theme = "light"
			glyphs = "ascii"
			motion = "reduced"
			[figure]
			mode = "sextant"
			pixels = "never"`, change: func(c *config.Config) {
			c.Session = config.Session{Level: 0.75, FirstSide: "left", Pace: 80, Moment: seconds(1.5), Advance: "manual"}
			c.Breath.Pattern = "short"
			c.Screen = config.Screen{Theme: "light", Glyphs: "ascii", Motion: "reduced"}
			c.Figure = config.Figure{Mode: "sextant", Pixels: "never"}
		}},
		{name: "a level may be a whole number", user: "session.level = 1", change: func(c *config.Config) {
			c.Session.Level = 1
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
				"CATCOW_SESSION_MOMENT=10s", "CATCOW_SESSION_FIRST_SIDE=left",
			},
			change: func(c *config.Config) {
				c.Session.Level, c.Session.Pace = 0.5, 100
				c.Session.Moment, c.Session.FirstSide = seconds(10), "left"
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
		{name: "an unknown program's variables are its own", environ: []string{"CATCOWBOY=1", "=C:=C:\\", "odd"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := builtIn()
			if tt.change != nil {
				tt.change(&want)
			}
			got, err := decode(t, tt.user, tt.environ...)
			if err != nil {
				t.Fatal(err)
			}
			same(t, got, want)
		})
	}
}

// Each of these is what a person would see; the lines are theirs.
func TestDecode_SaysWhatIsWrongAndWhatIsWanted(t *testing.T) {
	tests := []struct{ name, user, want string }{
		{"an unknown key names the nearest", "[session]\n\nlevl = 0.5", `:3: session.levl: unknown key; did you mean "level"?`},
		{"a capital is a slip", "[session]\nPACE = 100", `:2: session.PACE: unknown key; did you mean "pace"?`},
		{"an unknown table names the nearest", "[sesion]\nlevel = 0.5", `:1: sesion: unknown key; did you mean "session"?`},
		{"a dotted unknown table has a line", "\nsesion.level = 0.5", `:2: sesion: unknown key; did you mean "session"?`},
		{"a key like no other lists all", "[screen]\nvolume = 3", `:2: screen.volume: unknown key; want "theme", "glyphs" or "motion"`},
		{"a key outside its table names the table", "level = 0.5", `:1: level: unknown key; did you mean "session.level"?`},
		{"a quoted key is not two", `"session.level" = 0.5`, `:1: "session.level": unknown key; want "session", "breath", "screen" or "figure"`},
		{"a key under a setting is a wrong value", "session.pace.slow = 1", `:1: session.pace: is a table; want a whole number from 80 to 240`},
		{"a table that is none", "session = 3", `:1: session: is 3; want the table [session]`},
		{"a list of tables", "[[screen]]", `:1: screen: is a list; want the table [screen]`},

		{"a number in quotation marks", "[session]\n# slow\npace = \"100\"", `:3: session.pace: is a string; want a whole number from 80 to 240`},
		{"a pace with a point", "session.pace = 140.0", `:1: session.pace: is 140.0; want a whole number from 80 to 240`},
		{"a pace too low", "session.pace = 79", `:1: session.pace: is 79; want a whole number from 80 to 240`},
		{"a pace too high", "session.pace = 241", `:1: session.pace: is 241; want a whole number from 80 to 240`},
		{"a level too high", "session.level = 1.01", `:1: session.level: is 1.01; want a number from 0 to 1`},
		{"a level below nothing", "session.level = -1", `:1: session.level: is -1; want a number from 0 to 1`},
		{"a level that is no number", "session.level = nan", `:1: session.level: is nan; want a number from 0 to 1`},
		{"a level without end", "session.level = inf", `:1: session.level: is +inf; want a number from 0 to 1`},
		{"a level that is true", "session.level = true", `:1: session.level: is true; want a number from 0 to 1`},
		{"a duration without a unit", "[session]\nmoment = 45", `:2: session.moment: is 45; want a duration like "3s"`},
		{"a duration in words", `session.moment = "a while"`, `:1: session.moment: is "a while"; want a duration like "3s"`},
		{"a duration too long", `session.moment = "31s"`, `:1: session.moment: is 31s; want 0s to 30s`},
		{"a duration below nothing", `session.moment = "-1s"`, `:1: session.moment: is -1s; want 0s to 30s`},
		{"a date", "screen.motion = 2026-11-20", `:1: screen.motion: is a date or a time; want "full" or "reduced"`},
		{"a list", `screen.theme = ["dark"]`, `:1: screen.theme: is a list; want "auto", "light" or "dark"`},
		{"a word that is no choice", `screen.theme = "drak"`, `:1: screen.theme: is "drak"; want "auto", "light" or "dark"`},
		{"an escape sequence is shown, not sent", `screen.glyphs = "\u001b[31m"`, `:1: screen.glyphs: is "\x1b[31m"; want "auto", "unicode" or "ascii"`},
		{"a value of two lines", `session.advance = "no\n"`, `:1: session.advance: is "no\n"; want "auto" or "manual"`},

		{"an unknown pattern", "[breath]\npattern = \"evn\"", `:2: breath.pattern: no pattern "evn"; did you mean "even"?`},
		{"the beginning of a pattern", `breath.pattern = "long"`, `:1: breath.pattern: no pattern "long"; did you mean "long-exhale"?`},
		{"a pattern like no other", `breath.pattern = "box"`, `:1: breath.pattern: no pattern "box"; want "even", "long-exhale" or "short"`},
		{"no pattern", `breath.pattern = ""`, `:1: breath.pattern: no pattern ""; want "even", "long-exhale" or "short"`},
		{"a pattern that is a number", "breath.pattern = 2", `:1: breath.pattern: is 2; want the name of a pattern`},
		{"a phase too short", "[breath.patterns]\nmine = { in = \"1s\", out = \"5s\" }", `:2: breath.patterns.mine.in: is 1s; want 2s to 12s in tenths of a second`},
		{"a phase in hundredths", `breath.patterns.even.in = "5.55s"`, `:1: breath.patterns.even.in: is 5.55s; want 2s to 12s in tenths of a second`},
		{"a phase without a unit", "breath.patterns.even.in = 5", `:1: breath.patterns.even.in: is 5; want a duration like "5.5s"`},
		{"half a pattern", "[breath.patterns]\n\nmine = { in = \"4s\" }", `:3: breath.patterns.mine.out: is missing; want a duration like "5.5s"`},
		{"a hold", "[breath.patterns.even]\nhold = \"4s\"", `:2: breath.patterns.even.hold: unknown key; want "in" or "out"`},
		{"a pattern that is a length", `breath.patterns.mine = "4s"`, `:1: breath.patterns.mine: is "4s"; want two lengths like { in = "4s", out = "6s" }`},
		{"a pattern with a space", `breath.patterns."a b" = {}`, `:1: breath.patterns."a b": is no name for a pattern; want letters, digits, - and _, at most 40`},
		{"patterns that are none", "breath.patterns = []", `:1: breath.patterns: is a list; want the table [breath.patterns]`},

		{"no quotation marks", "[session]\nadvance = manual", `:2: expected value but found "manual" instead; want lines like pace = 140 or theme = "dark"`},
		{"no equals sign", "[session]\npace: 140", `:2: expected '.' or '=', but got ':' instead; want lines like pace = 140 or theme = "dark"`},
		{"a key given twice", "[session]\npace = 100\npace = 120", `:3: key 'session.pace' has already been defined`},
		{"a raw escape sequence", "[screen]\ntheme = \"\x1b[31m\"", `:2: TOML files cannot contain control characters: '0x1b'`},
		{"a number beyond numbers", "session.pace = 99999999999999999999", `:1: 99999999999999999999 is out of range for int64`},
		{"another encoding", "# ok\n# caf\xe9\n", `:2: is not UTF-8 text; save the file as UTF-8`},
		{"a very long line", "\n" + strings.Repeat("a.", 30_000) + "a = 1", `:2: is a very long line; want at most 1000 characters`},
		{"a tower of brackets", "a = " + strings.Repeat("[\n", 200), `:101: opens too many brackets; want lines like pace = 140 or theme = "dark"`},
		{"a file of 70 kB", strings.Repeat("#\n", 35_000), `: is 70 kB; a settings file is at most 64 kB`},
		{"a film", strings.Repeat("#\n", 1_050_000), `: is 2.1 MB; a settings file is at most 64 kB`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := decode(t, tt.user)
			wantError(t, err, userFile+tt.want)
		})
	}
}

func TestDecode_ReportsAllProblemsInTheOrderOfTheFile(t *testing.T) {
	user := `
[screen]
motion = "none"
[session]
pace = "fast"   # a comment
levl = 0.5
moment = 45

[breath]
patterns.mine = { out = "13s", in = "1s" }
pattern = "mine"
`
	_, err := decode(t, user, "CATCOW_SESSION_LEVEL=half", "CATCOW_SESION_PACE=140")
	wantError(t, err, strings.Join([]string{
		userFile + `:3: screen.motion: is "none"; want "full" or "reduced"`,
		userFile + `:5: session.pace: is a string; want a whole number from 80 to 240`,
		userFile + `:6: session.levl: unknown key; did you mean "level"?`,
		userFile + `:7: session.moment: is 45; want a duration like "3s"`,
		userFile + `:10: breath.patterns.mine.in: is 1s; want 2s to 12s in tenths of a second`,
		userFile + `:10: breath.patterns.mine.out: is 13s; want 2s to 12s in tenths of a second`,
		`CATCOW_SESION_PACE: unknown variable; did you mean CATCOW_SESSION_PACE?`,
		`CATCOW_SESSION_LEVEL: is "half"; want a number from 0 to 1`,
	}, "\n"))

	problem, ok := errors.AsType[config.Problem](err)
	if !ok || problem.File != userFile || problem.Line != 3 || problem.Key != "screen.motion" {
		t.Errorf("the first problem is %#v", problem)
	}
}

// A pattern that is named in the part of a file that could not be read must not
// be called unknown.
func TestDecode_DoesNotGuessAboutAFileItCouldNotRead(t *testing.T) {
	_, err := decode(t, "[breath.patterns]\nmine = { in = }", "CATCOW_BREATH_PATTERN=mine")
	wantError(t, err, userFile+`:2: expected value but found '}' instead; want lines like pace = 140 or theme = "dark"`)
}

func TestDecode_NamesWhatTheDefaultsLack(t *testing.T) {
	_, err := config.Decode(strings.Replace(defaults(t), "pace = 140", "", 1), userFile, nil, nil)
	wantError(t, err, `built-in config.toml: session.pace: is missing; want a whole number from 80 to 240`)
}

func wantError(tb testing.TB, err error, want string) {
	tb.Helper()
	if err == nil {
		tb.Fatalf("no error; want\n%s", want)
	}
	if err.Error() != want {
		tb.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if _, ok := errors.AsType[config.Problems](err); !ok {
		tb.Errorf("the error is a %T", err)
	}
}

// Comment lines are left out before parsing, which must neither move a line nor
// change a string of several lines.
func TestDecode_CommentsChangeNothing(t *testing.T) {
	_, err := decode(t, "# one\r\n\t# two\n[screen] # three\ntheme = 3 # four\n#")
	wantError(t, err, userFile+`:4: screen.theme: is 3; want "auto", "light" or "dark"`)

	_, err = decode(t, "screen.theme = '''\n# not a comment'''")
	wantError(t, err, userFile+`:2: screen.theme: is "# not a comment"; want "auto", "light" or "dark"`)
}
