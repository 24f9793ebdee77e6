package doctor

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

// sound looks for what plays and what speaks, and lets it be heard unless it is
// to be silent.
func (o Options) sound(ctx context.Context) []Finding {
	short, cancel := context.WithTimeout(ctx, searching)
	defer cancel()
	player := playerFinding(sound.Devices(short), o.Sound)
	speaker, alone := voiceFinding(short, o.Sound)
	all := []Finding{player, speaker}
	if !o.Silent {
		all = append(all, listen(ctx, o.Sound, alone, o.Now))
	}
	return all
}

// playerFinding is what the devices come to. The first that works is used.
func playerFinding(devices []sound.Found, s sound.Settings) Finding {
	f := Finding{What: "sound", State: Note, Found: noPlayerText, Todo: sound.DeviceHint()}
	for _, d := range devices {
		f.Ways = append(f.Ways, Way(d))
		if d.Works && f.State == Note {
			f.State, f.Found, f.Todo = OK, usedText(d.Name, d.Why), ""
		}
	}
	switch {
	case f.State != OK:
	case s.Muted:
		f.Todo = mutedText
	case s.Volume == 0:
		f.Todo = volumeText
	}
	return f
}

// voiceFinding finds the engine that the settings lead to, and names the others.
// One that is alone needs nothing else to be heard.
func voiceFinding(ctx context.Context, s sound.Settings) (f Finding, alone bool) {
	f = Finding{What: "voice", State: OK}
	if s.Voice.Engine == voice.None {
		f.Found = voiceSetText
		return f, false
	}
	for _, e := range voice.Installed(ctx) {
		why := e.Why
		if why == "" {
			why = e.Version
		}
		f.Ways = append(f.Ways, Way{e.Name, e.Why == "", why})
	}
	engine, err := voice.Find(ctx, s.Voice)
	if err != nil {
		f.State, f.Found, f.Todo = Note, noVoiceText, voice.Hint()
		if !errors.Is(err, voice.ErrNone) {
			f.Found = err.Error()
		}
		return f, false
	}
	defer func() { _ = engine.Close() }()
	f.Found = engine.Name()
	if i := slices.IndexFunc(f.Ways, func(w Way) bool { return w.Name == f.Found }); i >= 0 {
		f.Found = usedText(f.Found, f.Ways[i].Why)
	}
	switch skipped := engine.Skipped(); {
	case skipped != nil:
		f.State, f.Todo = Note, skipped.Error()
	case !s.Speak:
		f.Todo = voiceOffText
	}
	return f, !engine.Renders()
}

// listen plays a chime and speaks a line, whatever is off in sessions. The voice
// may be one that needs nothing else to be heard.
func listen(ctx context.Context, s sound.Settings, alone bool, now func() time.Time) Finding {
	ctx, cancel := context.WithTimeout(ctx, listening)
	defer cancel()
	s.Muted, s.Off, s.Speak, s.Breath = false, nil, true, false
	if s.Volume == 0 {
		s.Volume = audible
	}
	out := sound.Open(s, now)
	defer out.Close()
	for !out.State().Ready && ctx.Err() == nil {
		beat(ctx)
	}
	if out.State().Device != "" {
		out.Chime(sound.Start, now())
	}
	out.Drain(ctx)
	out.Say(sound.Utterance{Text: heardText, Due: now()})
	out.Drain(ctx)
	if ctx.Err() != nil {
		return Finding{What: "heard", State: Note, Found: tooSlowText, Todo: againText}
	}
	return heard(out.State(), alone)
}

// heard is what became of the chime and the line.
func heard(now sound.State, alone bool) Finding {
	f := Finding{What: "heard", State: Note}
	switch now.Trouble {
	case sound.NoTrouble:
		f.State, f.Found, f.Todo = OK, bothHeardText, notHeardText
	case sound.NoVoice:
		f.Found, f.Todo = chimeHeardText, notHeardText
	case sound.VoiceFailed:
		f.Found, f.Todo = voiceFailedText(now.Voice), otherVoiceText
	case sound.NoDevice:
		f.Found, f.Todo = nothingHeardText, flashText
		if alone && now.Voice != "" {
			f.Found, f.Todo = voiceAloneText, notHeardText
		}
	case sound.DeviceLost:
		f.Found, f.Todo = deviceLostText(now.Device), againText
	}
	return f
}

// beat waits a little.
func beat(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	<-ctx.Done()
}
