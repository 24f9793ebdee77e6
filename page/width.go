package page

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells a line takes. Most lines are letters, blocks and what colours
// them, which are counted here at once; all else is left to ansi, which takes many times
// as long as the rest of a frame.
func Width(s string) int {
	w := 0
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case b == '\x1b':
			end := colored(s[i:])
			if end == 0 {
				return ansi.StringWidth(s)
			}
			i += end
		case ' ' <= b && b <= '~':
			w++
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !block(r) {
				return ansi.StringWidth(s)
			}
			w++
			i += n
		}
	}
	return w
}

// colored is how long the sequence is with which s begins, if it only says how cells look;
// else 0.
func colored(s string) int {
	const start = len("\x1b[")
	if len(s) < start || s[1] != '[' {
		return 0
	}
	for i := start; i < len(s); i++ {
		switch b := s[i]; {
		case b == 'm':
			return i + 1
		case b != ';' && b != ':' && (b < '0' || b > '9'):
			return 0
		}
	}
	return 0
}

// block reports whether a rune is a line, a block, dots or a sextant, one cell wide.
func block(r rune) bool {
	return '\u2500' <= r && r <= '\u259f' || '\u2800' <= r && r <= '\u28ff' || '\U0001fb00' <= r && r <= '\U0001fb3b'
}

// Cut cuts a line to a width, with a mark where something is lost.
func Cut(s string, w int, mark string) string {
	if Width(s) <= w {
		return s
	}
	return ansi.Truncate(s, max(w, 0), mark)
}
