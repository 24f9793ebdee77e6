package sound

// State is how things are, at one instant.
type State struct {
	// Ready says that the search for a device and a voice is over.
	Ready bool
	// Device is the name of what plays: "pulse", "oto", "paplay", …; "" for
	// none. Voice is the name of the engine, "espeak-ng" and so on; "" for none.
	Device, Voice string
	// VoiceAlone says that the voice makes itself heard, without the device. It
	// may speak where nothing else plays sound.
	VoiceAlone bool
	// Skipped is why the voice that the settings ask for, or something of it,
	// cannot be used, whether there is another or not; "" mostly. It is one line,
	// to be told once.
	Skipped string
	// Trouble is the worst of what is wrong.
	Trouble Trouble
	// Failed is how many lines in a row the voice failed over: after a few of them
	// it is given up.
	Failed int
	// Pace is how fast the voice really speaks, in words a minute, rounded down:
	// one line in four is slower. 0 while unknown. VoiceID is what it is
	// true of: the engine, its voice and its rate.
	Pace    float64
	VoiceID string
	// Speaking is the line being heard now; "" for none.
	Speaking string
}

// Trouble is something that is wrong with what is heard. The zero value is
// nothing.
type Trouble int

// What can be wrong, the worst last.
const (
	NoTrouble   Trouble = iota
	NoVoice             // no speech engine was found, or the one that is set cannot be used
	VoiceFailed         // the engine failed or hung several times in a row and was given up
	NoDevice            // nothing on this machine plays sound
	DeviceLost          // the device that played went away; it is looked for again with the next sound
)

// State is how things are now. It costs next to nothing.
func (o *Output) State() State {
	o.mu.Lock()
	defer o.mu.Unlock()
	st := State{
		Ready:   o.device.searched && (o.voice.searched || !o.s.Speak),
		Device:  o.device.name,
		Skipped: o.voice.skipped,
		Trouble: o.device.trouble,
		Failed:  o.voice.failed,
		Pace:    o.voice.paces.pace,
		VoiceID: o.voice.id,
	}
	if engine := o.voice.engine; engine != nil {
		st.Voice, st.VoiceAlone = engine.Name, engine.Render == nil
	}
	if st.Trouble == NoTrouble && o.s.Speak {
		st.Trouble = o.voice.trouble
	}
	if o.queue.sounds(o.now()) && o.audible() {
		st.Speaking = o.queue.line.Text
	}
	return st
}

// audible says whether a sound could be heard as things are. It is called with mu
// held.
func (o *Output) audible() bool { return !o.s.Muted && o.s.Volume > 0 }
