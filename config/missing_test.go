package config_test

import (
	"path/filepath"
	"strings"
	"testing"

	"catcow/config"
)

// Every setting that names a program is looked after; piper only where it has a voice to
// speak with.
func TestCheck_NamesWhatThisMachineDoesNotHave(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string // each the line and the key of one
	}{
		"as it comes":       {"", nil},
		"every program":     {"voice.command = [\"no-such\"]\nhooks.start = [\"/no/such\", \"x\"]\nhooks.stage = [\"no-such\"]\nhooks.end = [\"no-such\"]", []string{"1: voice.command", "2: hooks.start", "3: hooks.stage", "4: hooks.end"}},
		"piper, not in use": {"voice.piper = [\"no-such\"]", nil},
		"piper, and its voice": {
			"voice.piper = [\"no-such\"]\nvoice.model = \"/no/such\"", []string{"1: voice.piper", "2: voice.model"},
		},
		"a folder for a voice": {"voice.piper = [\"go\"]\nvoice.model = \"/\"", []string{"2: voice.model"}},
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		write(t, path, tt.text)
		_, problems := config.Check(defaults(t), path)
		if len(problems) != len(tt.want) {
			t.Errorf("%s: got %v, want %q", name, problems, tt.want)
			continue
		}
		for i, want := range tt.want {
			if got := problems[i].Error(); !strings.HasPrefix(got, path+":"+want+": no ") {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
	}
}
