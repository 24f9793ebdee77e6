package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"catcow/content"
)

const (
	forbiddenText = "it may say not to do it, or not yet; want its name and dose alone, or no line"
	noNameText    = "it names no exercise"
	otherText     = "it has another number beside its dose"
	limitText     = "its words set a limit that is not in its dose"
)

// caveats are the words beside an exercise that change whether it is done, or how much.
type caveats struct {
	conditional *regexp.Regexp // words that say when: "if it hurts"
	manner      *regexp.Regexp // words that say how not to do it, and not whether: "not into pain"
	forbidden   *regexp.Regexp // words that say not to do it, or not now
	limited     *regexp.Regexp // words that say how much at most
	numbered    *regexp.Regexp // numbers that count no repetitions: "two pillows", "page 3"
	bareUnit    *regexp.Regexp // a unit of time without a number: "10 reps / min"
	oneByOne    *regexp.Regexp // that it is done one side at a time
	onHold      *regexp.Regexp // words that put it off, and could tell how to hold it
	crossedOut  *regexp.Regexp // signs that strike it out
	compared    *regexp.Regexp // signs of a limit: "< 2 min"
	oneOnly     *regexp.Regexp // the side that hurts, and no other
	oneFirst    *regexp.Regexp // which of the two sides comes first
	forEach     *regexp.Regexp // a dose for all that follows
	aboutIt     *regexp.Regexp // a line about the exercise above it: "leave this one out for now"
	several     *regexp.Regexp // a number in words too small to stand out, which may count: "two more"
}

func newCaveats() caveats {
	const (
		not  = `(?:not|don['’]?t|never|avoid|stop|cannot|can['’]?t|shouldn['’]?t|mustn['’]?t|no\s+need\s+to)`
		soon = `(?:next|later|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weeks|day|month|visit|review|appointment|session|time|physio|phase|stage)`
	)
	return caveats{
		conditional: anyOf(`\b`, `(?:if|when|whenever|unless|in\s+case)\b`),
		manner: anyOf("", `\b`+not+`\s+(?:to\s+|be\s+|it\s+be\s+|too\s+|so\s+)?(?:too|so|into|past|beyond|through|above|over|far|quite|all\s+the\s+way|worry|let|let\s+it|arch\w*|bounc\w*|forc\w*|push\w*|strain\w*|rush\w*|overdo\w*|over-?\s?stretch\w*|twist\w*|`+
			`lock\w*|bend\w*|allow\w*|tens\w*|clench\w*|sag\w*|jerk\w*|swing\w*|round\w*|lean\w*|hunch\w*|flar\w*|shrug\w*|hyper-?extend\w*|pok\w*|grip\w*|hurt|cause|painful|sore|hard|fast|press\w*|pull\w*|drop\w*|collaps\w*|tip|wobbl\w*|slump\w*|`+
			`us(?:e|ing)\s+(?:your|the|any|hands?|arms?|momentum)|lift\s+(?:your|the|too)|hold(?:ing)?\s+(?:your\s+|the\s+)?breath|breath\s+holding|go(?:ing)?\s+(?:too|into|past|beyond|further|all|so|as|lower|higher|deeper|far))\b`,
			`\bno\s+(?:pain|bounc\w*|jerk\w*|rush\w*|hurry|strain\w*|twist\w*|weights?|bands?|pillows?|hands?|arms?|momentum|pressure|lifting|arching|rounding|sagging|wobbl\w*|swing\w*|equipment|need|tension|forc\w*|shrugging|clenching|breath|higher|further|lower|deeper|faster)\b`),
		forbidden: anyOf(`\b`, `(?:no|none|not|don['’]?t|never|avoid\w*|skip\w*|omit\w*|leave\s+(?:\w+\s+){0,3}(?:out|off)|miss\s+(?:it\s+)?out|stop|stopped|cancel\w*|paused|postpone\w*|hold\s+off|on\s+hold|yet|later|tomorrow|instead|cannot|can['’]?t|shouldn['’]?t|mustn['’]?t|forbidden|contraindicated|discontinue\w*|nope)\b`,
			`next\s+`+soon+`\b`, `(?:from|start\w*|begin\w*|commenc\w*|add\w*|introduc\w*|resum\w*|wait\w*|after|once)\b.*\b`+soon+`\b`, `(?:once|until|till)\s+(?:i|we|you|your|the|it|he|she|seen|cleared|told|further|review|next|pain|ok|better)\b`),
		limited: anyOf(`\b`, `(?:max|maximum|at\s+most|limit\w*|tops|fewer|less\s+than|more\s+than|no\s+more|up\s+to|exceed\w*|only\s+(?:a\s+)?(?:few|couple))\b`),
		numbered: anyOf(`\b`, `(?:see\s+|on\s+)?(?:fig(?:ure)?|level|phase|part|number|no|page|p|picture|photo|pic|video|exercise|ex|sheet|rpe|borg)\.?\s*#?\d+(?:\s*[-–]\s*\d+)?(?:\s*/\s*10)?\b`, `90\s*/\s*90\b`, `\d+\s*(?:hours?|hrs?)\b`, `1\s*/\s*2\s*kneel\w*`, `[lts]\d(?:\s*[/-]\s*[lts]?\d)?\b`,
			`(?:\d+|five|six|eight|ten)\s*-?\s*(?:point|pt|way|legged|pillows?|cushions?|blocks?|bands?|towels?|chairs?|hands?|feet|legs?|arms?|knees?|degrees?|deg|cm|inch(?:es)?)\b`, `(?:pain|discomfort|effort)\b[^.;]*\b\d+(?:\s*[-–]\s*\d+)?\s*(?:/|out\s+of)\s*10\b`, `\d+\s*(?:/|out\s+of)\s*10\s+(?:pain|discomfort|effort)\b`),
		bareUnit:   anyOf(`^\W*(?:per\s+|a\s+|each\s+|every\s+)?`, `(?:s|secs?|seconds?|mins?|minutes?)\W*$`),
		oneByOne:   anyOf(`\b(?:one|single)[\s-]+`, `(?:(?:\w+\s+)?at\s+a\s+time|leg|legged|side|arm|knee|foot)\b`),
		onHold:     anyOf(`\b`, `(?:on\s+hold|hold\s+off)\b`),
		crossedOut: regexp.MustCompile(`[✗✘❌☒🚫⛔]|^[✕✖]|~~`),
		compared:   regexp.MustCompile(`[^\s=-]\s*[<>≤≥]\s*=?\s*\d|^[<≤≥]\s*\d`),
		oneOnly: anyOf(`\b`, `(?:painful|sore|affected|unaffected|bad|good|better|stiff|stiffer|worse|worst|injured|uninjured|weak|weaker|tight|tighter|involved|uninvolved|operated|symptomatic|aching|achy|hurting|problem|pain|pain-?\s?free)\s+(?:side|leg|arm|knee|hip|shoulder|buttock|foot|glute)s?\b`,
			`(?:side|leg|arm|knee|hip|shoulder)\s+(?:only\b|(?:that|which|where)\b)`, `(?:this|that|one)\s+(?:side|leg|arm)(?:\s+only)?\s*(?:$|[,;.)])`, `only\s+(?:on\s+)?(?:the\s+)?(?:one|this|that)\s+(?:side|leg|arm)\b`),
		oneFirst: anyOf("", `\b(?:start\w*|begin\w*)\s+(?:with|on)\s+(?:the|your)\s+(?:\w+\s+)?(?:side|leg|arm)\b`, `\b\w+\s+(?:side|leg|arm)\s+first\b`),
		forEach:  anyOf(`\b`, `(?:each|every|all|them|these|following|below)\b`),
		aboutIt:  anyOf(`\b`, `(?:this|it|one|yet|until|till|now|today|week|review)\b`),
		several:  anyOf(`\b`, `(?:two|three|four)\b\s*(?:$|[,;.)]|(?:or|to|more|times|reps?|sets?|only|a|per|each|at|max|breaths?|seconds?|secs?|minutes?|mins?)\b)`),
	}
}

// forbids reports whether words say not to do an exercise, or not now. What says how
// not to do it, or when to stop, does not.
func (r *reader) forbids(words string) bool {
	return r.forbidden.MatchString(words) && !r.conditional.MatchString(words) && r.forbidden.MatchString(r.manner.ReplaceAllString(words, " "))
}

// whyOpen is what keeps words beside an exercise from being only said with it, if
// anything: they may forbid it, or say another number than its dose.
func (r *reader) whyOpen(words string) string {
	if !strings.ContainsAny(words, "?+") && !hasNumber(words) && !slices.ContainsFunc([]*regexp.Regexp{r.forbidden, r.limited, r.several, r.bareUnit}, func(p *regexp.Regexp) bool { return p.MatchString(words) }) {
		return "" // most of them
	}
	rest := words
	for _, known := range slices.Concat(r.asides, []*regexp.Regexp{r.manyTimes, r.direction, r.numbered, r.untilBent}) {
		rest = known.ReplaceAllString(rest, " ")
	}
	switch {
	case r.forbids(rest):
		return forbiddenText
	case strings.ContainsRune(rest, '?'):
		return "it asks, and does not say what to do"
	case hasNumber(rest), r.several.MatchString(rest), r.bareUnit.MatchString(rest):
		return strayText
	case strings.HasPrefix(rest, "+"), rest == words && r.limited.MatchString(r.manner.ReplaceAllString(rest, " ")):
		return limitText
	}
	return ""
}

// checkRemarks reports an exercise whose remarks do more than go with it.
func (r *reader) checkRemarks(l *Line) {
	if l.Status != Exercise {
		return
	}
	for _, words := range l.Remarks {
		why := r.whyOpen(words)
		if why == "" && !l.Own && l.Pose.Sides == content.NoSides && r.oneByOne.MatchString(words) {
			why = fmt.Sprintf("it is done one side at a time, and %s is not", l.Pose.Name)
		}
		if why == strayText && l.dosage != "" {
			why = otherText
		}
		if why != "" {
			l.reject(why)
			return
		}
	}
}

// checkShared reports a pose by its name alone below a dose for all that follows, which
// is another than its own: "Hold each stretch 30 seconds".
func (r *reader) checkShared(l *Line) {
	switch {
	case l.Why == noNameText:
		r.isShared = r.forEach.MatchString(l.text)
	case l.Status == Heading:
		r.isShared = false
	case r.isShared && l.Status == Exercise && l.dosage == "":
		l.reject("the dose above is for each of them; want it in this line too")
	}
}

// checkBelow reports an exercise that the line below it says not to do.
func (r *reader) checkBelow(above, l *Line) {
	if isRemark := l.Status == Remark || l.Status == Unread && l.dosage == ""; isRemark && !l.listed && l.N == above.N+1 && above.Status == Exercise && len(wordsOf(l.text)) <= 12 && r.aboutIt.MatchString(l.text) && r.forbids(l.text) && !r.namesKnown(l.text) {
		above.reject("the line below it may say not to do it")
		l.reject(forbiddenText)
	}
}

// isKnown reports whether a text is the name of a known pose.
func (r *reader) isKnown(text string) bool {
	_, known := r.poses.find(text)
	return known
}

// startsKnown reports whether a text begins with the name of a known pose.
func (r *reader) startsKnown(text string) bool {
	words := strings.Fields(text)
	for to := len(words); to > 0; to-- {
		if r.isKnown(trimmed(strings.Join(words[:to], " "))) {
			return true
		}
	}
	return false
}

// namesKnown reports whether a known pose is named anywhere in a text.
func (r *reader) namesKnown(text string) bool {
	const longest = 5 // words of a name
	words := strings.Fields(text)
	for from := range words {
		for to := from + 1; to <= min(len(words), from+longest); to++ {
			if r.isKnown(trimmed(strings.Join(words[from:to], " "))) {
				return true
			}
		}
	}
	return false
}
