package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
)

// A program begins, and ends, also where what was kept cannot be read.
func TestAProgramBesideADamagedState(t *testing.T) {
	u := newUser(t)
	path := filepath.Join(xdg.StateHome, "catcow", "state.toml")
	for _, command := range []string{"start", "stop"} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("no state = [\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if code := u.call("program", command); code != 0 || strings.Count(u.stderr.String(), "\n") != 1 || u.stdout.Len() == 0 {
			t.Errorf("%s: exit code %d\n%s%s", command, code, u.stdout, u.stderr)
		}
	}
}

// A program that was begun while the clock was ahead begins when the clock is right, and
// goes on from there.
func TestAProgramBegunWhileTheClockWasAhead(t *testing.T) {
	for _, command := range [][]string{{"program", "--json"}, {"today", "--show"}} {
		u := newUser(t)
		right := u.app.Now()
		u.app.Now = func() time.Time { return right.AddDate(1, 0, 0) }
		if code := u.call("program", "start"); code != 0 {
			t.Fatal(u.stderr)
		}
		u.app.Now = func() time.Time { return right }
		if code := u.call(command...); code != 0 {
			t.Fatal(u.stderr)
		}
		u.app.Now = func() time.Time { return right.AddDate(0, 0, 3) }
		u.call("program", "--json")
		if want := `"started": "` + right.Format(time.DateOnly) + `"`; !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%q: %s, want %s", command, u.stdout, want)
		}
	}
}
