package config

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"
)

// FindHome sets HOME to what the password database says where it is missing or
// no whole path, as under some services and with su; the programs that are
// started later inherit it. It is to be called before anything else of this
// package.
func FindHome() {
	if filepath.IsAbs(os.Getenv("HOME")) || runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		return
	}
	if u, err := user.Current(); err == nil && filepath.IsAbs(u.HomeDir) {
		_ = os.Setenv("HOME", u.HomeDir) // it fails for odd names only
		xdg.Reload()
	}
}
