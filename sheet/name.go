package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// readName takes the words of a line for the name of an exercise, and those in
// brackets for remarks.
func (r *reader) readName(l *Line, text string) {
	text = trimmed(r.meaning(r.withoutBrackets(l, text)))
	if l.dosage != "" {
		text = r.withoutTime(l, trimmed(r.meaning(r.stay.ReplaceAllString(r.lead.ReplaceAllString(text, ""), ""))))
	}
	l.name = text
	r.checkSide(l, text)
	if r.isKnown(text) || text == "" {
		return
	}
	isStray := r.isStray(text)
	if l.dosage != "" {
		r.checkName(l, text, isStray)
	} else if isStray && !isTopic(text) && !isAdmin(l.text) && len(wordsOf(text)) <= 7 {
		l.unread(strayText)
	}
}

// withoutTime is the name before a dose without words of when, and empty where it only
// names what the dose says.
func (r *reader) withoutTime(l *Line, text string) string {
	if isLabel(text) {
		return ""
	}
	at := r.atTime.FindStringIndex(text)
	if at == nil {
		return text
	}
	if !r.isKnown(text[:at[0]]) {
		return text
	}
	l.Remarks = append(l.Remarks, trimmed(text[at[0]:]))
	return text[:at[0]]
}

// isStray reports whether a name has a number that is no part of it.
func (r *reader) isStray(name string) bool {
	return (r.stray.MatchString(name) || r.inside.MatchString(name)) && !r.named.MatchString(name)
}

// isLabel reports whether words name what a dose says, and no exercise: "Duration:
// 1 min".
func isLabel(text string) bool {
	return slices.Contains([]string{"duration", "time", "length", "hold time", "dose", "dosage", "amount", "target", "goal", "prescription"}, strings.Join(wordsOf(text), " "))
}

// checkName reports words before a dose that are no name of one exercise.
func (r *reader) checkName(l *Line, text string, isStray bool) {
	switch {
	case isQuestion(l.text), isQuestion(text):
		l.unread("it asks, and does not say what to do")
	case isForbidding(text):
		l.unread("it says what not to do, or how much at most")
	case r.readSegments(l, text), r.readInstruction(l, text):
	case isCondition(text):
		l.unread("it says when to do something, and not only what")
	case strings.Count(text, ",") > 1 && !isTold(text), r.joins.MatchString(text):
		l.unread("it may name more than one exercise; want one a line")
	case isStray:
		l.unread(strayText)
	case isNoName(withoutKind(text)):
		l.unread(noNameText)
	}
}

// isCondition reports whether words before a dose say when or whether something is
// to be done: "Only move on when you can walk".
func isCondition(text string) bool {
	words := wordsOf(text)
	return len(words) > 2 && slices.Contains([]string{"only", "when", "once", "if", "unless", "before", "after"}, words[0])
}

// isOnward reports whether a line says when to go on to the next part of a sheet.
func isOnward(text string) bool {
	words := wordsOf(text)
	if len(words) < 3 || !slices.Contains([]string{"only", "move", "go", "progress"}, words[0]) {
		return false
	}
	isNext := hasPair(words, "move", "on") || hasPair(words, "move", "to") || hasPair(words, "go", "on") || hasPair(words, "progress", "to")
	return isNext && hasAny(words, "when", "once", "if", "after")
}

// isTold reports whether a text tells of one exercise in sentences, so that its
// commas are no list: "On hands and knees, round your back, then let it sag".
func isTold(text string) bool {
	const least = 12 // words
	words := wordsOf(text)
	place, _, _ := strings.Cut(text, ",")
	return len(words) >= least && (isPlace(place) || isInstructing(words[0]))
}

// isNoName reports whether words before a dose are of the lines around them, or of
// the sides.
func isNoName(text string) bool {
	words := wordsOf(text)
	if text == "" || slices.Contains([]string{"above", "all", "circuit", "sequence", "these", "them", "all these", "all of these", "all of them", "each of these", "each of them", "everything"}, strings.Join(words, " ")) {
		return true
	}
	return len(words) > 1 && slices.Contains([]string{"switch", "swap", "change"}, words[0]) && slices.Contains([]string{"side", "sides", "leg", "legs", "arm", "arms"}, words[1])
}

// isForbidding reports whether words before a dose say what not to do, or set a
// limit to it: "do not do cobra", "no more than".
func isForbidding(text string) bool {
	words := wordsOf(text)
	return len(words) > 0 && slices.Contains([]string{"no", "don", "never", "avoid", "stop"}, words[0]) || slices.Contains(words, "not") || slices.Contains(words, "than")
}

// hasNumber reports whether there is a number in figures, or in a word that
// counts more than hands and feet.
func hasNumber(text string) bool {
	return strings.ContainsFunc(text, unicode.IsNumber) || hasAny(wordsOf(text), "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "thirty", "sixty")
}

// withoutBrackets is a text without what is in brackets, which is a remark.
func (r *reader) withoutBrackets(l *Line, text string) string {
	for _, m := range r.brackets.FindAllStringSubmatch(text, -1) {
		if words := trimmed(m[1]); words != "" {
			l.Remarks = append(l.Remarks, words)
			r.checkSide(l, words)
		}
	}
	if m := r.bracketed.FindStringSubmatchIndex(text); m != nil && isInstructing(strings.ToLower(text[m[4]:m[5]])) {
		text = text[:m[3]] + ". " + text[m[4]:] // "Bridge (for the hips) Lift your back"
	}
	return strings.Trim(r.brackets.ReplaceAllString(text, " "), " ([{")
}

// readSegments looks for a known name at the front of others words, and reports
// whether there is one.
func (r *reader) readSegments(l *Line, text string) bool {
	signs := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;:.–—", c) })
	segments := append(strings.Split(text, " - "), signs...)
	firsts := []int{0, len(segments) - len(signs)}
	if r.isEither(text) {
		l.unread("it names one exercise or another; want one a line")
		return true
	}
	found := ""
	for i, s := range segments {
		s = trimmed(s)
		if !r.isKnown(s) || s == found {
			continue
		}
		if !slices.Contains(firsts, i) {
			l.unread("it may name more than one exercise; want one a line")
			return true
		}
		found = s
	}
	if found == "" {
		return false
	}
	rest := trimmed(strings.TrimPrefix(text, found))
	if hasNumber(rest) {
		l.unread(strayText)
	}
	l.name = found
	l.Remarks = append(l.Remarks, rest)
	return true
}

// isEither reports whether a text names a known exercise and another to choose
// from.
func (r *reader) isEither(text string) bool {
	one, other, ok := strings.Cut(strings.TrimPrefix(strings.ToLower(text), "either "), " or ")
	if !ok {
		return false
	}
	return r.isKnown(trimmed(one)) || r.isKnown(trimmed(other))
}

// readInstruction takes for the name what stands before a colon, or the end of a
// sentence, and words that tell how to do it: "Heel slides: slide each heel up".
func (r *reader) readInstruction(l *Line, text string) bool {
	name, rest, ok := strings.Cut(text, ":")
	if sentence, more, isSentence := strings.Cut(text, ". "); isSentence && len(sentence) < len(name) {
		name, rest, ok = sentence, more, true
	}
	words := wordsOf(rest)
	if name = trimmed(name); !ok || len(words) == 0 || !isInstructing(words[0]) || isPlace(name) || isTopic(name) {
		return false
	}
	if strings.ContainsFunc(text, unicode.IsDigit) {
		l.unread(strayText)
	}
	l.name = name
	l.Remarks = append(l.Remarks, trimmed(rest))
	return true
}

// isInstructing reports whether a word begins an instruction.
func isInstructing(word string) bool {
	return slices.Contains([]string{
		"tighten", "slide", "lift", "lower", "roll", "draw", "pull", "push", "press", "squeeze", "bend", "straighten", "raise", "move", "turn", "keep", "lie", "sit", "stand",
		"lean", "bring", "rock", "tuck", "reach", "slowly", "gently", "circle", "point", "tilt", "clench", "shrug", "rotate", "kick", "place", "stretch", "let", "start", "begin", "repeat", "hold", "tense", "breathe", "kneel", "lay", "give", "cross", "grasp", "clasp", "place", "put", "open", "drop", "take", "support", "extend", "swing", "shift", "maintain", "stay", "perform", "flatten", "arch", "hug", "try",
	}, word)
}

// isPlace reports whether words say only where or when, and name nothing.
func isPlace(text string) bool {
	return hasOnly(wordsOf(text),
		"standing", "sitting", "seated", "lying", "supine", "prone", "kneeling", "in", "on", "at", "the", "your", "a", "back", "front", "side", "floor", "bed", "chair", "wall",
		"hands", "knees", "and", "all", "fours", "warm", "cool", "up", "down", "then", "next", "first", "last", "start", "finish", "finally", "left", "right", "leg", "legs", "arm", "arms",
		"warmup", "cooldown", "opening", "closing", "main", "practice", "beginning", "ending", "middle", "end", "part", "sequence", "work", "mat", "couch", "stood", "sat", "kitchen", "worktop", "counter",
		"table", "sturdy", "mobility", "strength", "stretches", "relaxation", "to", "by", "of",
	)
}

// checkSide reports an exercise for one side only, which no dose can say, and one
// for both sides that may be at once.
func (r *reader) checkSide(l *Line, words string) {
	if strings.EqualFold(trimmed(words), "both") {
		l.isBoth = true
	}
	all := wordsOf(r.lying.ReplaceAllString(words, "side-lying"))
	if l.dosage != "" && slices.Contains(all, "left") && slices.Contains(all, "right") { // "to the left and then to the right"
		l.isBoth = true
		return
	}
	for _, w := range all {
		switch {
		case isSideWord(w):
			l.isOneSided = true
		case l.dosage == "":
		case isBilateral(w):
			l.isBoth = true
		}
	}
}

// oneSideText is what is wrong with an exercise for one side only.
const oneSideText = "it is for one side, which a dose cannot say"

func isSideWord(w string) bool {
	return slices.Contains([]string{"left", "right", "l", "r", "lt", "rt"}, w)
}

// meaning is a text without the words that only lead from the name to the dose.
func (r *reader) meaning(text string) string {
	words := strings.Fields(text)
	isFiller := func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ".,;:()[]-–—=~!…/"))
		return w == "" || slices.Contains([]string{
			"hold", "holds", "holding", "for", "of", "x", "do", "perform", "repeat", "repeated", "then", "and", "with", "complete", "try", "to", "at", "least",
			"about", "approx", "approximately", "around", "a", "the", "on", "in", "total", "by", "=", "each", "dose", "dosage", "just", "good", "c", "ca", "circa", "it", "this", "is",
		}, w)
	}
	for len(words) > 0 && isFiller(words[len(words)-1]) {
		last := len(words) - 1
		if strings.EqualFold(words[last], "to") && last > 0 && strings.EqualFold(words[last-1], "up") {
			last--
		}
		words = words[:last]
	}
	for len(words) > 0 && isFiller(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// isInstruction reports whether words between two numbers tell how, and name no
// other exercise.
func (r *reader) isInstruction(text string) bool {
	return hasOnly(wordsOf(text),
		"hold", "holds", "holding", "for", "of", "x", "repeat", "repeated", "then", "and", "with", "relax", "rest", "release", "slowly", "slow", "gently", "return", "lower", "come",
		"breathe", "breathing", "w", "c", "the", "other", "side", "switch", "swap", "change", "sides", "it", "this", "to", "up", "a", "at", "top", "bottom", "end", "on",
		"each", "rep", "per", "down", "back", "legs", "stretch", "position", "total", "squeeze", "normally", "in", "out", "do", "perform", "about", "complete", "lead", "leading", "foot", "first", "controlled", "but", "neutral", "centre", "center", "middle", "start", "starting", "opposite", "your", "head", "motion", "movement", "exercise", "pose",
	)
}

// trimmed is a text without the signs at its ends.
func trimmed(text string) string {
	return strings.Trim(text, " \t.,;:-–—=~…/|<>→")
}
