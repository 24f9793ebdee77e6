package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"catcow/config"
	"catcow/content"
)

// FuzzState checks that whatever the file of the state holds, what is remembered is
// as it should be, or is put aside; what is remembered next is remembered; and what
// goes wrong is said in one line.
func FuzzState(f *testing.F) {
	for _, s := range []string{
		"", "\xff", "routine = 5", "routine = \"lower-back\"\ndue = true\nclose = false",
		"routine = \"\\u001b[2J\"", "[sound]\nmuted = true\nvolume = nan\nvoice = false\n[sound.paces]\n\"espeak-ng\" = 150.5\n\"\\n\" = 5.0",
		"[safety]\nversion = \"3f2a\"\ndate = \"2026-11-20\"\n[asked]\nweekly = 2026-11-20T07:30:00+01:00",
		"[profile]\navoid = [\"glaucoma\", \"x\"]\nprops = [\"wall\", \"wall\"]\nset = true",
		"[program]\nstarted = \"2026-11-20\"\nregions = [\"hips\"]\nplace = \"floor\"", "[program]\nstarted = \"2026-02-30\"\nplace = \"sea\"",
		"routine = \"a\u200db\"", "\ufeffroutine = \"a\"\r\n", "[[[[", "a.b.c = 1", "[sound]\nvolume = -1e308",
	} {
		f.Add(s)
	}
	dir := home(f)
	path := filepath.Join(stateDir(dir), "state.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := config.LoadState()
		plainLine(t, err)
		rightState(t, s)
		if err == nil {
			remembers(t, s) // and it is there when it is read again
		}
		plainLine(t, config.UpdateState(func(s *config.State) { s.Routine = "neck" }))
		again, err := config.LoadState()
		if err != nil || again.Routine != "neck" {
			t.Fatalf("the state is %+v, %v after a change of %q", again, err, text)
		}
		s.Routine = "neck"
		remembers(t, s)
		_ = os.Remove(path + ".damaged")
	})
}

func plainLine(t *testing.T, err error) {
	t.Helper()
	if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
		t.Fatalf("the error %q is not one plain line", err)
	}
}

func rightState(t *testing.T, s config.State) {
	t.Helper()
	if v := s.Sound.Volume; v != nil && !(*v >= 0 && *v <= 1) {
		t.Errorf("the volume is %v", *v)
	}
	for voice, pace := range s.Sound.Paces {
		between(t, pace, 20, 600)
		s.Routine += voice // is looked at below
	}
	for _, day := range []string{s.Safety.Date, s.Program.Started} {
		if _, err := time.Parse(time.DateOnly, day); err != nil && day != "" {
			t.Errorf("the day is %q", day)
		}
	}
	for _, list := range []struct{ got, of []string }{
		{s.Profile.Avoid, content.ConditionIDs()},
		{s.Profile.Props, content.Props()},
		{s.Program.Regions, content.Regions()},
		{[]string{s.Program.Place}, []string{"", "desk", "floor", "wall"}},
	} {
		if slices.ContainsFunc(list.got, func(word string) bool { return !slices.Contains(list.of, word) }) {
			t.Errorf("%q is remembered, of %q", list.got, list.of)
		}
	}
	if text := s.Routine + s.Safety.Version; strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		t.Errorf("%q is remembered", text)
	}
}
