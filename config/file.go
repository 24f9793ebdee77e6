package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
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

// Load is [Decode] for the settings file at [Path]. The file may be missing; one
// that cannot be read is an error of type [Problems].
func Load(defaults string, environ []string) (Config, error) {
	path := Path()
	user, text := readFile(path)
	if text != "" {
		return Config{}, Problems{{File: path, Text: text}}
	}
	return Decode(defaults, path, user, environ)
}

// readFile returns the contents of a settings file, nil if there is none, and
// what is wrong with it. It asks for kind and size first: a named pipe would
// wait forever, and a mistaken link may lead to a film.
func readFile(path string) (contents []byte, wrong string) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ""
	case err != nil:
		return nil, unreadable(err)
	case !info.Mode().IsRegular():
		return nil, notAFile
	case info.Size() > limit:
		return nil, tooLarge(info.Size())
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = f.Close() }()
	contents, err = io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, unreadable(err)
	}
	return contents, ""
}

// Init writes the defaults to [Path] for the user to edit, and creates the
// folders on the way. It never overwrites: the error for a file that is already
// there says where it is.
func Init(defaults string) (path string, err error) {
	path = Path()
	if err := os.MkdirAll(Dir(), 0o700); err != nil {
		return path, noFolder(Dir(), err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return path, alreadyThere(path)
	}
	if err != nil {
		return path, notWritten(path, err)
	}
	_, err = f.WriteString(defaults)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path) // half a settings file is worse than none
		return path, notWritten(path, err)
	}
	return path, nil
}
