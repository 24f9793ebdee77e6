package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"catcow/content"
)

// rewritings are the ways to say how much that are said in another way before a
// dose is read.
type rewritings struct {
	plain     []rewriting    // those that need nothing but themselves, one after the other
	inTurn    *regexp.Regexp // one amount for each side: "5 breaths R, 5 breaths L"
	sideFirst *regexp.Regexp // the same with the side before: "R 3 min, L 3 min"
	direction *regexp.Regexp // a number one way: "10 backwards"
	wayFirst  *regexp.Regexp // a direction before its number: "backwards - 10"
	total     *regexp.Regexp // a number for both sides together: "20 in total"
	totalTime *regexp.Regexp // a length of all sets and sides together: "3 min in total"
}

// rewriting is what is found, and what is said for it: a template, or what is made of
// the groups of a match.
type rewriting struct {
	found *regexp.Regexp
	as    string
	make  func(groups []string) string
}

func (w rewriting) in(text string) string {
	if w.make == nil {
		return w.found.ReplaceAllString(text, w.as)
	}
	return w.found.ReplaceAllStringFunc(text, func(m string) string { return w.make(w.found.FindStringSubmatch(m)) })
}

const (
	unitWord   = `(?:s|secs?|seconds?|m|mins?|minutes?|breaths?|reps?|repetitions?|times)`
	numberWord = `(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)`
)

func newRewritings() rewritings {
	const (
		amount  = numberWord + `(?:\s*(?:x|"|'|″|”|` + unitWord + `\b))?`
		oneSide = `(?:(?:on|to)\s+)?(?:(?:the|your)\s+)?\(?\b(l|r|left|right)\b\)?`
		andThen = `\s*(?:,|;|/|and|&|then|\s)+\s*`
	)
	return rewritings{
		plain:     slices.Concat(minuteRewritings(), countRewritings(), holdRewritings()),
		inTurn:    regexp.MustCompile(`(?i)\b(` + amount + `)\s+` + oneSide + `(?:\s+side)?` + andThen + `(` + amount + `)\s+` + oneSide + `(?:\s+side)?`),
		sideFirst: regexp.MustCompile(`(?i)` + oneSide + `[\s:]+(` + amount + `)` + andThen + oneSide + `[\s:]+(` + amount + `)(?:\s|$)`),
		direction: regexp.MustCompile(`(?i)\b(\d+)\s+(?:reps?\s+|times\s+)?(?:forwards?|backwards?|fwds?|bwds?|(?:anti-?|counter-?)?clockwise)\b`),
		wayFirst:  regexp.MustCompile(`(?i)\b(forwards?|backwards?|fwds?|bwds?|(?:anti-?|counter-?)?clockwise)\s*(?:[-–:,x×]\s*)+(\d+)\s*$`),
		totalTime: anyOf(`\d\s*(?:"|”|″|'|′|(?:s|secs?|seconds?|m|mins?|minutes?|breaths?)\b)\s*(?:of\s+this\s+)?`, `(?:(?:in\s+)?total|in\s+all|all\s+together|altogether|overall)\b`, `\(total\b`),
		total:     regexp.MustCompile(`(?i)\b(\d+)\s*(?:reps?|times)?\s*(?:in\s+(?:total|all)|total|altogether|all\s+together|overall)\b|\btotal\s*(?:of|:|=)?\s*(\d+)\b(?:\s*(?:reps?|times)\b)?`),
	}
}

// minuteRewritings are of a minute and its parts.
func minuteRewritings() []rewriting {
	return []rewriting{
		// "1 1/2 min", "two and a half minutes", "a minute and a half", "half a minute", "a minute on each side", "hold for a minute".
		{found: regexp.MustCompile(`(?i)\b(?:(\d+)\s+)?1\s*/\s*2\s*(m(?:in(?:ute)?s?)?)\b`), as: "${1}.5 $2"},
		{found: regexp.MustCompile(`(?i)\b(` + numberWord + `)\s+and\s+(?:a\s+half|1\s*/\s*2|½)\s+min(?:ute)?s?\b`), make: func(m []string) string {
			return strconv.Itoa(60*content.ParseNumber(m[1])+30) + " seconds"
		}},
		{found: anyOf(`\b(?:an?|one|1)\s+min(?:ute)?\s+and\s+a\s+half\b`, ""), as: "90 seconds"},
		{found: anyOf(`\b(?:a\s+)?half\s+(?:an?\s+|of\s+a\s+)?min(?:ute)?\b`, ""), as: "30 seconds"},
		{found: anyOf(`\ba\s+(?:full\s+)?min(?:ute)?\s+((?:on\s+|for\s+)?(?:each|per|either|every)\b)`, ""), as: "1 minute $1"},
		{found: anyOf(`\b(for|hold\w*)\s+(?:(?:about|around|roughly)\s+)?a\s+(?:full\s+)?min(?:ute)?\b`, ""), as: "$1 1 minute"},
		// The words before a range over time: "build up from".
		{found: anyOf(`[,;:]?\s*\b(?:build|work)\w*\s+up\s+from\s+`, ``), as: " "},
	}
}

// holdRewritings are of holds and of ranges over time.
func holdRewritings() []rewriting {
	return []rewriting{
		// A hold: "count to three".
		{found: regexp.MustCompile(`(?i)(?:\s*,?\s*\band)?\s*,?\s*\bcount\s+(?:slowly\s+)?(?:up\s+)?to\s+(` + numberWord + `)\b`), as: ", hold for $1 seconds"},
		// A range over time: "5 minutes and build up to 20 minutes".
		{found: regexp.MustCompile(`(?i)\b(\d+)\s*(` + unitWord + `)?[,;]?\s*(?:and\s+|then\s+|gradually\s+|slowly\s+)*(?:build|work|increas|progress)\w*\s+(?:this\s+)?(?:up\s+)?to\s+(\d+)(?:\s*(` + unitWord + `)\b)?`), make: buildUp},
		// A hold on one side and then on the other: "30 seconds on the right, then the left".
		{found: regexp.MustCompile(`(?i)(\b\w+\s*(?:(?:slow|deep|full|long|easy)\s+)?(?:"|”|″|\b(?:s|secs?|seconds?|m|mins?|minutes?|breaths?)\b))\s+(?:on|to)\s+(?:the|your)\s+(left|right)(?:\s+(?:side|leg))?\s*,?\s*(?:and\s+)?then\s+(?:on\s+|to\s+)?(?:the|your)\s+(left|right)(?:\s+(?:side|leg))?\b`), make: func(m []string) string {
			if strings.EqualFold(m[2], m[3]) {
				return m[0]
			}
			return m[1] + " each side"
		}},
	}
}

// buildUp is the range from a start to what is worked up to, where both are in one unit.
func buildUp(m []string) string {
	from, to := strings.ToLower(m[2]), strings.ToLower(m[4])
	switch isCount := strings.HasPrefix(from, "rep") || strings.HasPrefix(from, "breath"); {
	case to == "" && !isCount, to != "" && from != "" && from[0] != to[0]:
		return m[0] // "1 min, build up to 2" may be twice
	case to == "":
		to = from
	}
	return m[1] + "-" + m[3] + " " + to
}

// countRewritings are of numbers of times and of sets.
func countRewritings() []rewriting {
	return []rewriting{
		// "half a dozen", "three or four", "1/2 kneeling", "3 times 8".
		{found: regexp.MustCompile(`(?i)\b(half\s+a|a|one)\s+dozen\b(\s+(?:(?:slow|deep|full|long|easy|gentle)\s+)?(?:seconds?|breaths?|reps?|repetitions?|times|rounds?)\b)?`), make: func(m []string) string {
			number := "12"
			if strings.HasPrefix(strings.ToLower(m[1]), "half") {
				number = "6"
			}
			return number + cmp.Or(m[2], " times")
		}},
		{found: regexp.MustCompile(`(?i)\b(` + numberWord + `)\s+or\s+(` + numberWord + `)\b`), make: func(m []string) string {
			if content.ParseNumber(m[2]) != content.ParseNumber(m[1])+1 {
				return m[0]
			}
			return m[1] + "-" + m[2]
		}},
		{found: regexp.MustCompile(`(?i)\b1\s*/\s*2(\s*-?\s*kneel)`), as: "half$1"},
		{found: regexp.MustCompile(`(?i)\b([1-6])\s+times\s+(\d+)\s*$`), as: "$1 x $2"},
		// A second set: "ten times, rest a minute, ten times again".
		{found: regexp.MustCompile(`(?i)\b(` + numberWord + `)\s+times\s*,?\s*(?:then\s+|and\s+)?(?:have\s+a\s+)?rest\b[^,;.\d]*[,;]\s*(?:then\s+|and\s+)?(?:do\s+)?(` + numberWord + `)\s+times\s+(?:again|more)\b`), make: func(m []string) string {
			if !strings.EqualFold(m[1], m[2]) {
				return m[0]
			}
			return m[1] + " times x 2 sets"
		}},
		// How rounds are, and turns that are counted for each side: "6 slow rounds", "6 ea, alt".
		{found: anyOf(`(\d\s+)`, `(?:slow|gentle|easy|full|smooth|controlled)\s+(rounds?)\b`), as: "$1$2"},
		{found: regexp.MustCompile(`(?i)(\d)\s*(?:ea|each)\b\.?\s*[,;(]?\s*alt(?:ernat\w*)?\b\.?\)?(\s*(?:[,;.]|$))`), as: "$1 alternating$2"},
		// "10 back 10 fwd", and the other way round.
		{found: regexp.MustCompile(`(?i)\b(\d+)\s+back\s*(?:,|/|and|&|then)?\s*(\d+)\s+(?:fwds?|forwards?|fw)\b`), as: "$1 backwards $2 forwards"},
		{found: regexp.MustCompile(`(?i)\b(\d+)\s+(?:fwds?|forwards?|fw)\s*(?:,|/|and|&|then)?\s*(\d+)\s+back\s*$`), as: "$1 forwards $2 backwards"},
		// Repetitions called by what is done: "5 rotations", "10 alternating reps", "10 of them".
		{found: regexp.MustCompile(`(?i)(\pL.*?\b)(\d+)\s+(?:rotations|turns|nods|squeezes|pumps|lifts|raises|shrugs|taps)\b`), as: "$1$2 reps"},
		{found: regexp.MustCompile(`(?i)\b(\d+)\s+(alternat\w*|alt\.?)\s+(reps?|repetitions?|times)\b`), as: "$1 $3 $2"},
		{found: regexp.MustCompile(`(?i)\b(\d+(?:\s*(?:-|–|to)\s*\d+)?)\s+of\s+(?:them|these|those)\b`), as: "$1 reps"},
	}
}
