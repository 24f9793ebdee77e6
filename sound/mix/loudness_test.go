package mix

import (
	"math"
	"testing"
	"time"
)

// A sine of full scale at 997 Hz measures -3.01 LUFS, which is an RMS of 0.707
// with the 0.69 dB that the standard takes off again.
func TestLoudnessOfASine(t *testing.T) {
	for _, rate := range []int{16000, 22050, 24000, 48000} {
		got := 20 * math.Log10(sine(997, rate, time.Second).Loudness()/0.5) // sine has an amplitude of 0.5
		near(t, "dB", got, -3.01+0.69, 0.1)
	}
	for pitch, want := range map[float64]float64{20: -16.3, 100: -3.7, 440: -2.9, 4000: 0.3} {
		got := 20 * math.Log10(sine(pitch, Rate, time.Second).Loudness()/0.5)
		near(t, "dB", got, want, 1)
	}
}

// What counts is the loudest moment, not how long it takes.
func TestLoudnessIsThatOfAMoment(t *testing.T) {
	short, long := sine(500, 24000, 400*time.Millisecond), sine(500, 24000, 3*time.Second)
	near(t, "long", long.Loudness(), short.Loudness(), 0.005)
	padded := Clip{Rate: 24000, Samples: append(make([]float32, 24000), append(short.Samples, make([]float32, 24000)...)...)}
	near(t, "with silence around it", padded.Loudness(), short.Loudness(), 0.005)
	near(t, "a short one", sine(500, 24000, 100*time.Millisecond).Loudness(), short.Loudness(), 0.01)
	if got := (Clip{}).Loudness(); got != 0 {
		t.Errorf("nothing has a loudness of %v", got)
	}
}

func TestSetLoudness(t *testing.T) {
	set := func(c Clip, loudness float64) Clip {
		c.SetLoudness(loudness)
		return c
	}
	near(t, "softer", set(sine(500, 22050, time.Second), 0.1).Loudness(), 0.1, 1e-3)
	near(t, "louder", set(sine(500, 22050, time.Second), 0.5).Loudness(), 0.5, 1e-2)
	for want, c := range map[float64]Clip{
		1: set(sine(500, 22050, time.Second), 2), 0.004: set(flat(0.001, time.Second), 0.1), 0: set(flat(0, time.Second), 0.1),
	} {
		most := 0.0
		for _, x := range c.Samples {
			most = max(most, math.Abs(float64(x)))
		}
		near(t, "the peak", most, want, 1e-3)
	}
}

// What a line of five seconds costs.
func BenchmarkSetLoudness(b *testing.B) {
	line := sine(300, 22050, 5*time.Second)
	b.ReportAllocs()
	for b.Loop() {
		line.SetLoudness(0.16)
	}
}
