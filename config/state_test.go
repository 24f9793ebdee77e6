package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/config"
)

func TestState_IsRemembered(t *testing.T) {
	dir := home(t)
	for _, want := range []config.State{{Routine: "lower-back"}, {Routine: "a \"quoted\" one"}, {}} {
		if err := want.Save(); err != nil {
			t.Fatal(err)
		}
		if got := config.LoadState(); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	files, err := os.ReadDir(filepath.Join(dir, "state", "catcow"))
	if err != nil || len(files) != 1 {
		t.Errorf("left behind %v, %v", files, err)
	}
}

// Whatever has become of the file, the program starts.
func TestLoadState_ForgetsWhatItCannotRead(t *testing.T) {
	for name, text := range map[string]string{
		"no toml":            "routine = ",
		"another type":       "routine = 3",
		"a control sequence": `routine = "\u001b[31m"`,
		"another encoding":   "routine = \"\xff\"",
		"a large file":       `routine = "a"` + strings.Repeat("\n", 1<<17),
		"nothing":            "",
	} {
		t.Run(name, func(t *testing.T) {
			dir := home(t)
			write(t, filepath.Join(dir, "state", "catcow", "state.toml"), text)
			if got := config.LoadState(); got != (config.State{}) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestLoadState_IsEmptyAtFirst(t *testing.T) {
	home(t)
	if got := config.LoadState(); got != (config.State{}) {
		t.Errorf("got %v", got)
	}
}

func TestSave_SaysWhatIsInTheWay(t *testing.T) {
	dir := home(t)
	write(t, filepath.Join(dir, "state"), "a file where a folder should be")
	if err := (config.State{Routine: "neck"}).Save(); err == nil {
		t.Error("no error")
	}
}
