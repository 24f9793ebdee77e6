package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
