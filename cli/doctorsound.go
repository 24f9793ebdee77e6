package cli

import (
	"context"
	"errors"
	"slices"
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
	player := finding{what: "sound", state: note, found: noPlayerText, todo: sound.DeviceHint()}
	for _, d := range sound.Devices(short) {
		player.ways = append(player.ways, way(d))
		if d.Works && player.state == note {
			player.state, player.found, player.todo = good, usedText(d.Name, d.Why), ""
		}
	}
	if player.state == good {
		if s.Muted {
			player.todo = mutedText
		} else if s.Volume == 0 {
			player.todo = volumeText
		}
	}
	speaker, alone := lookAtVoice(short, s)
	all := []finding{player, speaker}
	if !silent {
		all = append(all, a.listen(ctx, s, alone))
	}
	return all
}

// lookAtVoice finds the engine that the settings lead to, and names the others.
// One that is alone needs nothing else to be heard.
func lookAtVoice(ctx context.Context, s sound.Settings) (f finding, alone bool) {
	f = finding{what: "voice", state: good}
	if s.Voice.Engine == voice.None {
		f.found = voiceSetText
		return f, false
	}
	for _, e := range voice.Installed(ctx) {
		why := e.Why
		if why == "" {
			why = e.Version
		}
		f.ways = append(f.ways, way{e.Name, e.Why == "", why})
	}
	engine, err := voice.Find(ctx, s.Voice)
	if err != nil {
		f.state, f.found, f.todo = note, noVoiceText, voice.Hint()
		if !errors.Is(err, voice.ErrNone) {
			f.found = err.Error()
		}
		return f, false
	}
	defer func() { _ = engine.Close() }()
	f.found = engine.Name()
	if i := slices.IndexFunc(f.ways, func(w way) bool { return w.Name == f.found }); i >= 0 {
		f.found = usedText(f.found, f.ways[i].Why)
	}
	switch skipped := engine.Skipped(); {
	case skipped != nil:
		f.state, f.todo = note, skipped.Error()
	case !s.Speak:
		f.todo = voiceOffText
	}
	return f, !engine.Renders()
}

// listen plays a chime and speaks a line, whatever is off in sessions. The voice
// may be one that needs nothing else to be heard.
func (a *app) listen(ctx context.Context, s sound.Settings, alone bool) finding {
	ctx, cancel := context.WithTimeout(ctx, listening)
	defer cancel()
	s.Muted, s.Off, s.Speak, s.Breath = false, nil, true, false
	if s.Volume == 0 {
		s.Volume = audible
	}
	out := sound.Open(s, a.Now)
	defer out.Close()
	for !out.State().Ready && ctx.Err() == nil {
		beat(ctx)
	}
	if out.State().Device != "" {
		out.Chime(sound.Start, a.Now())
	}
	out.Drain(ctx)
	out.Say(sound.Utterance{Text: heardText, Due: a.Now()})
	out.Drain(ctx)
	if ctx.Err() != nil {
		return finding{what: "heard", state: note, found: tooSlowText, todo: againText}
	}
	return heard(out.State(), alone)
}

// heard is what became of the chime and the line.
func heard(now sound.State, alone bool) finding {
	f := finding{what: "heard", state: note}
	switch now.Trouble {
	case sound.NoTrouble:
		f.state, f.found, f.todo = good, bothHeardText, notHeardText
	case sound.NoVoice:
		f.found, f.todo = chimeHeardText, notHeardText
	case sound.VoiceFailed:
		f.found, f.todo = voiceFailedText(now.Voice), otherVoiceText
	case sound.NoDevice:
		f.found, f.todo = nothingHeardText, flashText
		if alone && now.Voice != "" {
			f.found, f.todo = voiceAloneText, notHeardText
		}
	case sound.DeviceLost:
		f.found, f.todo = deviceLostText(now.Device), againText
	}
	return f
}

// beat waits a little.
func beat(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	<-ctx.Done()
}
