package sound

import (
	"time"

	"catcow/fault"
	"catcow/sound/voice"
)

// Settings is what is to be heard, and how loud. Every volume is from 0 to 1;
// what lies outside is taken as the nearest of the two.
type Settings struct {
	// Volume is over everything.
	Volume      float64
	Muted       bool
	ChimeVolume float64
	// Off is the chimes that stay silent.
	Off []Chime
	// Breath says whether there is a quiet tone that rises and falls with the
	// breath, at the start; [Output.SetBreath] changes it.
	Breath       bool
	BreathVolume float64
	// Speak says whether the voice is on at the start; [Output.SetSpeaking]
	// changes it.
	Speak bool
	// Voice is which voice to look for. Its Volume does not count: an engine that
	// speaks by itself is given VoiceVolume times Volume, as they are when it is
	// found, and stays at that.
	Voice       voice.Settings
	VoiceVolume float64
	// Paces is how fast voices were found to speak before: State.Pace by
	// State.VoiceID.
	Paces map[string]float64
	// Fault is told of a panic in the background; nil lets it end the process.
	Fault fault.Report
}

// Utterance is a line to be spoken.
type Utterance struct {
	Text string
	// Rank says what becomes of it where it cannot begin at once.
	Rank Rank
}

// Rank is how much depends on a line.
type Rank int

// The ranks. May is for what is good to know, Must for what carries the pose, the
// side, the position or the dose, NowOrNever for counts.
const (
	// May begins within a second, or is left out. It is cut off, or
	// left out, where a line that must be heard would be late for it.
	May Rank = iota
	// Must is always heard: it waits for nothing but another such line, and for
	// its own sound.
	Must
	// NowOrNever begins within a quarter of a second, or is left out.
	NowOrNever
)

const (
	// mayGrace is how late a chime may begin, and a line that need not be heard.
	mayGrace = time.Second
	// instant is that of a line that is for now or never.
	instant = 250 * time.Millisecond
	// mustGrace is how much later than it was begun a line that must be heard may
	// reach a device that is slow to open.
	mustGrace = 3 * time.Second
)

// grace is how late a line of this rank may begin.
func (r Rank) grace() time.Duration {
	return [...]time.Duration{May: mayGrace, Must: mustGrace, NowOrNever: instant}[r]
}
