package content

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the one of the words most like s, or "" if none is near.
func Nearest(s string, words []string) string {
	s = strings.ToLower(s)
	best, least := "", 1+max(1, len(s)/3)
	for _, w := range words {
		if len(s)-len(w) >= least { // a long text is like none of them; do not measure how unlike
			continue
		}
		if d := levenshtein.ComputeDistance(s, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// suggestion is `; did you mean "…"?` or nothing.
func suggestion(s string, words []string) string {
	if near := Nearest(s, words); near != "" {
		return `; did you mean "` + near + `"?`
	}
	return ""
}
