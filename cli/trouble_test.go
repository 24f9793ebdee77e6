package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// One trouble is said once, whatever meets it, and never laid on a file that is good.
func TestATroubleIsSaidOnce(t *testing.T) {
	replace := func(path string, put func(path string) error) {
		if err := errors.Join(os.RemoveAll(path), put(path)); err != nil {
			t.Fatal(err)
		}
	}
	troubles := map[string]func(folder string){
		"a folder in place of the log": func(folder string) {
			replace(filepath.Join(folder, "history.db"), func(path string) error { return os.Mkdir(path, 0o700) })
		},
		"a file in place of the folder": func(folder string) {
			replace(folder, func(path string) error { return os.WriteFile(path, nil, 0o600) })
		},
		"a folder in place of its lock": func(folder string) { // it can still be read
			replace(filepath.Join(folder, "history.db.lock"), func(path string) error { return os.Mkdir(path, 0o700) })
		},
		"no database": func(folder string) {
			replace(filepath.Join(folder, "history.db"), func(path string) error { return os.WriteFile(path, []byte("none"), 0o600) })
		},
	}
	for trouble, arrange := range troubles {
		for _, command := range []string{
			"log", "log --json", "stats", "stats --json", "export", "status", "today --show", "today --json", "today --plain", "program",
			"plan desk", "start desk --plain", "import-log GOOD", "import-log BAD", "sync TOGETHER",
		} {
			t.Run(trouble+"/"+command, func(t *testing.T) {
				u := newUser(t)
				together := t.TempDir()
				if code := u.call("program", "start", "--region", "lower-back"); code != 0 {
					t.Fatal(u.stderr)
				}
				if code := u.call("export", "--format", "json"); code != 0 {
					t.Fatal(u.stderr)
				}
				good, bad := filepath.Join(together, "good.json"), filepath.Join(together, "bad.json")
				if err := errors.Join(os.WriteFile(good, u.stdout.Bytes(), 0o600), os.WriteFile(bad, []byte("{"), 0o600)); err != nil {
					t.Fatal(err)
				}
				arrange(logFolder())
				u.app.Now = func() time.Time { return time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC) }
				u.call(strings.Fields(strings.NewReplacer("GOOD", good, "BAD", bad, "TOGETHER", together).Replace(command))...)
				lines := strings.Split(strings.TrimSpace(u.stderr.String()), "\n")
				for i, line := range lines {
					what := strings.TrimPrefix(line, "catcow: ")
					for j, other := range lines {
						if i != j && what != "" && strings.Contains(other, what) {
							t.Errorf("it is said twice:\n%s", u.stderr)
						}
					}
					if strings.Contains(line, good) {
						t.Errorf("a good file is blamed: %s", line)
					}
				}
			})
		}
	}
}
