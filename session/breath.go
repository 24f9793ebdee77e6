package session

import (
	"math"
	"time"
)

// Breath is the length of one breath in and one breath out.
type Breath struct{ In, Out time.Duration }

// The shortest and the longest that a phase of the breath may be, and the step
// by which it is made slower or faster while the session runs.
const (
	shortestPhase = 2 * time.Second
	longestPhase  = 12 * time.Second
	breathStep    = 500 * time.Millisecond
)

// DefaultBreath is 5.5 s in and 5.5 s out with no pause: slow breathing at about
// five and a half breaths a minute (Lin, Tai and Fan 2014, Int J Psychophysiol
// 91:206-211).
func DefaultBreath() Breath {
	return Breath{In: 5500 * time.Millisecond, Out: 5500 * time.Millisecond}
}

// isWithin reports whether each phase is from 2 to 12 seconds, in tenths.
func (b Breath) isWithin() bool {
	return min(b.In, b.Out) >= shortestPhase && max(b.In, b.Out) <= longestPhase && b.In%tenth == 0 && b.Out%tenth == 0
}

// Length is one breath in and out.
func (b Breath) Length() time.Duration { return b.In + b.Out }

// Slower is the breath with both phases half a second longer, if both may be.
func (b Breath) Slower() Breath { return b.add(breathStep) }

// Faster is the breath with both phases half a second shorter, if both may be.
func (b Breath) Faster() Breath { return b.add(-breathStep) }

func (b Breath) add(d time.Duration) Breath {
	if changed := (Breath{b.In + d, b.Out + d}); changed.isWithin() {
		return changed
	}
	return b
}

// Phase is the part of a cycle the body is in.
type Phase string

// The phases. Stay is the pause of a repetition in the pose; the breath goes on
// freely in it.
const (
	NoPhase Phase = ""
	In      Phase = "in"
	Stay    Phase = "stay"
	Out     Phase = "out"
)

// Cycle is what repeats inside a hold or a set of repetitions: a breath in, a
// breath out, and for repetitions that have a length a stay after the breath
// that moves into the pose. The zero Cycle is no breath at all.
type Cycle struct {
	Breath

	Stay  time.Duration
	After Phase // the breath the stay follows: In or Out
}

// Length is once through the cycle.
func (c Cycle) Length() time.Duration { return c.In + c.Out + c.Stay }

// At is the phase at a time into the cycle and before its end, how far through it is,
// from 0 to 1, and how much of it is left.
func (c Cycle) At(t time.Duration) (phase Phase, through float64, left time.Duration) {
	for _, p := range c.parts() {
		if t < p.length {
			return p.phase, float64(t) / float64(p.length), p.length - t
		}
		t -= p.length
	}
	return NoPhase, 0, 0
}

// part is a phase of a cycle.
type part struct {
	phase  Phase
	length time.Duration
}

// parts are the phases in their order.
func (c Cycle) parts() [3]part {
	in, out, stay := part{In, c.In}, part{Out, c.Out}, part{Stay, c.Stay}
	if c.After == In {
		return [3]part{in, stay, out}
	}
	return [3]part{in, out, stay}
}

// start is the time into the cycle at which a phase begins.
func (c Cycle) start(phase Phase) (at time.Duration) {
	for _, p := range c.parts() {
		if p.phase == phase {
			return at
		}
		at += p.length
	}
	return 0
}

// fitted is the breath stretched or squeezed so that a whole number of them
// fills a hold too short to be rounded up.
func (b Breath) fitted(length time.Duration) Breath {
	n := max(1, math.Round(float64(length)/float64(b.Length())))
	one := time.Duration(float64(length) / n)
	in := time.Duration(float64(one) * float64(b.In) / float64(b.Length()))
	return Breath{In: in, Out: one - in}
}

// Fill is how full the lungs are, from 0 to 1: up and down a cosine.
func Fill(p Phase, through float64, after Phase) float64 {
	wave := (1 - math.Cos(math.Pi*through)) / 2
	switch {
	case p == In:
		return wave
	case p == Out:
		return 1 - wave
	case p == Stay && after == In:
		return 1
	}
	return 0
}
