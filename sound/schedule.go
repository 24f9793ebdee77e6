package sound

import (
	"time"

	"catcow/sound/mix"
)

// runSchedule begins lines when their moment has come.
func (o *Output) runSchedule() {
	for wait(o.life, o.wakeSchedule, nil, o.playLines()) {
	}
}

// playLines begins the line whose moment it is, and gives the time until it may be
// that of another; 0 for not before something happens.
func (o *Output) playLines() time.Duration {
	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.changed.spread()
	for {
		line, do, rest := o.queue.next(o.now(), o.voice.ready)
		switch do {
		case doStart:
			o.startLine(line)
		case doCutOff:
			o.cutOff()
		case doWait:
			return rest
		}
	}
}

// startLine is called with mu held.
func (o *Output) startLine(line waiting) {
	now := o.now()
	if o.voice.engine.Render == nil {
		o.queue.begin(line.Utterance, now.Add(o.voice.length(line.Text)), true)
		o.voice.asked = line
		o.wakeEngine.send()
		return
	}
	clip := o.voice.cache[line.Text]
	if clip.Length() == 0 || o.device.trouble == NoDevice {
		return // nothing in it can be spoken, or by nobody
	}
	o.queue.begin(line.Utterance, now.Add(clip.Length()), false)
	o.mixer.Play(mix.Voice, clip, now.Add(line.Rank.grace()))
	o.wakePlayback.send()
}
