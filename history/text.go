package history

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text in the log is shown in terminals and spreadsheets later, and a file beside
// the database may have been written by anybody: nothing goes in that could steer
// one of them.

const (
	limitName  = 200       // bytes of a name or an id
	limitText  = 16 * 1024 // bytes of how to compile a plan again
	limitWhere = 20        // regions
)

// clean is a text without what cannot be seen, cut to a number of bytes.
func clean(text string, limit int) string {
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	for len(text) > limit {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// isID reports whether a text can be the ID of a session or of a run.
func isID(text string) bool {
	return text != "" && len(text) <= 64 && strings.Trim(text, "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == ""
}
