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

// isPrintable reports whether a character stands for itself.
func isPrintable(r rune) bool { return unicode.IsPrint(r) && r != utf8.RuneError }

// isPlain reports whether a text holds nothing but what can be seen.
func isPlain(text string) bool {
	for _, r := range text {
		if !isPrintable(r) {
			return false
		}
	}
	return true
}

// clean is a text without what cannot be seen, cut to a number of bytes.
func clean(text string, limit int) string {
	if len(text) <= limit && isPlain(text) {
		return text
	}
	text = strings.Map(func(r rune) rune {
		if !isPrintable(r) {
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

func cleanAll(texts []string) []string {
	var kept []string
	for _, t := range texts[:min(len(texts), limitWhere)] {
		if t = clean(t, limitName); t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

// isID reports whether a text can be the ID of a session or of a run.
func isID(text string) bool {
	if text == "" || len(text) > 64 {
		return false
	}
	for _, r := range text {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}
