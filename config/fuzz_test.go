package config_test

import (
	"cmp"
	"strings"
	"testing"
	"unicode"

	"catcow/config"
)

// FuzzDecode checks the promise of the package: settings in their ranges, or an
// error that is safe to print.
func FuzzDecode(f *testing.F) {
	text := defaults(f)
	f.Add([]byte(text), "CATCOW_SESSION_LEVEL=0.5")
	f.Add([]byte("[breath.patterns]\nmine = { in = \"4s\", out = \"8s\" }\n"), "CATCOW_BREATH_PATTERN=mine")
	f.Add([]byte("\"a\\u001b\".b = 1\n[[session]]\nx = [{ y = nan }, 'z', 1979-05-27]"), "CATCOW_\x1b=\x1b")
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
		same(t, c, config.Config{})
	})
}

func valid(t *testing.T, c config.Config) {
	t.Helper()
	s := c.Session
	between(t, s.Level, 0, 1)
	between(t, s.Pace, 80, 240)
	between(t, s.Moment, 0, seconds(30))
	if _, err := c.Breath.Named(c.Breath.Pattern); err != nil {
		t.Error(err)
	}
	for _, p := range c.Breath.Patterns {
		for _, phase := range []config.Duration{p.In, p.Out} {
			between(t, phase, seconds(2), seconds(12))
			between(t, phase%seconds(0.1), 0, 0)
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
