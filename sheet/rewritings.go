package sheet

import "regexp"

// rewritings are the ways to say how much that are said in another way before a
// dose is read.
type rewritings struct {
	inTurn       *regexp.Regexp // one amount for each side: "5 breaths R, 5 breaths L"
	sideFirst    *regexp.Regexp // the same with the side before: "R 3 min, L 3 min"
	direction    *regexp.Regexp // a number one way: "10 backwards"
	buildUp      *regexp.Regexp // a range over time: "5 minutes and build up to 20 minutes"
	total        *regexp.Regexp // a number for both sides together: "20 in total"
	totalTime    *regexp.Regexp // a length of all sets and sides together: "3 min in total"
	ofThem       *regexp.Regexp // a number of what the line names: "10 of them"
	byTurns      *regexp.Regexp // so many alternating repetitions
	moves        *regexp.Regexp // a number of a movement: "5 rotations"
	upFrom       *regexp.Regexp // the words before a range over time: "build up from"
	afterOther   *regexp.Regexp // a hold on one side and then on the other: "30 seconds on the right, then the left"
	wayFirst     *regexp.Regexp // a direction before its number: "backwards - 10"
	minute       *regexp.Regexp // what a line with a part of a minute has in it
	andHalf      *regexp.Regexp // "a minute and a half"
	minutesHalf  *regexp.Regexp // "two and a half minutes"
	oneOrNext    *regexp.Regexp // "three or four"
	timesOf      *regexp.Regexp // sets of repetitions: "3 times 8"
	halfKneeling *regexp.Regexp // "1/2 kneeling"
	half         *regexp.Regexp // "half a minute"
	aMinute      *regexp.Regexp // "hold for a minute"
	minuteEach   *regexp.Regexp // "a minute on each side"
	fraction     *regexp.Regexp // "1 1/2 min"
	dozen        *regexp.Regexp // "a dozen", "half a dozen"
	slowRounds   *regexp.Regexp // a number of rounds, and how they are: "6 slow rounds"
	eachByTurn   *regexp.Regexp // alternating, and counted for each side: "6 ea, alt"
	countTo      *regexp.Regexp // a hold: "count to three"
	again        *regexp.Regexp // a second set: "ten times, rest a minute, ten times again"
	backFirst    *regexp.Regexp // "10 back 10 fwd"
	backLast     *regexp.Regexp // "10 fwd 10 back"
}

func newRewritings() rewritings {
	const (
		unit    = `(?:s|secs?|seconds?|m|mins?|minutes?|breaths?|reps?|repetitions?|times)`
		number  = `(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)`
		amount  = number + `(?:\s*(?:x|"|'|″|”|` + unit + `\b))?`
		oneSide = `(?:(?:on|to)\s+)?(?:(?:the|your)\s+)?\(?\b(l|r|left|right)\b\)?`
		andThen = `\s*(?:,|;|/|and|&|then|\s)+\s*`
	)
	return rewritings{
		inTurn:       regexp.MustCompile(`(?i)\b(` + amount + `)\s+` + oneSide + `(?:\s+side)?` + andThen + `(` + amount + `)\s+` + oneSide + `(?:\s+side)?`),
		sideFirst:    regexp.MustCompile(`(?i)` + oneSide + `[\s:]+(` + amount + `)` + andThen + oneSide + `[\s:]+(` + amount + `)(?:\s|$)`),
		direction:    regexp.MustCompile(`(?i)\b(\d+)\s+(?:reps?\s+|times\s+)?(?:forwards?|backwards?|fwds?|bwds?|(?:anti-?|counter-?)?clockwise)\b`),
		buildUp:      regexp.MustCompile(`(?i)\b(\d+)\s*(` + unit + `)?[,;]?\s*(?:and\s+|then\s+|gradually\s+|slowly\s+)*(?:build|work|increas|progress)\w*\s+(?:this\s+)?(?:up\s+)?to\s+(\d+)(?:\s*(` + unit + `)\b)?`),
		totalTime:    anyOf(`\d\s*(?:"|”|″|'|′|(?:s|secs?|seconds?|m|mins?|minutes?|breaths?)\b)\s*(?:of\s+this\s+)?`, `(?:(?:in\s+)?total|in\s+all|all\s+together|altogether|overall)\b`, `\(total\b`),
		total:        regexp.MustCompile(`(?i)\b(\d+)\s*(?:reps?|times)?\s*(?:in\s+(?:total|all)|total|altogether|all\s+together|overall)\b|\btotal\s*(?:of|:|=)?\s*(\d+)\b(?:\s*(?:reps?|times)\b)?`),
		ofThem:       regexp.MustCompile(`(?i)\b(\d+(?:\s*(?:-|–|to)\s*\d+)?)\s+of\s+(?:them|these|those)\b`),
		byTurns:      regexp.MustCompile(`(?i)\b(\d+)\s+(alternat\w*|alt\.?)\s+(reps?|repetitions?|times)\b`),
		moves:        regexp.MustCompile(`(?i)(\pL.*?\b)(\d+)\s+(?:rotations|turns|nods|squeezes|pumps|lifts|raises|shrugs|taps)\b`),
		upFrom:       anyOf(`[,;:]?\s*\b(?:build|work)\w*\s+up\s+from\s+`, ``),
		minute:       anyOf("", `half|1\s*/\s*2|(?:for|hold\w*)\s+(?:(?:about|around|roughly)\s+)?a\s+(?:full\s+)?min|a\s+(?:full\s+)?min(?:ute)?\s+(?:on|each|per|either|every)`),
		andHalf:      anyOf(`\b(?:an?|one|1)\s+min(?:ute)?\s+and\s+a\s+half\b`, ""),
		minutesHalf:  regexp.MustCompile(`(?i)\b(` + number + `)\s+and\s+(?:a\s+half|1\s*/\s*2|½)\s+min(?:ute)?s?\b`),
		oneOrNext:    regexp.MustCompile(`(?i)\b(` + number + `)\s+or\s+(` + number + `)\b`),
		timesOf:      regexp.MustCompile(`(?i)\b([1-6])\s+times\s+(\d+)\s*$`),
		halfKneeling: regexp.MustCompile(`(?i)\b1\s*/\s*2(\s*-?\s*kneel)`),
		half:         anyOf(`\b(?:a\s+)?half\s+(?:an?\s+|of\s+a\s+)?min(?:ute)?\b`, ""),
		aMinute:      anyOf(`\b(for|hold\w*)\s+(?:(?:about|around|roughly)\s+)?a\s+(?:full\s+)?min(?:ute)?\b`, ""),
		minuteEach:   anyOf(`\ba\s+(?:full\s+)?min(?:ute)?\s+((?:on\s+|for\s+)?(?:each|per|either|every)\b)`, ""),
		afterOther:   regexp.MustCompile(`(?i)(\b\w+\s*(?:(?:slow|deep|full|long|easy)\s+)?(?:"|”|″|\b(?:s|secs?|seconds?|m|mins?|minutes?|breaths?)\b))\s+(?:on|to)\s+(?:the|your)\s+(left|right)(?:\s+(?:side|leg))?\s*,?\s*(?:and\s+)?then\s+(?:on\s+|to\s+)?(?:the|your)\s+(left|right)(?:\s+(?:side|leg))?\b`),
		wayFirst:     regexp.MustCompile(`(?i)\b(forwards?|backwards?|fwds?|bwds?|(?:anti-?|counter-?)?clockwise)\s*(?:[-–:,x×]\s*)+(\d+)\s*$`),
		dozen:        regexp.MustCompile(`(?i)\b(half\s+a|a|one)\s+dozen\b(\s+(?:(?:slow|deep|full|long|easy|gentle)\s+)?(?:seconds?|breaths?|reps?|repetitions?|times|rounds?)\b)?`),
		slowRounds:   anyOf(`(\d\s+)`, `(?:slow|gentle|easy|full|smooth|controlled)\s+(rounds?)\b`),
		eachByTurn:   regexp.MustCompile(`(?i)(\d)\s*(?:ea|each)\b\.?\s*[,;(]?\s*alt(?:ernat\w*)?\b\.?\)?(\s*(?:[,;.]|$))`),
		countTo:      regexp.MustCompile(`(?i)(?:\s*,?\s*\band)?\s*,?\s*\bcount\s+(?:slowly\s+)?(?:up\s+)?to\s+(` + number + `)\b`),
		again:        regexp.MustCompile(`(?i)\b(` + number + `)\s+times\s*,?\s*(?:then\s+|and\s+)?(?:have\s+a\s+)?rest\b[^,;.\d]*[,;]\s*(?:then\s+|and\s+)?(?:do\s+)?(` + number + `)\s+times\s+(?:again|more)\b`),
		backFirst:    regexp.MustCompile(`(?i)\b(\d+)\s+back\s*(?:,|/|and|&|then)?\s*(\d+)\s+(?:fwds?|forwards?|fw)\b`),
		backLast:     regexp.MustCompile(`(?i)\b(\d+)\s+(?:fwds?|forwards?|fw)\s*(?:,|/|and|&|then)?\s*(\d+)\s+back\s*$`),
		fraction:     regexp.MustCompile(`(?i)\b(?:(\d+)\s+)?1\s*/\s*2\s*(m(?:in(?:ute)?s?)?)\b`),
	}
}
