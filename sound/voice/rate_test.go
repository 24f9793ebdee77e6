package voice

import (
	"math"
	"testing"
)

func TestRates(t *testing.T) {
	tests := []struct {
		rate        int
		wanted      int
		lengthScale float64
		sapi, spd   int
	}{
		{0, 140, 1.214, -2, -33},
		{-5, 80, 2.125, -7, -100},
		{80, 80, 2.125, -7, -100},
		{140, 140, 1.214, -2, -33},
		{170, 170, 1, 0, 0},
		{175, 175, 0.971, 0, 2},
		{240, 240, 0.708, 3, 25},
		{10000, 240, 0.708, 3, 25},
	}
	for _, test := range tests {
		s := Settings{Rate: test.rate}
		if s.wanted() != test.wanted || math.Abs(s.lengthScale()-test.lengthScale) > 0.001 ||
			s.sapiRate() != test.sapi || s.spdRate() != test.spd {
			t.Errorf("%d: %d words a minute, length scale %.3f, %d for SAPI, %d for Speech Dispatcher; want %+v",
				test.rate, s.wanted(), s.lengthScale(), s.sapiRate(), s.spdRate(), test)
		}
	}
}

// Faster is never slower, and no step of the settings is without effect where the engine has fine ones.
func TestRatesRise(t *testing.T) {
	for rate := leastRate; rate < mostRate; rate++ {
		s, faster := Settings{Rate: rate}, Settings{Rate: rate + 1}
		if faster.lengthScale() >= s.lengthScale() || faster.sapiRate() < s.sapiRate() || faster.spdRate() < s.spdRate() {
			t.Errorf("%d is not slower than %d", rate, rate+1)
		}
	}
}

func TestVolumes(t *testing.T) {
	tests := []struct {
		volume       float64
		percent, spd int
	}{
		{0, 0, -100},
		{0.5, 50, 0},
		{0.996, 100, 100},
		{1, 100, 100},
		{7, 100, 100},
		{-1, 0, -100},
		{math.NaN(), 0, -100},
		{math.Inf(1), 100, 100},
	}
	for _, test := range tests {
		s := Settings{Volume: test.volume}
		if s.percent() != test.percent || s.spdVolume() != test.spd {
			t.Errorf("%v is %d %% and %d, want %+v", test.volume, s.percent(), s.spdVolume(), test)
		}
	}
}
