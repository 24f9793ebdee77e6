package sheet

import (
	"slices"
	"strconv"
	"strings"

	"catcow/content"
)

// rewritten is a line with what people say in many ways said in the one that a
// dose is read in.
func (r *reader) rewritten(l *Line, text string) string {
	text = r.withoutSection(l, text)
	for _, w := range r.plain {
		text = w.in(text)
	}
	if m := r.wayFirst.FindStringSubmatchIndex(text); m != nil && isMoved(text[:m[0]]) && !isJoined(text[:m[0]]) {
		text = r.wayFirst.ReplaceAllString(text, "- $2 $1")
	}
	text = r.inOne(text)
	if m := r.total.FindStringSubmatch(text); m != nil {
		l.total, _ = strconv.Atoi(m[1] + m[2]) // the pattern has digits
		text = r.total.ReplaceAllString(text, "$1$2 reps")
	}
	return r.withoutDirections(l, text)
}

// withoutSection is a line without the part of the sheet that it names before the
// exercise: "Warm up: march on the spot 2 min".
func (r *reader) withoutSection(l *Line, text string) string {
	section, rest, ok := strings.Cut(text, ":")
	if before, after, isDashed := strings.Cut(strings.ReplaceAll(text, " – ", " - "), " - "); isDashed && isDaytime(before) {
		section, rest, ok = before, after, true
	}
	if !ok || !isSection(section) && !isDaytime(section) || strings.ContainsFunc(section, isDigit) {
		return text
	}
	if spans := content.FindDose(rest); len(spans) == 0 || len(wordsOf(rest[:spans[0].From])) == 0 {
		return text
	}
	l.Remarks = append(l.Remarks, trimmed(section))
	return strings.TrimSpace(rest)
}

// isDaytime reports whether words say at what time of the day.
func isDaytime(text string) bool {
	words := wordsOf(text)
	return len(words) > 0 && hasOnly(words, "morning", "mornings", "lunchtime", "lunch", "noon", "midday", "afternoon", "afternoons", "evening", "evenings", "night", "bedtime", "bed", "am", "pm", "in", "the", "at", "before", "on", "waking")
}

// withoutDirections is a line with "10 backwards" as so many repetitions, and the
// direction kept as a remark. The same number the other way is a second set.
func (r *reader) withoutDirections(l *Line, text string) string {
	m := r.direction.FindAllStringSubmatchIndex(text, -1)
	if len(m) == 0 || len(m) > 2 {
		return text
	}
	first := text[m[0][2]:m[0][3]]
	end, sets := m[0][1], ""
	if len(m) == 2 {
		between := r.meaning(text[m[0][1]:m[1][0]])
		if text[m[1][2]:m[1][3]] != first || trimmed(between) != "" {
			return text
		}
		end, sets = m[1][1], " x2"
	}
	l.Remarks = append(l.Remarks, trimmed(text[m[0][0]:end]))
	return text[:m[0][0]] + first + " reps" + sets + text[end:]
}

// inOne is a line with what it says of one side and then the same of the other
// said once: "5 breaths R, 5 breaths L", "R 3 min, L 3 min".
func (r *reader) inOne(text string) string {
	amount, side := []int{1, 3}, []int{2, 4}
	m := r.inTurn.FindStringSubmatchIndex(text)
	if m == nil {
		amount, side = side, amount
		m = r.sideFirst.FindStringSubmatchIndex(text)
	}
	if m == nil {
		return text
	}
	part := func(i int) string { return strings.ToLower(text[m[2*i]:m[2*i+1]]) }
	first, _, _ := strings.Cut(part(amount[0]), " times")
	isSame := strings.ReplaceAll(part(amount[0]), " ", "") == strings.ReplaceAll(part(amount[1]), " ", "") || first == part(amount[1])
	if !isSame || part(side[0])[0] == part(side[1])[0] {
		return text
	}
	return text[:m[0]] + part(amount[0]) + " each side" + text[m[1]:]
}

// isJoined reports whether words end in what joins them with the next.
func isJoined(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return strings.HasSuffix(text, "/") || strings.HasSuffix(text, "&") || strings.HasSuffix(text, " and") || strings.HasSuffix(text, " then")
}

// halved is the number of a dose that counts both sides in all, for each of them.
func halved(d content.Dose) (content.Dose, bool) {
	if d.Unit != content.Reps || d.Amount.From%2 != 0 || d.Amount.To%2 != 0 {
		return d, false
	}
	d.Amount = content.Range{From: d.Amount.From / 2, To: d.Amount.To / 2}
	return d, true
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isMoved reports whether a name is of something that is done so many times, and
// not held: by its last word, or since there are several of it.
func isMoved(name string) bool {
	words := wordsOf(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if slices.Contains([]string{
		"planks", "stretches", "holds", "stands", "sits", "squeezes", "hangs", "poses", "twists", "dogs", "sets", "balances", "bends", "contractions",
	}, last) {
		return false // which are held as often as they are counted
	}
	return len(last) > 2 && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") || slices.Contains([]string{
		"raise", "lift", "slide", "circle", "kick", "lunge", "squat", "curl", "tap", "clam", "clamshell", "needle", "book", "slr", "salutation", "clock", "flow",
	}, last)
}

// isOneSided reports whether a name is of something that is done on one side at a
// time, so that both are one after the other.
func isOneSided(name string) bool {
	words := stemsOf(name)
	return hasAny(words, "clam", "clamshel", "clamshell", "singl", "unilateral", "figur", "fig", "pigeon") || hasPair(words, "sid", "flexion") || hasPair(words, "sid", "bend") || len(words) > 1 && (slices.Contains(words, "sid") && (slices.Contains(words, "lying") || slices.Contains(words, "plank")))
}

// isOfOneSide reports whether a name is of something that has a side, so that one
// hold "each" is for each side.
func isOfOneSide(name string) bool {
	return isOneSided(name) || hasAny(stemsOf(inFull(name)), "hamstr", "quad", "calf", "figur", "fig", "pigeon", "lung", "piriformi", "flexor", "thread", "trap", "levator", "warior", "triangl", "lizard")
}
