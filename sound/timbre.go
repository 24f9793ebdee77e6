package sound

import (
	"math"

	"catcow/sound/mix"
)

// bellRate is the samples a second of a chime: the highest partial of the highest
// note has no more than 4.2 kHz.
const bellRate = 24000

// level is how loud a chime is, and each line of the voice: 16 dB under the loudest,
// which leaves speech room for its peaks.
const level = 0.16

// Seconds.
const (
	strike = 0.018 // a note comes up in this: soft enough not to startle
	damp   = 0.120 // and at its end goes down in this
)

// partials are what makes a bell of a sine: how far above the note, how loud, and
// the seconds in which each falls to a third. High ones go first.
func partials() [4]struct{ ratio, amp, decay float64 } {
	return [4]struct{ ratio, amp, decay float64 }{
		{1, 1, 0.42},
		{2, 0.30, 0.26},
		{3.01, 0.10, 0.13},
		{4.02, 0.04, 0.07},
	}
}

// clip is the chime as sound.
func (c Chime) clip() mix.Clip {
	m := c.melody()
	length := m.apart*float64(len(m.notes)-1) + m.rings
	clip := mix.Clip{Rate: bellRate, Samples: make([]float32, int(length*bellRate))}
	for i, note := range m.notes {
		ring(clip.Samples[int(float64(i)*m.apart*bellRate):], note)
	}
	clip.SetLoudness(level)
	return clip
}

// ring adds one note that sounds until the end of out.
func ring(out []float32, note float64) {
	for _, p := range partials() {
		// A sine turns by a fixed angle a sample: one multiplication of complex
		// numbers, which also holds the decay.
		angle := 2 * math.Pi * note * p.ratio / bellRate
		shrink := math.Exp(-1 / (p.decay * bellRate))
		turn := complex(shrink*math.Cos(angle), shrink*math.Sin(angle))
		at := complex(p.amp, 0)
		for i := range out {
			out[i] += float32(imag(at) * envelope(i, len(out)))
			at *= turn
		}
	}
}

// envelope is the strike and the damping of a note, at one of its samples.
func envelope(i, n int) float64 {
	e := 1.0
	if up := strike * bellRate; float64(i) < up {
		e *= (1 - math.Cos(math.Pi*float64(i)/up)) / 2
	}
	if down := damp * bellRate; float64(n-i) < down {
		e *= (1 - math.Cos(math.Pi*float64(n-i)/down)) / 2
	}
	return e
}
