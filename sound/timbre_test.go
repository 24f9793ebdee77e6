package sound

import (
	"fmt"
	"math"
	"testing"
	"time"

	"catcow/sound/mix"
)

func all() []Chime { return []Chime{GetReady, Start, Switch, Halfway, End, AllDone} }

// power is how much of a pitch there is in the samples, by Goertzel: the square
// of its amplitude.
func power(samples []float64, pitch, rate float64) float64 {
	k := 2 * math.Cos(2*math.Pi*pitch/rate)
	a, b := 0.0, 0.0
	for _, x := range samples {
		a, b = x+k*a-b, a
	}
	n := float64(len(samples)) / 2
	return (a*a + b*b - k*a*b) / (n * n)
}

// pitch is the strongest one between 150 and 2,100 Hz, to 2 Hz.
func pitch(samples []float64, rate float64) float64 {
	best, most := 0.0, 0.0
	for f := 150.0; f < 2100; f += 2 {
		if p := power(samples, f, rate); p > most {
			best, most = f, p
		}
	}
	return best
}

func floats(in []float32) []float64 {
	out := make([]float64, len(in))
	for i, x := range in {
		out[i] = float64(x)
	}
	return out
}

func TestChimesHaveTheirNotes(t *testing.T) {
	want := map[Chime][]float64{
		GetReady: {440, 440},
		Start:    {523, 784},
		Switch:   {659, 494, 659},
		Halfway:  {1046},
		End:      {784, 523},
		AllDone:  {392, 523, 659, 784},
	}
	for _, c := range all() {
		samples := floats(c.clip().Samples)
		step := int(c.melody().apart * bellRate)
		before := make([]float64, len(want[c]))
		for i, note := range want[c] {
			// A note has come up after its strike; the earlier ones still ring, so
			// what counts is that this one has just become stronger.
			from := i*step + int(strike*bellRate)
			window := samples[from : from+bellRate/10]
			if i == 0 {
				if got := pitch(window, bellRate); math.Abs(got-note) > 4 {
					t.Errorf("%v: note %d is %.0f Hz, want %.0f", c, i, got, note)
				}
				continue
			}
			before[i] = power(samples[i*step-bellRate/20:i*step], note, bellRate)
			if now := power(window, note, bellRate); now < 4*before[i] && now < 0.02 {
				t.Errorf("%v: note %d, %.0f Hz, does not sound: %.4f before, %.4f now", c, i, note, before[i], now)
			}
		}
		if got := len(c.melody().notes); got != len(want[c]) {
			t.Errorf("%v has %d notes, want %d", c, got, len(want[c]))
		}
	}
}

func TestChimesAreGentle(t *testing.T) {
	for _, c := range all() {
		clip := c.clip()
		most := 1500 * time.Millisecond
		if c == AllDone {
			most = 3 * time.Second
		}
		if got := clip.Length(); got > most || got < 500*time.Millisecond {
			t.Errorf("%v lasts %v, want at most %v", c, got, most)
		}
		peak, jump, was := 0.0, 0.0, 0.0
		early := 0.0 // the loudest in the first 5 ms
		for i, x := range append(floats(clip.Samples), 0) {
			peak, jump = max(peak, math.Abs(x)), max(jump, math.Abs(x-was))
			if i < 5*bellRate/1000 {
				early = max(early, math.Abs(x))
			}
			was = x
		}
		if peak > 0.65 || peak < 0.3 {
			t.Errorf("%v: its peak is %.2f, want 0.3 to 0.65", c, peak)
		}
		// The steepest a full sine of 1,046 Hz gets in a sample at 24 kHz is 0.27.
		if jump > 0.25 {
			t.Errorf("%v: jumps by %.3f from one sample to the next", c, jump)
		}
		if early > peak/3 {
			t.Errorf("%v: is at %.2f of its peak after 5 ms; it should come up softly", c, early/peak)
		}
	}
}

// What tells chimes apart is the tune, not the loudness.
func TestChimesDiffer(t *testing.T) {
	tunes := map[string]Chime{}
	for _, c := range all() {
		tune := fmt.Sprint(c.melody().notes)
		if other, ok := tunes[tune]; ok {
			t.Errorf("%v and %v have the same tune", c, other)
		}
		tunes[tune] = c
	}
	shape := func(c Chime) string {
		notes := c.melody().notes
		out := ""
		for i := 1; i < len(notes); i++ {
			switch {
			case notes[i] > notes[i-1]:
				out += "/"
			case notes[i] < notes[i-1]:
				out += "\\"
			default:
				out += "-"
			}
		}
		return out
	}
	for c, want := range map[Chime]string{GetReady: "-", Start: "/", Switch: "\\/", Halfway: "", End: "\\", AllDone: "///"} {
		if got := shape(c); got != want {
			t.Errorf("%v goes %q, want %q", c, got, want)
		}
	}
}

// The chimes are as loud to the ear as each other and as the voice, whatever
// loudness an engine renders at.
func TestChimesAreAsLoudAsTheVoice(t *testing.T) {
	const half = 0.5 // dB
	loud := func(what string, c mix.Clip) {
		t.Helper()
		if off := 20 * math.Log10(c.Loudness()/level); math.Abs(off) > half {
			t.Errorf("%s is %+.1f dB beside the others", what, off)
		}
	}
	for _, c := range all() {
		loud(fmt.Sprintf("chime %d", c), c.clip())
	}
	play(t, everything(), renderer(), func(s *stage) {
		s.Prepare([]string{"om", "om om om om om om"})
		s.at(time.Second)
		for text, clip := range s.voice.cache {
			loud(text, clip)
		}
	})
}

func BenchmarkChime(b *testing.B) {
	for b.Loop() {
		if AllDone.clip().Rate != bellRate {
			b.Fatal("no chime")
		}
	}
}

// One second of everything at once.
func BenchmarkMixSecond(b *testing.B) {
	now := time.Unix(0, 0)
	m := mix.New(mix.Levels{Master: 1, Chime: 1, Voice: 1, Breath: 1})
	words := mix.Clip{Rate: 22050, Samples: make([]float32, 22050)}
	chime := AllDone.clip()
	out := make([]float32, mix.Rate/50)
	for b.Loop() {
		m.Play(mix.Voice, words, now.Add(time.Second))
		m.Play(mix.Chime, chime, now.Add(time.Second))
		m.Breath(true, 5*time.Second, 0, now)
		for range 50 {
			m.Fill(out, now)
			now = now.Add(20 * time.Millisecond)
		}
		now = now.Add(5 * time.Second) // so that no chime is left over
	}
}
