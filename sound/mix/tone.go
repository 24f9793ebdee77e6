package mix

import (
	"math"
	"time"
)

// The breath tone: up from E4 to A4 over the breath in, down again over the
// breath out. The loudspeaker of a laptop gives little of what is lower.
const (
	low  = 329.63 // Hz
	high = 440.0  // Hz
)

const (
	loudness = 0.16 // the amplitude at its fullest, with the breath's volume at 1
	overtone = 0.1  // of the fundamental
	swell    = 0.15 // seconds from nothing to all of it, and back
	glide    = 0.03 // seconds in which the pitch catches up with where it should be
	// linger is how long the tone waits at the end of a phase for the next one.
	linger = 150 * time.Millisecond
	// stretch is how many samples share one look at where the breath is.
	stretch = 32
)

// tone is a voice without words that rises and falls.
type tone struct {
	on     bool
	inhale bool
	length time.Duration
	began  time.Time

	amp, freq, phase float64
}

func (t *tone) follow(inhale bool, length time.Duration, began time.Time) {
	t.on = length > 0
	t.inhale, t.length, t.began = inhale, length, began
}

// want is the amplitude and the pitch it should have at an instant.
func (t *tone) want(now time.Time) (amp, freq float64) {
	passed := now.Sub(t.began)
	if !t.on || passed > t.length+linger {
		return 0, t.freq
	}
	part := clamp(float64(passed) / float64(t.length))
	if !t.inhale {
		part = 1 - part
	}
	part = (1 - math.Cos(math.Pi*part)) / 2 // a breath begins and ends slowly
	return loudness * (0.7 + 0.3*part), low * math.Pow(high/low, part)
}

// until is when it has ended, unless it is asked for again.
func (t *tone) until(now time.Time) time.Time {
	amp, _ := t.want(now)
	switch {
	case amp > 0:
		return t.began.Add(t.length + linger + seconds(swell))
	case t.amp > 0:
		return now.Add(seconds(swell))
	}
	return now
}

func (t *tone) add(out []float32, now time.Time) {
	for len(out) > 0 {
		n := min(len(out), stretch)
		t.stretch(out[:n], now)
		out = out[n:]
		now = now.Add(time.Duration(n) * time.Second / Rate)
	}
}

func (t *tone) stretch(out []float32, now time.Time) {
	amp, freq := t.want(now)
	if amp == 0 && t.amp == 0 {
		return
	}
	if t.amp == 0 {
		t.freq, t.phase = freq, 0
	}
	const step = loudness / (swell * Rate)
	const follow = 1 / (glide * Rate)
	for i := range out {
		t.amp += min(max(amp-t.amp, -step), step)
		t.freq += (freq - t.freq) * follow
		t.phase += 2 * math.Pi * t.freq / Rate
		out[i] += float32(t.amp * (math.Sin(t.phase) + overtone*math.Sin(2*t.phase)))
	}
	t.phase = math.Mod(t.phase, 2*math.Pi)
}
