package sound

import (
	"slices"
	"time"

	"catcow/sound/mix"
)

// Chime plays a chime.
func (o *Output) Chime(c Chime) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if slices.Contains(o.s.Off, c) || !o.audible() || o.life.Err() != nil {
		return
	}
	clip, ok := o.chimes[c]
	if !ok {
		clip = c.clip()
		o.chimes[c] = clip
	}
	now := o.now()
	o.mixer.Play(mix.Chime, clip, now.Add(mayGrace))
	o.queue.chime = now
	o.wakePlayback.send()
}

// Speak speaks a line at once, or later, or never, as its rank says.
func (o *Output) Speak(u Utterance) {
	o.mu.Lock()
	defer o.mu.Unlock()
	hopeless := o.voice.searched && o.voice.engine == nil
	if !o.s.Speak || !o.audible() || u.Text == "" || hopeless || o.life.Err() != nil {
		return
	}
	o.queue.add(u, o.now())
	o.wakeSchedule.send()
	o.wakeEngine.send()
}

// Prepare names the lines that will be spoken soon. They are rendered ahead, in
// order. The list replaces the earlier one.
func (o *Output) Prepare(lines []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.voice.ahead, o.voice.full = slices.Clone(lines), false
	o.wakeEngine.send()
}

// Length is how long a line takes to be heard: to the sample where it has been
// rendered, else by the pace of the voice. It is 0 where nobody knows.
func (o *Output) Length(text string) time.Duration {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.voice.length(text)
}

// Breath has the tone follow one phase of the breath, of which passed has gone
// by, from now to its end.
func (o *Output) Breath(inhale bool, length, passed time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.mixer.Breath(inhale, length, passed, o.now())
	if o.s.Breath {
		o.wakePlayback.send()
	}
}

// StopBreath ends the breath tone softly.
func (o *Output) StopBreath() { o.mixer.StopBreath() }

// StopVoice silences the voice and drops every line that waits. Chimes ring out.
func (o *Output) StopVoice() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.stopVoice()
}

// stopVoice is called with mu held.
func (o *Output) stopVoice() {
	o.queue.lines = nil
	o.cutOff()
	o.changed.spread()
}

// cutOff ends the line that sounds. It is called with mu held.
func (o *Output) cutOff() {
	o.queue.cutOff(o.now())
	o.voice.cutOff()
	o.mixer.StopVoice()
}

// SetMuted silences everything, or ends the silence.
func (o *Output) SetMuted(muted bool) { o.set(func(s *Settings) { s.Muted = muted }) }

// SetVolume sets the volume of everything, from 0 to 1.
func (o *Output) SetVolume(volume float64) { o.set(func(s *Settings) { s.Volume = volume }) }

// SetSpeaking turns the voice on or off.
func (o *Output) SetSpeaking(on bool) { o.set(func(s *Settings) { s.Speak = on }) }

// SetBreath turns the breath tone on or off, in the middle of a breath too.
func (o *Output) SetBreath(on bool) { o.set(func(s *Settings) { s.Breath = on }) }

// set changes what is to be heard, and what sounds follows.
func (o *Output) set(change func(*Settings)) {
	o.mu.Lock()
	defer o.mu.Unlock()
	change(&o.s)
	if o.life.Err() != nil {
		return
	}
	o.mixer.SetLevels(o.levels())
	if !o.audible() || !o.s.Speak {
		o.stopVoice()
	}
	o.wakeEngine.send()
	o.wakePlayback.send()
}
