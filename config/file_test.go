package config_test

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"catcow/config"
)

// home points the package at an empty folder, and back when the test is over.
func home(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	tb.Cleanup(xdg.Reload) // runs after tb.Setenv has put the environment back
	tb.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	tb.Setenv("XDG_STATE_HOME", filepath.Join(dir, "state"))
	xdg.Reload()
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPath_IsInTheFolderOfTheUser(t *testing.T) {
	dir := home(t)
	if got, want := config.Path(), filepath.Join(dir, "config", "catcow", "config.toml"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := config.Dir(), filepath.Dir(config.Path()); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLoad_AMissingFileIsTheDefaults(t *testing.T) {
	home(t)
	c, err := config.Load(defaults(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, c, builtIn(t))
}

func TestLoad_ReadsTheFileOfTheUser(t *testing.T) {
	home(t)
	write(t, config.Path(), "[session]\npace = 90\n[screen]\ntheme = \"light\"\n")
	c, err := config.Load(defaults(t), []string{"CATCOW_SCREEN_THEME=dark"})
	if err != nil {
		t.Fatal(err)
	}
	want := builtIn(t)
	want.Session.Pace, want.Screen.Theme = 90, "dark"
	same(t, c, want)
}

func TestLoad_NamesTheFileOfTheUser(t *testing.T) {
	home(t)
	write(t, config.Path(), "[session]\npase = 90\n")
	_, err := config.Load(defaults(t), nil)
	wantError(t, err, config.Path()+`:2: session.pase: unknown key; did you mean "pace"?`)
}

func TestLoad_AFolderIsNoFile(t *testing.T) {
	home(t)
	if err := os.MkdirAll(config.Path(), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(defaults(t), nil)
	wantError(t, err, config.Path()+`: is not a file; want a settings file there, or nothing`)
}

func TestLoad_ALargeFileIsNotRead(t *testing.T) {
	home(t)
	write(t, config.Path(), "")
	for size, want := range map[int64]string{70_000: "70 kB", 2_100_000: "2.1 MB"} {
		if err := os.Truncate(config.Path(), size); err != nil {
			t.Fatal(err)
		}
		_, err := config.Load(defaults(t), nil)
		wantError(t, err, config.Path()+`: is `+want+`; a settings file is at most 64 kB`)
	}
}

func TestLoad_AnUnreadableFileIsAProblem(t *testing.T) {
	home(t)
	// A file where its folder should be: nobody may read in there, not even root.
	write(t, config.Dir(), "")
	_, err := config.Load(defaults(t), nil)
	if err == nil || !strings.HasPrefix(err.Error(), config.Path()+": cannot be read: ") {
		t.Errorf("error %v, want one line that says it cannot be read", err)
	}
}

func TestInit_WritesTheDefaultsForTheUserToEdit(t *testing.T) {
	home(t)
	path, err := config.Init(defaults(t))
	if err != nil {
		t.Fatal(err)
	}
	if path != config.Path() {
		t.Errorf("wrote %s, want %s", path, config.Path())
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != defaults(t) {
		t.Errorf("wrote\n%s", got)
	}
	c, err := config.Load(defaults(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, c, builtIn(t))
}

func TestInit_NeverOverwrites(t *testing.T) {
	home(t)
	write(t, config.Path(), "# mine\n")
	path, err := config.Init(defaults(t))
	if want := config.Path() + " is already there; edit it, or move it away first"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	if got, _ := os.ReadFile(path); string(got) != "# mine\n" {
		t.Errorf("the file is now\n%s", got)
	}
}

func TestInit_SaysWhatIsInTheWay(t *testing.T) {
	dir := home(t)
	write(t, filepath.Join(dir, "config"), "a file where a folder should be")
	_, err := config.Init(defaults(t))
	if err == nil || !strings.HasPrefix(err.Error(), "cannot make the folder "+config.Dir()+": ") {
		t.Errorf("got %v", err)
	}
}

func TestCheck_AMissingFileIsAProblem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	_, problems := config.Check(defaults(t), path)
	wantError(t, problems, path+": cannot be read: no such file or directory")
}

func TestFindHome(t *testing.T) {
	u, err := user.Current()
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("no password database here:", err)
	}
	t.Cleanup(xdg.Reload) // runs after the environment is back
	t.Setenv("XDG_CONFIG_HOME", "")
	for _, c := range []struct{ home, want string }{{"", u.HomeDir}, {"somewhere", u.HomeDir}, {"/elsewhere", "/elsewhere"}} {
		t.Setenv("HOME", c.home)
		xdg.Reload()
		config.FindHome()
		if got := os.Getenv("HOME"); got != c.want || !strings.HasPrefix(config.Dir(), c.want) {
			t.Errorf("HOME=%q: got %q and settings in %s; want %q", c.home, got, config.Dir(), c.want)
		}
	}
}
