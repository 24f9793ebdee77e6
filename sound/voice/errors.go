package voice

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// ErrNone says that there is no voice: nothing was found, or none is wanted.
var ErrNone = errors.New(noVoiceText)

var (
	errLate      = errors.New(lateText)
	errTooMuch   = errors.New(tooMuchText)
	errNotWAV    = errors.New(notWAVText)
	errVoiceName = errors.New(voiceNameText)
)

// complained is an error with what the program printed about it, if anything.
func complained(err error, printed []byte) error {
	if text := quoted(string(printed)); text != "" {
		return fmt.Errorf("%w: %s", err, text)
	}
	return err
}

// mostQuoted is how many characters of what a program printed are worth showing.
const mostQuoted = 160

// quoted is the line that says most of what a program printed: the first, or the last where a trace of calls comes before
// it. Nothing is left in it that a terminal would act on.
func quoted(printed string) string {
	var lines []string
	for line := range strings.FieldsFuncSeq(printed, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = printable(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return ""
	}
	line := lines[0]
	if strings.HasPrefix(line, "Traceback ") {
		line = lines[len(lines)-1]
	}
	if all := []rune(line); len(all) > mostQuoted {
		line = string(all[:mostQuoted]) + "..."
	}
	return line
}

// printable leaves out whatever does not print.
func printable(line string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == unicode.ReplacementChar || !unicode.IsPrint(r):
			return -1
		}
		return r
	}, line))
}
