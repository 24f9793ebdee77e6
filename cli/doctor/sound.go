package doctor

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
	searching = 20 * time.Second
	listening = 20 * time.Second
)

// audible is the volume that is heard where it is 0 in sessions.
const audible = 0.5

// sound looks for what plays and what speaks, and lets it be heard unless it is
// to be silent.
func (o Options) sound(ctx context.Context) []Finding {
	short, cancel := context.WithTimeout(ctx, searching)
	defer cancel()
	report := sound.Probe(short, o.Sound, o.Now)
	all := []Finding{playerFinding(report, o.Sound), voiceFinding(report, o.Sound)}
	if !o.Silent {
		all = append(all, listen(ctx, o.Sound, o.Now))
	}
	return all
}

// playerFinding is the device that a session finds, and the others.
func playerFinding(r sound.Report, s sound.Settings) Finding {
	f := Finding{What: "sound", State: Note, Found: noPlayerText, Todo: sound.DeviceHint()}
	for _, d := range r.Devices {
		f.Ways = append(f.Ways, Way(d))
		if d.Name == r.State.Device {
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

// voiceFinding is the engine that a session finds, and the others.
func voiceFinding(r sound.Report, s sound.Settings) Finding {
	f := Finding{What: "voice", State: OK, Found: r.State.Voice}
	if s.Voice.Engine == voice.None {
		f.Found = voiceSetText
		return f
	}
	for _, v := range r.Voices {
		f.Ways = append(f.Ways, Way(v))
		if v.Works && v.Name == r.State.Voice {
			f.Found = usedText(v.Name, v.Why)
		}
	}
	f.Todo = r.VoiceReason
	switch {
	case r.State.Voice == "":
		f.State, f.Found, f.Todo = Note, cmp.Or(r.State.Skipped, noVoiceText), voice.Hint()
	case r.State.Skipped != "":
		f.State, f.Todo = Note, r.State.Skipped
	case !s.Speak:
		f.Todo = voiceOffText
	}
	return f
}

// listen plays a chime and speaks a line, whatever is off in sessions. The voice
// may be one that needs nothing else to be heard.
func listen(ctx context.Context, s sound.Settings, now func() time.Time) Finding {
	ctx, cancel := context.WithTimeout(ctx, listening)
	defer cancel()
	s.Muted, s.Off, s.Speak, s.Breath = false, nil, true, false
	if s.Volume == 0 {
		s.Volume = audible
	}
	out := sound.Open(s, now)
	defer out.Close()
	out.WaitReady(ctx)
	if out.State().Device != "" {
		out.Chime(sound.Start)
	}
	out.Drain(ctx)
	out.Speak(sound.Utterance{Text: heardText})
	out.Drain(ctx)
	if ctx.Err() != nil {
		return Finding{What: "heard", State: Note, Found: tooSlowText, Todo: againText}
	}
	return soundFinding(out.State())
}

// soundFinding is what became of the chime and the line.
func soundFinding(now sound.State) Finding {
	f := Finding{What: "heard", State: Note}
	if now.Trouble == sound.NoTrouble && now.Failed > 0 {
		now.Trouble = sound.VoiceFailed
	}
	switch now.Trouble {
	case sound.NoTrouble:
		f.State, f.Found, f.Todo = OK, bothHeardText, notHeardText
	case sound.NoVoice:
		f.Found, f.Todo = chimeHeardText, notHeardText
	case sound.VoiceFailed:
		f.Found, f.Todo = voiceFailedText(now.Voice), otherVoiceText
	case sound.NoDevice:
		f.Found, f.Todo = nothingHeardText, flashText
		if now.VoiceAlone {
			f.Found, f.Todo = voiceAloneText, notHeardText
		}
	case sound.DeviceLost:
		f.Found, f.Todo = deviceLostText(now.Device), againText
	}
	return f
}
