package mix

import (
	"math"
	"testing"
	"time"
)

// heardPitch is the pitch of a tone, by the time between its upward crossings.
func heardPitch(samples []float64) float64 {
	first, last, n := -1, -1, 0
	for i := 1; i < len(samples); i++ {
		if samples[i-1] < 0 && samples[i] >= 0 {
			if first < 0 {
				first = i
			} else {
				n++
			}
			last = i
		}
	}
	return float64(n) * Rate / float64(last-first)
}

func TestToneFollowsTheBreath(t *testing.T) {
	d := newDesk(full())
	const phase = 4 * time.Second
	d.Breath(true, phase, 0, d.now)
	in := d.play(phase)
	d.Breath(false, phase, 0, d.now)
	out := d.play(phase)
	at := func(s []float64, part float64) float64 {
		i := int(part * float64(len(s)-Rate/5))
		return heardPitch(s[i : i+Rate/5])
	}
	near(t, "at the start of the breath in", at(in, 0), low, 3)
	near(t, "half way", at(in, 0.5), math.Sqrt(low*high), 3)
	near(t, "at its end", at(in, 1), high, 3)
	near(t, "at the start of the breath out", at(out, 0), high, 3)
	near(t, "at its end", at(out, 1), low, 3)
	for part := 0.1; part <= 1; part += 0.1 {
		if at(in, part) < at(in, part-0.1)-0.5 || at(out, part) > at(out, part-0.1)+0.5 {
			t.Errorf("at %.1f it goes the wrong way", part)
		}
	}
	if p := peak(d.played); p > 0.3 || p < 0.1 {
		t.Errorf("its peak is %v; it should be quiet", p)
	}
}

func TestToneTakesUpInTheMiddle(t *testing.T) {
	d := newDesk(full())
	d.Breath(false, 4*time.Second, 2*time.Second, d.now)
	got := d.play(300 * time.Millisecond)
	near(t, "pitch", heardPitch(got[Rate/20:]), math.Sqrt(low*high), 8)
}

// Where the breath goes another way all at once, the pitch glides there.
func TestToneGlides(t *testing.T) {
	d := newDesk(full())
	d.Breath(true, time.Minute, 0, d.now)
	d.play(500 * time.Millisecond)
	d.Breath(false, time.Minute, 0, d.now)
	got := d.play(500 * time.Millisecond)
	near(t, "at once", heardPitch(got[:Rate/50]), (low+high)/2, 40)
	near(t, "soon", heardPitch(got[Rate/5:]), high, 2)
}

// The steepest a tone of this loudness and pitch gets, with its overtone.
const steepest = loudness * (1 + 2*overtone) * 2 * math.Pi * high / Rate * 1.1

// Whatever it is asked for, and whenever, it does not click.
func TestToneDoesNotClick(t *testing.T) {
	d := newDesk(full())
	for i := range 40 {
		d.Breath(i%3 == 0, time.Duration(i%5+1)*700*time.Millisecond, time.Duration(i%7)*100*time.Millisecond, d.now)
		d.play(time.Duration(i%4*130+30) * time.Millisecond)
		if i%6 == 5 {
			d.StopBreath()
			d.play(time.Duration(i%5*60) * time.Millisecond)
		}
	}
	if j := jump(d.played); j > steepest {
		t.Errorf("jumps by %v; the tone itself never by more than %v", j, steepest)
	}
}

func TestToneEnds(t *testing.T) {
	for name, end := range map[string]func(*desk){
		"by StopBreath":       func(d *desk) { d.StopBreath() },
		"with its phase":      func(d *desk) { d.play(time.Second) },
		"without a length":    func(d *desk) { d.Breath(true, 0, 0, d.now) },
		"with a negative one": func(d *desk) { d.Breath(true, -time.Second, 0, d.now) },
	} {
		d := newDesk(full())
		d.Breath(true, time.Second, 0, d.now)
		if peak(d.play(500*time.Millisecond)) == 0 {
			t.Errorf("%s: there is no tone", name)
		}
		end(d)
		d.play(linger + 200*time.Millisecond)
		if p := peak(d.play(100 * time.Millisecond)); p != 0 || !silent(d) {
			t.Errorf("%s: still sounds", name)
		}
	}
}

// A phase that follows the last one within a frame or two is joined to it without
// a dip.
func TestTonePhasesJoin(t *testing.T) {
	d := newDesk(full())
	d.Breath(true, time.Second, 0, d.now)
	d.play(time.Second + 80*time.Millisecond)
	d.Breath(false, time.Second, 80*time.Millisecond, d.now)
	d.play(500 * time.Millisecond)
	join := d.played[Rate-Rate/20 : Rate+Rate/5]
	for i := 0; i+Rate/100 <= len(join); i += Rate / 100 {
		if p := peak(join[i : i+Rate/100]); p < 0.15 {
			t.Errorf("%d ms after the join it dips to %v", i*1000/Rate-50, p)
		}
	}
}
