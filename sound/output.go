package sound

import (
	"context"
	"slices"
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
	chimes  []dueChime
	queue   queue
	device  deviceState
	voice   voiceState
	changed news // something in what follows mu has
}

// parts is what an Output finds in the machine.
type parts struct {
	backends []device.Backend
	find     func(ctx context.Context, s voice.Settings) (synthesizer, error)
}

// Open begins looking for a device and a voice, in the background. It never
// blocks and never fails. now is the clock.
func Open(s Settings, now func() time.Time) *Output {
	return open(s, now, parts{device.Backends(), findEngine})
}

func open(s Settings, now func() time.Time, p parts) *Output {
	s.Off = slices.Clone(s.Off)
	o := &Output{
		now: now, parts: p, s: s,
		wakeSchedule: newSignal(), wakeEngine: newSignal(), wakePlayback: newSignal(),
		voice: newVoiceState(), changed: make(news),
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
	// tail is how long after the last sample is pulled it has been heard.
	tail = 150 * time.Millisecond
	// closing is how long Close takes at most, and fading how much of it goes by
	// before what sounds is cut off, so that it does not end in a click.
	closing = 180 * time.Millisecond
	fading  = 80 * time.Millisecond
)

// WaitReady waits until the search for a device and a voice is over, at most until
// ctx ends.
func (o *Output) WaitReady(ctx context.Context) {
	o.waitFor(ctx, func() (bool, time.Duration) { return o.State().Ready, 0 })
}

// WaitPace waits until the pace of the voice is known, if it can be without a word
// spoken; at most until ctx ends.
func (o *Output) WaitPace(ctx context.Context) {
	o.waitFor(ctx, func() (bool, time.Duration) {
		st := o.State()
		return st.Ready && (st.Pace > 0 || st.Voice == "" || st.VoiceAlone), 0
	})
}

// Drain waits until all that was asked for has been heard, at most until ctx
// ends, and no longer than it has to for a voice that hangs. The breath tone ends with it.
func (o *Output) Drain(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	o.StopBreath()
	heard := o.now()
	o.waitFor(ctx, func() (bool, time.Duration) {
		is, again := o.idle()
		var left time.Duration
		heard, left = o.silence(heard)
		if again <= 0 || left < again {
			again = left
		}
		return is || left <= 0, again
	})
	o.mu.Lock()
	sounded := o.device.running
	o.mu.Unlock()
	if sounded {
		defer context.AfterFunc(o.life, cancel)()
		wait(ctx, nil, nil, tail)
	}
}

// waitFor waits until something is so, at most until ctx or the Output ends. It
// asks again whenever something has changed, and after the time that it is told.
func (o *Output) waitFor(ctx context.Context, is func() (so bool, again time.Duration)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(o.life, cancel)()
	for {
		o.mu.Lock()
		changed := o.changed
		o.mu.Unlock()
		so, again := is()
		if so || !wait(ctx, nil, changed, again) {
			return
		}
	}
}

// idle says that nothing waits and nothing sounds; again is when that may be.
func (o *Output) idle() (is bool, again time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	if len(o.chimes) > 0 || len(o.queue.lines) > 0 || o.queue.open {
		return false, 0
	}
	again = latest(o.queue.ends, o.mixer.Until(now)).Sub(now)
	return again <= 0 || o.device.trouble != NoTrouble, again
}

// silence is when something was, or is to be, heard last, and how much longer a voice may
// take for more.
func (o *Output) silence(heard time.Time) (last time.Time, left time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	if until := o.mixer.Until(now); until.After(now) {
		heard = latest(heard, until)
	}
	switch {
	case !o.queue.open:
		heard = latest(heard, o.queue.ends)
	case o.voice.failed == 0 && !o.voice.overdue: // it speaks by itself, and nobody knows how long
		heard = now
	}
	if len(o.queue.lines) > 0 {
		heard = latest(heard, o.queue.from(o.queue.lines[0]))
	}
	for _, c := range o.chimes {
		heard = latest(heard, c.due)
	}
	return heard, heard.Add(o.voice.patience()).Sub(now)
}

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
