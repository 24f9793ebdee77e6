package sound

import (
	"time"

	"catcow/sound/mix"
)

// runSchedule hands chimes to the mixer, and lines when their moment has come.
func (o *Output) runSchedule() {
	clips := make(map[Chime]mix.Clip)
	for {
		for _, c := range o.takeChimes() {
			clip, ok := clips[c]
			if !ok {
				clip = c.clip()
				clips[c] = clip
			}
			o.mixer.Play(mix.Chime, clip, o.now().Add(mayGrace))
			o.wakePlayback.send()
		}
		again, rest := o.nextLine()
		if !again && !wait(o.life, o.wakeSchedule, nil, rest) {
			return
		}
	}
}

func (o *Output) takeChimes() []Chime {
	o.mu.Lock()
	defer o.mu.Unlock()
	chimes := o.chimes
	o.chimes = nil
	if len(chimes) > 0 {
		o.changed.spread()
	}
	return chimes
}

// nextLine begins the line whose moment it is. Where there is none, rest is the
// time until there may be one.
func (o *Output) nextLine() (again bool, rest time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	waited := len(o.queue.lines)
	line, do, rest := o.queue.next(o.now(), o.voice.ready)
	if len(o.queue.lines) < waited {
		o.changed.spread()
	}
	switch do {
	case doStart:
		o.startLine(line)
		return true, 0
	case doCutOff:
		o.cutOff()
		return true, 0
	case doWait:
	}
	return false, rest
}

// startLine is called with mu held.
func (o *Output) startLine(line waiting) {
	now := o.now()
	if o.voice.engine.Render == nil {
		o.queue.begin(line.Rank, now.Add(o.voice.length(line.Text)), true)
		o.voice.asked, o.voice.speaking = line, line.Text
		o.wakeEngine.send()
		return
	}
	clip, _ := o.voice.cache.get(line.Text)
	if clip.Length() == 0 || o.device.trouble == NoDevice {
		return // nothing in it can be spoken, or by nobody
	}
	o.voice.speaking = line.Text
	o.queue.begin(line.Rank, now.Add(clip.Length()), false)
	o.mixer.Play(mix.Voice, clip, now.Add(line.Rank.grace()))
	o.wakePlayback.send()
}
