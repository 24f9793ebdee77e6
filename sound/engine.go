package sound

import (
	"context"
	"errors"
	"strings"
	"time"

	"catcow/sound/mix"
	"catcow/sound/voice"
)

const (
	// finding is how long the search for an engine may take.
	finding = 10 * time.Second
	// rendering is how long an engine may take over one line.
	rendering = 3 * time.Second
	// chances is how often in a row an engine may fail.
	chances = 2
)

// speech is an engine that turns text into sound: a *voice.Engine.
type speech interface {
	Name() string
	Renders() bool
	Skipped() error
	Render(ctx context.Context, text string) (voice.Clip, error)
	Speak(ctx context.Context, text string) error
	Close() error
}

func findVoice(ctx context.Context, s voice.Settings) (speech, error) {
	e, err := voice.Find(ctx, s)
	if err != nil {
		return nil, err
	}
	return e, nil
}

// render finds the voice when one is wanted and has it make sound of text, one
// line at a time, until it is given up.
func (o *Output) render() {
	for !o.wanted() {
		if !pause(o.life, o.renders, nil, 0) {
			return
		}
	}
	engine := o.find()
	if engine == nil {
		return
	}
	defer func() { _ = engine.Close() }()
	for {
		done, alive := o.work(engine)
		if !alive || !done && !pause(o.life, o.renders, nil, 0) {
			return
		}
	}
}

func (o *Output) wanted() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.s.Speak
}

// find is the engine; nil where there is none.
func (o *Output) find() speech {
	o.mu.Lock()
	s := o.s.Voice
	s.Volume = min(max(o.s.VoiceVolume, 0), 1) * min(max(o.s.Volume, 0), 1)
	o.mu.Unlock()
	ctx, cancel := context.WithTimeout(o.life, finding)
	defer cancel()
	engine, err := o.parts.find(ctx, s)

	o.mu.Lock()
	defer o.mu.Unlock()
	o.voice.searched = true
	if err != nil {
		if s.Engine != voice.None {
			o.voice.trouble = NoVoice
		}
		if !errors.Is(err, voice.ErrNone) {
			o.voice.skipped = err.Error()
		}
		o.queue.clear()
		return nil
	}
	o.voice.engine = engine
	if err := engine.Skipped(); err != nil {
		o.voice.skipped = err.Error()
	}
	o.talks.give()
	return engine
}

// work does one thing that the engine is wanted for, if there is one. alive is
// false once the engine is given up.
func (o *Output) work(engine speech) (done, alive bool) {
	o.mu.Lock()
	asked := o.voice.asked
	o.voice.asked = ""
	text, ok := "", false
	if asked == "" && engine.Renders() && o.s.Speak {
		text, ok = o.voice.todo(&o.queue)
	}
	var ctx context.Context
	if asked != "" {
		ctx, o.voice.cut = context.WithTimeout(o.life, speaking(asked))
	}
	o.mu.Unlock()
	switch {
	case asked != "":
		return true, o.speakOne(ctx, engine, asked)
	case ok:
		return true, o.renderOne(engine, text)
	}
	return false, true
}

// renderOne puts a line into the cache.
func (o *Output) renderOne(engine speech, text string) (alive bool) {
	ctx, cancel := context.WithTimeout(o.life, rendering)
	defer cancel()
	got, err := engine.Render(ctx, text)
	clip := mix.Clip(got)

	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.talks.give()
	if err != nil {
		o.voice.bad[text] = true
		o.voice.measured(text, 0)
		o.queue.drop(text)
		return o.failed()
	}
	o.voice.fails = 0
	o.voice.measured(text, clip.Length())
	o.voice.keep(text, clip, &o.queue)
	return true
}

// failed counts a failure. It is false when the engine is given up, and is called
// with mu held.
func (o *Output) failed() bool {
	if o.life.Err() != nil {
		return false
	}
	if o.voice.fails++; o.voice.fails < chances {
		return true
	}
	o.voice.engine, o.voice.trouble = nil, VoiceFailed
	o.voice.asked, o.queue.open = "", false
	o.queue.clear()
	return false
}

// speaking is how long an engine may take to speak a line by itself.
func speaking(text string) time.Duration {
	return rendering + time.Duration(words(text))*time.Second
}

func words(text string) int { return len(strings.Fields(text)) }

// speakOne has the engine speak by itself, while everything else steps back. ctx
// ends when it is hushed.
func (o *Output) speakOne(ctx context.Context, engine speech, text string) (alive bool) {
	o.mixer.Spoken(true)
	begun := o.now()
	err := engine.Speak(ctx, text)
	ended := o.now()
	o.mixer.Spoken(false)

	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.talks.give()
	hushed := errors.Is(ctx.Err(), context.Canceled)
	o.voice.cut()
	o.voice.cut = nil
	if o.voice.asked == "" {
		o.queue.open = false
		o.queue.ends = ended
	}
	switch {
	case hushed:
		return true
	case err != nil:
		return o.failed()
	}
	o.voice.fails = 0
	o.voice.timed(text, ended.Sub(begun))
	return true
}
