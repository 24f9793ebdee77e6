package sound

import (
	"time"

	"catcow/sound/voice"
)

// Settings is what is to be heard, and how loud. Every volume is from 0 to 1;
// what lies outside is taken as the nearest of the two.
type Settings struct {
	// Volume is over everything.
	Volume float64
	Muted  bool
	// Chimes says whether there are chimes at all; Off names the ones that stay
	// silent.
	Chimes      bool
	ChimeVolume float64
	Off         []Chime
	// Breath is a quiet tone that rises and falls with the breath.
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
}

// Utterance is a line to be said.
type Utterance struct {
	Text string
	// Due is its moment; zero is now. It begins then or up to [Grace] later, or
	// never.
	Due time.Time
	// After says that it follows the line before it: it waits for that to end
	// however long that takes, and its Grace begins then.
	After bool
}

// Grace is how much later than its moment a line may begin. A line that cannot
// is dropped.
const Grace = time.Second

// State is how things are, at one instant.
type State struct {
	// Ready says that the search for a device and a voice is over.
	Ready bool
	// Device is the name of what plays: "pulse", "oto", "paplay", …; "" for
	// none. Voice is the name of the engine, "espeak-ng" and so on; "" for none.
	Device, Voice string
	// Skipped is why the voice that the settings ask for, or something of it,
	// cannot be used, whether there is another or not; "" mostly. It is one line,
	// to be told once.
	Skipped string
	// Trouble is the worst of what is wrong.
	Trouble Trouble
	// Pace is how fast the voice really speaks, in words a minute, rounded down:
	// the slowest of the lines that were measured. 0 while unknown.
	Pace float64
	// Saying is the line being heard now; "" for none.
	Saying string
}

// Trouble is something that is wrong with what is heard. The zero value is
// nothing.
type Trouble int

// What can be wrong, the worst last.
const (
	NoTrouble   Trouble = iota
	NoVoice             // no speech engine was found, or the one that is set cannot be used
	VoiceFailed         // the engine failed or hung twice in a row and was given up
	NoDevice            // nothing on this machine plays sound
	DeviceLost          // the device went away; it is looked for again with the next sound
)
