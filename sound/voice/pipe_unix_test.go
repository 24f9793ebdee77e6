//go:build unix

package voice

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A pipe in the place of the settings of Speech Dispatcher is not waited for.
func TestSettingsThatAreAPipe(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "speech-dispatcher", "speechd.conf")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	m := machine{getenv: func(name string) string {
		return map[string]string{"XDG_CONFIG_HOME": home}[name]
	}}
	done := make(chan string, 1)
	go func() { done <- m.speechModule() }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Error("it waits")
	}
}
