//go:build linux

package device

import (
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A pipe in the place of the cookie is not waited for.
func TestCookieThatIsAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cookie")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PULSE_COOKIE", path)
	done := make(chan int, 1)
	go func() { done <- len(cookie()) }()
	select {
	case n := <-done:
		if n != cookieSize {
			t.Errorf("%d bytes", n)
		}
	case <-time.After(5 * time.Second):
		t.Error("it waits")
	}
}
