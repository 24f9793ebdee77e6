package tui

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/session"
	"catcow/sound"
)

// Sound is what plays and speaks: a [sound.Output]. Nothing of it waits.
type Sound interface {
	Chime(c sound.Chime, due time.Time)
	Speak(u sound.Utterance)
	Prepare(lines []string)
	Breath(inhale bool, length, passed time.Duration)
	StopBreath()
	StopVoice()
	SetMuted(muted bool)
	SetVolume(volume float64)
	SetSpeaking(speaking bool)
	State() sound.State
}

const (
	// audible is the speed up to which a session is heard.
	audible = 1.5
	// flashFor is how long the screen flashes.
	flashFor = 200 * time.Millisecond
	// volumeStep is by how much a key makes it louder or softer.
	volumeStep = 0.1
)

// hearing is what a session lets be heard, and up to where it has.
type hearing struct {
	last  time.Time // all before it has been heard
	stage int       // whose lines are prepared
	phase session.Phase
	count int
	flash time.Time // until when the screen is flashed
	told  string    // what was said last about what is wrong with the sound
	bell  bool      // to be rung with the next frame
	soon  bool      // a stage may just have begun, and has something to say
}

// hears reports whether the session is one that is heard.
func (m *model) hears() bool {
	return m.screen == playing && m.player.engine.Speed() <= audible && m.player.engine.Speed() >= 1/audible
}

// hear lets be heard what has come due since the last time. It must be called
// before anything is done to the player.
func (m *model) hear(now time.Time) {
	h := &m.player.hearing
	from := h.last
	h.last, h.soon = now, false
	if !m.hears() || from.IsZero() {
		return
	}
	for _, heard := range m.player.engine.Crossed(from, now) {
		m.sounds(heard, now)
	}
	at := m.player.engine.At(now)
	m.prepare(at)
	m.breathe(at)
}

// sounds is one thing that is heard.
func (m *model) sounds(heard session.Heard, now time.Time) {
	stages := m.player.engine.Plan().Stages
	stage := &stages[heard.Stage]
	if heard.Mark != session.NoMark {
		if c, ok := chimeOf(heard, stage); ok {
			m.chime(c, now)
		}
		if heard.Mark == session.Ends {
			m.say(sayWellDone, now)
		}
		return
	}
	if text := m.spoken(heard, stage); text != "" {
		m.say(text, now)
	}
}

// chimeOf is the chime of a mark.
func chimeOf(heard session.Heard, stage *session.Stage) (sound.Chime, bool) {
	switch heard.Mark {
	case session.Halfway:
		return sound.Halfway, true
	case session.Ends:
		return sound.AllDone, true
	case session.Begins, session.NoMark:
	}
	switch stage.Kind {
	case session.Transition:
		return sound.GetReady, true
	case session.Hold, session.Reps:
		return sound.Start, true
	case session.Switch:
		return sound.Switch, true
	case session.Rest, session.Release:
		return sound.End, true
	case session.Setup:
	}
	return 0, false
}

// spoken is what the voice says of a line: all, or where only names are wanted the
// pose, the side and the change.
func (m *model) spoken(heard session.Heard, stage *session.Stage) string {
	if m.o.Say != "names" {
		return heard.Text
	}
	lines := stage.Cues
	switch {
	case stage.Works() && heard.Breath == session.NoPhase && !slices.Contains(stage.Cues, heard.Cue):
		return heard.Text // halfway, the last seconds
	case stage.Kind == session.Transition && heard.At == 0:
		return heard.Text
	case stage.Kind == session.Switch, stage.Kind == session.Rest:
		if len(lines) > 0 && heard.Cue == lines[len(lines)-1] {
			return heard.Text
		}
	case stage.Kind == session.Release && heard.At == 0:
		return session.SayRelease
	}
	return ""
}

// say lets the voice say a line.
func (m *model) say(text string, now time.Time) {
	if m.o.Sound != nil {
		m.o.Sound.Speak(sound.Utterance{Text: text, Due: now})
	}
}

// chime lets a chime be heard. Where there is nothing to hear it with, or no voice
// beside it that should be there, a flash calls for a look at the screen, and where
// the chime is not heard either the terminal's bell takes its place.
func (m *model) chime(c sound.Chime, now time.Time) {
	flash, bell := m.o.Screen.Flash, false
	if m.o.Sound != nil {
		m.o.Sound.Chime(c, now)
		trouble := m.o.Sound.State().Trouble
		switch trouble {
		case sound.NoVoice, sound.VoiceFailed:
			flash = flash || m.speaks()
		case sound.NoDevice, sound.DeviceLost:
			flash, bell = true, !m.o.State.Sound.Muted
		case sound.NoTrouble:
		}
	}
	if flash {
		m.player.hearing.flash = now.Add(flashFor)
	}
	m.player.hearing.bell = m.player.hearing.bell || bell
}

// speaks reports whether there is to be a voice.
func (m *model) speaks() bool {
	if on := m.o.State.Sound.Voice; on != nil {
		return *on
	}
	return m.o.Say != "none"
}

// ring rings the terminal's bell, if it is to be rung.
func (m *model) ring() tea.Cmd {
	h := &m.player.hearing
	if !h.bell {
		return nil
	}
	h.bell = false
	return tea.Raw("\a")
}

// flashing reports whether the screen is flashed at an instant.
func (m *model) flashing(now time.Time) bool {
	return m.screen == playing && now.Before(m.player.hearing.flash)
}

// prepare names the lines that come next, a stage ahead of their time.
func (m *model) prepare(at session.Snapshot) {
	h := &m.player.hearing
	if m.o.Sound == nil || h.stage == at.Index+1 || at.State == session.Finished {
		return
	}
	h.stage = at.Index + 1
	stages := m.player.engine.Plan().Stages
	var lines []string
	for i := at.Index; i < min(at.Index+3, len(stages)); i++ {
		for _, c := range stages[i].Cues {
			lines = append(lines, c.Text)
		}
		for _, c := range stages[i].Ear {
			lines = append(lines, c.Text)
		}
	}
	m.o.Sound.Prepare(append(lines, sayWellDone))
}

// breathe lets the tone follow the breath.
func (m *model) breathe(at session.Snapshot) {
	h := &m.player.hearing
	if m.o.Sound == nil || h.phase == at.Phase && h.count == at.Count {
		return
	}
	h.phase, h.count = at.Phase, at.Count
	if at.Phase != session.In && at.Phase != session.Out || at.State != session.Playing {
		m.o.Sound.StopBreath()
		return
	}
	speed := m.player.engine.Speed()
	length := time.Duration(float64(at.PhaseLeft) / max(1-at.Through, .001) / speed)
	m.o.Sound.Breath(at.Phase == session.In, length, length-time.Duration(float64(at.PhaseLeft)/speed))
}

// hush silences what belongs to a moment that is over: after a key that moved us
// or stopped the clock.
func (m *model) hush() {
	if m.o.Sound == nil {
		return
	}
	m.o.Sound.StopVoice()
	m.o.Sound.StopBreath()
	h := &m.player.hearing
	h.phase, h.count, h.stage = session.NoPhase, 0, 0
}

// repeat says the line again that a pause cut off: a step that was not heard to
// its end cannot be done.
func (m *model) repeat(now time.Time) {
	at := m.player.engine.At(now)
	if !m.hears() || at.Stage.Works() || at.Cue < 0 || at.State != session.Playing {
		return
	}
	heard := session.Heard{Cue: at.Stage.Cues[at.Cue], Stage: at.Index}
	if text := m.spoken(heard, &at.Stage); text != "" {
		m.say(text, now)
	}
}

// trouble is what is wrong with the sound, said once; "" for nothing new.
func (m *model) trouble() string {
	if m.o.Sound == nil {
		return ""
	}
	state := m.o.Sound.State()
	say := cmp.Or(state.Trouble.String(), state.Skipped)
	if say == "" || say == m.player.hearing.told || state.Trouble == sound.NoVoice && !m.speaks() {
		return ""
	}
	m.player.hearing.told = say
	return title(say) + "."
}

// louder changes the volume, and remembers it.
func (m *model) louder(by float64) string {
	s := &m.o.State.Sound
	volume := 1.0
	if s.Volume != nil {
		volume = *s.Volume
	}
	volume = min(max(float64(int(volume*10+by*10+.5))/10, 0), 1)
	s.Volume = &volume
	if m.o.Sound != nil {
		m.o.Sound.SetVolume(volume)
	}
	kept := *s
	m.remember(func(s *config.State) { s.Sound = kept })
	return sayVolume(volume)
}

// mute silences everything, or ends the silence.
func (m *model) mute() string {
	s := &m.o.State.Sound
	s.Muted = !s.Muted
	if m.o.Sound != nil {
		m.o.Sound.SetMuted(s.Muted)
	}
	kept := *s
	m.remember(func(s *config.State) { s.Sound = kept })
	return sayMuted(s.Muted)
}

// speak turns the voice on or off.
func (m *model) speak() string {
	s := &m.o.State.Sound
	on := !m.speaks()
	s.Voice = &on
	if m.o.Sound != nil {
		m.o.Sound.SetSpeaking(on)
	}
	kept := *s
	m.remember(func(s *config.State) { s.Sound = kept })
	return sayVoice(on)
}
