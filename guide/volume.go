package guide

import (
	"maps"

	"catcow/config"
	"catcow/session"
)

// changeVolume makes it louder or softer, and remembers it.
func (g *Guide) changeVolume(by float64) string {
	volume := 1.0
	if g.o.State.Volume != nil {
		volume = *g.o.State.Volume
	}
	volume = min(max(float64(int(volume*10+by*10+.5))/10, 0), 1)
	g.o.State.Volume = &volume
	if g.o.Sound != nil {
		g.o.Sound.SetVolume(volume)
	}
	g.keepSound()
	return volumeText(volume)
}

// toggleMute silences everything, or ends the silence.
func (g *Guide) toggleMute() string {
	g.o.State.Muted = !g.o.State.Muted
	if g.o.Sound != nil {
		g.o.Sound.SetMuted(g.o.State.Muted)
	}
	g.keepSound()
	return mutedText(g.o.State.Muted)
}

// toggleVoice turns the voice on or off.
func (g *Guide) toggleVoice() string {
	on := !g.speaks()
	g.o.State.Voice = &on
	if g.o.Sound != nil {
		g.o.Sound.SetSpeaking(on)
	}
	g.keepSound()
	return voiceText(on)
}

// toggleTone turns the tone of the breath on or off.
func (g *Guide) toggleTone() string {
	on := !g.o.Tone
	if was := g.o.State.Breath; was != nil {
		on = !*was
	}
	g.o.State.Breath = &on
	if g.o.Sound != nil {
		g.o.Sound.SetBreath(on)
		g.voice.phase, g.voice.count = session.NoPhase, 0 // it begins in the middle of a breath
	}
	g.keepSound()
	return toneText(on)
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

// keepSound remembers what is heard.
func (g *Guide) keepSound() {
	kept := g.o.State
	g.remember(func(s *config.State) { s.Sound = kept })
}
