//go:build unix

package plain

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// giveKeys changes the state of a terminal to one that gives a key as it is typed.
func giveKeys(s *term.State) {
	s.Lflag &^= unix.ICANON | unix.ECHO
	s.Cc[unix.VMIN], s.Cc[unix.VTIME] = 1, 0
}
