package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"catcow/history"
)

// othersHome is a folder of files like ours that are somebody else's: a log that is open,
// with all that is beside it, settings, a pose and a routine.
func othersHome(t *testing.T) string {
	t.Helper()
	folder, to := t.TempDir(), t.TempDir()
	l, err := history.Open(t.Context(), folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close(t.Context()) }()
	now := time.Now()
	l.Save(history.Session{ID: history.NewID(), Routine: "hers", Name: "Hers", Started: now, Ended: now, End: history.Finished})
	if _, err := l.Progress(t.Context(), 1); err != nil { // which comes after it
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"config.toml":   "[session]\ncheck_in = false\n[voice]\nsay = \"none\"\n[chime]\nvolume = 1\n",
		"routines.toml": "id = \"hers\"\nname = \"Hers\"\nitems = [{ pose = \"bridge\", dose = \"2 reps\" }]\n",
		"poses.toml":    "id = \"hers\"\nname = \"Hers\"\nposition = \"standing\"\nregions = [\"hips\"]\nsteps = [\"Stand.\"]\ndose = \"20s\"\n",
		"state.toml":    stateText(),
	} {
		err = errors.Join(err, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	if err = errors.Join(err, os.CopyFS(to, os.DirFS(folder))); err != nil {
		t.Fatal(err)
	}
	return to
}

// shortCopy is a copy of a folder under a name that fits over one in a home.
func shortCopy(t *testing.T, folder string) string {
	t.Helper()
	to, err := os.MkdirTemp("/tmp", "") //nolint:usetesting // whose names are long
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(to) })
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return to
}

// takesAnother reports whether a system call names a file, in whose place another can be
// given: none that would remove or rename that.
func takesAnother(call uint64) bool { return call == unix.SYS_OPENAT || call == unix.SYS_NEWFSTATAT }

// elsewhere is the file of somebody else that is given in the place of one: of the same
// kind where there is one.
func (r *traced) elsewhere(path string) string {
	for _, name := range []string{filepath.Base(path), filepath.Base(filepath.Dir(path)) + filepath.Ext(path)} {
		if other := filepath.Join(r.other, name); r.other != "" && fileIsThere(other) {
			return other
		}
	}
	if strings.HasSuffix(path, "/catcow") {
		return r.other
	}
	return "/proc/version"
}

func fileIsThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
