package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// isRemark reports whether a line without a dose tells about an exercise.
func (r *reader) isRemark(l Line) bool {
	if r.isKnown(l.name) {
		return false
	}
	r.classifyWords(&l)
	return l.Status == Remark
}

// classifyWords decides what words without a dose are.
func (r *reader) classifyWords(l *Line) {
	if why := r.whyUndosed(*l); why != "" {
		l.unread(why)
		return
	}
	switch {
	case l.isAside && (isLettered(l.text) || isPartWithAside(*l)):
		l.Status = Heading
	case l.isAside, isAdmin(l.text):
		l.Status = Remark
	case isHeading(*l):
		l.Status = Heading
	case r.paced.MatchString(l.text):
		l.unread(pacedText)
	case isAdvice(*l), isAddress(l.text):
		l.Status = Remark
	default:
		r.classifyUndosed(l)
	}
}

// whyUndosed is what a line says of a pose that is neither a dose nor a remark, if
// anything: not to do it, or how much in words that are no number.
func (r *reader) whyUndosed(l Line) string {
	switch {
	case r.forbids(l.text) && (isExerciseFirst(l.text) || r.namesKnown(l.text)):
		return forbiddenText
	case r.tired.MatchString(l.text) && r.namesKnown(l.text):
		return openText
	case hasNumber(l.name) && r.startsKnown(l.name):
		return strayText
	case r.inWords.MatchString(l.text) && r.namesKnown(l.text): // "Child's pose for a couple of minutes"
		return `its length has no number; want one such as "60s"`
	}
	return ""
}

// classifyUndosed decides between a sentence and an exercise that says no dose.
func (r *reader) classifyUndosed(l *Line) {
	switch {
	case r.isOpen(l.text) && isNamedFirst(l.text):
		l.unread(openText)
	case isSentence(l.text) && !r.isKnownFirst(l.text):
		l.Status = Remark
	case strings.ContainsFunc(l.name, unicode.IsDigit):
		l.unread(strayText)
	default:
		l.unread(noDoseText)
	}
}

const (
	noDoseText = `it says no dose; want one such as "10 reps" or "30s x3"`
	openText   = "how much it is depends on how it goes"
)

// firstPart is what stands before the first sign that parts a name from the words
// about it, and whether there is one.
func firstPart(text string) (string, bool) {
	for _, sign := range []string{" · ", ": ", " - ", " – ", " — ", ", "} {
		if name, _, ok := strings.Cut(text, sign); ok && len(wordsOf(name)) <= mostNameWords {
			return trimmed(name), true
		}
	}
	if at := strings.Index(strings.ToLower(text), " as long as "); at > 0 && len(wordsOf(text[:at])) <= mostNameWords {
		return strings.TrimSuffix(text[:at], " for"), true
	}
	return "", false
}

// mostNameWords is the most words of a name that stands before such a sign.
const mostNameWords = 5

// isKnownFirst reports whether a text begins with the name of a known pose, set apart.
func (r *reader) isKnownFirst(text string) bool {
	name, ok := firstPart(text)
	return ok && r.isKnown(name)
}

// isExerciseFirst reports whether a text begins with the word for something that is
// done, set apart: "Plank - not till Friday".
func isExerciseFirst(text string) bool {
	name, ok := firstPart(text)
	return ok && isExercise(name)
}

// isNamedFirst reports whether a text begins with what may be the name of an exercise,
// set apart: "Happy baby - as long as you like".
func isNamedFirst(text string) bool {
	name, ok := firstPart(text)
	words := wordsOf(name)
	return ok && len(words) > 0 && !isPart(name) && !isCondition(name+" it is") && !isInstructing(words[0])
}

// isAdvice reports whether a line begins as advice does.
func isAdvice(l Line) bool {
	return len(wordsOf(l.text)) > 1 && !strings.ContainsFunc(l.name, unicode.IsDigit) && slices.Contains([]string{
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
		len(words) > 3 && hasAny(words, "if", "unless", "when", "whenever", "until")
}
