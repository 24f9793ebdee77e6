package sound

import (
	"math"
	"time"
)

const (
	// enough is how many lines an engine that only speaks has to speak before its
	// pace is known, and longEnough how many words each.
	enough     = 3
	longEnough = 5
)

// measured learns from a line that was rendered, if it is one to learn from; a
// length of 0 is that of a failure.
func (v *voiceState) measured(text string, length time.Duration) {
	if len(v.probes) == 0 || v.probes[0] != text {
		return
	}
	v.probes = v.probes[1:]
	if length > 0 {
		v.slowest = slower(v.slowest, pace(text, length))
	}
	if len(v.probes) == 0 {
		v.pace = v.slowest
	}
}

// timed learns from a line that an engine spoke by itself.
func (v *voiceState) timed(text string, length time.Duration) {
	if words(text) < longEnough || length <= 0 {
		return
	}
	v.slowest = slower(v.slowest, pace(text, length))
	if v.spoken++; v.spoken >= enough {
		v.pace = v.slowest
	}
}

// slower is the lower of two paces, of which 0 is unknown.
func slower(a, b float64) float64 {
	if a == 0 {
		return b
	}
	return min(a, b)
}

// pace is words a minute, rounded down, so that what is planned with it is never
// too short.
func pace(text string, length time.Duration) float64 {
	return math.Floor(float64(words(text)) / length.Minutes())
}
