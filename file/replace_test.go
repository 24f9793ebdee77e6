package file_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"catcow/file"
)

// What is there is replaced, for the eyes of its owner, and nothing else is left.
func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "state.toml")
	for _, text := range []string{"one", "", "three"} {
		if err := file.Replace(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != text {
			t.Errorf("%q, %v; want %q", got, err, text)
		}
		info, err := os.Stat(path)
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	}
	wantAlone(t, folder, "state.toml")
}

// Where it cannot have the name, nothing of it stays.
func TestReplaceFails(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "taken")
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := file.Replace(path, []byte("text")); err == nil {
		t.Error("a folder was replaced")
	}
	if err := file.Replace(filepath.Join(folder, "none", "file"), nil); err == nil {
		t.Error("written into a folder that is not there")
	}
	wantAlone(t, folder, "taken")
}

func wantAlone(t *testing.T, folder, name string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].Name() != name {
		t.Errorf("%v, %v; want %s alone", entries, err, name)
	}
}

// What has the name is left alone, also where it got it meanwhile. A name may be as long
// as any.
func TestCreate(t *testing.T) {
	folder := t.TempDir()
	name := strings.Repeat("ä", 120) + ".toml"
	path := filepath.Join(folder, name)
	if err := file.Create(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := file.Create(path, []byte("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "one" {
		t.Errorf("%q, %v", got, err)
	}
	wantAlone(t, folder, name)
}
