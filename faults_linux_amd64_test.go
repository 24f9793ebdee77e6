package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"catcow/sampletest"
)

// Every operation on the files of somebody goes wrong once, in turn, in whatever
// they do: one line says so, nothing panics, and what was there before stays. A plain
// go test looks at one operation of each command that goes wrong in one way. FAULTS
// is how many operations of each are looked at in every way, spread over all of them:
//
//	FAULTS=1000 go test -run TestEveryFileOperation -timeout 2h .
func TestEveryFileOperationGoesWrong(t *testing.T) {
	t.Parallel()
	if !canTrace(t) {
		t.Skip("no process can be traced here")
	}
	most := operations(t, 8)
	home, bare, other := furnished(t), home(t), othersHome(t)
	for name, args := range fileCommands(home) {
		home := home
		if name == firstInit {
			home = bare
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			good := &traced{t: t, home: copied(t, home), args: args}
			count := good.run()
			if count == 0 {
				t.Fatal("no operation")
			}
			ways, step := []wrong{fails, full, refused, another}, count
			if most == 0 {
				ways = ways[rand.IntN(len(ways)):][:1]
			} else {
				step = max(count/most, 1)
			}
			for at := 1 + rand.IntN(step); at <= count; at += step {
				for _, how := range ways {
					if how == another && !takesAnother(good.calls[at-1]) {
						continue // nothing would go wrong
					}
					r := &traced{t: t, home: copied(t, home), args: args, at: at, how: how}
					if how == another {
						r.other = shortCopy(t, other)
					}
					r.run()
					r.judge()
				}
			}
			t.Logf("%d operations", count)
		})
	}
}

// A lock that is refused, whichever it is, is answered within moments, and the session is
// kept: SQLite alone would try for ten seconds what its own lock is in the way of. A plain
// go test refuses one of them.
func TestLockRefused(t *testing.T) {
	t.Parallel()
	if !canTrace(t) {
		t.Skip("no process can be traced here")
	}
	home := furnished(t)
	// At the beginning: what follows are the same locks again.
	from, to := 1, 16
	if !sampletest.Slow() {
		from += rand.IntN(to)
		to = from
	}
	for at := from; at <= to; at++ {
		r := &traced{t: t, home: copied(t, home), args: fileCommands(home)["session"], at: at, how: refused}
		r.only = func(call uint64, path string) bool { return call == unix.SYS_FCNTL && strings.HasSuffix(path, "-shm") }
		begun := time.Now()
		r.run()
		if took := time.Since(begun); took > 8*time.Second {
			t.Errorf("lock %d is refused, and it takes %v", at, took)
		}
		if r.what == "" {
			t.Errorf("there is no lock %d", at)
		}
		r.judge()
	}
}

// operations is how many operations of each command are looked at: slow where tests may
// be that, 0 for a sample.
func operations(t *testing.T, slow int64) int {
	t.Helper()
	if !sampletest.Slow() {
		slow = 0
	}
	return int(numberOf(t, "FAULTS", slow))
}

// fileCommands is what reads or writes the files of a home, by name.
func fileCommands(home string) map[string][]string {
	return map[string][]string{
		"log":     {"log", "--json"},
		"stats":   {"stats"},
		"export":  {"export", "--format", "csv"},
		"poses":   {"poses"},
		"check":   {"check"},
		"plan":    {"plan", "mine"},
		"status":  {"status"},
		"sync":    {"sync", home + "/together"},
		"init":    {"config", "init"},
		"session": {"start", "mine", "--plain"},
		"new":     {"new", "pose", "tree"},
		"import":  {"import", home + "/together/sheet.txt", "--name", "clinic", "--yes"},
		"share":   {"share", "mine", "-o", home + "/together/mine.catcow.toml"},
		"taken":   {"import-log", home + "/together/sessions.json"},
		"program": {"program", "start"},
		firstInit: {"config", "init"},
	}
}

// firstInit is config init where there are no settings, which are written then.
const firstInit = "first init"

// furnished is a home with a session in the log, a routine and a pose of one's own,
// settings, and a folder in which machines come together.
func furnished(tb testing.TB) string {
	tb.Helper()
	home := home(tb)
	for name, text := range map[string]string{
		"catcow/config.toml":        "[session]\ncheck_in = false\n[voice]\nsay = \"none\"\n[chime]\nvolume = 0\n",
		"catcow/routines/mine.toml": "id = \"mine\"\nname = \"Mine\"\nitems = [{ pose = \"cobra\", dose = \"3 reps\" }]\n",
		"catcow/poses/cow.toml":     "id = \"cow\"\nname = \"Cow\"\nposition = \"standing\"\nregions = [\"hips\"]\nsteps = [\"Stand.\"]\ndose = \"10s\"\n",
		"together/sheet.txt":        "cat-cow 10 reps\nstand on one leg 10s\n",
	} {
		path := filepath.Join(home, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			tb.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"start", "mine", "--plain"},
		{"sync", filepath.Join(home, "together")},
		{"export", "-o", filepath.Join(home, "together", "sessions.json")},
	} {
		cmd := at(home, args...)
		if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 3 {
			tb.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	if n := logged(tb, home); n != 1 {
		tb.Fatalf("%d sessions are in the log", n)
	}
	return home
}

// at is a command at a home. A session is skipped through.
func at(home string, args ...string) *exec.Cmd {
	cmd := exec.Command("catcow", args...)
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home, "CATCOW_VOICE_SAY=none")
	cmd.Stdin = strings.NewReader(strings.Repeat("\ns\n", 99))
	return cmd
}

// logged is how many sessions are in the log.
func logged(tb testing.TB, home string) int {
	tb.Helper()
	out, err := at(home, "log", "--json").Output()
	if err != nil {
		tb.Fatalf("the log cannot be read: %v", err)
	}
	return bytes.Count(out, []byte(`"started"`))
}

func copied(tb testing.TB, home string) string {
	tb.Helper()
	to := tb.TempDir()
	if err := os.CopyFS(to, os.DirFS(home)); err != nil {
		tb.Fatal(err)
	}
	return to
}
