package mix

import (
	"math"
	"time"
)

// How long a gain takes from nothing to all.
const (
	fade = 0.010 // seconds: volumes, and the edges of clips
	stop = 0.020 // seconds: a voice that is cut off
	duck = 0.080 // seconds: stepping back for a voice, and coming forward again
)

// seconds is a number of them as a duration.
func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// ramp is a gain that moves to its target in a straight line.
type ramp struct {
	now, target, step float64
}

func newRamp(level, seconds float64) ramp {
	level = clamp(level)
	return ramp{level, level, 1 / (seconds * Rate)}
}

// next is the gain of the next sample.
func (r *ramp) next() float64 {
	switch {
	case r.now < r.target:
		r.now = min(r.now+r.step, r.target)
	case r.now > r.target:
		r.now = max(r.now-r.step, r.target)
	}
	return r.now
}

// clamp takes what is no number for silence.
func clamp(level float64) float64 {
	if math.IsNaN(level) {
		return 0
	}
	return min(max(level, 0), 1)
}

// knee is from where on peaks are bent.
const knee = 0.8

// limit bends peaks so that a sum of sounds stays within 1 without a corner.
func limit(x float64) float64 {
	if a := math.Abs(x); a > knee {
		return math.Copysign(knee+(1-knee)*math.Tanh((a-knee)/(1-knee)), x)
	}
	return x
}
