package voice

import (
	"testing"

	"catcow/sound/mix"
)

func TestTrim(t *testing.T) {
	// In milliseconds: silence, sound, silence.
	tests := []struct {
		before, sound, after int
		want                 int // of clip
		start                int // of the sound in it
	}{
		{0, 0, 0, 0, 0},
		{500, 0, 0, 0, 0},
		{500, 100, 900, 170, 20},
		{20, 100, 50, 170, 20},
		{5, 100, 7, 112, 5},
		{0, 100, 0, 100, 0},
	}
	for _, test := range tests {
		clip := mix.Clip{Rate: 1000, Samples: make([]float32, test.before+test.sound+test.after)}
		for i := range test.sound {
			clip.Samples[test.before+i] = 0.5 - float32(i%2)
		}
		for i := range clip.Samples {
			clip.Samples[i] += 0.001 // a voice is never quite silent
		}
		got := trim(clip)
		if len(got.Samples) != test.want || test.sound > 0 && got.Samples[test.start] < 0.5 {
			t.Errorf("%+v: %d ms left", test, len(got.Samples))
		}
		// A quiet start of 20 ms is kept, and nothing of the clip is touched that somebody appends to.
		if cap(got.Samples) != len(got.Samples) {
			t.Errorf("%+v: room for %d more", test, cap(got.Samples)-len(got.Samples))
		}
	}
}
