package plain

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// giveKeys changes the state of a terminal to one that gives a key as it is typed.
func giveKeys(s *term.State) {
	s.Mode &^= windows.ENABLE_LINE_INPUT | windows.ENABLE_ECHO_INPUT
}
