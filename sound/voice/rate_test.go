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
		{80, 80, 2.125, -7, -100},
		{140, 140, 1.214, -2, -33},
		{170, 170, 1, 0, 0},
		{175, 175, 0.971, 0, 2},
		{240, 240, 0.708, 3, 25},
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
	for rate := 80; rate < 240; rate++ {
		s, faster := Settings{Rate: rate}, Settings{Rate: rate + 1}
		if faster.lengthScale() >= s.lengthScale() || faster.sapiRate() < s.sapiRate() || faster.spdRate() < s.spdRate() {
			t.Errorf("%d is not slower than %d", rate, rate+1)
		}
	}
}

func TestVolumes(t *testing.T) {
	for volume, want := range map[float64]int{0: -100, 0.25: -50, 0.5: 0, 0.996: 100, 1: 100} {
		if got := (Settings{Volume: volume}).spdVolume(); got != want {
			t.Errorf("%v is %d, want %d", volume, got, want)
		}
	}
}
