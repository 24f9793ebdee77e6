package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stemsOf is the words of a name without their endings, so that "bridging" is
// "bridges", and without those that only join others.
func stemsOf(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' })
	words = slices.DeleteFunc(words, func(w string) bool {
		return slices.Contains([]string{"the", "a", "and", "to", "of", "on", "your"}, w)
	})
	for i, w := range words {
		words[i] = stem(strings.NewReplacer("'", "", "’", "").Replace(w))
	}
	return words
}

// stem is a word without the ending of its plural or of its form in -ing, and
// without what the ending changes: a doubled letter, or an e.
func stem(word string) string {
	const least = 3 // letters that a stem keeps
	if cut := strings.TrimSuffix(word, "s"); len(cut) >= least-1 && !strings.HasSuffix(cut, "s") {
		word = cut
	}
	if cut := strings.TrimSuffix(word, "ing"); cut != word && len(cut) >= least {
		word = cut
	}
	word = strings.TrimSuffix(word, "e")
	last, size := utf8.DecodeLastRuneInString(word)
	if before, _ := utf8.DecodeLastRuneInString(word[:len(word)-size]); before == last && len(word) > least {
		word = word[:len(word)-size]
	}
	return word
}

// withoutWay leaves out of a name the way in which all that moves to two sides
// goes: "knee drops side to side".
func withoutWay(stems []string) []string {
	text := " " + strings.Join(stems, " ") + " "
	return strings.Fields(strings.NewReplacer(" from sid sid ", " ", " sid sid ", " ").Replace(text))
}
