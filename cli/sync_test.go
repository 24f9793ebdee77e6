package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Two machines come together through a folder that is named, or set.
func TestSync(t *testing.T) {
	folder := t.TempDir()
	one := newUser(t)
	sessions := play(t, one.app)
	if code := one.call("sync", folder); code != 0 || !strings.Contains(one.stdout.String(), "taken in: nothing new; left for others: 1 file") {
		t.Errorf("code %d, %s%s", code, one.stdout, one.stderr)
	}
	two := newUser(t)
	two.write("config.toml", fmt.Sprintf("[history]\nsync = %q\n", folder))
	if err := os.WriteFile(filepath.Join(folder, "catcow-half.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := two.call("sync"); code != 0 || !strings.Contains(two.stdout.String(), fmt.Sprintf("taken in: %d entries;", len(sessions))) ||
		!strings.Contains(two.stderr.String(), "catcow-half.json cannot be read") {
		t.Errorf("code %d, %s%s", code, two.stdout, two.stderr)
	}
	if code := two.call("log"); code != 0 || strings.Count(two.stdout.String(), "\n") != 1+len(sessions) {
		t.Errorf("code %d, %s", code, two.stdout)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"sync", filepath.Join(folder, "missing")}, 1, "missing: "},
		{[]string{"sync", folder, folder}, 2, "at most 1 arg"},
	} {
		if code := two.call(c.args...); code != c.code || !strings.Contains(two.stderr.String(), c.want) {
			t.Errorf("%v: code %d, %s", c.args, code, two.stderr)
		}
	}
	two.write("config.toml", "")
	if code := two.call("sync"); code != 2 || !strings.Contains(two.stderr.String(), "want a FOLDER") {
		t.Errorf("code %d, %s", code, two.stderr)
	}
}
