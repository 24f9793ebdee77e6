package voice

import (
	"time"

	"catcow/sound/mix"
)

const (
	// faint is the level below which nothing is heard: 1/300 is 50 dB under the loudest.
	faint = 1.0 / 300
	// before and after are the silence that is left, so that a soft consonant keeps its start and its end.
	before = 20 * time.Millisecond
	after  = 50 * time.Millisecond
)

// trim takes away the silence before and after the speech, so that it starts when it is started, and its length is the time
// that is spoken.
func trim(c mix.Clip) mix.Clip {
	heard := func(sample float32) bool { return sample > faint || sample < -faint }
	from, to := 0, len(c.Samples)
	for from < to && !heard(c.Samples[from]) {
		from++
	}
	for to > from && !heard(c.Samples[to-1]) {
		to--
	}
	if from == to {
		return mix.Clip{Rate: c.Rate}
	}
	samples := func(d time.Duration) int { return int(d.Seconds() * float64(c.Rate)) }
	from = max(0, from-samples(before))
	to = min(len(c.Samples), to+samples(after))
	return mix.Clip{Rate: c.Rate, Samples: c.Samples[from:to:to]}
}
