package decode

import "strings"

// longestNear is the most letters of a text that are compared: a longer one is
// like no word.
const longestNear = 80

// Nearest is the one of the words that s was meant to be: one slip away, or one
// in three letters. It is "" if none is that near.
func Nearest(s string, words []string) string {
	length := min(len([]rune(s)), longestNear)
	if best, slips := Closest(s, words); slips < 1+max(1, length/3) && slips < max(length, 2) {
		return best
	}
	return ""
}

// Closest is the one of the words that is spelled most like s, however unlike it
// is, and how many letters are to be added, left out, changed or swapped.
func Closest(s string, words []string) (best string, slips int) {
	from := []rune(strings.ToLower(s))
	from = from[:min(len(from), longestNear)]
	for i, w := range words {
		if d := distance(from, []rune(strings.ToLower(w))); i == 0 || d < slips {
			best, slips = w, d
		}
	}
	return best, slips
}

// Suggestion is `; did you mean "…"?` with the nearest of the words, or nothing.
func Suggestion(s string, words []string) string {
	if near := Nearest(s, words); near != "" {
		return `; did you mean "` + near + `"?`
	}
	return ""
}

// distance is how many letters have to change, or change places, to make b of a.
func distance(a, b []rune) int {
	var before, last []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
