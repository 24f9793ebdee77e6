package sound

import (
	"slices"
	"time"
)

// Chime plays a chime at its moment, or at once where that has passed by less
// than [Grace]. A moment that is zero is now.
func (o *Output) Chime(c Chime, due time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.s.Chimes || slices.Contains(o.s.Off, c) || !o.audible() || o.life.Err() != nil {
		return
	}
	now := o.now()
	if due.IsZero() {
		due = now
	}
	if now.Sub(due) > Grace {
		return
	}
	o.chimes = append(o.chimes, struck{c, due})
	o.queue.chime = latest(o.queue.chime, due, now)
	o.talks.give()
}

// Say says a line at its moment. A line that would begin more than [Grace] later
// is dropped, and so is one that would have to wait that long for the line before
// it.
func (o *Output) Say(u Utterance) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.s.Speak || !o.audible() || u.Text == "" || o.voice.given() || o.life.Err() != nil {
		return
	}
	now := o.now()
	if u.Due.IsZero() {
		u.Due = now
	}
	delete(o.voice.bad, u.Text)
	o.queue.add(u, now)
	o.talks.give()
	o.renders.give()
}

// Prepare names the lines that will be said soon. They are rendered ahead, in
// order. The list replaces the earlier one.
func (o *Output) Prepare(lines []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.voice.prepare(lines)
	o.renders.give()
}

// Breath has the tone follow one phase of the breath, of which passed has gone
// by, from now to its end.
func (o *Output) Breath(inhale bool, length, passed time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.s.Breath {
		o.mixer.Breath(inhale, length, passed, o.now())
		o.drives.give()
	}
}

// Still ends the breath tone softly.
func (o *Output) Still() { o.mixer.Still() }

// Hush silences the voice and drops every line that waits. Chimes ring out.
func (o *Output) Hush() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.hush()
}

// hush is called with mu held.
func (o *Output) hush() {
	o.queue.clear()
	o.queue.hushed(o.now())
	o.voice.hush()
	o.mixer.Hush()
}

// SetMuted silences everything, or ends the silence.
func (o *Output) SetMuted(muted bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.s.Muted = muted
	o.changed()
}

// SetVolume sets the volume of everything, from 0 to 1.
func (o *Output) SetVolume(volume float64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.s.Volume = volume
	o.changed()
}

// changed is called with mu held.
func (o *Output) changed() {
	if o.life.Err() != nil {
		return
	}
	o.mixer.SetLevels(o.levels())
	if !o.audible() {
		o.chimes = nil
		o.hush()
	}
	o.drives.give()
}

// SetSpeaking turns the voice on or off.
func (o *Output) SetSpeaking(on bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.s.Speak = on
	if !on {
		o.hush()
	}
	o.renders.give()
	o.drives.give()
}
