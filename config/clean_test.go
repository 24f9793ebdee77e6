package config

import (
	"os"
	"strings"
	"testing"
)

// What web pages and word processors put into a text is taken out of settings as it is out
// of poses, between their keys too.
func TestCleanSettings(t *testing.T) {
	defaults, err := os.ReadFile("../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, odd := range []string{"\u2028", "\u2029", "\u0085", "\u00a0", "\u202f", "\u3000", "\u00ad", "\ufeff", "\u200e"} {
		text := "[voice]\nname = \"en" + odd + "GB\"\ncommand = [\"say\", \"a" + odd + "b\"]\n[history]\nsync = \"/tmp/x" + odd + "y\"\n"
		cfg, err := Decode(string(defaults), "config.toml", []byte(text), nil)
		if err != nil {
			t.Errorf("%q: %v", odd, err)
			continue
		}
		for _, got := range []string{cfg.Voice.Name, cfg.Voice.Command[1], cfg.History.Sync} {
			if strings.Contains(got, odd) {
				t.Errorf("%q is in %q", odd, got)
			}
		}
	}
	for _, odd := range []string{"\u00a0", "\u202f", "\u3000", "\u00ad", "\u200b", "\u200e"} {
		cfg, err := Decode(string(defaults), "config.toml", []byte("[voice]"+odd+"\nrate"+odd+"="+odd+"123"+odd+"\n"), nil)
		if err != nil || cfg.Voice.Rate != 123 {
			t.Errorf("between: %q: %v", odd, err)
		}
	}
	for _, odd := range []string{"\u202e", "\u2066", "\\u001b"} {
		if _, err := Decode(string(defaults), "config.toml", []byte("[voice]\nname = \"en"+odd+"GB\"\n"), nil); err == nil {
			t.Errorf("%q is taken", odd)
		}
	}
}
