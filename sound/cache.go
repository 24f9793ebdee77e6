package sound

import "catcow/sound/mix"

// mostSpeech is how many bytes of speech are kept: about 25 seconds of it.
const mostSpeech = 2 << 20

// cache keeps rendered lines, by their words.
type cache map[string]mix.Clip

// put keeps a line and throws away what there is no room for, but nothing that
// keep wants kept. It reports whether there was room; a line alone always has it.
func (c cache) put(text string, clip mix.Clip, keep func(text string) bool) bool {
	over := 4*len(clip.Samples) - mostSpeech
	for _, known := range c {
		over += 4 * len(known.Samples)
	}
	for old, known := range c {
		if over > 0 && !keep(old) {
			over -= 4 * len(known.Samples)
			delete(c, old)
		}
	}
	if over > 0 && len(c) > 0 {
		return false
	}
	c[text] = clip
	return true
}
