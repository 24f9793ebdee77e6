package content

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// token is a number, a word or a sign of a dose, in the one spelling that the
// parser knows, and where it stands in the text.
type token struct {
	text     string
	from, to int
}

func joined(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return b.String()
}

// tokenize cuts a dose into numbers, words and signs, all spellings of one sign
// made the same.
func tokenize(s string) []token {
	var tokens []token
	last := blank
	for at, r := range s {
		text, class := classify(unicode.ToLower(r))
		end := at + len(string(r))
		n := len(tokens) - 1
		switch {
		case class == blank:
		case class == last && class != sign:
			tokens[n].text += text
			tokens[n].to = end
		default:
			tokens = appendToken(tokens, token{text, at, end}, class)
		}
		last = class
	}
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		if n, ok := map[string]string{"once": "1", "twice": "2", "thrice": "3"}[t.text]; ok && (t.text != "once" || !isClause(tokens[i+1:])) {
			t.text = n
			tokens = slices.Insert(tokens, i+1, token{"times", t.from, t.to})
			i++
			continue
		}
		t.text = figures(t.text)
	}
	return tokens
}

// isClause reports whether words tell of when, so that "once" before them is no number:
// "once your pain has settled".
func isClause(tokens []token) bool {
	return len(tokens) > 0 && slices.Contains([]string{
		"you", "your", "the", "this", "that", "it", "its", "i", "we", "they", "he", "she", "his", "her", "there", "pain", "able", "settled", "better", "comfortable", "cleared", "seen", "warm",
	}, tokens[0].text)
}

// appendToken adds a token. Two strokes are the sign for seconds, and an "x"
// between a letter and a digit is a token of its own: "30sx3".
func appendToken(tokens []token, t token, class int) []token {
	n := len(tokens) - 1
	if n < 0 || tokens[n].to != t.from {
		return append(tokens, t)
	}
	last := tokens[n]
	if t.text == "'" && last.text == "'" {
		return append(tokens[:n], token{`"`, last.from, t.to})
	}
	if word, isX := strings.CutSuffix(last.text, "x"); isX && word != "" && class == digit {
		return append(tokens[:n], token{word, last.from, last.to - 1}, token{"x", last.to - 1, last.to}, t)
	}
	return append(tokens, t)
}

// classes of characters.
const (
	sign = iota
	digit
	letter
	blank
)

// classify gives the one spelling of a character, and its class.
func classify(r rune) (string, int) {
	switch {
	case r >= '0' && r <= '9' || r == '.':
		return string(r), digit
	case r == '½':
		return ".5", digit
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return string(r), letter
	case unicode.IsSpace(r):
		return "", blank
	}
	for _, same := range [...]struct{ spellings, text string }{
		{"×✕✖*", "x"}, {"–—−‑‒", "-"}, {"’‘′´", "'"}, {"″“”", `"`}, {"&+", "and"},
	} {
		if strings.ContainsRune(same.spellings, r) {
			return same.text, sign
		}
	}
	return string(r), sign
}

// figures gives a number in words in figures, a short word in full, and anything
// else as it is.
func figures(word string) string {
	all := [...]string{
		"one 1", "two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "nine 9", "ten 10", "twelve 12", "dozen 12",
		"fifteen 15", "twenty 20", "thirty 30", "forty 40", "sixty 60", "ninety 90", "rpt repeat", "l left", "r right",
	}
	for _, pair := range all {
		if name, same, _ := strings.Cut(pair, " "); name == word {
			return same
		}
	}
	return word
}

// ParseNumber is a number in figures or in words; zero where it is none.
func ParseNumber(word string) int {
	n, err := strconv.Atoi(figures(strings.ToLower(word)))
	if err != nil {
		return 0
	}
	return n
}

// What a number in a dose counts where it is none of the units of a [Dose].
const (
	unknown Unit = ""
	times   Unit = "times"
	sets    Unit = "sets"
)

func (u Unit) isLength() bool { return u == Seconds || u == Minutes || u == Breaths }

// most is the most of each that a dose may have.
func (u Unit) most() int {
	switch u {
	case Seconds:
		return 3600
	case Minutes:
		return 60
	case Breaths, Reps:
		return 200
	case unknown, times, sets:
	}
	return 100
}

// unitOf is what a word or a sign says is counted.
func unitOf(word string) Unit {
	switch word {
	case "time", "times", "goes":
		return times
	case "s", "sec", "secs", "second", "seconds", `"`:
		return Seconds
	case "m", "min", "mins", "minute", "minutes", "'":
		return Minutes
	case "breath", "breaths":
		return Breaths
	case "rep", "reps", "repetition", "repetitions", "repeats", "cycles", "circles":
		return Reps
	case "set", "sets", "rounds":
		return sets
	}
	return unknown
}
