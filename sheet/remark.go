package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// isRemark reports whether a line without a dose tells about an exercise.
func (r *reader) isRemark(l Line) bool {
	if _, known := r.poses.find(l.name); known {
		return false
	}
	r.settleWords(&l)
	return l.Status == Remark
}

// settleWords decides what words without a dose are.
func (r *reader) settleWords(l *Line) {
	switch {
	case l.isAside && (isLettered(l.Text) || isPartWithAside(*l)):
		l.Status = Heading
	case l.isAside, isAdmin(l.Text):
		l.Status = Remark
	case isHeading(*l):
		l.Status = Heading
	case r.paced.MatchString(l.Text):
		l.unread(pacedText)
	case isAdvice(*l), isAddress(l.Text), isSentence(l.Text):
		l.Status = Remark
	case strings.ContainsFunc(l.name, unicode.IsDigit):
		l.unread(strayText)
	default:
		l.unread(`it says no dose; want one such as "10 reps" or "30s x3"`)
	}
}

// isAdvice reports whether a line begins as advice does.
func isAdvice(l Line) bool {
	return len(wordsOf(l.Text)) > 1 && !strings.ContainsFunc(l.name, unicode.IsDigit) && slices.Contains([]string{
		"repeat", "relax", "keep", "breathe", "return", "remember", "avoid", "stop", "don", "switch", "note", "nb", "tip", "comment", "comments", "cue", "cues", "aim", "purpose", "discontinue", "if", "tel", "call", "phone",
	}, wordsOf(l.name + " x")[0])
}

func isAddress(text string) bool {
	return strings.Contains(text, "www.") || strings.Contains(text, "://") || strings.Contains(text, "@")
}

// isSentence reports whether a text is prose: it is long, ends as a sentence does, or
// says when something goes.
func isSentence(text string) bool {
	words := wordsOf(text)
	return len(words) > 7 || strings.HasSuffix(text, "?") || strings.HasSuffix(strings.TrimRight(text, "_*) "), ".") || strings.HasSuffix(text, "!") ||
		len(words) > 3 && slices.ContainsFunc(words, func(w string) bool {
			return slices.Contains([]string{"if", "unless", "when", "whenever", "until"}, w)
		})
}
