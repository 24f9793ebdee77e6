package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"catcow/decode"
	"catcow/file"
)

const (
	app      = "catcow"
	fileName = "config.toml"
)

// Dir returns the folder of the user's own files: settings, poses and routines.
func Dir() string {
	return filepath.Join(xdg.ConfigHome, app)
}

// Path returns the path of the user's settings file, there or not.
func Path() string {
	return filepath.Join(Dir(), fileName)
}

// limit is the most bytes of a file of ours.
const limit = 64 << 10

// Load is [Decode] for the settings file at [Path], which may be missing. One that
// cannot be read is an error of type [decode.Problems] too.
func Load(defaults string, environ []string) (Config, error) {
	if _, err := os.Lstat(Path()); errors.Is(err, fs.ErrNotExist) {
		return Decode(defaults, Path(), nil, environ)
	}
	return loadFile(defaults, Path(), environ)
}

func loadFile(defaults, path string, environ []string) (Config, error) {
	user, err := readFile(path)
	if err != nil {
		return Config{}, decode.Problems{unreadable(path, err)}
	}
	return Decode(defaults, path, user, environ)
}

// Check is what is good about a settings file, and all that is wrong with it, with what it
// names and this machine does not have.
func Check(defaults, path string) (Config, decode.Problems) {
	c, err := loadFile(defaults, path, nil)
	problems, _ := errors.AsType[decode.Problems](err)
	problems = append(problems, Missing(c, path)...)
	problems.Sort()
	return c, problems
}

func readFile(path string) ([]byte, error) {
	return decode.ReadFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), limit)
}

// Init writes the defaults to [Path] for the user to edit, and creates the
// folders on the way. It never overwrites: the error for a file that is already
// there says where it is.
func Init(defaults string) (path string, err error) {
	path = Path()
	if err := os.MkdirAll(Dir(), 0o700); err != nil {
		return path, noFolder(Dir(), err)
	}
	err = file.Create(path, []byte(defaults))
	switch {
	case errors.Is(err, fs.ErrExist):
		return path, alreadyThere(path)
	case err != nil:
		return path, notWritten(path, err)
	}
	return path, nil
}

// SaveCrash keeps the report of a fault of our own in
// $XDG_STATE_HOME/catcow/crash.txt, in place of an older one, and gives its
// path.
func SaveCrash(report []byte) (string, error) {
	path := filepath.Join(xdg.StateHome, app, "crash.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", noFolder(filepath.Dir(path), err)
	}
	if err := file.Replace(path, report); err != nil {
		return "", notWritten(path, err)
	}
	return path, nil
}
