package guide

import (
	"time"

	"catcow/config"
	"catcow/session"
)

// beforeQuiet is the time that a voice may need before it begins.
const beforeQuiet = 400 * time.Millisecond

func (g *Guide) makeSofter(time.Time) string { return g.changeVolume(-volumeStep) }
func (g *Guide) makeLouder(time.Time) string { return g.changeVolume(volumeStep) }

// changeVolume makes it louder or softer, and remembers it.
func (g *Guide) changeVolume(by float64) string {
	volume := 1.0
	if g.o.SoundState.Volume != nil {
		volume = *g.o.SoundState.Volume
	}
	volume = min(max(float64(int(volume*10+by*10+.5))/10, 0), 1)
	g.o.SoundState.Volume = &volume
	if g.o.Sound != nil {
		g.o.Sound.SetVolume(volume)
	}
	g.keepSound()
	return volumeText(volume)
}

// toggleMute silences everything once that was said, or ends the silence.
func (g *Guide) toggleMute(now time.Time) string {
	muted := !g.o.SoundState.Muted
	g.o.SoundState.Muted = muted
	text := mutedText(muted)
	if g.o.Sound != nil {
		g.silence(ToggleMute, muted, text, now, func() { g.o.Sound.SetMuted(muted) })
	}
	g.keepSound()
	return text
}

// toggleVoice turns the voice off once it has said so, or on.
func (g *Guide) toggleVoice(now time.Time) string {
	on := !g.hasVoice()
	g.o.SoundState.Voice = &on
	text := voiceText(on)
	if g.o.Sound != nil {
		g.silence(ToggleVoice, !on, text, now, func() { g.o.Sound.SetSpeaking(on) })
	}
	g.keepSound()
	return text
}

// isHeard reports whether the voice is, or was until now.
func (g *Guide) isHeard() bool { return !g.o.SoundState.Muted && g.hasVoice() || g.voice.quiet != nil }

// silence does what a key silences, after the line that says so; what ends a silence is
// done at once, and so is what another key has silenced, whose line is cut off.
func (g *Guide) silence(by Action, off bool, text string, now time.Time, do func()) {
	if quiet := g.voice.quiet; quiet != nil && g.voice.quietBy != by {
		quiet()
	}
	g.voice.quiet, g.voice.quietBy = nil, by
	if !off {
		do()
		return
	}
	g.hush(now)
	g.voice.quiet, g.voice.quietAt = do, now.Add(g.length(text)+beforeQuiet)
}

// fallQuiet silences what a key has silenced, once that was said.
func (g *Guide) fallQuiet(now time.Time) {
	if quiet := g.voice.quiet; quiet != nil && !now.Before(g.voice.quietAt) {
		g.voice.quiet = nil
		quiet()
	}
}

// toggleTone turns the tone of the breath on or off.
func (g *Guide) toggleTone(time.Time) string {
	on := !g.o.Tone
	if was := g.o.SoundState.Breath; was != nil {
		on = !*was
	}
	g.o.SoundState.Breath = &on
	if g.o.Sound != nil {
		g.o.Sound.SetBreath(on)
		g.voice.phase, g.voice.count = session.NoPhase, 0 // it begins in the middle of a breath
	}
	g.keepSound()
	return toneText(on)
}

// keepSound remembers what is heard.
func (g *Guide) keepSound() {
	kept := g.o.SoundState
	g.remember(func(s *config.State) { s.Sound = kept })
}
