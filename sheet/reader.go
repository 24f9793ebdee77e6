package sheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"catcow/content"
	"catcow/decode"
)

// longestLine is the most characters of a line that is looked at: a longer one
// is prose.
const longestLine = 400

// reader reads a sheet line by line.
type reader struct {
	own       map[string]content.Pose
	whys      map[string]string // what is known about each unknown name
	lines     []Line
	columns   []string // what the cells of a table hold, once its head was read
	isLinedUp bool     // tabs line the columns up, so that there are empty cells between
	isShared  bool     // the lines above say a dose for each of those that follow
	avoided   bool     // the list under way is of what not to do
	ordinal   int      // the last number of a list that has no sign behind its numbers

	*grammar
}

func newReader(g *grammar) *reader {
	return &reader{own: map[string]content.Pose{}, whys: map[string]string{}, grammar: g}
}

// unread marks a line that cannot be read, for the first reason there is.
func (l *Line) unread(why string) {
	if l.Status == "" {
		l.Status, l.Why = Unread, why
	}
}

// reject takes back that a line is an exercise.
func (l *Line) reject(why string) { l.Status, l.Own, l.Why = Unread, false, why }

// readLine reads one line by itself. Where its status stays empty, it hangs on
// the lines around it.
func (r *reader) readLine(raw string) Line {
	shown, err := decode.Clean(strings.TrimSpace(strings.ReplaceAll(raw, "\t", " ")))
	if err != nil {
		l := Line{Text: printable(raw), text: printable(raw)}
		l.unread(err.Error())
		return l
	}
	text, _ := cleaned(raw) // which was clean
	l := Line{Text: shown, text: text}
	cells := r.cells(raw)
	switch {
	case utf8.RuneCountInString(text) > longestLine:
		l.unread("it is too long for an exercise; want one a line")
	case r.readHead(cells):
		l.Status, l.Why = Heading, "the head of a table"
	case strings.HasPrefix(text, "#") && strings.HasPrefix(strings.TrimLeft(text, "#"), " "):
		l.Status = Heading
	case !strings.ContainsFunc(text, unicode.IsLetter):
		if strings.ContainsFunc(text, unicode.IsDigit) {
			l.unread("it has numbers and no words")
		}
		l.Status = cmp.Or(l.Status, Remark)
	case r.columns != nil && len(cells) > 1:
		r.readCells(&l, cells)
	default:
		if strings.Contains(strings.TrimSpace(raw), "\t") {
			text, _ = cleaned(withoutEmpty(raw)) // the raw one was clean
		}
		r.readWords(&l, text)
	}
	return l
}

// printable is a text with nothing in it that does anything.
func printable(s string) string {
	s = decode.Printable(strings.TrimSpace(s))
	return string([]rune(s)[:min(len([]rune(s)), longestLine)])
}

// readWords finds the name and the dose of a line.
func (r *reader) readWords(l *Line, text string) {
	if isOnward(text) {
		l.Status = Remark
		return
	}
	if r.onHold.MatchString(text) || r.crossedOut.MatchString(text) {
		l.unread(forbiddenText)
	}
	if r.compared.MatchString(text) {
		l.unread(limitText)
	}
	text = r.rewritten(l, r.withoutOrdinal(l, r.withoutBullets(l, text)))
	if r.hints.MatchString(text) { // most lines have nothing to set aside
		for _, what := range r.asides {
			text = r.setAside(l, text, what)
		}
	}
	if m := r.sides.FindStringSubmatch(text); m != nil { // "Side: both", a line of its own
		l.dosage = "each side"
		return
	}
	text = r.withSides(text)
	text = r.setAsideWithDose(l, text)
	spans := content.FindDose(text)
	if len(spans) == 0 {
		r.readCounted(l, text)
		return
	}
	parts, gaps := make([]string, len(spans)), make([]string, len(spans))
	end := spans[0].From
	for i, s := range spans {
		parts[i], gaps[i] = text[s.From:s.To], text[end:s.From]
		end = s.To
	}
	l.dosage = r.withHold(text, joinParts(parts, gaps))
	r.checkDose(l, text, text[:spans[0].From]+strings.Join(gaps, ";")+text[end:])
	r.readAround(l, text[:spans[0].From], strings.Join(gaps, " "), text[end:])
}

// withSides is a line that says both sides in letters, or by the change of them, in
// the words of a dose.
func (r *reader) withSides(text string) string {
	if m := r.sidesFirst.FindStringSubmatch(text); m != nil && !r.perSide.MatchString(m[3]) {
		return m[1] + ", " + m[3] + " " + m[2]
	}
	if at := r.abbreviated.FindStringIndex(text); at != nil && at[1]-at[0] < len(text) { // "L/R" wherever it stands
		return strings.TrimSpace(text[:at[0]] + " " + text[at[1]:] + " each side")
	}
	if at := r.swapped.FindStringIndex(text); at != nil && at[1]-at[0] < len(text) {
		return strings.TrimSpace(text[:at[0]] + " each side. " + text[at[1]:])
	}
	return text
}

// checkDose reports what makes the dose of a line another than its numbers say,
// in the line or in the words around them.
func (r *reader) checkDose(l *Line, text, around string) {
	if r.isOpen(text) {
		l.unread(openText)
	}
	for _, s := range r.spoilers {
		if s.found.MatchString(text) {
			l.unread(s.why)
		}
	}
	if r.paced.MatchString(text) {
		l.unread(pacedText)
	}
	if r.vague.MatchString(around) {
		l.unread("its hold has no number; want one such as \"5s\"")
	}
}

// isOpen reports whether a line says to go on as long as one can. Until what a
// movement goes is no such thing: "slide down until your knees are bent".
func (r *reader) isOpen(text string) bool {
	if !r.goOn.MatchString(text) && !r.tired.MatchString(text) {
		text = r.untilBent.ReplaceAllString(text, "")
	}
	return r.open.MatchString(text)
}

// readAround finds the name before, between or after the parts of a dose. What
// stands after it besides is a remark.
func (r *reader) readAround(l *Line, before, between, after string) {
	switch words := r.meaning(between); {
	case words == "":
	case r.meaning(before) == "" && r.isInstruction(words):
	case r.meaning(before) == "" && !strings.ContainsFunc(after, unicode.IsLetter): // "10x squats, hold 5s"
		before = words
	case strings.ContainsFunc(between, unicode.IsDigit):
		l.unread(strayText)
	case !r.isInstruction(between):
		l.unread("it has words between its numbers; want one exercise a line")
	}
	if r.meaning(before) == "" && !startsRemark(after) {
		before, after = after, ""
	}
	r.readName(l, before)
	if r.meaning(after) == "" {
		return
	}
	if !isBilateral(after) {
		l.Remarks = append(l.Remarks, withoutFrame(trimmed(after)))
	}
	r.checkSide(l, after)
}

// withoutFrame is words without the brackets round all of them.
func withoutFrame(words string) string {
	if inside := strings.Trim(words, "()[]"); !strings.ContainsAny(inside, "()[]") {
		return trimmed(inside)
	}
	return words
}

// startsRemark reports whether words after a dose tell how, and not of what.
func startsRemark(text string) bool {
	words := wordsOf(text)
	return len(words) > 0 && slices.Contains([]string{"with", "using", "w", "keeping", "keep", "slowly", "while", "as", "if", "at", "before", "after"}, words[0])
}

// withoutBullets is a line without what a list has before its items.
func (r *reader) withoutBullets(l *Line, text string) string {
	for range 2 { // "1. • Bridge"
		at := r.bullet.FindStringIndex(text)
		if at == nil {
			break
		}
		end := at[1]
		if last, size := utf8.DecodeLastRuneInString(text[:end]); unicode.IsLetter(last) {
			end -= size // the first letter of what comes after the number
		}
		text, l.listed = strings.TrimSpace(text[end:]), true
	}
	return strings.TrimLeftFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(`("'“‘`, c)
	})
}

// withoutOrdinal is a line without its number in a list that has no sign behind
// its numbers: they go on from one, and count nothing.
func (r *reader) withoutOrdinal(l *Line, text string) string {
	word, name, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(word)
	if name = strings.TrimSpace(name); err != nil || n != 1 && n != r.ordinal+1 || !startsWithCapital(name) {
		return text
	}
	if spans := content.FindDose(text); len(spans) > 0 && spans[0].From == 0 {
		return text // "1 Min plank"
	}
	r.ordinal, l.listed = n, true
	return name
}

func startsWithDigit(text string) bool { return text != "" && isDigit(rune(text[0])) }

func startsWithCapital(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}
