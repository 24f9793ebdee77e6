package config_test

import "testing"

func TestDecode_SaysWhatIsWrongWithVariables(t *testing.T) {
	tests := []struct{ name, variable, want string }{
		{"not a number", "CATCOW_SESSION_LEVEL=0,5", `CATCOW_SESSION_LEVEL: is "0,5"; want a number from 0 to 1, or "auto"`},
		{"out of range", "CATCOW_SESSION_LEVEL=1e300", `CATCOW_SESSION_LEVEL: is 1e+300; want a number from 0 to 1, or "auto"`},
		{"no number at all", "CATCOW_SESSION_LEVEL=NaN", `CATCOW_SESSION_LEVEL: is nan; want a number from 0 to 1, or "auto"`},
		{"no whole number", "CATCOW_SESSION_PACE=99.5", `CATCOW_SESSION_PACE: is 99.5; want a whole number from 80 to 240`},
		{"no unit", "CATCOW_SESSION_MOMENT=3", `CATCOW_SESSION_MOMENT: is "3"; want a duration like "3s"`},
		{"no choice", "CATCOW_SCREEN_THEME=\x1b[31m", `CATCOW_SCREEN_THEME: is "\x1b[31m"; want "auto", "light", "dark" or "contrast"`},
		{"no pattern", "CATCOW_BREATH_PATTERN=shrot", `CATCOW_BREATH_PATTERN: no pattern "shrot"; did you mean "short"?`},
		{"no switch", "CATCOW_SCREEN_CLOSE=near", `CATCOW_SCREEN_CLOSE: is "near"; want true or false`},
		{"no word of a list", "CATCOW_PROFILE_AVOID=sore-knees,glaukoma", `CATCOW_PROFILE_AVOID: has "glaukoma"; did you mean "glaucoma"?`},
		{"no command for the engine", "CATCOW_VOICE_ENGINE=command", `CATCOW_VOICE_ENGINE: is "command"; want command to be set as well, like command = ["espeak-ng", "--stdin"]`},
		{"an option for a voice", "CATCOW_VOICE_NAME=--path", `CATCOW_VOICE_NAME: is "--path"; want the name of a voice that does not begin with "-"`},
		{"unknown", "CATCOW_SCREEN_TEME=dark", `CATCOW_SCREEN_TEME: unknown variable; did you mean CATCOW_SCREEN_THEME?`},
		{"unknown and odd", "CATCOW_\x1b]0;x\x07=1", `CATCOW_\x1b]0;x\a: unknown variable; did you mean CATCOW_VOICE_SAY?`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, "", tt.variable)
			wantError(t, err, tt.want)
		})
	}
}
