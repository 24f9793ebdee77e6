package sheet

import (
	"regexp"
	"slices"
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
	poses   index
	own     map[string]content.Pose
	whys    map[string]string // what is known about each unknown name
	lines   []Line
	columns []string // what the cells of a table hold, once its head was read

	bullet, often, load, rest, brackets, stray, named, open, hints, abbreviated, counted, distance *regexp.Regexp
}

// newReader compiles its patterns once for a sheet.
func newReader(lib *content.Library) *reader {
	const (
		few   = `(?:once|twice|\b(?:[1-6]|one|two|three|four|five|six)(?:\s*(?:-|–|to)\s*[1-6])?\s*(?:x|×|times|sessions?)?)`
		span  = `(?:day|week|hour|hr|wk|d|night|morning|evening)s?\b`
		count = `\d+(?:\.\d+)?(?:\s*[-–]\s*\d+)?`
	)
	return &reader{
		poses:       newIndex(lib),
		own:         map[string]content.Pose{},
		whys:        map[string]string{},
		bullet:      regexp.MustCompile(`^(?:[-*•·▪◦‣●○■□☐☑✓✔➢➤→>–—\x{f0b7}\x{f0a7}]+\s*|\[[ xX]?\]\s*|\(?\d{1,3}[.)](?:\s+|$|[^\d\s])|\d{1,2}\s*[-–:]\s+[^\d\s]|\(?[a-hA-H]\d?[.)]\s+|#\d+\s*[.:)]?\s*|(?i:exercise|ex)\.?\s*#?\d+\s*[.:)–-]?\s+|\d{1,2}[A-Z])`),
		often:       regexp.MustCompile(`(?i)(?:x\s*)?` + few + `\s*(?:a|an|per|each|every|/|x|daily|every other)?\s*` + span + `|(?i)\b` + few + `\s*daily\b|(?i)\b(?:every|each)\s+(?:other\s+)?(?:\d+\s*(?:-\s*\d+\s*)?)?` + span + `|(?i)\b(?:daily|nightly|hourly|bid|tid|qid|b\.?d|tds|qds)\b|(?i)\b\d+(?:\s*[-–]\s*\d+)?\s*days?\s*(?:a|per|/|each)\s*week\b|(?i)\b(?:in the\s+)?(?:mornings?|am|a\.m\.)\s*(?:and|&|\+|/)\s*(?:in the\s+)?(?:evenings?|nights?|pm|p\.m\.)`),
		load:        regexp.MustCompile(`(?i)(?:\bwith\s+)?(?:an?\s+)?\b` + count + `\s*(?:kgs?|kilos?|lbs?|pounds?|cm|inch(?:es)?|mm|degrees?|deg|%|°|["”″]\s*(?:step|box|block|ball|roll|platform|bench|stool|riser|book|high|apart|off)\w*)(?:\s*(?:step|box|block|ball|platform|bench|stool|riser)\w*)?`),
		rest:        regexp.MustCompile(`(?i)[,;(]?\s*(?:and\s+)?(?:\b(?:rest|relax|pause|recover)\w*\s*(?:for\s*)?(?:about\s*)?:?\s*` + count + `\s*(?:seconds?|secs?|s|minutes?|mins?|m)\b|` + count + `\s*(?:seconds?|secs?|s|minutes?|mins?|m)\s*rest\b)(?:\s*(?:in\s*)?between\s*(?:each\s*)?(?:sets?|reps?|repetitions?|holds?)?)?\)?`),
		hints:       regexp.MustCompile(`day|week|hour|hr|wk|night|morning|evening|dai|[btq]id|b\.?d|ds\b|/\s*d|m\.|am\b|rest|relax|pause|recover|kg|kilo|lb|pound|cm|inch|mm|deg|[%°"”″]`),
		abbreviated: regexp.MustCompile(`(?i)\(?\b(?:r|rt)\b\)?\s*(?:/|&|and|\+|,)\s*\(?\b(?:l|lt)\b\)?|\(?\b(?:l|lt)\b\)?\s*(?:/|&|and|\+|,)\s*\(?\b(?:r|rt)\b\)?`),
		counted:     regexp.MustCompile(`^(?i:do |perform |complete )?\s*(\d+(?:\s*[-–]\s*\d+)?)\s+(\pL[\pL\s'’-]+)$`),
		distance:    regexp.MustCompile(`(?i)\d\s*m\b.*\b(?:walk|run|carry|carries|crawl|sprint|swim|jog|lunge|march|shuffle)|\b(?:walk|run|carry|carries|crawl|sprint|swim|jog|lunge|march|shuffle).*\d\s*m\b`),
		open:        regexp.MustCompile(`(?i)\bas (?:many|long)\b|\bamrap\b|\b(?:until|till|fatigue|failure|max|maximum|tolerated)\b`),
		stray:       regexp.MustCompile(`^\d|\d$`),                                                                                                               // "10 squats", "Bridge 10"
		named:       regexp.MustCompile(`(?i)^\d+(?:\s*/\s*\d+|\s*-?\s*(?:point|pt|way|step|legged)\b)[^\d]*$|\b(?:figure|level|phase|part|number|no)\.?\s*\d$`), // "4 point kneel", "90/90 stretch", "figure 4"
		brackets:    regexp.MustCompile(`[(\[{]([^()\[\]{}]*)[)\]}]`),
	}
}

// readLine reads one line by itself. Where its status stays empty, it hangs on
// the lines around it.
func (r *reader) readLine(raw string) Line {
	cells := strings.FieldsFunc(raw, func(c rune) bool { return c == '\t' || c == '|' })
	text, err := decode.Clean(strings.TrimSpace(strings.Map(func(c rune) rune {
		if c == '\t' || c == '\n' {
			return ' '
		}
		return c
	}, strings.NewReplacer("**", "", "__", "", "`", "", "B/L", "bilateral", "b/l", "bilateral", "\uf0b7", "•", "\uf0a7", "•").Replace(raw))))
	l := Line{Text: text}
	switch {
	case err != nil:
		l.Text = printable(raw)
		l.Status, l.Why = Unread, err.Error()
	case text == "":
		l.Status = Remark
	case utf8.RuneCountInString(text) > longestLine:
		l.Status, l.Why = Unread, "it is too long for an exercise; want one a line"
	case strings.HasPrefix(text, "#") && strings.TrimLeft(text, "# ") != "" && !unicode.IsDigit([]rune(text)[1]):
		l.Status = Heading
	case !strings.ContainsFunc(text, unicode.IsLetter):
		l.Status = Remark
		if strings.ContainsFunc(text, unicode.IsDigit) {
			l.Status, l.Why = Unread, "it has numbers and no words"
		}
	case r.readHead(cells):
		l.Status, l.Why = Heading, "the head of a table"
	case r.columns != nil && len(cells) > 1:
		r.readCells(&l, cells)
	default:
		r.readWords(&l, text)
	}
	return l
}

// printable is a text with nothing in it that does anything.
func printable(s string) string {
	s = strings.Map(func(c rune) rune {
		if !unicode.IsPrint(c) {
			return unicode.ReplacementChar
		}
		return c
	}, strings.TrimSpace(s))
	return string([]rune(s)[:min(len([]rune(s)), longestLine)])
}

// readWords finds the name and the dose of a line.
func (r *reader) readWords(l *Line, text string) {
	l.listed = false
	for range 2 { // "1. • Bridge"
		if at := r.bullet.FindStringIndex(text); at != nil {
			end := at[1]
			if last, size := utf8.DecodeLastRuneInString(text[:end]); unicode.IsLetter(last) && !strings.HasSuffix(text[:end], " ") {
				end -= size // the first letter of what comes after the number
			}
			text, l.listed = strings.TrimSpace(text[end:]), true
		}
	}
	text = strings.TrimLeftFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(`("'“‘`, c)
	})
	if words := strings.ToLower(text); r.hints.MatchString(words) { // most lines have nothing to set aside
		text = r.setAside(l, text, r.rest)
		text = r.setAside(l, text, r.load)
		text = r.setAside(l, text, r.often)
	}
	if at := r.abbreviated.FindStringIndex(text); at != nil { // "L/R" wherever it stands
		text = strings.TrimSpace(text[:at[0]] + " " + text[at[1]:] + " each side")
	}
	spans := content.FindDose(text)
	if len(spans) == 0 {
		r.readCounted(l, text)
		return
	}
	parts := make([]string, len(spans))
	gaps := ""
	for i, s := range spans {
		parts[i] = text[s.From:s.To]
		if i > 0 {
			gaps += " " + text[spans[i-1].To:s.From]
		}
	}
	l.dosage = strings.Join(parts, " ")
	switch {
	case r.open.MatchString(text):
		l.Status, l.Why = Unread, "how much it is depends on how it goes"
		return
	case r.distance.MatchString(text):
		l.Status, l.Why = Unread, `its m could be minutes or metres; want "min" for the first`
		return
	}
	before, after := text[:spans[0].From], text[spans[len(spans)-1].To:]
	if words := r.meaning(gaps); words != "" {
		if r.meaning(before) == "" && !strings.ContainsFunc(after, unicode.IsLetter) { // "10x squats, hold 5s"
			before = words
		} else if !r.isInstruction(gaps) {
			l.Status, l.Why = Unread, "it has words between its numbers; want one exercise a line"
			return
		}
	}
	if r.meaning(before) == "" {
		before, after = after, ""
	}
	r.readName(l, before)
	if words := trimmed(after); r.meaning(after) != "" && l.Status == "" {
		if strings.ContainsFunc(words, unicode.IsDigit) {
			l.Status, l.Why = Unread, "it has another number after its dose"
			return
		}
		l.remarks = append(l.remarks, words)
		r.checkSide(l, words)
	}
}

// readCounted reads a line that tells no dose, but may count the name of a pose:
// "10 pelvic tilts".
func (r *reader) readCounted(l *Line, text string) {
	if m := r.counted.FindStringSubmatch(text); m != nil && strings.HasSuffix(m[2], "s") {
		if _, known := r.poses.find(singular(m[2])); known {
			l.dosage, text = m[1]+" reps", m[2]
		}
	}
	r.readName(l, text)
}

// setAside takes what is no dose out of a line and keeps it as a remark. What an
// "x" or a range leads up to stays.
func (r *reader) setAside(l *Line, text string, what *regexp.Regexp) string {
	at := what.FindStringIndex(text)
	if at == nil {
		return text
	}
	if leadsOn(text[:at[0]]) {
		return text
	}
	l.remarks = append(l.remarks, trimmed(text[at[0]:at[1]]))
	l.isAside = true
	return strings.TrimSpace(text[:at[0]] + " " + text[at[1]:])
}

// leadsOn reports whether a text ends in a sign that joins the number before it
// with what follows: "3 x", "10 -", "3 sets of".
func leadsOn(text string) bool {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("×", " x ", "–", " - ", "-", " - ").Replace(text)))
	n := len(words)
	return n > 1 && slices.Contains([]string{"x", "-", "of", "to"}, words[n-1]) &&
		(strings.ContainsFunc(words[n-2], unicode.IsDigit) || slices.Contains([]string{"set", "sets", "reps"}, words[n-2]))
}

// readName takes the words of a line for the name of an exercise, and those in
// brackets or after it for remarks.
func (r *reader) readName(l *Line, text string) {
	for _, m := range r.brackets.FindAllStringSubmatch(text, -1) {
		if words := trimmed(m[1]); words != "" {
			l.remarks = append(l.remarks, words)
			r.checkSide(l, words)
		}
	}
	text = strings.Trim(r.brackets.ReplaceAllString(text, " "), " ([{")
	text = trimmed(r.meaning(text))
	l.name = text
	r.checkSide(l, text)
	if _, known := r.poses.find(text); known || l.Status != "" || text == "" {
		return
	}
	if l.dosage == "" {
		if r.stray.MatchString(text) && !r.named.MatchString(text) && !isTopic(text) && len(wordsOf(text)) <= 7 {
			l.Status, l.Why = Unread, `it has a number that says nothing; want such as "10 reps" or "30s"`
		}
		return
	}
	segments := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;:.–—", c) })
	segments = append(segments, strings.Split(text, " - ")...)
	found := ""
	for i, s := range segments {
		s = trimmed(s)
		if _, known := r.poses.find(s); !known || s == found {
			continue
		}
		if found != "" || i > 0 && s != text {
			l.Status, l.Why = Unread, "it may name more than one exercise; want one a line"
			return
		}
		found = s
	}
	switch {
	case found != "":
		l.name = found
		l.remarks = append(l.remarks, trimmed(strings.TrimPrefix(text, found)))
	case strings.Count(text, ",") > 1:
		l.Status, l.Why = Unread, "it may name more than one exercise; want one a line"
	case r.stray.MatchString(text) && !r.named.MatchString(text):
		l.Status, l.Why = Unread, `it has a number that says nothing; want such as "10 reps" or "30s"`
	case withoutKind(text) == "":
		l.Status, l.Why = Unread, "it names no exercise"
	}
}

// checkSide reports an exercise for one side only, which no dose can say, and one
// for both sides that may be at once.
func (r *reader) checkSide(l *Line, words string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(c rune) bool { return !unicode.IsLetter(c) }) {
		switch {
		case l.Status != "" || l.dosage == "":
			return
		case slices.Contains([]string{"left", "right", "l", "r", "lt", "rt"}, w):
			l.Status, l.Why = Unread, "it is for one side, which a dose cannot say"
		case slices.Contains([]string{"b", "bl", "bil", "bilat", "bilateral", "bilaterally"}, w):
			l.isBoth = true
		}
	}
}

// meaning is a text without the words that only lead from the name to the dose.
func (r *reader) meaning(text string) string {
	words := strings.Fields(text)
	isFiller := func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ".,;:()[]-–—=~!…/"))
		return w == "" || slices.Contains([]string{
			"hold", "holds", "holding", "for", "of", "x", "do", "perform", "repeat", "repeated", "then", "and", "with", "complete", "try", "to", "at", "least",
			"about", "approx", "approximately", "around", "a", "the", "on", "in", "total", "by", "=", "each", "dose", "dosage", "just", "it", "this", "is",
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
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if !slices.Contains([]string{
			"hold", "holds", "for", "of", "x", "repeat", "repeated", "then", "and", "with", "relax", "rest", "release", "slowly", "slow", "gently", "return", "lower",
			"breathe", "breathing", "w", "the", "other", "side", "switch", "swap", "change", "sides", "it", "this", "to", "up", "a", "at", "top", "bottom", "end", "on",
			"each", "rep", "per", "down", "back", "legs", "stretch", "position", "total", "squeeze", "normally", "in", "out", "do", "perform", "about", "complete",
		}, w) {
			return false
		}
	}
	return true
}

// trimmed is a text without the signs at its ends.
func trimmed(text string) string {
	return strings.Trim(text, " \t.,;:-–—=~…/|")
}
