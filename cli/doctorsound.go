package cli

import (
	"cmp"
	"context"
	"time"

	"catcow/sound"
	"catcow/sound/voice"
)

// What is waited for at most: programs that are looked for, and a chime and a
// line.
const (
	searching = 8 * time.Second
	listening = 12 * time.Second
)

// audible is the volume that is heard where it is 0 in sessions.
const audible = 0.5

// lookAtSound looks for what plays and what speaks, and lets it be heard unless
// it is to be silent.
func (a *app) lookAtSound(ctx context.Context, s sound.Settings, silent bool) []finding {
	short, cancel := context.WithTimeout(ctx, searching)
	defer cancel()
	player := finding{what: "sound", state: note, found: sayNoPlayer, todo: sound.DeviceHint()}
	report := sound.Probe(short, s, a.Now)
	for _, d := range report.Devices {
		player.ways = append(player.ways, way(d))
		if d.Name == report.State.Device {
			player.state, player.found, player.todo = good, sayUsed(d.Name, d.Why), ""
		}
	}
	if player.state == good {
		if s.Muted {
			player.todo = sayMuted
		} else if s.Volume == 0 {
			player.todo = sayVolume
		}
	}
	all := []finding{player, voiceFinding(report, s)}
	if !silent {
		all = append(all, a.listen(ctx, s))
	}
	return all
}

// voiceFinding is the engine that the settings lead to, and the others.
func voiceFinding(r sound.Report, s sound.Settings) finding {
	f := finding{what: "voice", state: good}
	if s.Voice.Engine == voice.None {
		f.found = sayVoiceSet
		return f
	}
	for _, v := range r.Voices {
		f.ways = append(f.ways, way(v))
		if v.Works && v.Name == r.State.Voice {
			f.found = sayUsed(v.Name, v.Why)
		}
	}
	switch {
	case r.State.Voice == "":
		f.state, f.found, f.todo = note, cmp.Or(r.State.Skipped, sayNoVoice), voice.Hint()
	case r.State.Skipped != "":
		f.state, f.todo = note, r.State.Skipped
	case !s.Speak:
		f.todo = sayVoiceOff
	}
	f.found = cmp.Or(f.found, r.State.Voice)
	return f
}

// listen plays a chime and speaks a line, whatever is off in sessions. The voice
// may be one that needs nothing else to be heard.
func (a *app) listen(ctx context.Context, s sound.Settings) finding {
	ctx, cancel := context.WithTimeout(ctx, listening)
	defer cancel()
	s.Muted, s.Off, s.Speak, s.Breath = false, nil, true, false
	if s.Volume == 0 {
		s.Volume = audible
	}
	out := sound.Open(s, a.Now)
	defer out.Close()
	out.WaitReady(ctx)
	if out.State().Device != "" {
		out.Chime(sound.Start, a.Now())
	}
	out.Drain(ctx)
	out.Speak(sound.Utterance{Text: sayHeard, Due: a.Now()})
	out.Drain(ctx)
	if ctx.Err() != nil {
		return finding{what: "heard", state: note, found: sayTooSlow, todo: sayAgain}
	}
	return heard(out.State())
}

// heard is what became of the chime and the line.
func heard(now sound.State) finding {
	f := finding{what: "heard", state: note}
	switch now.Trouble {
	case sound.NoTrouble:
		f.state, f.found, f.todo = good, sayBothHeard, sayNotHeard
	case sound.NoVoice:
		f.found, f.todo = sayChimeHeard, sayNotHeard
	case sound.VoiceFailed:
		f.found, f.todo = sayVoiceFailed(now.Voice), sayOtherVoice
	case sound.NoDevice:
		f.found, f.todo = sayNothingHeard, sayFlash
		if now.VoiceAlone {
			f.found, f.todo = sayVoiceAlone, sayNotHeard
		}
	case sound.DeviceLost:
		f.found, f.todo = sayDeviceLost(now.Device), sayAgain
	}
	return f
}
