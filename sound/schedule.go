package sound

import (
	"slices"
	"time"

	"catcow/sound/mix"
)

// talk hands chimes to the mixer, and lines when their moment has come.
func (o *Output) talk() {
	clips := make(map[Chime]mix.Clip)
	for {
		chimes, next := o.struck()
		for _, s := range chimes {
			clip, ok := clips[s.chime]
			if !ok {
				clip = s.chime.clip()
				clips[s.chime] = clip
			}
			o.mixer.Play(mix.Chime, clip, s.due, s.due.Add(Grace))
			o.drives.give()
		}
		again, wait := o.say()
		if !again && !pause(o.life, o.talks, nil, sooner(next, wait)) {
			return
		}
	}
}

// early is how long before its moment a chime goes to the mixer, which begins it
// in time to the sample. Until then no device needs to run.
const early = 200 * time.Millisecond

// struck takes the chimes whose moment is near; wait is the time until the next
// one's is, 0 where there is none.
func (o *Output) struck() (near []struck, wait time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	o.chimes = slices.DeleteFunc(o.chimes, func(s struck) bool {
		left := s.due.Sub(now) - early
		if left <= 0 {
			near = append(near, s)
			return true
		}
		wait = sooner(wait, left)
		return false
	})
	return near, wait
}

// sooner is the shorter of two waits, of which 0 is for ever.
func sooner(a, b time.Duration) time.Duration {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// say begins the line whose moment it is. Where there is none, wait is the time
// until there may be one.
func (o *Output) say() (again bool, wait time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	t, ok, wait := o.queue.next(now, o.voice.ready)
	if !ok {
		return false, wait
	}
	if !o.voice.engine.Renders() {
		o.queue.open = true
		o.voice.speak(t.Text)
		o.renders.give()
		return true, 0
	}
	clip, _ := o.voice.cache.get(t.Text)
	if clip.Length() == 0 || o.device.trouble == NoDevice {
		return true, 0 // nothing in it can be said, or by nobody
	}
	o.voice.saying = t.Text
	o.queue.ends = now.Add(clip.Length())
	o.mixer.Play(mix.Voice, clip, now, t.until)
	o.drives.give()
	return true, 0
}
