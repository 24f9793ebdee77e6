package config

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// suggest names the one of known that name may stand for, or all of known if
// none is near.
func suggest(name string, known []string) string {
	if best, near := nearest(name, known); near {
		return "did you mean " + strconv.Quote(best) + "?"
	}
	return "want " + list(known)
}

// list names all of names, as in "a", "b" or "c".
func list(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return join(quoted, "or")
}

// join makes one of several texts, with a word before the last.
func join(texts []string, word string) string {
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:last], ", ") + " " + word + " " + texts[last]
}

// nearest returns the one of known that is spelled most like name, and whether
// it is near enough to be what was meant: two slips, or one in three letters.
func nearest(name string, known []string) (best string, near bool) {
	name = strings.ToLower(cut(name, 2*quoted))
	length := utf8.RuneCountInString(name)
	least := -1
	for _, k := range known {
		distance := levenshtein.ComputeDistance(name, strings.ToLower(k))
		if length > 1 && strings.HasPrefix(strings.ToLower(k), name) {
			distance = min(distance, 1)
		}
		if least < 0 || distance < least {
			best, least = k, distance
		}
	}
	return best, least >= 0 && least < length && (least <= 2 || least <= length/3)
}
