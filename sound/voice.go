package sound

import (
	"context"
	"slices"
	"time"

	"catcow/sound/mix"
	"catcow/sound/voice"
)

// voiceState is what is known about the voice. It is guarded by the Output's mu.
type voiceState struct {
	engine   *voice.Engine // nil while looked for, where there is none, and when given up
	id       string
	searched bool
	skipped  string
	trouble  Trouble
	paces    paces
	probes   []string // the lines left to measure it with

	cache  cache
	ahead  []string // the lines to render ahead, in order
	full   bool     // no room for more of them
	failed int      // lines in a row

	slowest time.Duration // that a line took to render
	overdue bool          // the line that was cut off last had gone on for far too long

	asked  waiting            // the line that the engine is to speak by itself
	cancel context.CancelFunc // cuts off the line it speaks
}

// found takes the engine, and what is known of its pace.
func (v *voiceState) found(e *voice.Engine, known map[string]float64) {
	v.engine, v.id, v.skipped = e, e.ID, e.Skipped
	v.paces.pace = known[v.id]
	if v.paces.pace == 0 {
		v.probes = typicalLines()
	}
}

// leastPatience is how long silence may last before a voice is taken for one that hangs.
const leastPatience = 800 * time.Millisecond

// patience is how long to wait for a line, by how long one took before.
func (v *voiceState) patience() time.Duration {
	return min(max(leastPatience, 2*v.slowest), rendering)
}

// ready says whether a line could begin now.
func (v *voiceState) ready(text string) bool {
	return v.engine != nil && (v.engine.Render == nil || v.cached(text))
}

// length is how long a line takes; 0 where nobody knows. A voice that speaks by itself
// is taken for a slow one until it has been heard.
func (v *voiceState) length(text string) time.Duration {
	if clip, ok := v.cache[text]; ok {
		return clip.Length()
	}
	d := v.paces.length(text)
	if d == 0 && v.engine != nil && v.engine.Render == nil {
		return (&paces{pace: DefaultPace}).length(text)
	}
	return d
}

func (v *voiceState) cached(text string) bool {
	_, ok := v.cache[text]
	return ok
}

// cutOff ends the line that the engine speaks by itself.
func (v *voiceState) cutOff() {
	v.asked = waiting{}
	if v.cancel != nil {
		v.cancel()
	}
}

// takeText is the next line to render: the first that waits and is not there yet,
// then those that the pace is measured with, then those to be rendered ahead.
func (v *voiceState) takeText(q *queue) (text string, ok bool) {
	for _, l := range q.lines {
		if !v.cached(l.Text) {
			return l.Text, true
		}
	}
	if len(v.probes) > 0 {
		text, v.probes = v.probes[0], v.probes[1:]
		return text, true
	}
	if !v.full {
		for _, text := range v.ahead {
			if text != "" && !v.cached(text) {
				return text, true
			}
		}
	}
	return "", false
}

// keep puts a line into the cache. One that waits to be spoken may push out any
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
	default:
		v.cache.put(text, clip, func(string) bool { return false })
	}
}
