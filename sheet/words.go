package sheet

import (
	"errors"
	"strings"
	"unicode"

	"catcow/page"
)

// UnderstoodText is what a line was taken for: the pose and its dose with the words
// that stand beside them, or why there is none.
func (l *Line) UnderstoodText() string {
	text, before, after := string(l.Status), ": ", ""
	switch l.Status {
	case Exercise:
		text, before, after = l.Pose.Name+", "+l.Dose.String(), " (", ")"
		for _, words := range l.Remarks {
			text += `, "` + words + `"`
		}
	case Unread:
		text = "NOT UNDERSTOOD"
	case Heading, Remark:
	}
	if l.Why == "" {
		return text
	}
	return text + before + l.Why + after
}

// SummaryText counts what was understood: "2 exercises, 1 line not understood".
func (s Sheet) SummaryText() string {
	text := page.Plural(len(s.Exercises()), "exercise", "exercises")
	if unread := len(s.linesOf(Unread)); unread > 0 {
		text += ", " + page.Plural(unread, "line", "lines") + " not understood"
	}
	return text
}

// NameID is the id of a file for a name that somebody typed.
func NameID(name string) (string, error) {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "", errors.New("a name needs a letter or a digit")
	}
	return ID(name), nil
}
