package guide

import (
	"slices"
	"strings"
	"time"

	"catcow/session"
	"catcow/sound"
)

// Sound is what plays and speaks: a [sound.Output]. Nothing of it waits.
type Sound interface {
	Chime(c sound.Chime)
	Speak(u sound.Utterance)
	Prepare(lines []string)
	Breath(inhale bool, length, passed time.Duration)
	StopBreath()
	StopVoice()
	SetMuted(muted bool)
	SetVolume(volume float64)
	SetSpeaking(speaking bool)
	SetBreath(on bool)
	Length(text string) time.Duration
	State() sound.State
}

const (
	// audible is the speed up to which a session is heard.
	audible = 1.5
	// flashFor is how long the screen flashes.
	flashFor = 200 * time.Millisecond
	// volumeStep is by how much an action makes it louder or softer.
	volumeStep = 0.1
)

// voice is what a session lets be heard, and up to where it has.
type voice struct {
	last  time.Time // all before it has been heard
	stage int       // whose lines are prepared, from 1
	phase session.Phase
	count int
	flash time.Time // until when the screen is flashed
	bell  bool      // to be rung
	soon  bool      // a stage may just have begun, and has something to say

	recent  []recentLine // of late, but for what was cut off
	quiet   func()       // what a key silences once that was said; nil for nothing
	quietBy Action       // that key
	quietAt time.Time
}

// isAudible reports whether the session is one that is heard: one at about the speed
// of life.
func (g *Guide) isAudible() bool {
	return g.o.Play.Speed <= audible && g.o.Play.Speed >= 1/audible
}

// playDue lets be heard what has come due since the last time. It must be called
// before anything is done to the player.
func (g *Guide) playDue(now time.Time) {
	v := &g.voice
	from := v.last
	v.last, v.soon = now, false
	if from.IsZero() {
		return
	}
	for _, heard := range g.player.Crossed(from, now) {
		if heard.Breath == session.NoPhase && g.isRecent(heard.Text, now) {
			continue
		}
		if way, ok := strings.CutPrefix(heard.Text, session.EasedAgainText+" "); ok && g.isRecent(way, now) {
			heard.Text = session.EasedAgainText
		}
		g.noteLine(heard.Text, heard.TellsTime(), now)
		if heard.Mark == session.Ends {
			g.noteText(wellDoneText, now)
		}
		if g.isAudible() {
			g.playOne(heard, now)
		}
	}
	if !g.isAudible() {
		return
	}
	at := g.player.At(now)
	g.prepare(at)
	g.breathe(at)
}

// playOne is one thing that is heard.
func (g *Guide) playOne(heard session.Heard, now time.Time) {
	stage := &g.player.Plan().Stages[heard.Stage]
	if heard.Mark != session.NoMark {
		if c, ok := chimeOf(heard, stage); ok {
			g.chime(c, now)
		}
		if heard.Mark == session.Ends {
			g.speak(wellDoneText, sound.Must)
		}
		return
	}
	if text := g.voiceText(heard, stage); text != "" {
		g.speak(text, rankOf(heard.Rank))
	}
}

// rankOf is what becomes of a line that cannot begin at its moment.
func rankOf(r session.Rank) sound.Rank {
	switch r {
	case session.Must:
		return sound.Must
	case session.Now:
		return sound.NowOrNever
	case session.May:
	}
	return sound.May
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
	case session.Rest:
		return sound.End, stage.Steps == nil // else it begins after a release, which had one
	case session.Release:
		return sound.End, true
	case session.Setup:
	}
	return 0, false
}

// voiceText is what the voice says of a line: all, or where only names are wanted the
// pose, the side and the change.
func (g *Guide) voiceText(heard session.Heard, stage *session.Stage) string {
	if g.o.Say != "names" {
		return heard.Text
	}
	named := false
	switch stage.Kind {
	case session.Hold, session.Reps: // halfway, the last seconds
		named = heard.Breath == session.NoPhase && heard.Rank == session.May && !slices.Contains(stage.Cues, heard.Cue)
	case session.Transition:
		named = heard.At == 0
	case session.Switch, session.Rest:
		named = len(stage.Cues) > 0 && heard.Cue == stage.Cues[len(stage.Cues)-1]
	case session.Release:
		if heard.At == 0 {
			return comeOutText
		}
	case session.Setup:
	}
	if !named {
		return ""
	}
	return heard.Text
}

// chime lets a chime be heard. Where there is nothing to hear it with, or no voice
// beside it that should be there, a flash calls for a look at the screen, and where
// the chime is not heard either the terminal's bell takes its place.
func (g *Guide) chime(c sound.Chime, now time.Time) {
	flash, bell := g.o.Flash, false
	if g.o.Sound == nil {
		flash = true
	} else {
		g.o.Sound.Chime(c)
		switch g.o.Sound.State().Trouble {
		case sound.NoVoice, sound.VoiceFailed:
			flash = flash || g.hasVoice()
		case sound.NoDevice, sound.DeviceLost:
			flash, bell = true, !g.o.SoundState.Muted
		case sound.NoTrouble:
		}
	}
	if flash {
		g.voice.flash = now.Add(flashFor)
	}
	g.voice.bell = g.voice.bell || bell
}

// Bell reports, once, that the terminal's bell is to be rung.
func (g *Guide) Bell() bool {
	rings := g.voice.bell
	g.voice.bell = false
	return rings
}

// hasVoice reports whether there is to be a voice.
func (g *Guide) hasVoice() bool {
	if on := g.o.SoundState.Voice; on != nil {
		return *on
	}
	return g.o.Say != "none"
}

// prepare names the lines that come next, a stage ahead of their time.
func (g *Guide) prepare(at session.Snapshot) {
	if g.o.Sound == nil || g.voice.stage == at.Index+1 || at.State == session.Finished {
		return
	}
	g.voice.stage = at.Index + 1
	stages := g.player.Plan().Stages
	var lines []string
	for i := at.Index; i < min(at.Index+3, len(stages)); i++ {
		for _, c := range slices.Concat(stages[i].Cues, stages[i].VoiceCues) {
			lines = append(lines, c.Text)
		}
	}
	g.o.Sound.Prepare(append(lines, wellDoneText))
}

// breathe lets the tone follow the breath, which stands for a moment after a pause.
func (g *Guide) breathe(at session.Snapshot) {
	v := &g.voice
	if g.o.Sound == nil || at.Settle > 0 || v.phase == at.Phase && v.count == at.Count {
		return
	}
	v.phase, v.count = at.Phase, at.Count
	if at.Phase != session.In && at.Phase != session.Out || at.State != session.Playing {
		g.o.Sound.StopBreath()
		return
	}
	length := time.Duration(float64(at.PhaseLeft) / max(1-at.Through, .001) / g.o.Play.Speed)
	left := time.Duration(float64(at.PhaseLeft) / g.o.Play.Speed)
	g.o.Sound.Breath(at.Phase == session.In, length, length-left)
}
