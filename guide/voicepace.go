package guide

import (
	"maps"
	"math"
	"time"

	"catcow/session"
	"catcow/sound"
)

// How fast the voice speaks, for the plan of this session and of the next.

// isUnmeasured reports whether there is a voice whose pace nobody knows yet: one that
// speaks by itself shows it only as it speaks.
func isUnmeasured(s sound.State) bool { return s.VoiceAlone && s.Pace == 0 }

// slower is by how much a voice may be slower than the lines are reckoned with before
// that matters: so much it differs from one day to the next.
const slower = 0.95

// paceOf is how many words a minute the voice speaks; 0 for no voice, or nobody knows.
func paceOf(s sound.State) float64 {
	if isUnmeasured(s) {
		return sound.DefaultPace
	}
	return s.Pace
}

// Paced is what a plan is compiled with for a voice: no more words a minute than it
// speaks. All that shows a length before a session compiles with it.
func Paced(o session.Options, out Sound) session.Options {
	if out == nil {
		return o
	}
	return PacedBy(o, out.State())
}

// PacedBy is Paced for a voice that is not there, but was.
func PacedBy(o session.Options, s sound.State) session.Options {
	if pace := paceOf(s); pace > 0 && pace < slower*float64(o.Pace) {
		o.Pace = int(pace)
	}
	return o
}

// measure gives the plan that is about to be made the pace of the voice.
func (g *Guide) measure() {
	g.measured = g.o.Sound == nil || !isUnmeasured(g.o.Sound.State())
	g.o.Session = Paced(g.o.Session, g.o.Sound)
	g.keepPace()
}

// follow gives the plan the pace of a voice that was not known when it was made.
func (g *Guide) follow(now time.Time) {
	if g.measured || g.o.Sound == nil || isUnmeasured(g.o.Sound.State()) {
		return
	}
	g.measured = true
	if Paced(g.o.Session, g.o.Sound).Pace != g.o.Session.Pace {
		g.player.SetLineLength(now, remembered(g.o.Sound.Length))
	}
}

// remembered asks for the length of each line once.
func remembered(hear func(string) time.Duration) func(string) time.Duration {
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
	was := g.o.SoundState.Paces[state.VoiceID]
	isSame := g.o.SoundState.Voiced == state.VoiceID && math.Abs(was-state.Pace) < (1-slower)*was
	if state.VoiceID == "" || state.Pace == 0 || isSame {
		return
	}
	paces := maps.Clone(g.o.SoundState.Paces)
	if paces == nil {
		paces = map[string]float64{}
	}
	paces[state.VoiceID] = state.Pace
	g.o.SoundState.Paces, g.o.SoundState.Voiced = paces, state.VoiceID
	g.keepSound()
}
