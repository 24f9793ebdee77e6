package sound

import (
	"cmp"
	"math"
	"slices"
	"time"
	"unicode/utf8"
)

const (
	// enough is how many lines have to be measured before the pace is known, and
	// longEnough how many words each: short lines take longer than their words.
	enough     = 3
	longEnough = 5
	// recent is how many lines count.
	recent = 64
	// letters is how many of them a word has, of a line of ten, with the space after
	// it and its share of what every line takes.
	letters = 5.9
)

// DefaultPace is that of a voice that speaks by itself and that nobody has heard: one
// of Speech Dispatcher's took 103 words a minute where 140 were asked for.
const DefaultPace = 100

// paces are how fast a voice really speaks.
type paces struct {
	pace       float64      // words a minute, rounded down; 0 while unknown
	letterPace float64      // letters a minute; 0 while nothing was measured
	latest     [2][]float64 // those of the latest lines, in words and in letters
}

// weight is the letters of a line, and six for what every line takes.
func weight(text string) float64 { return float64(utf8.RuneCountInString(text) + 6) }

// add learns from a line: one that was rendered, or that an engine spoke by itself.
func (p *paces) add(text string, length time.Duration) {
	if words(text) < longEnough || length <= 0 {
		return
	}
	for i, amount := range [2]float64{float64(words(text)), weight(text)} {
		p.latest[i] = append(p.latest[i], amount/length.Minutes())
		if len(p.latest[i]) > recent {
			p.latest[i] = p.latest[i][1:]
		}
	}
	if len(p.latest[0]) >= enough {
		p.pace, p.letterPace = math.Floor(slow(p.latest[0])), slow(p.latest[1])
	}
}

// slow is the pace that one line in four is slower than.
func slow(paces []float64) float64 { return slices.Sorted(slices.Values(paces))[len(paces)/4] }

// length is how long a line takes at this pace; 0 while unknown. It goes by letters,
// which foretell it better than words.
func (p *paces) length(text string) time.Duration {
	pace := cmp.Or(p.letterPace, letters*p.pace)
	if pace == 0 {
		return 0
	}
	return time.Duration(weight(text) / pace * float64(time.Minute))
}
