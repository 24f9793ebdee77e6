package guide

import (
	"maps"
	"time"

	"catcow/sound"
)

// How fast the voice speaks, for the plan of this session and of the next.

// isUnmeasured reports whether there is a voice whose pace nobody knows yet: one that
// speaks by itself shows it only as it speaks.
func isUnmeasured(s sound.State) bool { return s.VoiceAlone && s.Pace == 0 }

// measure keeps how long each line takes as it is first asked for, so that a plan is
// of one piece though the voice becomes better known meanwhile.
func (g *Guide) measure() {
	g.measured = g.o.Sound == nil || !isUnmeasured(g.o.Sound.State())
	g.o.Session.Hear = remembered(g.o.Session.Hear)
}

// follow gives the plan the pace of a voice that was not known when it was made.
func (g *Guide) follow(now time.Time) {
	if g.measured || g.o.Session.Hear == nil || isUnmeasured(g.o.Sound.State()) {
		return
	}
	g.measured = true
	g.player.SetHear(now, remembered(g.o.Sound.Length))
}

// remembered asks for the length of each line once.
func remembered(hear func(string) time.Duration) func(string) time.Duration {
	if hear == nil {
		return nil
	}
	known := map[string]time.Duration{}
	return func(line string) time.Duration {
		d, ok := known[line]
		if !ok {
			d = hear(line)
			known[line] = d
		}
		return d
	}
}

// keepPace remembers how fast the voice was found to speak, so that the next plan
// follows it from the start.
func (g *Guide) keepPace() {
	if g.o.Sound == nil {
		return
	}
	state := g.o.Sound.State()
	if state.VoiceID == "" || state.Pace == 0 || g.o.State.Paces[state.VoiceID] == state.Pace {
		return
	}
	paces := maps.Clone(g.o.State.Paces)
	if paces == nil {
		paces = map[string]float64{}
	}
	paces[state.VoiceID] = state.Pace
	g.o.State.Paces = paces
	g.keepSound()
}
