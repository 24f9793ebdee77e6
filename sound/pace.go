package sound

import (
	"math"
	"slices"
	"time"
)

const (
	// enough is how many lines have to be measured before the pace is known, and
	// longEnough how many words each: short lines take longer than their words.
	enough     = 3
	longEnough = 5
	// recent is how many lines count.
	recent = 64
)

// paces are how fast a voice really speaks.
type paces struct {
	pace     float64   // words a minute, rounded down; 0 while unknown
	measured []float64 // of the latest lines, the oldest first
}

// add learns from a line: one that was rendered, or that an engine spoke by itself.
func (p *paces) add(text string, length time.Duration) {
	if words(text) < longEnough || length <= 0 {
		return
	}
	p.measured = append(p.measured, float64(words(text))/length.Minutes())
	if len(p.measured) > recent {
		p.measured = p.measured[1:]
	}
	if len(p.measured) >= enough {
		slowest := slices.Sorted(slices.Values(p.measured))
		p.pace = math.Floor(slowest[len(slowest)/8])
	}
}

// length is how long a line takes at this pace; 0 while unknown.
func (p *paces) length(text string) time.Duration {
	if p.pace == 0 {
		return 0
	}
	return time.Duration(float64(words(text)) / p.pace * float64(time.Minute))
}
