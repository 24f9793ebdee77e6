package config

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// SaveCrash keeps the report of a fault of our own in
// $XDG_STATE_HOME/catcow/crash.txt, in place of an older one, and gives its
// path.
func SaveCrash(report []byte) (string, error) {
	path := filepath.Join(xdg.StateHome, app, "crash.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", noFolder(filepath.Dir(path), err)
	}
	if err := os.WriteFile(path, report, 0o600); err != nil {
		return "", notWritten(path, err)
	}
	return path, nil
}
