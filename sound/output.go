package sound

import (
	"context"
	"sync"
	"time"

	"catcow/fault"
	"catcow/sound/device"
	"catcow/sound/mix"
	"catcow/sound/voice"
)

// Output is what plays and speaks. Its methods may be called from any goroutine,
// return at once and never fail; only those called Wait, Drain and Close do
// wait.
//
// Three goroutines do the work, and sleep while there is none: one decides what
// begins when, one has the voice make sound of text, and one has a device pull the
// sound while there is any.
type Output struct {
	now   func() time.Time
	mixer *mix.Mixer
	parts parts

	life  context.Context
	end   context.CancelFunc
	tasks sync.WaitGroup

	wakeSchedule, wakeEngine, wakePlayback signal

	mu      sync.Mutex
	s       Settings
	chimes  map[Chime]mix.Clip // those that were heard
	queue   queue
	device  deviceState
	voice   voiceState
	changed news // something in what follows mu has
}

// parts is what an Output finds in the machine.
type parts struct {
	backends []device.Backend
	find     func(ctx context.Context, s voice.Settings) (*voice.Engine, error)
}

// Open begins looking for a device and a voice, in the background. It never
// blocks and never fails. now is the clock.
func Open(s Settings, now func() time.Time) *Output {
	return open(s, now, parts{device.Backends(), voice.Find})
}

func open(s Settings, now func() time.Time, p parts) *Output {
	o := &Output{
		now: now, parts: p, s: s,
		wakeSchedule: newSignal(), wakeEngine: newSignal(), wakePlayback: newSignal(),
		chimes: make(map[Chime]mix.Clip), voice: voiceState{cache: cache{}}, changed: make(news),
	}
	o.mixer = mix.New(o.levels())
	o.life, o.end = context.WithCancel(fault.With(context.Background(), s.Fault))
	for _, run := range []func(){o.runSchedule, o.runEngine, o.runPlayback} {
		o.tasks.Go(func() {
			defer fault.Catch(o.life)
			run()
		})
	}
	return o
}

// levels is called with mu held, or before anyone else knows o.
func (o *Output) levels() mix.Levels {
	l := mix.Levels{Master: o.s.Volume, Chime: o.s.ChimeVolume, Voice: o.s.VoiceVolume, Breath: o.s.BreathVolume}
	if o.s.Muted {
		l.Master = 0
	}
	if !o.s.Breath {
		l.Breath = 0
	}
	return l
}

const (
	// closing is how long Close takes at most, and fading how much of it goes by
	// before what sounds is cut off, so that it does not end in a click.
	closing = 180 * time.Millisecond
	fading  = 80 * time.Millisecond
)

// Close ends every sound, goroutine and process, within 200 ms. It may be called
// more than once.
func (o *Output) Close() {
	o.mu.Lock()
	heard := o.device.running && o.mixer.Until(o.now()).After(o.now())
	o.s.Muted = true
	o.mixer.SetLevels(o.levels())
	o.mu.Unlock()
	ended, cancel := context.WithTimeout(context.Background(), closing)
	if heard {
		wait(o.life, nil, nil, fading)
	}
	o.end()
	go func() {
		defer cancel()
		o.tasks.Wait()
	}()
	<-ended.Done()
}
