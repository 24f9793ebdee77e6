package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"catcow/content"
)

// setAsideWithDose sets aside what says something of itself but for a dose beside it:
// "2 min as tolerated", "6-8 times a day, 10 reps".
func (r *reader) setAsideWithDose(l *Line, text string) string {
	for _, what := range []*regexp.Regexp{r.tolerated, r.manyTimes} {
		at := what.FindStringIndex(text)
		if at == nil || len(content.FindDose(text[:at[0]]+" ; "+text[at[1]:])) == 0 {
			continue
		}
		text = r.setAside(l, text, what)
	}
	return text
}

// setAside takes what is no dose out of a line and keeps it as a remark. What an
// "x" or a range leads up to stays, unless it says itself how often: "10 x daily".
func (r *reader) setAside(l *Line, text string, what *regexp.Regexp) string {
	for range 3 {
		at := what.FindStringIndex(text)
		if at == nil || leadsOn(text[:at[0]]) && !r.everySo.MatchString(text[at[0]:at[1]]) {
			break
		}
		l.Remarks = append(l.Remarks, trimmed(text[at[0]:at[1]]))
		l.isAside = true
		text = strings.TrimSpace(text[:at[0]] + " " + text[at[1]:])
	}
	return text
}

// leadsOn reports whether a text ends in a sign that joins the number before it
// with what follows: "3 x", "10 -", "3 sets of".
func leadsOn(text string) bool {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("×", " x ", "–", " - ", "-", " - ").Replace(text)))
	n := len(words)
	return n > 1 && slices.Contains([]string{"x", "-", "of", "to"}, words[n-1]) &&
		(strings.ContainsFunc(words[n-2], unicode.IsDigit) || slices.Contains([]string{"set", "sets", "reps"}, words[n-2]))
}
