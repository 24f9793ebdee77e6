package sound

import (
	"context"
	"slices"
	"sync"
	"time"

	"catcow/sound/device"
	"catcow/sound/mix"
	"catcow/sound/voice"
)

// Output is what plays and speaks. Its methods may be called from any goroutine,
// return at once and never fail; only [Output.Drain] and [Output.Close] wait.
//
// Three goroutines do the work, and sleep while there is none: talk decides what
// begins when, render has the voice make sound of text, and drive has a device
// pull the sound while there is any.
type Output struct {
	now   func() time.Time
	mixer *mix.Mixer
	parts parts

	life  context.Context
	end   context.CancelFunc
	tasks sync.WaitGroup

	talks, renders, drives signal

	mu     sync.Mutex
	s      Settings
	chimes []struck
	queue  queue
	device deviceState
	voice  voiceState
}

// struck is a chime that has been asked for.
type struck struct {
	chime Chime
	due   time.Time
}

// parts is what an Output finds in the machine.
type parts struct {
	backends []device.Backend
	find     func(ctx context.Context, s voice.Settings) (speech, error)
}

// Open begins looking for a device and a voice, in the background. It never
// blocks and never fails, and starts no device before the first sound. now is
// the clock. With chimes, breath and voice off, it looks for nothing.
func Open(s Settings, now func() time.Time) *Output {
	return open(s, now, parts{device.Backends(), findVoice})
}

func open(s Settings, now func() time.Time, p parts) *Output {
	s.Off = slices.Clone(s.Off)
	o := &Output{
		now: now, parts: p, s: s,
		talks: newSignal(), renders: newSignal(), drives: newSignal(),
		voice: newVoiceState(),
	}
	o.mixer = mix.New(o.levels())
	o.life, o.end = context.WithCancel(context.Background())
	o.tasks.Go(o.talk)
	o.tasks.Go(o.render)
	o.tasks.Go(o.drive)
	return o
}

// levels is called with mu held, or before anyone else knows o.
func (o *Output) levels() mix.Levels {
	l := mix.Levels{Master: o.s.Volume, Chime: o.s.ChimeVolume, Voice: o.s.VoiceVolume, Breath: o.s.BreathVolume}
	if o.s.Muted {
		l.Master = 0
	}
	return l
}

// audible says whether a sound could be heard as things are. It is called with mu
// held.
func (o *Output) audible() bool { return !o.s.Muted && o.s.Volume > 0 }

// State is how things are now. It costs next to nothing.
func (o *Output) State() State {
	o.mu.Lock()
	defer o.mu.Unlock()
	st := State{
		Ready:   (o.device.searched || !o.s.Chimes && !o.s.Breath && !o.s.Speak) && (o.voice.searched || !o.s.Speak),
		Device:  o.device.name,
		Voice:   o.voice.name(),
		Skipped: o.voice.skipped,
		Trouble: o.device.trouble,
		Pace:    o.voice.pace,
	}
	if st.Trouble == NoTrouble && o.s.Speak {
		st.Trouble = o.voice.trouble
	}
	if (o.queue.open || o.now().Before(o.queue.ends)) && o.audible() {
		st.Saying = o.voice.saying
	}
	return st
}

const (
	// tail is how long after the last sample is pulled it has been heard.
	tail = 150 * time.Millisecond
	// look is the time between two looks of Drain.
	look = 20 * time.Millisecond
	// closing is how long Close takes at most, and fading how much of it goes by
	// before what sounds is cut off, so that it does not end in a click.
	closing = 180 * time.Millisecond
	fading  = 80 * time.Millisecond
)

// Drain waits until all that was asked for has been heard, at most until ctx
// ends. The breath tone ends with it.
func (o *Output) Drain(ctx context.Context) {
	o.Still()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(o.life, cancel)()
	for !o.idle() {
		if !pause(ctx, nil, nil, look) {
			return
		}
	}
	o.mu.Lock()
	sounded := o.device.running
	o.mu.Unlock()
	if sounded {
		pause(ctx, nil, nil, tail)
	}
}

// idle says that nothing waits and nothing sounds.
func (o *Output) idle() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	waits := len(o.chimes) > 0 || len(o.queue.lines) > 0
	sounds := o.queue.open || now.Before(o.queue.ends) || !o.mixer.Silent(now)
	return !waits && (!sounds || o.device.trouble != NoTrouble && !o.queue.open)
}

// Close ends every sound, goroutine and process, within 200 ms. It may be called
// more than once.
func (o *Output) Close() {
	ended, cancel := context.WithTimeout(context.Background(), closing)
	o.mu.Lock()
	heard := o.device.running && !o.mixer.Silent(o.now())
	o.s.Muted = true
	o.mixer.SetLevels(o.levels())
	o.mu.Unlock()
	if heard {
		pause(o.life, nil, nil, fading)
	}
	o.end()
	go func() {
		defer cancel()
		o.tasks.Wait()
	}()
	<-ended.Done()
}
