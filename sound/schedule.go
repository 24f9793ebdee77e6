package sound

import (
	"slices"
	"time"

	"catcow/sound/mix"
)

// dueChime is a chime that has been asked for.
type dueChime struct {
	chime Chime
	due   time.Time
}

// runSchedule hands chimes to the mixer, and lines when their moment has come.
func (o *Output) runSchedule() {
	clips := make(map[Chime]mix.Clip)
	for {
		chimes, next := o.takeChimes()
		for _, c := range chimes {
			clip, ok := clips[c.chime]
			if !ok {
				clip = c.chime.clip()
				clips[c.chime] = clip
			}
			o.mixer.Play(mix.Chime, clip, c.due, c.due.Add(mayGrace))
			o.wakePlayback.send()
		}
		again, rest := o.nextLine()
		if !again && !wait(o.life, o.wakeSchedule, nil, sooner(next, rest)) {
			return
		}
	}
}

// early is how long before its moment a chime goes to the mixer, which begins it
// in time to the sample. Until then no device needs to run.
const early = 200 * time.Millisecond

// takeChimes takes the chimes whose moment is near; wait is the time until the
// next one's is, 0 where there is none.
func (o *Output) takeChimes() (near []dueChime, wait time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	o.chimes = slices.DeleteFunc(o.chimes, func(c dueChime) bool {
		left := c.due.Sub(now) - early
		if left <= 0 {
			near = append(near, c)
			return true
		}
		wait = sooner(wait, left)
		return false
	})
	if len(near) > 0 {
		o.changed.spread()
	}
	return near, wait
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
	if !o.voice.engine.Renders() {
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
	o.mixer.Play(mix.Voice, clip, now, latest(now, line.Due).Add(line.Rank.grace()))
	o.wakePlayback.send()
}
