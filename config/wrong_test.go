package config_test

import (
	"errors"
	"strings"
	"testing"

	"catcow/config"
	"catcow/decode"
)

// Each of these is what a person would see; the lines are theirs.
func TestDecode_SaysWhatIsWrongAndWhatIsWanted(t *testing.T) {
	tests := []struct{ name, user, want string }{
		{"an unknown key names the nearest", "[session]\n\nlevl = 0.5", `:3: session.levl: unknown key; did you mean "level"?`},
		{"a capital is a slip", "[session]\nPACE = 100", `:2: session.PACE: unknown key; did you mean "pace"?`},
		{"an unknown table names the nearest", "[sesion]\nlevel = 0.5", `:1: sesion: unknown key; did you mean "session"?`},
		{"a dotted unknown table has a line", "\nsesion.level = 0.5", `:2: sesion: unknown key; did you mean "session"?`},
		{"a key of two other tables names both", "[screen]\nvolume = 3", `:2: screen.volume: unknown key; did you mean "voice.volume" or "chime.volume"?`},
		{"a key outside its table names the table", "level = 0.5", `:1: level: unknown key; did you mean "session.level"?`},
		{"a key of a pattern outside of one", `in = "4s"`, `:1: in: unknown key; want "session", "breath", "voice", "chime", "screen", "figure", "profile", "goal", "content", "history" or "hooks"`},
		{"a quoted key is not two", `"session.level" = 0.5`, `:1: "session.level": unknown key; want "session", "breath", "voice", "chime", "screen", "figure", "profile", "goal", "content", "history" or "hooks"`},
		{"a key under a setting is a wrong value", "session.pace.slow = 1", `:1: session.pace: is a table; want a whole number from 80 to 240`},
		{"a table that is none", "session = 3", `:1: session: is 3; want the table [session]`},
		{"a list of tables", "[[screen]]", `:1: screen: is a list; want the table [screen]`},

		{"a number in quotation marks", "[session]\n# slow\npace = \"100\"", `:3: session.pace: is a string; want a whole number from 80 to 240`},
		{"a pace with a point", "session.pace = 140.0", `:1: session.pace: is 140.0; want a whole number from 80 to 240`},
		{"a pace too low", "session.pace = 79", `:1: session.pace: is 79; want a whole number from 80 to 240`},
		{"a pace too high", "session.pace = 241", `:1: session.pace: is 241; want a whole number from 80 to 240`},
		{"a level too high", "session.level = 1.01", `:1: session.level: is 1.01; want a number from 0 to 1, or "auto"`},
		{"a level below nothing", "session.level = -1", `:1: session.level: is -1; want a number from 0 to 1, or "auto"`},
		{"a level that is no number", "session.level = nan", `:1: session.level: is nan; want a number from 0 to 1, or "auto"`},
		{"a level without end", "session.level = inf", `:1: session.level: is +inf; want a number from 0 to 1, or "auto"`},
		{"a level that is true", "session.level = true", `:1: session.level: is true; want a number from 0 to 1, or "auto"`},
		{"a level in quotation marks", `session.level = "0.5"`, `:1: session.level: is a string; want a number from 0 to 1, or "auto"`},
		{"a level that is another word", `session.level = "high"`, `:1: session.level: is "high"; want a number from 0 to 1, or "auto"`},
		{"a switch in quotation marks", `screen.flash = "true"`, `:1: screen.flash: is a string; want true or false`},
		{"a switch that is a number", `session.check_in = 1`, `:1: session.check_in: is 1; want true or false`},
		{"a duration without a unit", "[session]\nmoment = 45", `:2: session.moment: is 45; want a duration like "3s"`},
		{"a duration in words", `session.moment = "a while"`, `:1: session.moment: is "a while"; want a duration like "3s"`},
		{"a duration too long", `session.moment = "31s"`, `:1: session.moment: is 31s; want 0s to 30s`},
		{"a duration below nothing", `session.moment = "-1s"`, `:1: session.moment: is -1s; want 0s to 30s`},
		{"a date", "screen.motion = 2026-11-20", `:1: screen.motion: is a date or a time; want "auto", "full" or "reduced"`},
		{"a list", `screen.theme = ["dark"]`, `:1: screen.theme: is a list; want "auto", "light", "dark" or "contrast"`},
		{"a word that is no choice", `screen.theme = "drak"`, `:1: screen.theme: is "drak"; want "auto", "light", "dark" or "contrast"`},
		{"an escape sequence is shown, not sent", `screen.glyphs = "\u001b[31m"`, `:1: screen.glyphs: is "\x1b[31m"; want "auto", "unicode" or "ascii"`},
		{"a value of two lines", `session.advance = "no\n"`, `:1: session.advance: is "no\n"; want "auto" or "manual"`},

		{"a program in quotation marks", `voice.command = "espeak-ng"`, `:1: voice.command: is "espeak-ng"; want a program and its arguments, like ["espeak-ng", "--stdin"]`},
		{"an argument that is a number", `voice.command = ["espeak-ng", "-s", 120]`, `:1: voice.command: has 120; want a program and its arguments, like ["espeak-ng", "--stdin"]`},
		{"arguments without a program", `voice.command = ["", "-s"]`, `:1: voice.command: has "" for the program; want a program and its arguments, like ["espeak-ng", "--stdin"]`},
		{"an argument that is not text", `voice.command = ["a", "b\u0000"]`, `:1: voice.command: has "b\x00"; want characters that can be seen`},
		{"a list of tables for a program", "[[voice.command]]\na = 1", `:1: voice.command: has a table; want a program and its arguments, like ["espeak-ng", "--stdin"]`},
		{"no piper at all", `voice.piper = []`, `:1: voice.piper: is empty; want a program and its arguments, like ["piper"]`},
		{"the command without one", "[voice]\nengine = \"command\"", `:2: voice.engine: is "command"; want command to be set as well, like command = ["espeak-ng", "--stdin"]`},
		{"piper without a voice", "[voice]\nmodel = \"\"\nengine = \"piper\"", `:3: voice.engine: is "piper"; want model to be set as well, like model = "~/voices/en_GB.onnx"`},
		{"a voice that is an option", `voice.name = " -w/tmp/x"`, `:1: voice.name: is " -w/tmp/x"; want the name of a voice that does not begin with "-"`},
		{"a voice with a control sequence", `voice.name = "\u001b[31m"`, `:1: voice.name: has "\x1b[31m"; want characters that can be seen`},
		{"a voice that is a number", `voice.name = 3`, `:1: voice.name: is 3; want the name of a voice`},
		{"a model of two lines", `voice.model = "a\nb"`, `:1: voice.model: has "a\nb"; want characters that can be seen`},
		{"a model that is a list", `voice.model = ["a"]`, `:1: voice.model: is a list; want the path of a voice for piper`},
		{"a rate too high", `voice.rate = 241`, `:1: voice.rate: is 241; want a whole number from 80 to 240`},
		{"a volume of hundred", `chime.volume = 60`, `:1: chime.volume: is 60; want a number from 0 to 1`},

		{"a list that is a word", `profile.avoid = "glaucoma"`, `:1: profile.avoid: is "glaucoma"; want a list like ["osteoporosis"]`},
		{"a word of a list", `profile.avoid = ["sore-knee"]`, `:1: profile.avoid: has "sore-knee"; did you mean "sore-knees"?`},
		{"words of a list", `profile.avoid = ["sore-knee", "pregnancy", "glaukoma"]`, `:1: profile.avoid: has "sore-knee" and "glaukoma"; did you mean "sore-knees" and "glaucoma"?`},
		{"things in a list", `profile.props = ["chiar", 3, ["wall"]]`, `:1: profile.props: has "chiar", 3 and a list; want any of "wall", "chair", "block" or "bolster"`},
		{"an escape sequence in a list", `profile.props = ["\u001b[2J"]`, `:1: profile.props: has "\x1b[2J"; want any of "wall", "chair", "block" or "bolster"`},
		{"a goal beyond reach", "[goal]\nsessions = 15\nminutes = 4", `:2: goal.sessions: is 15; want a whole number from 1 to 14` + "\n" + userFile + `:3: goal.minutes: is 4; want a whole number from 5 to 1000`},

		{"a list of names that is a name", "[content]\nhide = \"cobra\"", `:2: content.hide: is "cobra"; want a list like ["restorative", "cobra"]`},
		{"a name that is a number", "content.hide = [5]", `:1: content.hide: has 5; want a list like ["restorative", "cobra"]`},
		{"an unknown pattern", "[breath]\npattern = \"evn\"", `:2: breath.pattern: no pattern "evn"; did you mean "even"?`},
		{"the beginning of a pattern", `breath.pattern = "long"`, `:1: breath.pattern: no pattern "long"; did you mean "long-exhale"?`},
		{"a pattern like no other", `breath.pattern = "box"`, `:1: breath.pattern: no pattern "box"; want "even", "long-exhale" or "short"`},
		{"no pattern", `breath.pattern = ""`, `:1: breath.pattern: no pattern ""; want "even", "long-exhale" or "short"`},
		{"a pattern that is a number", "breath.pattern = 2", `:1: breath.pattern: is 2; want the name of a pattern`},
		{"a phase too short", "[breath.patterns]\nmine = { in = \"1s\", out = \"5s\" }", `:2: breath.patterns.mine.in: is 1s; want 2s to 12s in tenths of a second`},
		{"a phase in hundredths", `breath.patterns.even.in = "5.55s"`, `:1: breath.patterns.even.in: is 5.55s; want 2s to 12s in tenths of a second`},
		{"a phase without a unit", "breath.patterns.even.in = 5", `:1: breath.patterns.even.in: is 5; want a duration like "5.5s"`},
		{"half a pattern", "[breath.patterns]\n\nmine = { in = \"4s\" }", `:3: breath.patterns.mine.out: is missing; want a duration like "5.5s"`},
		{"a key like no other lists all", "[breath.patterns.even]\nhold = \"4s\"", `:2: breath.patterns.even.hold: unknown key; want "in" or "out"`},
		{"a pattern that is a length", `breath.patterns.mine = "4s"`, `:1: breath.patterns.mine: is "4s"; want two lengths like { in = "4s", out = "6s" }`},
		{"a pattern with a space", `breath.patterns."a b" = {}`, `:1: breath.patterns."a b": is no name for a pattern; want letters, digits, - and _, at most 40`},
		{"patterns that are none", "breath.patterns = []", `:1: breath.patterns: is a list; want the table [breath.patterns]`},

		{"no quotation marks", "[session]\nadvance = manual", `:2: expected value but found "manual" instead; want lines like pace = 140 or theme = "dark"`},
		{"no equals sign", "[session]\npace: 140", `:2: expected '.' or '=', but got ':' instead; want lines like pace = 140 or theme = "dark"`},
		{"a key given twice", "[session]\npace = 100\npace = 120", `:3: key 'session.pace' has already been defined`},
		{"a raw escape sequence", "[screen]\ntheme = \"\x1b[31m\"", `:2: TOML files cannot contain control characters: '0x1b'`},
		{"a number beyond numbers", "session.pace = 99999999999999999999", `:1: 99999999999999999999 is out of range for int64`},
		{"another encoding", "# ok\n# caf\xe9\n", `:2: is not UTF-8 text; save the file as UTF-8`},
		{"a key of 30,000 parts", "\n" + strings.Repeat("a.", 30_000) + "a = 1", `: is nested too deep; want plain keys and tables`},
		{"a tower of brackets", "a = " + strings.Repeat("[\n", 20_000), `: is nested too deep; want plain keys and tables`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.user)
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
	_, err := read(t, user, "CATCOW_SESSION_LEVEL=half", "CATCOW_SESION_PACE=140")
	wantError(t, err, strings.Join([]string{
		userFile + `:3: screen.motion: is "none"; want "auto", "full" or "reduced"`,
		userFile + `:5: session.pace: is a string; want a whole number from 80 to 240`,
		userFile + `:6: session.levl: unknown key; did you mean "level"?`,
		userFile + `:7: session.moment: is 45; want a duration like "3s"`,
		userFile + `:10: breath.patterns.mine.in: is 1s; want 2s to 12s in tenths of a second`,
		userFile + `:10: breath.patterns.mine.out: is 13s; want 2s to 12s in tenths of a second`,
		`CATCOW_SESION_PACE: unknown variable; did you mean CATCOW_SESSION_PACE?`,
		`CATCOW_SESSION_LEVEL: is "half"; want a number from 0 to 1, or "auto"`,
	}, "\n"))

	problems, ok := errors.AsType[decode.Problems](err)
	if !ok {
		t.Fatalf("%T is no list of problems", err)
	}
	if problem := problems[0]; problem.File != userFile || problem.Line != 3 || problem.Key != "screen.motion" {
		t.Errorf("the first problem is %#v", problem)
	}
}

// A pattern that is named in the part of a file that could not be read must not
// be called unknown.
func TestDecode_DoesNotGuessAboutAFileItCouldNotRead(t *testing.T) {
	_, err := read(t, "[breath.patterns]\nmine = { in = }", "CATCOW_BREATH_PATTERN=mine")
	wantError(t, err, userFile+`:2: expected value but found '}' instead; want lines like pace = 140 or theme = "dark"`)
}

// What an engine needs may be wrong itself, or stand in the part of a file that
// could not be read: then that is told, and no more.
func TestDecode_DoesNotAskForWhatMayBeThere(t *testing.T) {
	_, err := read(t, "[voice]\nengine = \"command\"\ncommand = 3")
	wantError(t, err, userFile+`:3: voice.command: is 3; want a program and its arguments, like ["espeak-ng", "--stdin"]`)

	_, err = read(t, "[voice]\nengine = \"piper\"\nmodel = 3")
	wantError(t, err, userFile+`:3: voice.model: is 3; want the path of a voice for piper`)

	_, err = read(t, "[voice]\nmodel = }", "CATCOW_VOICE_ENGINE=piper")
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
	if _, ok := errors.AsType[decode.Problems](err); !ok {
		tb.Errorf("the error is a %T", err)
	}
}

func TestDecode_CommentsChangeNothing(t *testing.T) {
	_, err := read(t, "# one\r\n\t# two\n[screen] # three\ntheme = 3 # four\n#")
	wantError(t, err, userFile+`:4: screen.theme: is 3; want "auto", "light", "dark" or "contrast"`)

	_, err = read(t, "screen.theme = '''\n# not a comment'''")
	wantError(t, err, userFile+`:1: screen.theme: is "# not a comment"; want "auto", "light", "dark" or "contrast"`)
}
