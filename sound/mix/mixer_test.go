package mix

import (
	"math"
	"testing"
	"time"
)

const block = Rate / 100 // 10 ms

// desk is a mixer with a clock that moves with what it has played.
type desk struct {
	*Mixer
	now    time.Time
	played []float64
}

func newDesk(l Levels) *desk { return &desk{Mixer: New(l), now: time.Unix(1000, 0)} }

func full() Levels { return Levels{Master: 1, Chime: 1, Voice: 1, Breath: 1} }

// play lets time go by and gives what was heard in it.
func (d *desk) play(length time.Duration) []float64 {
	from := len(d.played)
	out := make([]float32, block)
	for range int(length / (10 * time.Millisecond)) {
		d.Fill(out, d.now)
		d.now = d.now.Add(10 * time.Millisecond)
		for _, x := range out {
			d.played = append(d.played, float64(x))
		}
	}
	return d.played[from:]
}

// put plays a clip now.
func (d *desk) put(k Kind, c Clip) { d.Play(k, c, d.now.Add(time.Second)) }

// flat is a clip that is the same number all through.
func flat(level float32, length time.Duration) Clip {
	c := Clip{Rate: Rate, Samples: make([]float32, int(length*Rate/time.Second))}
	for i := range c.Samples {
		c.Samples[i] = level
	}
	return c
}

func sine(pitch float64, rate int, length time.Duration) Clip {
	c := Clip{Rate: rate, Samples: make([]float32, int(length*time.Duration(rate)/time.Second))}
	for i := range c.Samples {
		c.Samples[i] = float32(0.5 * math.Sin(2*math.Pi*pitch*float64(i)/float64(rate)))
	}
	return c
}

// jump is the largest step from one sample to the next.
func jump(samples []float64) float64 {
	most := 0.0
	for i := 1; i < len(samples); i++ {
		most = max(most, math.Abs(samples[i]-samples[i-1]))
	}
	return most
}

func peak(samples []float64) float64 {
	most := 0.0
	for _, x := range samples {
		most = max(most, math.Abs(x))
	}
	return most
}

func near(t *testing.T, what string, got, want, by float64) {
	t.Helper()
	if math.Abs(got-want) > by {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// A step of 1 spread over 10 ms is 1/480 a sample.
const softest = 1.01 / (fade * Rate)

func TestClipBeginsAndEndsSoftly(t *testing.T) {
	d := newDesk(full())
	d.put(Chime, flat(0.5, 300*time.Millisecond))
	got := d.play(500 * time.Millisecond)
	near(t, "in the middle", got[Rate/10], 0.5, 1e-6)
	if j := jump(got); j > softest {
		t.Errorf("jumps by %v", j)
	}
	if p := peak(got[Rate*3/10:]); p != 0 {
		t.Errorf("sounds after its end: %v", p)
	}
	if !silent(d) {
		t.Error("is not silent after the end")
	}
}

func TestClipThatIsTooLateIsDropped(t *testing.T) {
	d := newDesk(full())
	d.Play(Voice, flat(0.5, time.Second), d.now.Add(-time.Millisecond))
	if p := peak(d.play(100 * time.Millisecond)); p != 0 {
		t.Error("a late clip is heard")
	}
	if !silent(d) {
		t.Error("a late clip is kept")
	}
}

// A device that stops in the middle of a clip and comes back much later does not
// play the rest of it.
func TestRestOfAClipIsNotForLater(t *testing.T) {
	d := newDesk(full())
	d.put(Voice, flat(0.5, 2*time.Second))
	d.play(500 * time.Millisecond)
	d.now = d.now.Add(10 * time.Second)
	if p := peak(d.play(100 * time.Millisecond)); p != 0 {
		t.Error("the rest of a clip is heard ten seconds later")
	}
}

func TestPitchIsKeptAtEveryRate(t *testing.T) {
	for _, rate := range []int{8000, 16000, 22050, 24000, 44100, 48000, 96000} {
		d := newDesk(full())
		d.put(Voice, sine(440, rate, time.Second))
		got := d.play(1100 * time.Millisecond)
		crossings := 0
		for i := Rate / 10; i < Rate*9/10; i++ {
			if got[i-1] < 0 && got[i] >= 0 {
				crossings++
			}
		}
		near(t, "crossings in 0.8 s", float64(crossings), 352, 1)
		near(t, "peak", peak(got), 0.5, 0.01)
	}
}

func TestStopVoiceIsQuickAndSoft(t *testing.T) {
	d := newDesk(full())
	d.put(Voice, flat(0.5, 5*time.Second))
	d.put(Chime, flat(0.2, 2*time.Second))
	d.play(500 * time.Millisecond)
	d.put(Voice, flat(0.5, time.Second)) // has not begun
	d.StopVoice()
	got := d.play(3 * time.Second)
	near(t, "after 30 ms only the chime is left", peak(got[Rate*30/1000:Rate/2]), 0.2, 0.09)
	if p := peak(got[Rate*16/10:]); p != 0 {
		t.Error("what was waiting is heard after StopVoice")
	}
	if j := jump(d.played); j > 2*softest {
		t.Errorf("jumps by %v", j)
	}
}

func TestVoiceDucksTheRest(t *testing.T) {
	for name, begin := range map[string]func(*desk){
		"our own":      func(d *desk) { d.put(Voice, flat(1e-9, time.Second)) },
		"another's":    func(d *desk) { d.Duck(true) },
		"none at all ": func(*desk) {},
	} {
		d := newDesk(full())
		d.put(Chime, flat(0.5, 3*time.Second))
		d.play(200 * time.Millisecond)
		begin(d)
		during := d.play(800 * time.Millisecond)
		d.Duck(false)
		after := d.play(time.Second)
		want := 0.5 * duckedChime
		if name == "none at all " {
			want = 0.5
		}
		near(t, name+": during", during[Rate/2], want, 1e-6)
		near(t, name+": after", after[len(after)/2], 0.5, 1e-6)
		if j := jump(d.played); j > softest {
			t.Errorf("%s: jumps by %v", name, j)
		}
	}
}

func TestLevels(t *testing.T) {
	table := []struct {
		l           Levels
		chime, word float64
	}{
		{full(), 0.4, 0.4},
		{Levels{Master: 0.5, Chime: 1, Voice: 1}, 0.2, 0.2},
		{Levels{Master: 1, Chime: 0.25, Voice: 1}, 0.1, 0.4},
		{Levels{Master: 1, Chime: 1, Voice: 0}, 0.4, 0},
		{Levels{Master: 0, Chime: 1, Voice: 1}, 0, 0},
		{Levels{Master: 7, Chime: 1, Voice: -3}, 0.4, 0},
		{Levels{Master: math.NaN(), Chime: 1, Voice: 1}, 0, 0},
	}
	for _, c := range table {
		for k, want := range map[Kind]float64{Chime: c.chime, Voice: c.word} {
			// From the start, and changed while it sounds.
			d := newDesk(c.l)
			d.put(k, flat(0.4, time.Second))
			near(t, "from the start", d.play(200 * time.Millisecond)[Rate/10], want, 1e-6)
			d = newDesk(full())
			d.put(k, flat(0.4, time.Second))
			d.play(200 * time.Millisecond)
			d.SetLevels(c.l)
			near(t, "changed", d.play(100 * time.Millisecond)[Rate/50], want, 1e-6)
			if j := jump(d.played); j > 2*softest {
				t.Errorf("%+v: jumps by %v", c.l, j)
			}
		}
	}
}

func TestNothingIsLouderThanFull(t *testing.T) {
	d := newDesk(full())
	for range 5 {
		d.put(Voice, sine(300, Rate, time.Second))
		d.put(Chime, flat(1, time.Second))
	}
	if p := peak(d.play(time.Second)); p > 1 || p < 0.9 {
		t.Errorf("the peak of far too much is %v", p)
	}
	for x := -3.0; x < 3; x += 0.001 {
		if limit(x) > limit(x+0.001) {
			t.Fatalf("the limit folds at %v", x)
		}
	}
}

func TestMutedIsSilent(t *testing.T) {
	d := newDesk(full())
	d.Breath(true, 5*time.Second, 0, d.now)
	d.play(500 * time.Millisecond)
	if silent(d) {
		t.Error("silent while the tone sounds")
	}
	d.SetLevels(Levels{Chime: 1, Voice: 1, Breath: 1})
	d.play(20 * time.Millisecond)
	if !silent(d) {
		t.Error("a device would run for what nobody hears")
	}
}

// With nobody to pull, nothing fades, and yet it is over.
func TestSilentWithoutADevice(t *testing.T) {
	for name, end := range map[string]func(*desk){
		"muted":   func(d *desk) { d.SetLevels(Levels{Chime: 1, Voice: 1, Breath: 1}) },
		"stopped": func(d *desk) { d.StopBreath() },
		"off":     func(d *desk) { d.SetLevels(Levels{Master: 1}) },
	} {
		d := newDesk(full())
		d.Breath(true, time.Minute, 0, d.now)
		d.play(500 * time.Millisecond)
		end(d)
		if silent(d) {
			t.Errorf("%s: silent before it has faded", name)
		}
		if d.Until(d.now.Add(time.Second)).After(d.now.Add(time.Second)) {
			t.Errorf("%s: sounds for ever where nobody pulls", name)
		}
	}
}

func TestClipsWithoutSoundAreIgnored(t *testing.T) {
	d := newDesk(full())
	for _, c := range []Clip{{}, {Rate: 48000}, {Rate: 0, Samples: []float32{1}}, {Rate: -1, Samples: []float32{1}}} {
		d.put(Voice, c)
		if c.Length() != 0 {
			t.Errorf("%v has a length", c)
		}
	}
	if !silent(d) {
		t.Error("a clip without sound is kept")
	}
	d.put(Voice, Clip{Rate: 8000, Samples: []float32{1}})
	d.play(100 * time.Millisecond)
	if !silent(d) {
		t.Error("a clip of one sample never ends")
	}
}

// silent says that there is nothing left to be heard.
func silent(d *desk) bool { return !d.Until(d.now).After(d.now) }

// Until tells beforehand when it will be silent.
func TestUntil(t *testing.T) {
	begin := map[string]func(*desk){
		"a clip":             func(d *desk) { d.put(Chime, flat(0.5, 700*time.Millisecond)) },
		"a voice cut off":    func(d *desk) { d.put(Voice, flat(0.5, time.Minute)); d.play(time.Second); d.StopVoice() },
		"a breath":           func(d *desk) { d.Breath(false, 3*time.Second, time.Second, d.now) },
		"a breath cut off":   func(d *desk) { d.Breath(true, time.Minute, 0, d.now); d.play(time.Second); d.StopBreath() },
		"a clip in a breath": func(d *desk) { d.Breath(true, time.Second, 0, d.now); d.put(Chime, flat(0.5, 3*time.Second)) },
		"a clip begun":       func(d *desk) { d.put(Chime, flat(0.5, 3*time.Second)); d.play(time.Second) },
	}
	for name, do := range begin {
		d := newDesk(full())
		do(d)
		now := d.now
		until := d.Until(now)
		for range 1000 {
			if silent(d) {
				break
			}
			d.play(10 * time.Millisecond)
		}
		if late := d.now.Sub(until); late < -50*time.Millisecond || late > 170*time.Millisecond {
			t.Errorf("%s: it ends after %v, foretold were %v", name, d.now.Sub(now), until.Sub(now))
		}
	}
}
