package mix

import "math"

// moment is the seconds over which the ear sums up how loud something is, and steps
// in how many parts it is looked at.
const (
	moment = 0.4
	steps  = 4
)

// Loudness is how loud a clip is to the ear: the root mean square of its loudest
// moment, weighted as ITU-R BS.1770 weighs one channel.
func (c Clip) Loudness() float64 {
	step := max(1, min(len(c.Samples), int(moment*float64(c.Rate)))/steps)
	shelf, highPass := weights(float64(c.Rate))
	var last [steps]float64 // the sums of the last steps
	most, sum := 0.0, 0.0
	for i, x := range c.Samples {
		y := highPass.next(shelf.next(float64(x)))
		sum += y * y
		if (i+1)%step == 0 {
			last[i/step%steps], sum = sum, 0
			most = max(most, last[0]+last[1]+last[2]+last[3])
		}
	}
	return math.Sqrt(most / float64(steps*step))
}

// SetLoudness makes the clip as loud as that, but no sample above 1, nor anything
// more than four times as loud as it was.
func (c Clip) SetLoudness(loudness float64) {
	was, peak := c.Loudness(), 0.0
	for _, x := range c.Samples {
		peak = max(peak, math.Abs(float64(x)))
	}
	if was == 0 {
		return
	}
	gain := float32(min(loudness/was, 1/peak, 4))
	for i := range c.Samples {
		c.Samples[i] *= gain
	}
}

// biquad is a filter of the second order.
type biquad struct {
	b0, b1, b2, a1, a2 float64
	z1, z2             float64
}

func (f *biquad) next(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// weights are the two filters of BS.1770, at any rate: a head makes high tones
// louder, and nobody hears very low ones.
func weights(rate float64) (shelf, highPass biquad) {
	const (
		shelfHz, shelfQ, shelfGain = 1681.97, 0.7072, 1.5849 // 4 dB
		passHz, passQ              = 38.14, 0.5003
	)
	k := math.Tan(math.Pi * shelfHz / rate)
	middle := math.Sqrt(shelfGain) * k / shelfQ
	a0 := 1 + k/shelfQ + k*k
	shelf = biquad{
		b0: (shelfGain + middle + k*k) / a0, b1: 2 * (k*k - shelfGain) / a0, b2: (shelfGain - middle + k*k) / a0,
		a1: 2 * (k*k - 1) / a0, a2: (1 - k/shelfQ + k*k) / a0,
	}
	k = math.Tan(math.Pi * passHz / rate)
	a0 = 1 + k/passQ + k*k
	return shelf, biquad{b0: 1, b1: -2, b2: 1, a1: 2 * (k*k - 1) / a0, a2: (1 - k/passQ + k*k) / a0}
}
