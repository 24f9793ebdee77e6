package sheet

import (
	"regexp"
	"strings"
)

// strayText is what is wrong with a number that could count anything.
const strayText = `it has a number that says nothing; want such as "10 reps" or "30s"`

// pacedText is what is wrong with a number of steps.
const pacedText = `it counts steps or the like; want such as "10 reps"`

// timeUnit is what stands behind a number of seconds or minutes.
const timeUnit = `\s*(?:seconds?|secs?|s|minutes?|mins?|m)\b`

// patterns are what a line may have beside a name and a dose. They are compiled
// once for a sheet.
type patterns struct {
	rewritings

	asides   []*regexp.Regexp // what a line says besides its dose
	spoilers []spoiler        // what makes its dose another than its numbers say

	bullet      *regexp.Regexp // what stands before an item of a list
	hints       *regexp.Regexp // what a line with something to set aside has in it
	abbreviated *regexp.Regexp // both sides in letters
	counted     *regexp.Regexp // a number before a name
	lead        *regexp.Regexp // words that lead to a name: "finish with", "come into"
	stay        *regexp.Regexp // words that lead from a name to its time: "and stay there"
	swapped     *regexp.Regexp // that the other side comes next, in words
	repeated    *regexp.Regexp // an end that says to repeat, and not how often
	afresh      *regexp.Regexp // the same about all that stands before it: "10 times. Repeat."
	bare        *regexp.Regexp // a number for each side, which says not of what
	sides       *regexp.Regexp // the sides, by themselves
	open        *regexp.Regexp // no fixed number
	vague       *regexp.Regexp // a hold without a number: "for a few seconds"
	paced       *regexp.Regexp // a number of steps
	eachLimb    *regexp.Regexp // an instruction for one limb and then the other: "slide each heel"
	eachWay     *regexp.Regexp // each of the directions, which need not be sides
	product     *regexp.Regexp // two numbers that say not of what: "3 x 20"
	rounds      *regexp.Regexp // a number of rounds and nothing else
	everySo     *regexp.Regexp // how often, without a number before it
	lying       *regexp.Regexp // side-lying, in letters
	perSide     *regexp.Regexp // a number that is said to be for each side
	untilBent   *regexp.Regexp // how far a movement goes: "until your knees are bent"
	goOn        *regexp.Regexp // what goes on until something: "hold until"
	tired       *regexp.Regexp // what goes on as long as one can
	inBreath    *regexp.Regexp // a movement in time with the breath
	stray       *regexp.Regexp // a number that says nothing: "10 squats", "Bridge 10", "Rolls 10 each"
	inside      *regexp.Regexp // a number between words that is no number of a name: "rolls 10 back"
	named       *regexp.Regexp // a number that is part of a name: "4 point kneel", "90/90 stretch", "figure 4"
	bracketed   *regexp.Regexp // a name with brackets behind it, and a sentence after them
	joins       *regexp.Regexp // a number of one exercise before the name of the next: "cat cow 10 + plank"
	brackets    *regexp.Regexp // what is in brackets
}

// spoiler is what makes a dose another than its numbers say, and what is said of it.
type spoiler struct {
	found *regexp.Regexp
	why   string
}

func newPatterns() patterns {
	const (
		left  = `\(?\b(?:l|lt)\b\)?`
		right = `\(?\b(?:r|rt)\b\)?`
		both  = `\s*(?:/|&|and|\+|,)\s*`
	)
	return patterns{
		rewritings: newRewritings(),
		asides:     newAsides(),
		spoilers:   newSpoilers(),
		bullet: anyOf("^", `[-*•·▪◦‣●○■□☐☑✓✔➢➤→>–—]+\s*`, `\[[ x]?\]\s*`, `\(?\d{1,3}[.)](?:\s+|$|[^\d\s])`, `\d{1,2}\s*[-–:]\s+[^\d\s]`,
			`\(?[a-km-o]\d?[.)]\s+`, `(?-i:[A-H])[1-9]\d?[.):]?\s+`, `#\d+\s*[.:)]?\s*`, `(?:exercise|ex|no)\.?\s*#?\d+\s*[.:)–-]?\s+`, `exercise\s*:\s+`, `(?-i:o)\s+`, `\d{1,2}(?-i:[A-Z])`),
		hints: anyOf("", `every|day|noon|week|hour|hr|wk|night|morning|evening|daily|hourly|session`, `\b[btq]id\b|\bbd\b|ds\b|/|[ap]m\b`, `rest|relax|pause|recover|tempo|\bq\s*\d`,
			`kg|kilo|lb|pound|cm|inch|mm|deg|[%°"”″]`),
		abbreviated: anyOf("", right+both+left, left+both+right, `\be/s\b`, `\bp/side\b`, `\bsides?\s*[:=]\s*(?:both|each|bilateral)\b`),
		counted:     regexp.MustCompile(`^(?i:do |perform |complete |(?:start|begin|finish|end) with )?\s*(\d+(?:\s*[-–]\s*\d+)?|(?i:five|six|seven|eight|nine|ten|twelve|fifteen|twenty))\s+(\pL[\pL\s'’-]+)\.?$`),
		lead: anyOf(`^(?:(?:then|next|now|and|please|just)\b[,\s]*)*`, `(?:start|begin|finish|end|follow|continue|warm up|cool down)\s+with\s+`, `(?:come|go|move|get|sink)\s+(?:back\s+)?into\s+`,
			`(?:stay|rest|remain|relax|breathe|hold)\s+in\s+`, `go\s+for\s+`, `(?:move|flow|go|work)\s+through\s+`,
			`(?:come|get|go|move|roll)\s+(?:(?:on|in|up|down|over|back)?\s*to\s+)(?:all fours|your hands and knees|hands and knees|your (?:back|front|belly|side|feet))\s*(?:,|\band\b|\bthen\b)+\s*(?:then\s+)?(?:(?:move|flow|go|work)\s+through\s+)?`),
		stay:     anyOf(`\s*(?:,|\band\b|[-–])\s*`, `(?:stay|hold|rest|remain|relax|breathe|hang)(?:\s+(?:there|here|it))?$`, `(?:start|begin)(?:\s+(?:with|at))?$`),
		swapped:  anyOf(`[,;.(]?\s*\b(?:then\s+|and\s+)*`, `(?:repeat|same)\s+(?:on|with|for|to)\s+(?:the\s+)?(?:other|opposite)\s+(?:side|leg|arm)\b`, `(?:swap|switch|change)\s+(?:sides|legs|arms)\s*\)?(?:[.,;]|$)`),
		repeated: anyOf(`\brepeat\W*$`, ""),
		afresh:   anyOf(`(?:[.,;]|\bthen)\s*(?:then\s+|and\s+)*repeat\W*$`, ""),
		bare:     regexp.MustCompile(`^(?i)x?\s*(\d+)(?:\s*(?:-|–|to)\s*(\d+))?\s*(?:(?:to|on|in)\s+)?((?:/|each|per|every|ea)\b?.*)$`),
		sides:    anyOf(`^sides?\s*[:=]\s*`, `(?:both|each|bilateral|each side)$`),
		open:     anyOf(`\b`, `as (?:many|long)\b`, `(?:amrap|until|till|fatigue|failure|max|maximum|tolerated)\b`),
		vague: anyOf(`\b(?:hold\w*|stay|for|and)\s+(?:it\s+|here\s+|there\s+|for\s+|about\s+|up\s+|to\s+)*`,
			`(?:an?|some|several|half|quarter)\b[^,;.]*\b(?:seconds?|secs?|minutes?|mins?|moments?|breaths?)\b`, `(?:a\s+)?half\b`),
		paced:     anyOf(`\d\s*`, `(?:steps|paces|passes|laps|lengths|met(?:re|er)s|yards|bounces)\b`),
		eachLimb:  anyOf(`^[a-z]+\s+each\s+`, `(?:heel|leg|arm|knee|foot|ankle|wrist|hand|shoulder|hip)\b`),
		eachWay:   anyOf(`\b(?:each|either|both|per)\s+`, `(?:ways?|directions?)\b`),
		product:   regexp.MustCompile(`(?i)^\d+(?:\s*[-–]\s*\d+)?\s*(?:[x×*]|sets?(?:\s*(?:of|[x×*]))?)\s*\d+(?:\s*(?:-|–|to)\s*\d+)?(?:\s*(?:each|ea|per|/|both|left|alt)\b.*)?$`),
		rounds:    regexp.MustCompile(`(?i)^(\d+(?:\s*(?:-|–|to)\s*\d+)?)\s*rounds?$`),
		everySo:   anyOf(`^`, `every|each|daily|nightly|hourly|q\s*\d|bid|tid|qid|bd|tds|qds`),
		lying:     anyOf(`\bs/l\b`, ""),
		perSide:   anyOf(`(?:\b(?:each|ea|per|every|either|both)\b\.?|\d\s*/)\s*`, `(?:sides?|legs?|arms?|way|direction|foot|knee|limb)\b`),
		untilBent: anyOf(`\b(?:until|till?)\s+`, `you (?:can )?feel (?:it|this) (?:in|at|across|along|down|behind)\b`, `(?:your|the|both|you feel an?|you can feel an?)\s+(?:\w+\s+){0,3}(?:knees?|hips?|thighs?|elbows?|arms?|legs?|heels?|bottom|back|body|hands?|chest|shoulders?|chin|trunk|stretch|pull)\s*(?:are|is|comes?|touch(?:es)?|reach(?:es)?|makes?|forms?|leaves?|lifts?|rests?|at\b|in\b|across\b|along\b|down\b|,|\.|$)(?:\s+(?:slightly|bent|straight|level|parallel|flat|off|on|in|over|above|lifted|touching|almost|nearly))*`),
		goOn:      anyOf(`\b(?:hold|stay|repeat|continue|carry\s+on|go|keep|do|as|reps?|times)\b[^.:;]*\b`, `(?:until|till?)\b`),
		tired:     anyOf(`\b(?:until|till?)\b[^.;]*\b`, `(?:tire|fatigue|shak|ach|burn|give|weak|pain|hurt|fail|enough)\w*`),
		inBreath:  anyOf(`\b(?:lift|rais|lower|round|arch|ris|reach|open|fold|roll|curl|extend|mov)\w*\b[^.;]*\b`, `(?:inhal|exhal|in-?breath|out-?breath)\w*`),
		stray:     anyOf("", `^\d`, `\d(?:\s*(?:/|each\b|ea\b|per\b).*)?$`),
		inside:    regexp.MustCompile(`\pL\s+(?:[5-9]|[1-9]\d)\s+\pL`),
		named:     anyOf("", `^\d+(?:\s*/\s*\d+|\s*-?\s*(?:point|pt|way|step|legged)\b)[^\d]*$`, `\b(?:fig(?:ure)?|level|phase|part|number|no)\.?\s*\d$`),
		bracketed: regexp.MustCompile(`^([^()]+\([^()]*\))\s+(\p{Lu}\pL+)\b`),
		joins:     regexp.MustCompile(`\d\s*[+&]\s*\pL`),
		brackets:  regexp.MustCompile(`[(\[{]([^()\[\]{}]*)[)\]}]`),
	}
}

// newAsides are the patterns of what a line says besides its dose.
func newAsides() []*regexp.Regexp {
	const (
		count = `\d+(?:\.\d+)?(?:\s*[-–]\s*\d+)?`
		few   = `\b(?:[1-6]|one|two|three|four|five|six)(?:\s*(?:-|–|to)\s*[1-6])?\s*`
		span  = `\s*(?:day|week|hour|hr|wk|d|night|morning|evening)s?\b`
		per   = `\s*(?:a|an|per|each|every|/|x)?`
		thing = `(?:step|box|block|ball|roll|platform|bench|stool|riser|book)`
	)
	return []*regexp.Regexp{
		// How long to rest, how fast each part of a movement goes, "tempo 3-1-3", and a weight, a height, an angle.
		anyOf(`[,;(]?\s*(?:and\s+)?`, `\b(?:rest|relax|pause|recover)\w*\s*(?:for\s*)?(?:about\s*)?:?\s*`+count+timeUnit+`(?:\s*(?:in\s*)?between\s*(?:each\s*)?\w*)?\)?`,
			count+timeUnit+`\s*rest\b(?:\s*(?:in\s*)?between\s*(?:each\s*)?\w*)?\)?`),
		anyOf(`[,;(]?\s*(?:\bat\s+)?\b`, `tempo\s*:?\s*[\dx](?:\s*[-/:]\s*[\dx]){2,3}\)?`),
		anyOf(`(?:\bwith\s+)?(?:an?\s+)?\b`+count, `\s*(?:kgs?|kilos?|lbs?|pounds?|cm|inch(?:es)?|mm|degrees?|deg|%|°)(?:\s*`+thing+`\w*)?`,
			`["”″]\s*(?:`+thing+`|high|apart|off)\w*`),
		// How much to add from day to day, and how often a day or a week.
		anyOf(`[,;(]?\s*(?:and\s+|then\s+)*\b(?:add|increas|go\s+up|build)\w*\s+(?:it\s+|this\s+|by\s+|up\s+|on\s+|another\s+)*`, `(?:an?|one|two|three|\d+)(?:\s*(?:or|to|-|–)\s*(?:two|three|four|\d+))?\s*(?:more\s+)?(?:extra\s+)?`+
			`(?:s|secs?|seconds?|m|mins?|minutes?|breaths?|reps?|repetitions?)?\s*(?:or\s+two\s+)?(?:more\s+)?(?:every|each|a|per)\s+(?:other\s+|second\s+|few\s+)?(?:day|week|time|session)s?\b\)?`),
		anyOf("", `(?:once|twice|(?:`+few+`|(?:several|(?:a\s+)?few|many)\s+)(?:x|×|times?(?:\(s\))?|sessions?|/))`+per+span, `\bq\s*\d+\s*h(?:rs?|ours?)?\b`,
			`\b1\s*set\s*(?:per|a|each)\s*(?:session|day)\b`, few+`sessions?\s*(?:per|a|each)\s*day\b`, `x\s*`+few+`(?:a|per|each|/)`+span, `(?:once|twice|`+few+`(?:x|×|times)?)\s*daily\b`,
			`\bevery\s+\d+\s*(?:-\s*\d+\s*)?min(?:ute)?s?\b`, `\b(?:every|each)\s+(?:other\s+|few\s+|couple\s+of\s+)?(?:\d+\s*(?:-\s*\d+\s*)?)?`+span, `/\s*(?:\d+\s*)?`+span, `(?:\b\d+\s*-?\s*)?\bh(?:ou)?rly\b`, `\b(?:once|twice|`+few+`(?:x|×|times))\s*(?:in\s+)?(?:the\s+)?\b(?:am|pm|mornings?|evenings?|nights?)\b`,
			`\b(?:daily|nightly|bid|tid|qid|bd|tds|qds)\b`,
			count+`\s*days?\s*(?:a|per|/|each)\s*week\b`,
			`\b(?:once|twice)\s+(?:in\s+the\s+)?mid-?\s*(?:morning|afternoon|day)\b`,
			`(?:in the\s+)?\b(?:mornings?|am)\s*(?:and|&|\+|/)\s*(?:in the\s+)?(?:evenings?|nights?|pm)\b`),
	}
}

// newSpoilers are the patterns of what makes a dose another than its numbers say.
func newSpoilers() []spoiler {
	const moves = `(?:walk|run|carry|carries|crawl|sprint|swim|jog|lunge|march|shuffle)`
	return []spoiler{
		{anyOf(`\d`+timeUnit+`\s*`, `(?:up|down|lower\w*|eccentric|concentric)\b`, `(?:on|off|in|out)(?:\s*(?:[,;/)\d-]|$)|\s+and\b)`), "its seconds are for a part of the movement"},
		{anyOf(`\b(?:on|for|at|after|with|in|during)\s+(?:the\s+)?(?:very\s+)?`, `end\s*(?:[,;.)]|$)`, `(?:last|final)\b(?:\s+(?:one|rep|repetition|round|time|lift|go|of)\b|\s*(?:[,;.)]|$))`), "it tells of its last repetition what it does not of the others"},
		{anyOf("", `\d\s*m\b.*\b`+moves, `\b`+moves+`.*\d\s*m\b`), `its m could be minutes or metres; want "min" for the first`},
	}
}

// anyOf is the pattern of what begins in one way and goes on in one of several,
// in capitals or not.
func anyOf(begin string, ways ...string) *regexp.Regexp {
	return regexp.MustCompile("(?i)" + begin + "(?:" + strings.Join(ways, "|") + ")")
}
