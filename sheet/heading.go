package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// isHeading reports whether a line without a dose stands above others, by its
// form or by its words.
func isHeading(l Line) bool {
	text := strings.TrimSpace(l.text)
	words := wordsOf(text)
	if l.dosage != "" || len(words) == 0 || len(words) > 8 {
		return false
	}
	if strings.HasSuffix(text, ":") || isPart(text) || isDecorated(text) || isQuestion(text) {
		return true
	}
	return isHeadingByForm(l, text)
}

// isHeadingByForm reports whether a line without a dose is in capitals, or is the
// letter and the name of a part.
func isHeadingByForm(l Line, text string) bool {
	switch isCapital := strings.ToUpper(text) == text; {
	case strings.ContainsFunc(text, unicode.IsDigit) && !isNumbered(text):
		return false // "SLR 10 L, 10 R"
	case isLettered(text):
		return isCapital || !isExercise(l.name)
	default:
		return isCapital && !l.listed
	}
}

// isDecorated reports whether a line has a frame of signs: "*** Spine clinic ***".
func isDecorated(text string) bool {
	const frame = "*=~_#-"
	return len(text) > 2 && strings.ContainsRune(frame, rune(text[0])) && text[len(text)-1] == text[0]
}

// isLettered reports whether a text begins with a letter for a part: "B) CONTROL".
func isLettered(text string) bool {
	return len(text) > 2 && text[0] >= 'A' && text[0] <= 'H' && (text[1] == ')' || text[1] == '.')
}

// classifyAvoided takes the items of a list of what not to do for remarks: "Avoid:".
func (r *reader) classifyAvoided(l *Line) {
	switch {
	case r.avoided && l.listed:
		l.Status, l.Own, l.Why = Remark, false, "what to avoid"
	case !l.listed:
		r.avoided = slices.Contains([]string{"avoid", "avoid these", "things to avoid", "do not", "don t", "never", "precautions"}, strings.Join(wordsOf(l.text), " "))
		if r.avoided && l.Status == Unread {
			l.Status, l.Why = Heading, ""
		}
	}
}

// findTitle takes the first line for the title of the sheet if it names nothing
// that can be done, and the lines go on otherwise than with such names.
func (r *reader) findTitle() {
	if len(r.lines) < 2 {
		return
	}
	first, next := &r.lines[0], r.lines[1]
	if r.isKnown(first.name) {
		return
	}
	if first.Status == Remark && isLongTitle(*first) {
		first.Status = Heading
	}
	isApart := next.N > first.N+1 || next.Status == Heading || next.Status == Remark
	if isApart && isTitleUnread(*first) {
		first.Status, first.Why = Heading, ""
	}
}

// isTitleUnread reports whether a line that is not understood names nothing that can
// be done, nor forbids it.
func isTitleUnread(l Line) bool {
	isWords := l.Status == Unread && l.Why != forbiddenText && l.name != "" && l.dosage == ""
	return isWords && !l.listed && !isExercise(l.name)
}

// isExercise reports whether a name has the word for something that is done.
func isExercise(name string) bool {
	return isMoved(name) || hasAny(stemsOf(name),
		"stretch", "hold", "plank", "squat", "bridg", "lift", "rais", "rol", "press", "row", "twist", "rotation", "tilt", "pos", "tuck", "squeez", "curl", "walk", "bug", "dog", "lung",
	)
}

// isAdmin reports whether a line with a number is about appointments, telephones and
// the like.
func isAdmin(text string) bool {
	words := wordsOf(text)
	return hasAny(words,
		"reception", "appointment", "review", "questions", "ring", "phone", "call", "tel", "printed", "target", "rpe", "borg", "dob", "ref", "followup",
	) || isPainScore(text) || isImprint(text) || hasPair(words, "r", "v") || hasPair(words, "f", "u") || hasPair(words, "print", "date")
}

// isPainScore reports whether a line tells how much pain is allowed: "pain below 3/10".
func isPainScore(text string) bool {
	text = strings.ToLower(text)
	return (strings.Contains(text, "pain") || strings.Contains(text, "discomfort")) && (strings.Contains(text, "/10") || strings.Contains(text, "out of 10"))
}

// isPart reports whether a line is about the sheet or names a part of it.
func isPart(text string) bool { return isTopic(text) || isSection(text) }

// isSection reports whether words say only where or when, or name a part of a
// session, and no exercise.
func isSection(text string) bool {
	words := wordsOf(text)
	return len(words) > 0 && len(words) <= 6 && isPlace(text)
}

// isTopic reports whether a line is about a sheet or a part of it.
func isTopic(text string) bool {
	if strings.ContainsFunc(text, unicode.IsDigit) && !strings.Contains(text, ":") && !isNumbered(text) && !isCount(text) && !strings.Contains(text, "/20") {
		return false // "cobra 5 a day"
	}
	return isCount(text) || len(wordsOf(text)) <= 8 && !strings.HasSuffix(text, ".") && hasAny(wordsOf(text),
		"exercises", "program", "programme", "routine", "plan", "week", "day", "phase", "stage", "level", "section", "morning", "evening", "night", "daily",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "patient", "client", "therapist", "physio", "physiotherapist", "date", "clinic",
		"warmup", "cooldown", "stretches", "stretching", "strengthening", "strength", "mobility", "flexibility", "stability", "core", "goals", "notes",
		"equipment", "rehab", "rehabilitation", "sheet", "handout", "name", "hep", "diagnosis", "frequency", "total", "duration", "sessions", "appointment", "review", "ice", "heat",
	)
}

// isCount reports whether a text counts the exercises of a sheet: "6 exercises for
// a stiff neck".
func isCount(text string) bool {
	number, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	words := wordsOf(rest)
	return isInteger(number) && !strings.ContainsFunc(rest, unicode.IsDigit) && hasAny(words[:min(len(words), 2)], "exercises", "stretches", "moves", "poses", "ways")
}

// isQuestion reports whether a text asks something, as the heads of leaflets do.
func isQuestion(text string) bool {
	words := wordsOf(text)
	if len(words) > 1 && len(words) <= 4 && slices.Contains([]string{"how often", "how to", "how many", "how long", "when to", "what to"}, words[0]+" "+words[1]) && !strings.ContainsFunc(text, unicode.IsDigit) {
		return true
	}
	return strings.HasSuffix(text, "?") && len(words) > 0 && slices.Contains([]string{"how", "why", "when", "what", "who", "where", "which", "should", "can", "will", "do", "does", "is", "are"}, words[0])
}

// isLongTitle reports whether a first line is a title of more words than others
// have: it is about the sheet, and no sentence.
func isLongTitle(l Line) bool {
	text := l.text
	words := wordsOf(text)
	isAddressed := len(words) > 0 && slices.Contains([]string{"hi", "hello", "dear", "hey", "try", "do", "please", "these", "here", "this", "your"}, words[0])
	return l.dosage == "" && !l.isAside && len(words) <= 14 && !isAddressed && !strings.ContainsAny(text, "!?,") && !strings.HasSuffix(text, ".") &&
		slices.ContainsFunc(words, func(w string) bool { return isTopic(w) })
}

// isPartWithAside reports whether a line is a part of the sheet and says in
// brackets how often: "Stretches (every day)".
func isPartWithAside(l Line) bool {
	name, _, ok := strings.Cut(l.text, "(")
	return ok && strings.HasSuffix(l.text, ")") && isPart(name)
}

// isImprint reports whether a line with a time is about the page: when it was
// last changed, or how long it takes to read.
func isImprint(text string) bool {
	words := strings.Join(wordsOf(text), " ")
	return strings.HasSuffix(words, "min read") || strings.HasSuffix(words, "minute read") || slices.ContainsFunc([]string{
		"last reviewed", "last updated", "updated", "page last", "published", "reviewed on", "updated on",
	}, func(start string) bool { return strings.HasPrefix(words, start) })
}

func hasPair(words []string, a, b string) bool {
	at := slices.Index(words, a)
	return at >= 0 && at+1 < len(words) && words[at+1] == b
}

// isTitle reports whether words before a time are the title of a sheet.
func isTitle(text string) bool {
	words := " " + strings.Join(wordsOf(text), " ") + " "
	return slices.ContainsFunc([]string{" home practice ", " yoga practice ", " yoga therapy ", " yoga class ", " yoga session "}, func(title string) bool {
		return strings.Contains(words, title)
	})
}

// isNumbered reports whether a text begins with a part and its number: "Week 1".
func isNumbered(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	parts := []string{"week", "day", "phase", "stage", "level", "part", "section", "session"}
	return len(words) > 1 && slices.Contains(parts, words[0]) && strings.ContainsFunc(words[1], unicode.IsDigit)
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) })
}

// hasAny reports whether one of the words is among those wanted.
func hasAny(words []string, wanted ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wanted, w) })
}

// hasOnly reports whether all of the words are among those wanted.
func hasOnly(words []string, wanted ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(wanted, w) })
}
