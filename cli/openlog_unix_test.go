//go:build unix

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// What is made with the help of a log is made without one that cannot be reached, and that
// is said. Where there is none, there is nothing to say.
func TestALogThatCannotBeReachedIsSaid(t *testing.T) {
	inPlace := func(do func(path string) error) func() error {
		return func() error {
			return errors.Join(os.MkdirAll(logFolder(), 0o700), do(filepath.Join(logFolder(), "history.db")))
		}
	}
	for _, test := range []struct {
		want string
		do   func() error
	}{
		{"", func() error { return nil }},
		{"", func() error { return os.MkdirAll(logFolder(), 0o700) }},
		{"catcow is not a folder", func() error { return os.WriteFile(logFolder(), nil, 0o600) }},
		{"catcow is a link that leads nowhere", func() error { return os.Symlink("nowhere", logFolder()) }},
		{"history.db is a link that leads nowhere", inPlace(func(path string) error { return os.Symlink("nowhere", path) })},
		{"history.db is a folder", inPlace(func(path string) error { return os.Mkdir(path, 0o700) })},
		{"history.db is not a file", inPlace(func(path string) error { return unix.Mkfifo(path, 0o600) })},
	} {
		for _, args := range [][]string{{"today"}, {"plan", "lower-back"}} {
			u := newUser(t)
			if err := errors.Join(os.RemoveAll(logFolder()), os.MkdirAll(filepath.Dir(logFolder()), 0o700), test.do()); err != nil {
				t.Fatal(err)
			}
			code, said := u.call(args...), u.stderr.String()
			if code != 0 || !strings.Contains(said, test.want) || test.want == "" && said != "" {
				t.Errorf("%v: code %d, %q; want %q", args, code, said, test.want)
			}
		}
	}
}
