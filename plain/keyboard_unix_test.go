//go:build unix

package plain

import (
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// In a session keys come at once and unseen, ctrl+c stays what it is, and the terminal
// is given back as it was.
func TestTheKeyboardIsGivenBack(t *testing.T) {
	t.Parallel()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = screen.Close(), tty.Close() }()
	mode := func() uint64 {
		state, err := term.GetState(tty.Fd())
		if err != nil {
			t.Fatal(err)
		}
		return uint64(state.Lflag)
	}
	before := mode()
	k := newKeyboard(tty)
	if k == nil || before&unix.ICANON == 0 {
		t.Fatalf("no keyboard, or one without lines: %x", before)
	}
	k.set(true)
	if m := mode(); m&(unix.ICANON|unix.ECHO) != 0 || m&unix.ISIG == 0 {
		t.Errorf("%x while single keys are asked for", m)
	}
	if k.set(false); mode() != before {
		t.Errorf("%x, was %x", mode(), before)
	}
}
