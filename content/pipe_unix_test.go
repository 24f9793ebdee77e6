//go:build unix

package content

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe would be waited for without end, and a link to one looks like a file.
func TestAPipeIsNotOpened(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	for _, folder := range []string{"poses", "routines"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(pipe, filepath.Join(dir, "poses", "a.toml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(pipe, filepath.Join(dir, "routines", "b.toml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("routines", "b.toml"), pipe); err != nil {
		t.Fatal(err)
	}
	_, problems := Load(Builtin(), Root{FS: os.DirFS(dir), Dir: "me"}, Root{Files: []string{pipe}})
	wantProblems(t, "problems", problems, // in order of name, and "me" comes after "/"
		pipe+": is not a file; want a TOML file",
		filepath.Join("me", "poses", "a.toml")+": is not a file; want a TOML file",
		filepath.Join("me", "routines", "b.toml")+": is not a file; want a TOML file",
	)
}
