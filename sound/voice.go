package sound

import (
	"context"
	"slices"

	"catcow/sound/mix"
)

// voiceState is what is known about the voice. It is guarded by the Output's mu.
type voiceState struct {
	engine   speech // nil while looked for, where there is none, and when given up
	searched bool
	skipped  string
	trouble  Trouble
	pace     float64
	probes   []string // the lines left to measure it with
	spoken   int      // lines of an engine that only speaks that counted for its pace
	slowest  float64  // of them

	cache *cache
	ahead []string        // the lines to render ahead, in order
	full  bool            // no room for more of them
	bad   map[string]bool // the lines that the engine could not render
	fails int             // in a row

	saying string             // the line that sounds, or that sounded last
	asked  string             // the line that the engine is to speak by itself
	cut    context.CancelFunc // cuts off the line it speaks
}

func newVoiceState() voiceState {
	return voiceState{cache: newCache(most), bad: map[string]bool{}, probes: typical()}
}

func (v *voiceState) name() string {
	if v.engine == nil {
		return ""
	}
	return v.engine.Name()
}

// given says that there is no voice and will be none.
func (v *voiceState) given() bool { return v.searched && v.engine == nil }

// ready says whether a line could begin now.
func (v *voiceState) ready(text string) bool {
	return v.engine != nil && (!v.engine.Renders() || v.cache.has(text))
}

func (v *voiceState) prepare(lines []string) {
	v.ahead, v.full = slices.Clone(lines), false
	clear(v.bad)
}

// speak has the engine speak a line by itself.
func (v *voiceState) speak(text string) { v.asked, v.saying = text, text }

// hush cuts off the line that the engine speaks by itself.
func (v *voiceState) hush() {
	v.asked = ""
	if v.cut != nil {
		v.cut()
	}
}

// todo is the next line to render: the first that waits and is not there yet,
// then those that the pace is measured with, then those to be rendered ahead.
func (v *voiceState) todo(q *queue) (text string, ok bool) {
	wanted := func(text string) bool { return text != "" && !v.cache.has(text) && !v.bad[text] }
	for _, l := range q.lines {
		if wanted(l.Text) {
			return l.Text, true
		}
	}
	if len(v.probes) > 0 {
		return v.probes[0], true
	}
	if !v.full {
		for _, text := range v.ahead {
			if wanted(text) {
				return text, true
			}
		}
	}
	return "", false
}

// keep puts a line into the cache. One that waits to be said may push out any
// other; one rendered ahead only those that nobody asked for.
func (v *voiceState) keep(text string, clip mix.Clip, q *queue) {
	waits := q.has(text)
	if !waits && !slices.Contains(v.ahead, text) {
		return // to measure with
	}
	soon := func(t string) bool { return slices.Contains(v.ahead, t) || q.has(t) }
	switch {
	case v.cache.put(text, clip, soon):
	case !waits:
		v.full = true
	case !v.cache.put(text, clip, func(string) bool { return false }):
		v.bad[text] = true
		q.drop(text)
	}
}
