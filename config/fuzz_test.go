package config_test

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
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
	for _, s := range declarations(t, reflect.ValueOf(c), "") {
		s.valid(t)
	}
	for name, p := range c.Breath.Patterns {
		for _, s := range declarations(t, reflect.ValueOf(p), name+".") {
			s.valid(t)
		}
	}
	if _, err := c.Breath.Named(c.Breath.Pattern); err != nil {
		t.Error(err)
	}
	if v := c.Voice; v.Engine == "command" && len(v.Command) == 0 || v.Engine == "piper" && v.Model == "" {
		t.Errorf("the voice has nothing to speak with: %+v", v)
	}
}

// valid checks that a setting is what its declaration says.
func (s declared) valid(t *testing.T) {
	t.Helper()
	low, high, _ := strings.Cut(s.tag.Get("range"), " to ")
	switch v := s.value.(type) {
	case int:
		within(t, v, low, high, strconv.Atoi)
	case float64:
		within(t, v, low, high, func(s string) (float64, error) { return strconv.ParseFloat(s, 64) })
	case config.Level:
		between(t, v.Value, 0, 1)
		if v.Auto {
			between(t, v.Value, 0, 0)
		}
	case time.Duration:
		high, _, isInTenths := strings.Cut(high, " in tenths of a second")
		within(t, v, low, high, time.ParseDuration)
		if isInTenths {
			between(t, v%seconds(0.1), 0, 0)
		}
	case string:
		s.validTexts(t, []string{v}, strings.Fields(s.tag.Get("one")))
		if strings.HasPrefix(v, "-") && s.tag.Get("argument") != "" {
			t.Errorf("%s is %q", s.key, v)
		}
	case []string:
		s.validTexts(t, v, vocabulary(s.tag.Get("any")))
		if _, isProgram := s.tag.Lookup("program"); isProgram && (len(v) > 0 && v[0] == "" || len(v) == 0 && s.tag.Get("needed") != "") {
			t.Errorf("%s cannot be called with %q", s.key, v)
		}
	}
}

func (s declared) validTexts(t *testing.T, texts, of []string) {
	t.Helper()
	for i, text := range texts {
		if len(of) > 0 && (!slices.Contains(of, text) || slices.Contains(texts[:i], text)) || strings.ContainsFunc(text, unicode.IsControl) {
			t.Errorf("%s is %q, of %q", s.key, texts, of)
		}
	}
}

func within[T cmp.Ordered](t *testing.T, got T, low, high string, parse func(string) (T, error)) {
	t.Helper()
	least, err := parse(low)
	most, err2 := parse(high)
	if err = errors.Join(err, err2); err != nil {
		t.Error(err)
	}
	between(t, got, least, most)
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
