package voice

import (
	"strings"
	"unicode"
)

// mostText is how many characters are said at once: some three minutes. A longer text is cut.
const mostText = 2000

// unsaid are characters that nobody says and that some engine or shell takes for an instruction: [[ ]] switches to
// phonemes in espeak-ng and piper and gives commands to say; < > and & are SSML; the rest is for programs of the user's
// own, and for modules of Speech Dispatcher that put the text into a command line.
const unsaid = "[]<>&`$\\\"{}|^*_#~"

// plain is a text as one line of words, with nothing in it that steers an engine; "" if there is nothing to say.
func plain(text string) string {
	line := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r): // joins or directs letters, and is none
			return -1
		case r == unicode.ReplacementChar, !unicode.IsPrint(r), strings.ContainsRune(unsaid, r):
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "&", " and "))
	line = strings.Join(strings.Fields(line), " ")
	if all := []rune(line); len(all) > mostText {
		line = strings.TrimSpace(string(all[:mostText]))
	}
	if !strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return line
}

// named says that a text can be the name of a voice, and can be nothing else: no option, no second line.
func named(name string) bool {
	if name == "" || len([]rune(name)) > 80 || name[0] == '-' || strings.TrimSpace(name) != name {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" ._+/()-", r)
	})
}
