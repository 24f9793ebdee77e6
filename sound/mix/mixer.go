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
	// ducked says that a voice sounds that is not ours.
	ducked bool
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

// Play adds a clip. One that has not begun by latest is dropped.
func (m *Mixer) Play(k Kind, c Clip, latest time.Time) {
	if c.Rate <= 0 || len(c.Samples) == 0 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clips = append(m.clips, newPlaying(k, c, latest))
}

// StopVoice fades every voice out in 20 ms and drops those that have not begun.
func (m *Mixer) StopVoice() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.clips {
		if p.kind == Voice {
			p.fadeOut()
		}
	}
}

// Duck says whether a voice sounds that does not come from here, so that the
// rest steps back for it.
func (m *Mixer) Duck(on bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ducked = on
}

// Breath has the tone follow a phase of the breath, of which passed has gone by
// at now, to its end.
func (m *Mixer) Breath(inhale bool, length, passed time.Duration, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.breath.follow(inhale, length, now.Add(-passed))
}

// StopBreath ends the tone softly.
func (m *Mixer) StopBreath() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.breath.on = false
}

// Until is when all that sounds or waits at now has been heard, as things are: from
// then on nobody needs to call Fill. It is not after now where nothing sounds, or
// nothing can be heard of it. Clips whose moment has gone by are dropped.
func (m *Mixer) Until(now time.Time) time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
	m.catchUp(now)
	until := now
	if m.master.now == 0 && m.master.target == 0 {
		return until
	}
	for _, p := range m.clips {
		until = latest(until, p.until(now))
	}
	if m.breathing.target > 0 || m.breathing.now > 0 {
		until = latest(until, m.breath.until(now))
	}
	return until
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

	speaking := m.ducked
	for _, p := range m.clips {
		p.add(m.buses[p.kind], now)
		speaking = speaking || p.kind == Voice && p.begun && !p.stopped
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
