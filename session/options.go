package session

import (
	"cmp"
	"strings"
	"time"

	"catcow/content"
)

// Words is how much of the way into a pose is told.
type Words string

// The ways to tell it. AutoWords tells all the steps of a pose until it is
// familiar.
const (
	FullWords  Words = "full"
	BriefWords Words = "brief"
	AutoWords  Words = "auto"
)

// familiarFrom is how many times a pose was done to its end before it is set up
// in one line.
const familiarFrom = 3

// Options are what makes a plan one person's.
type Options struct {
	Level      float64            // 0 to 1: the point in each range of a dose
	Levels     map[string]float64 // the points of poses, by id, that have one of their own
	Breath     Breath             // its phases from 2 to 12 s
	First      Side               // Left or Right
	Conditions []string           // ids of content.Conditions that change what is said
	Words      Words
	Familiar   map[string]int // how many times poses were done to their end, by id
	Pace       int            // words a minute at which lines are heard
	// LineLength is how long a line takes the voice at hand; nil to reckon with Pace.
	LineLength func(line string) time.Duration
	Moment     time.Duration // to do a thing after it was said
	Count      bool          // the last seconds of a hold are told
	// Opening is said before the first pose is named; it may be empty.
	Opening string
}

// DefaultOptions are those of the settings as they come.
func DefaultOptions() Options {
	return Options{Breath: DefaultBreath(), First: Right, Words: AutoWords, Pace: 140, Moment: 3 * time.Second}
}

// sane replaces what no plan can be made with.
func (o Options) sane() Options {
	d := DefaultOptions()
	if !o.Breath.isWithin() {
		o.Breath = d.Breath
	}
	if o.Pace <= 0 {
		o.Pace = d.Pace
	}
	o.First, o.Words = cmp.Or(o.First, d.First), cmp.Or(o.Words, d.Words)
	o.Moment = max(o.Moment, 0)
	return o
}

// level is the point in the range of a pose's dose.
func (o Options) level(pose string) float64 {
	if own, ok := o.Levels[pose]; ok {
		return own
	}
	return o.Level
}

// brief reports whether a pose is set up in one line.
func (o Options) brief(pose string) bool {
	return o.Words == BriefWords || o.Words == AutoWords && o.Familiar[pose] >= familiarFrom
}

// dose is how much of an item is done.
func (o Options) dose(item content.Item) content.Exact {
	return o.Limit(item.Dose, item.Pose).At(o.level(item.Ref.Pose))
}

// Limit is a dose of a pose, its range no longer than it may grow by itself: a hold with
// the head low stays below two minutes, unless it is begun with more.
func (o Options) Limit(d content.Dose, p content.Pose) content.Dose {
	if !p.Inverted {
		return d
	}
	most := d.Amount.To
	switch d.Unit {
	case content.Seconds:
		most = int(longestInversion / time.Second)
	case content.Minutes:
		most = int(longestInversion / time.Minute)
	case content.Breaths:
		most = int(longestInversion / o.Breath.Length())
	case content.Reps:
	}
	d.Amount.To = max(d.Amount.From, min(d.Amount.To, most))
	return d
}

// lengthOf is how long a line takes to be heard, to the tenth of a second above.
func (o Options) lengthOf(line string) time.Duration {
	d := time.Duration(0)
	if o.LineLength != nil {
		d = o.LineLength(line)
	}
	if d <= 0 {
		words := 0
		for range strings.FieldsSeq(line) {
			words++
		}
		d = time.Duration(words) * time.Minute / time.Duration(o.Pace)
	}
	return (d + tenth - 1) / tenth * tenth
}

// layOut lays lines one after the other, with a time to do each.
func (o Options) layOut(lines []string, do time.Duration) (time.Duration, []Cue) {
	var at time.Duration
	cues := make([]Cue, len(lines))
	for i, line := range lines {
		cues[i] = Cue{At: at, Text: line, Rank: Must}
		at += o.lengthOf(line) + do
	}
	return at, cues
}
