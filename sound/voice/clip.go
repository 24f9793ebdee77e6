package voice

import "time"

// Clip is spoken sound, of one channel.
type Clip struct {
	Rate    int       // samples a second
	Samples []float32 // -1 to 1
}

// Length is how long the clip lasts.
func (c Clip) Length() time.Duration {
	if c.Rate <= 0 {
		return 0
	}
	return time.Duration(float64(len(c.Samples)) / float64(c.Rate) * float64(time.Second))
}

const (
	// usualHz is the rate of a clip with nothing in it.
	usualHz = 22050
	// faint is the level below which nothing is heard: 1/300 is 50 dB under the loudest.
	faint = 1.0 / 300
	// before and after are the silence that is left, so that a soft consonant keeps its start and its end.
	before = 20 * time.Millisecond
	after  = 50 * time.Millisecond
)

// trimmed is the clip without the silence before and after the speech, so that it starts when it is started, and its
// length is the time that is spoken.
func (c Clip) trimmed() Clip {
	heard := func(sample float32) bool { return sample > faint || sample < -faint }
	from, to := 0, len(c.Samples)
	for from < to && !heard(c.Samples[from]) {
		from++
	}
	for to > from && !heard(c.Samples[to-1]) {
		to--
	}
	if from == to {
		return Clip{Rate: c.Rate}
	}
	from = max(0, from-c.count(before))
	to = min(len(c.Samples), to+c.count(after))
	return Clip{Rate: c.Rate, Samples: c.Samples[from:to:to]}
}

// count is how many samples last a time.
func (c Clip) count(d time.Duration) int { return int(d.Seconds() * float64(c.Rate)) }
