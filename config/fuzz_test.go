package config_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"catcow/config"
	"catcow/content"
)

// FuzzDecode checks the promise of the package: settings in their ranges, or an
// error that is safe to print.
func FuzzDecode(f *testing.F) {
	text := defaults(f)
	f.Add([]byte(text), "CATCOW_SESSION_LEVEL=0.5")
	f.Add([]byte("[breath.patterns]\nmine = { in = \"4s\", out = \"8s\" }\n"), "CATCOW_BREATH_PATTERN=mine")
	f.Add([]byte("\"a\\u001b\".b = 1\n[[session]]\nx = [{ y = nan }, 'z', 1979-05-27]"), "CATCOW_\x1b=\x1b")
	f.Add([]byte("profile = { avoid = [\"glaucoma\"], regions = [1, []], props = [[]] }"), "CATCOW_PROFILE_AVOID=sore-knees, ,x")
	f.Add([]byte("voice = { engine = \"piper\", model = \"~/a\", piper = [\"~\"], name = \"-\" }"), "CATCOW_VOICE_COMMAND=a,b")
	f.Add([]byte("session.pace = 1e9\n\xff"), "CATCOW_SESSION_PACE=1e9")
	f.Fuzz(func(t *testing.T, user []byte, variable string) {
		c, err := config.Decode(text, "config.toml", user, []string{variable})
		if err == nil {
			valid(t, c)
			return
		}
		if odd := strings.IndexFunc(err.Error(), func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }); odd >= 0 {
			t.Errorf("the error has a control character at %d: %q", odd, err)
		}
	})
}

func valid(t *testing.T, c config.Config) {
	t.Helper()
	s := c.Session
	between(t, s.Level.Value, 0, 1)
	if s.Level.Auto {
		between(t, s.Level.Value, 0, 0)
	}
	between(t, s.Pace, 80, 240)
	between(t, s.Moment, 0, seconds(30))
	validSound(t, c)
	validPerson(t, c)
	if _, err := c.Breath.Named(c.Breath.Pattern); err != nil {
		t.Error(err)
	}
	for _, p := range c.Breath.Patterns {
		for _, phase := range []time.Duration{p.In, p.Out} {
			between(t, phase, seconds(2), seconds(12))
			between(t, phase%seconds(0.1), 0, 0)
		}
	}
}

func validSound(t *testing.T, c config.Config) {
	t.Helper()
	v := c.Voice
	between(t, v.Rate, 80, 240)
	for _, volume := range []float64{v.Volume, c.Chime.Volume, c.Chime.BreathVolume} {
		between(t, volume, 0, 1)
	}
	if len(v.Piper) == 0 || v.Engine == "command" && len(v.Command) == 0 || v.Engine == "piper" && v.Model == "" {
		t.Errorf("the voice has nothing to speak with: %+v", v)
	}
	texts := slices.Concat(v.Command, v.Piper, []string{v.Model, v.Name})
	if slices.ContainsFunc(texts, func(s string) bool { return strings.ContainsFunc(s, unicode.IsControl) }) ||
		strings.HasPrefix(v.Name, "-") || v.Piper[0] == "" || len(v.Command) > 0 && v.Command[0] == "" {
		t.Errorf("the voice cannot be called with %q", texts)
	}
}

func validPerson(t *testing.T, c config.Config) {
	t.Helper()
	between(t, c.Goal.Sessions, 1, 14)
	between(t, c.Goal.Minutes, 5, 1000)
	for _, list := range []struct{ got, of []string }{
		{c.Profile.Avoid, content.ConditionIDs()},
		{c.Profile.Regions, content.Regions()},
		{c.Profile.Props, content.Props()},
	} {
		for i, word := range list.got {
			if !slices.Contains(list.of, word) || slices.Contains(list.got[:i], word) {
				t.Errorf("the profile has %q", list.got)
			}
		}
	}
}

func between[T cmp.Ordered](t *testing.T, got, low, high T) {
	t.Helper()
	if got != got || got < low || got > high { // NaN is not itself
		t.Errorf("got %v, want %v to %v", got, low, high)
	}
}

// Decoding the defaults is on the way to the first frame.
func BenchmarkDecode_Defaults(b *testing.B) {
	text := defaults(b)
	for b.Loop() {
		if _, err := config.Decode(text, "", nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode_UsersCopyOfTheDefaults(b *testing.B) {
	text := defaults(b)
	for b.Loop() {
		if _, err := config.Decode(text, "", []byte(text), nil); err != nil {
			b.Fatal(err)
		}
	}
}
