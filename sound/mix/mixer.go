package mix

import (
	"sync"
	"time"
)

// Rate is the number of samples a second of the stream. It has one channel.
const Rate = 48000

// Kind is what a clip is.
type Kind int

// The kinds of clips. While a voice sounds, everything else steps back.
const (
	Chime Kind = iota
	Voice
)

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

// Levels is how loud everything is, from 0 to 1.
type Levels struct {
	Master, Chime, Voice, Breath float64
}

// How far chimes and the breath tone step back while a voice sounds.
const (
	duckedChime  = 0.6
	duckedBreath = 0.4
)

// Mixer holds what sounds. Its methods may be called from any goroutine.
type Mixer struct {
	mu     sync.Mutex
	clips  []*playing
	breath tone
	// spoken says that a voice sounds that is not ours.
	spoken bool
	filled time.Time // when Fill was last called

	master, chime, voice, breathing ramp
	behind, below                   ramp // the ducking of chimes and of the breath tone

	buses [2][]float32 // scratch, one a Kind
	air   []float32    // scratch for the breath tone
}

// New is a mixer in which nothing sounds.
func New(l Levels) *Mixer {
	return &Mixer{
		master:    newRamp(l.Master, fade),
		chime:     newRamp(l.Chime, fade),
		voice:     newRamp(l.Voice, fade),
		breathing: newRamp(l.Breath, fade),
		behind:    newRamp(1, duck),
		below:     newRamp(1, duck),
	}
}

// SetLevels changes how loud everything is, in 10 ms, also for what sounds.
func (m *Mixer) SetLevels(l Levels) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.master.target = clamp(l.Master)
	m.chime.target = clamp(l.Chime)
	m.voice.target = clamp(l.Voice)
	m.breathing.target = clamp(l.Breath)
}

// Play adds a clip that begins at start. One that has not begun by latest is
// dropped.
func (m *Mixer) Play(k Kind, c Clip, start, latest time.Time) {
	if c.Rate <= 0 || len(c.Samples) == 0 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clips = append(m.clips, newPlaying(k, c, start, latest))
}

// Hush fades every voice out in 20 ms and drops those that have not begun.
func (m *Mixer) Hush() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.clips {
		if p.kind == Voice {
			p.hush()
		}
	}
}

// Spoken says that a voice sounds that does not come from here, so that the rest
// steps back for it.
func (m *Mixer) Spoken(on bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.spoken = on
}

// Breath has the tone follow a phase of the breath, of which passed has gone by
// at now, to its end.
func (m *Mixer) Breath(inhale bool, length, passed time.Duration, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.breath.follow(inhale, length, now.Add(-passed))
}

// Still ends the tone softly.
func (m *Mixer) Still() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.breath.on = false
}

// Silent says that nothing sounds or waits at now, or nothing can be heard of it:
// then nobody needs to call Fill. Clips whose moment has gone by are dropped.
func (m *Mixer) Silent(now time.Time) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
	m.catchUp(now)
	if m.master.now == 0 && m.master.target == 0 {
		return true
	}
	return len(m.clips) == 0 && (m.breath.silent(now) || m.breathing.target == 0 && m.breathing.now == 0)
}

// Fill writes the next samples, of which the first is heard at now.
func (m *Mixer) Fill(out []float32, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
	m.catchUp(now)
	m.filled = now
	for k := range m.buses {
		m.buses[k] = cleared(m.buses[k], len(out))
	}
	m.air = cleared(m.air, len(out))

	speaking := m.spoken
	for _, p := range m.clips {
		p.add(m.buses[p.kind], now)
		speaking = speaking || p.kind == Voice && p.begun && !p.hushed
	}
	m.breath.add(m.air, now)
	m.behind.target, m.below.target = 1, 1
	if speaking {
		m.behind.target, m.below.target = duckedChime, duckedBreath
	}
	for i := range out {
		x := float64(m.buses[Chime][i])*m.chime.next()*m.behind.next() +
			float64(m.buses[Voice][i])*m.voice.next() +
			float64(m.air[i])*m.breathing.next()*m.below.next()
		out[i] = float32(limit(x * m.master.next()))
	}
}

// catchUp ends every ramp that a device left in the middle when it stopped to
// pull: what is not heard does not fade.
func (m *Mixer) catchUp(now time.Time) {
	if now.Sub(m.filled) < stall {
		return
	}
	for _, r := range []*ramp{&m.master, &m.chime, &m.voice, &m.breathing, &m.behind, &m.below} {
		r.now = r.target
	}
	m.breath.amp = 0
}

// sweep drops what has ended and what comes too late.
func (m *Mixer) sweep(now time.Time) {
	kept := m.clips[:0]
	for _, p := range m.clips {
		if !p.over(now) {
			kept = append(kept, p)
		}
	}
	clear(m.clips[len(kept):])
	m.clips = kept
}

func cleared(buf []float32, n int) []float32 {
	if cap(buf) < n {
		return make([]float32, n)
	}
	buf = buf[:n]
	clear(buf)
	return buf
}
