package sound

import (
	"slices"

	"catcow/sound/mix"
)

// most is how many bytes of speech are kept: about 25 seconds of it.
const most = 2 << 20

// cache keeps rendered lines, the ones last used longest.
type cache struct {
	clips map[string]mix.Clip
	order []string // the one last used is last
	bytes int
	most  int
}

func newCache(most int) *cache { return &cache{clips: map[string]mix.Clip{}, most: most} }

func size(c mix.Clip) int { return 4 * len(c.Samples) }

func (c *cache) has(text string) bool {
	_, ok := c.clips[text]
	return ok
}

// get gives a clip and counts as a use.
func (c *cache) get(text string) (mix.Clip, bool) {
	clip, ok := c.clips[text]
	if ok {
		c.order = append(without(c.order, text), text)
	}
	return clip, ok
}

// put keeps a clip and throws away what there is no room for, but nothing that
// keep wants kept. It reports whether there was room.
func (c *cache) put(text string, clip mix.Clip, keep func(text string) bool) bool {
	c.drop(text)
	for _, old := range slices.Clone(c.order) {
		if c.bytes+size(clip) <= c.most {
			break
		}
		if !keep(old) {
			c.drop(old)
		}
	}
	if c.bytes+size(clip) > c.most {
		return false
	}
	c.clips[text] = clip
	c.order = append(c.order, text)
	c.bytes += size(clip)
	return true
}

func (c *cache) drop(text string) {
	if clip, ok := c.clips[text]; ok {
		c.bytes -= size(clip)
		delete(c.clips, text)
		c.order = without(c.order, text)
	}
}

func without(texts []string, text string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == text })
}
