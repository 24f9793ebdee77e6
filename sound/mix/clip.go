package mix

import "time"

// Clip is a sound: one channel, Rate samples a second, each from -1 to 1.
type Clip struct {
	Rate    int
	Samples []float32
}

// Length is how long the clip sounds.
func (c Clip) Length() time.Duration {
	if c.Rate <= 0 {
		return 0
	}
	return time.Duration(len(c.Samples)) * time.Second / time.Duration(c.Rate)
}

// playing is a clip on its way through the stream.
type playing struct {
	kind           Kind
	clip           Clip
	latest         time.Time // by when it has to begin
	begun, stopped bool
	ends           time.Time // once begun
	at, stride     float64   // in samples of the clip
	edge           float64   // samples of the clip in a fade at its ends
	gone           ramp      // from 1 to 0 once stopped
}

func newPlaying(k Kind, c Clip, latest time.Time) *playing {
	return &playing{
		kind: k, clip: c, latest: latest,
		stride: float64(c.Rate) / Rate,
		edge:   min(fade*float64(c.Rate), float64(len(c.Samples))/2),
		gone:   newRamp(1, stop),
	}
}

func (p *playing) fadeOut() {
	p.stopped = true
	p.gone.target = 0
}

// stall is how far a clip may fall behind. The rest of one whose device stopped in
// the middle is not for later.
const stall = 500 * time.Millisecond

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// over says that nothing of it is still to be heard.
func (p *playing) over(now time.Time) bool {
	if !p.begun {
		return p.stopped || now.After(p.latest)
	}
	return p.at > float64(len(p.clip.Samples)-1) || p.gone.now == 0 || now.After(p.ends.Add(stall))
}

// until is when it has been heard.
func (p *playing) until(now time.Time) time.Time {
	least := now.Add(seconds(fade))
	switch {
	case p.stopped:
		return now.Add(seconds(stop))
	case p.begun:
		return latest(least, p.ends)
	}
	return latest(least, now.Add(p.clip.Length()))
}

// add adds the next samples to out, of which the first is heard at now.
func (p *playing) add(out []float32, now time.Time) {
	if !p.begun {
		p.begun = true
		p.ends = now.Add(p.clip.Length())
	}
	last := float64(len(p.clip.Samples) - 1)
	for i := 0; i < len(out) && p.at <= last; i++ {
		g := p.gone.next() * min(1, p.at/p.edge, (last-p.at)/p.edge)
		out[i] += float32(g) * p.sample()
		p.at += p.stride
	}
}

// sample is the clip between two of its samples: a Catmull-Rom curve through the
// four around it, which keeps speech at 22 kHz free of the rasp of straight
// lines.
func (p *playing) sample() float32 {
	i := int(p.at)
	t := float32(p.at - float64(i))
	if t == 0 {
		return p.clip.Samples[i]
	}
	a, b, c, d := p.near(i-1), p.near(i), p.near(i+1), p.near(i+2)
	return b + t/2*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}

func (p *playing) near(i int) float32 {
	return p.clip.Samples[min(max(i, 0), len(p.clip.Samples)-1)]
}
