package sound

import (
	"slices"

	"catcow/sound/mix"
)

// mostSpeech is how many bytes of speech are kept: about 25 seconds of it.
const mostSpeech = 2 << 20

// cache keeps rendered lines, the oldest first.
type cache struct{ lines []rendered }

type rendered struct {
	text string
	clip mix.Clip
}

func (c *cache) get(text string) (clip mix.Clip, ok bool) {
	for _, l := range c.lines {
		if l.text == text {
			return l.clip, true
		}
	}
	return clip, false
}

// put keeps a line and throws away what there is no room for, but nothing that
// keep wants kept. It reports whether there was room; a line alone always has it.
func (c *cache) put(text string, clip mix.Clip, keep func(text string) bool) bool {
	over := 4*len(clip.Samples) - mostSpeech
	for _, l := range c.lines {
		over += 4 * len(l.clip.Samples)
	}
	c.lines = slices.DeleteFunc(c.lines, func(l rendered) bool {
		drop := over > 0 && !keep(l.text)
		if drop {
			over -= 4 * len(l.clip.Samples)
		}
		return drop
	})
	if over > 0 && len(c.lines) > 0 {
		return false
	}
	c.lines = append(c.lines, rendered{text, clip})
	return true
}
