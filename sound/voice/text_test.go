package voice

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	tests := map[string]string{
		"":                             "",
		"…":                            "",
		" -  \n":                       "",
		"Breathe in.":                  "Breathe in.",
		"  two\n\tlines\r\n":           "two lines",
		"don't — relax…":               "don't — relax…",
		"\x1b[31mred\x1b[0m":           "31mred 0m",
		"[[rate 400]] hi":              "rate 400 hi",
		"[[h@l'oU]]":                   "h@l'oU",
		"<speak>now</speak>":           "speak now /speak",
		"$(touch x) `touch x` \"x\\\"": "(touch x) touch x x",
		"in & out":                     "in and out",
		"-w out.wav":                   "-w out.wav",
		"left\u200b\u202eright":        "leftright",
		"caf\xe9 Ärm":                  "caf Ärm",
		"a\x00b":                       "a b",
		strings.Repeat("ab ", 1000):    strings.TrimSpace(strings.Repeat("ab ", 667)[:2000]),
	}
	for text, want := range tests {
		if got := plain(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("one\x1b[2J [[two]]\xff\u2028")
	f.Add(strings.Repeat(",", mostText) + "K") // nothing to say is left of it
	f.Fuzz(func(t *testing.T, text string) {
		got := plain(text)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > mostText || strings.ContainsAny(got, unsaid) {
			t.Fatalf("%q became %q", text, got)
		}
		for _, r := range got {
			if !unicode.IsPrint(r) {
				t.Fatalf("%q became %q", text, got)
			}
		}
		if again := plain(got); again != got {
			t.Fatalf("%q became %q, and that %q", text, got, again)
		}
		if line := quoted(text); strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Fatalf("%q is shown as %q", text, line)
		}
	})
}

func TestNamed(t *testing.T) {
	for _, name := range []string{"en-gb", "en+f3", "gmw/en-US", "Samantha", "Amélie", "Eddy (English (UK))", "Microsoft Zira Desktop", "en_US.2"} {
		if !named(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", "-w", "--help", "a\nQUIT", "a\x1b", " a", "a ", "a;b", "$(x)", "a\u202eb", "\xff", strings.Repeat("a", 81)} {
		if named(name) {
			t.Errorf("%q is taken", name)
		}
	}
}
