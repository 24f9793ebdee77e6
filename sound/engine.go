package sound

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"catcow/sound/voice"
)

const (
	// finding is how long the search for an engine may take.
	finding = 20 * time.Second
	// rendering is how long an engine may take over one line.
	rendering = 3 * time.Second
	// chances is how often in a row an engine may fail.
	chances = 3
)

// runEngine finds the voice when one is wanted and has it make sound of text, one
// line at a time, until it is given up.
func (o *Output) runEngine() {
	for !o.isSpeaking() {
		if !wait(o.life, o.wakeEngine, nil, 0) {
			return
		}
	}
	engine := o.findEngine()
	if engine == nil {
		return
	}
	defer engine.Close()
	for {
		done, alive := o.work(engine)
		if !alive || !done && !wait(o.life, o.wakeEngine, nil, 0) {
			return
		}
	}
}

func (o *Output) isSpeaking() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.s.Speak
}

// findEngine is the engine; nil where there is none.
func (o *Output) findEngine() *voice.Engine {
	o.mu.Lock()
	s := o.s.Voice
	s.Volume = min(max(o.s.VoiceVolume, 0), 1) * min(max(o.s.Volume, 0), 1)
	o.mu.Unlock()
	ctx, cancel := context.WithTimeout(o.life, finding)
	defer cancel()
	engine, err := o.parts.find(ctx, s)

	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.changed.spread()
	o.voice.searched = true
	if err != nil {
		if s.Engine != voice.None {
			o.voice.trouble = NoVoice
		}
		if !errors.Is(err, voice.ErrNone) {
			o.voice.skipped = err.Error()
		}
		o.queue.lines = nil
		return nil
	}
	o.voice.found(engine, o.s.Paces)
	o.wakeSchedule.send()
	return engine
}

// work does one thing that the engine is wanted for, if there is one. alive is
// false once the engine is given up.
func (o *Output) work(engine *voice.Engine) (done, alive bool) {
	o.mu.Lock()
	asked := o.voice.asked
	o.voice.asked = waiting{}
	text, ok := "", false
	if asked.Text == "" && engine.Render != nil && o.s.Speak {
		text, ok = o.voice.takeText(&o.queue)
	}
	var ctx context.Context
	if asked.Text != "" {
		ctx, o.voice.cancel = context.WithTimeout(o.life, speakingTime(asked.Text))
	}
	o.mu.Unlock()
	switch {
	case asked.Text != "":
		return true, o.speakOne(ctx, engine, asked)
	case ok:
		return true, o.renderOne(engine, text)
	}
	return false, true
}

// renderOne puts a line into the cache.
func (o *Output) renderOne(engine *voice.Engine, text string) (alive bool) {
	ctx, cancel := context.WithTimeout(o.life, rendering)
	defer cancel()
	begun := o.now()
	clip, err := engine.Render(ctx, text)
	clip.SetLoudness(level)

	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.changed.spread()
	defer o.wakeSchedule.send()
	if err != nil {
		o.queue.fail(text)
		o.voice.ahead = slices.DeleteFunc(o.voice.ahead, func(t string) bool { return t == text })
		return o.failed()
	}
	o.voice.failed, o.voice.slowest = 0, max(o.voice.slowest, o.now().Sub(begun))
	o.voice.paces.add(text, clip.Length())
	o.voice.keep(text, clip, &o.queue)
	return true
}

// failed counts a failure. It is false when the engine is given up, and is called
// with mu held.
func (o *Output) failed() (alive bool) {
	if o.life.Err() != nil {
		return false
	}
	if o.voice.failed++; o.voice.failed < chances {
		return true
	}
	o.voice.engine, o.voice.trouble = nil, VoiceFailed
	o.voice.asked, o.queue.open = waiting{}, false
	o.queue.lines = nil
	return false
}

// speakingTime is how long an engine may take to speak a line by itself.
func speakingTime(text string) time.Duration {
	return rendering + time.Duration(words(text))*time.Second
}

func words(text string) int { return len(strings.Fields(text)) }

// speakOne has the engine speak by itself, while everything else steps back. ctx
// ends when the line is cut off.
func (o *Output) speakOne(ctx context.Context, engine *voice.Engine, line waiting) (alive bool) {
	o.mixer.Duck(true)
	begun := o.now()
	err := engine.Speak(ctx, line.Text)
	ended := o.now()
	o.mixer.Duck(false)

	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.changed.spread()
	defer o.wakeSchedule.send()
	stopped := errors.Is(ctx.Err(), context.Canceled)
	o.voice.cancel()
	o.voice.cancel = nil
	if o.voice.asked.Text == "" {
		o.queue.finish(ended)
	}
	switch {
	case stopped:
		o.voice.overdue = ended.Sub(begun) > 2*o.voice.length(line.Text)
		return true
	case err != nil:
		if line.Rank == Must && !line.tried {
			o.queue.retry(line)
		}
		return o.failed()
	}
	o.voice.failed, o.voice.overdue = 0, false
	o.voice.paces.add(line.Text, ended.Sub(begun))
	return true
}
