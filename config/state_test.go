package config_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"catcow/config"
	"catcow/decode"
)

// stateDir is the folder of the state in a home.
func stateDir(home string) string { return filepath.Join(home, "state", "catcow") }

// update changes the state.
func update(tb testing.TB, change func(*config.State)) {
	tb.Helper()
	if err := config.UpdateState(change); err != nil {
		tb.Fatal(err)
	}
}

// remembers compares the state with the one that is wanted.
func remembers(tb testing.TB, want config.State) {
	tb.Helper()
	got, err := config.LoadState()
	if err != nil {
		tb.Error(err)
	}
	if !got.Asked.Weekly.Equal(want.Asked.Weekly) {
		tb.Errorf("asked %v, want %v", got.Asked, want.Asked)
	}
	got.Asked, want.Asked = config.Asked{}, config.Asked{}
	if !reflect.DeepEqual(got, want) {
		tb.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestState_IsRemembered(t *testing.T) {
	dir := home(t)
	volume, voice := 0.25, false
	full := config.State{
		Routine: "lower-back",
		Due:     true,
		Sound:   config.SoundState{Muted: true, Volume: &volume, Voice: &voice, Paces: map[string]float64{"espeak-ng  150": 146}},
		Safety:  config.Acknowledged{Version: "3f2a", Date: "2026-11-20"},
		Asked:   config.Asked{Weekly: time.Date(2026, 11, 20, 7, 30, 0, 0, time.FixedZone("", 3600))},
		Profile: config.ProfileAnswers{Avoid: []string{"glaucoma", "sore-knees"}, Set: true},
	}
	for _, want := range []config.State{{Routine: "a \"quoted\" one"}, full, {}} {
		update(t, func(s *config.State) { *s = want })
		remembers(t, want)
	}
	files, err := filepath.Glob(filepath.Join(stateDir(dir), "*"))
	if want := []string{filepath.Join(stateDir(dir), "state.lock"), filepath.Join(stateDir(dir), "state.toml")}; err != nil || !reflect.DeepEqual(files, want) {
		t.Errorf("left behind %v, %v", files, err)
	}
}

func TestUpdateState_KeepsWhatItIsNotAbout(t *testing.T) {
	home(t)
	update(t, func(s *config.State) { s.Routine = "neck" })
	if err := config.UpdateState(func(s *config.State) { s.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true} }); err != nil {
		t.Fatal(err)
	}
	update(t, func(s *config.State) { s.Due = true })
	remembers(t, config.State{
		Routine: "neck", Due: true, Profile: config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true},
	})
}

func TestUpdateState_IsForTheOwnerAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes on Windows")
	}
	dir := home(t)
	update(t, func(s *config.State) { s.Routine = "neck" })
	for path, want := range map[string]os.FileMode{
		stateDir(dir): 0o700,
		filepath.Join(stateDir(dir), "state.toml"): 0o600,
		filepath.Join(stateDir(dir), "state.lock"): 0o600,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
}

func TestLoadState_IsEmptyAtFirst(t *testing.T) {
	dir := home(t)
	remembers(t, config.State{})
	if _, err := os.Stat(filepath.Join(dir, "state")); err == nil {
		t.Error("looking made a folder")
	}
}

// Whatever has become of the file, the program starts, says so once, and
// remembers again.
func TestLoadState_TellsOnceOfADamagedFile(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"no toml":          {"due = false\nroutine = ", ":2: is damaged"},
		"another type":     {"routine = 3", ": is damaged"},
		"another encoding": {"routine = \"\xff\"", ":1: is damaged"},
		"a large file":     {`routine = "a"` + strings.Repeat("\n", 1<<17), ": is 132 kB; a settings file is at most 64 kB"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(stateDir(home(t)), "state.toml")
			write(t, path, tt.text)
			got, err := config.LoadState()
			if !reflect.DeepEqual(got, config.State{}) {
				t.Errorf("got %+v", got)
			}
			want := path + tt.want + "; what was remembered is forgotten, the file is kept as state.toml.damaged"
			if err == nil || err.Error() != want {
				t.Errorf("got  %v\nwant %s", err, want)
			}
			if kept, _ := os.ReadFile(path + ".damaged"); string(kept) != tt.text {
				t.Errorf("kept %.40q", kept)
			}
			remembers(t, config.State{})
			update(t, func(s *config.State) { s.Routine = "neck" })
			remembers(t, config.State{Routine: "neck"})
		})
	}
}

func TestUpdateState_TellsOfADamagedFileAndWritesANewOne(t *testing.T) {
	path := filepath.Join(stateDir(home(t)), "state.toml")
	write(t, path, "routine = ")
	err := config.UpdateState(func(s *config.State) { s.Routine = "neck" })
	if problem, ok := errors.AsType[decode.Problem](err); !ok || problem.File != path {
		t.Errorf("got %v", err)
	}
	remembers(t, config.State{Routine: "neck"})
}

// A file that cannot be read at this moment may be good: it is left alone.
func TestUpdateState_KeepsWhatItCannotRead(t *testing.T) {
	path := filepath.Join(stateDir(home(t)), "state.toml")
	update(t, func(*config.State) {})
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("state.toml", path); err != nil { // it leads to itself, and nobody can follow it
		t.Skip("no symbolic links here:", err)
	}
	_, err := config.LoadState()
	again := config.UpdateState(func(s *config.State) { s.Routine = "neck" })
	for _, err := range []error{err, again} {
		if err == nil || !strings.HasPrefix(err.Error(), path+": cannot be read: ") {
			t.Errorf("got %v", err)
		}
	}
	if to, err := os.Readlink(path); err != nil || to != "state.toml" {
		t.Errorf("the file is now %q, %v", to, err)
	}
}

// One wrong value must not cost all the others.
func TestLoadState_DropsWhatIsNotAsItShouldBe(t *testing.T) {
	least := "[sound]\nvolume = 1.0\n"
	full := 1.0
	base := config.State{Sound: config.SoundState{Volume: &full}}
	for name, tt := range map[string]struct {
		text   string
		change func(*config.State)
	}{
		"a control sequence":         {"routine = \"\\u001b[31m\"\n" + least, nil},
		"a word of another version":  {least + "[profile]\nset = true\navoid = [\"pregnancy\", \"vertigo\"]\n", func(s *config.State) { s.Profile.Avoid = []string{"pregnancy"} }},
		"a key of another version":   {"more = 3\n" + least, nil},
		"a volume beyond loud":       {"[sound]\nvolume = 1.5\nmuted = true", func(s *config.State) { s.Sound = config.SoundState{Muted: true} }},
		"a volume that is no number": {"[sound]\nvolume = nan", func(s *config.State) { s.Sound.Volume = nil }},
		"paces of nobody": {"[sound]\nvolume = 1\n[sound.paces]\nslow = 3\n\"a\\u001b\" = 100\nnone = nan\nsay = 140.5\n", func(s *config.State) {
			s.Sound.Paces = map[string]float64{"say": 140.5}
		}},
		"an acknowledgement undated":     {least + "[safety]\nversion = \"a\"", nil},
		"an acknowledgement of nonsense": {least + "[safety]\nversion = \"a\"\ndate = \"2026-13-01\"", nil},
		"nothing wrong":                  {least + "[safety]\nversion = \"a\"\ndate = \"2026-11-20\"", func(s *config.State) { s.Safety = config.Acknowledged{Version: "a", Date: "2026-11-20"} }},
	} {
		t.Run(name, func(t *testing.T) {
			write(t, filepath.Join(stateDir(home(t)), "state.toml"), tt.text)
			want := base
			if tt.change != nil {
				tt.change(&want)
			}
			remembers(t, want)
		})
	}
}

func TestUpdateState_SaysWhatIsInTheWay(t *testing.T) {
	dir := home(t)
	write(t, filepath.Join(dir, "state"), "a file where a folder should be")
	err := config.UpdateState(func(s *config.State) { s.Routine = "neck" })
	if err == nil || !strings.HasPrefix(err.Error(), "cannot make the folder "+stateDir(dir)+": ") {
		t.Errorf("got %v", err)
	}
	if got, err := config.LoadState(); err == nil || !reflect.DeepEqual(got, config.State{}) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// Several changes are one writing: a front end may gather them and call this
// from a goroutine.
func ExampleUpdateState() {
	home, err := os.MkdirTemp("", "catcow-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(home) }()
	state := xdg.StateHome
	xdg.StateHome = home // for the user it is found by their system
	defer func() { xdg.StateHome = state }()

	err = config.UpdateState(
		func(s *config.State) { s.Routine = "lower-back" },
		func(s *config.State) { s.Safety = config.Acknowledged{Version: "3f2a", Date: "2026-11-20"} },
	)
	fmt.Println(err)
	s, err := config.LoadState()
	fmt.Println(s.Routine, s.Safety.Date, err)
	// Output:
	// <nil>
	// lower-back 2026-11-20 <nil>
}

func TestIsDue(t *testing.T) {
	now := time.Date(2026, 11, 20, 7, 30, 0, 0, time.UTC)
	for _, tt := range []struct {
		name  string
		asked time.Time
		want  bool
	}{
		{"never", time.Time{}, true},
		{"six days ago", now.AddDate(0, 0, -6), false},
		{"a week ago", now.AddDate(0, 0, -7), true},
		{"just now", now, false},
		{"an hour ahead", now.Add(time.Hour), true},
		{"a year ahead", now.AddDate(1, 0, 0), true},
	} {
		if got := config.IsDue(tt.asked, now); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
