package sound

import (
	"context"
	"runtime"
	"sync"
	"time"

	"catcow/sound/device"
	"catcow/sound/voice"
)

// Report is what there is to play and to speak with, and what a session makes of it.
type Report struct {
	// Devices and Voices are what was looked for, in the order in which they are
	// tried: the first that works is the one that is used.
	Devices, Voices []Found
	// State is that of a session before its first sound, as if the voice were on.
	State State
	// VoiceReason is why it has that voice, where there is a choice; "" elsewhere.
	VoiceReason string
}

// Found is one way to play or to speak that was looked for.
type Found struct {
	Name  string // as in State.Device and State.Voice
	Works bool   // it can be used
	Why   string // what was found, where it works: an address, a path, a version; else what is missing
}

// Probe looks for every way to play and to speak, and has an Output choose among
// them as a session has. Programs that play are given half a second of silence,
// and nothing is heard. It is over with ctx.
func Probe(ctx context.Context, s Settings, now func() time.Time) Report {
	s.Speak = true
	var (
		r   Report
		all sync.WaitGroup
	)
	all.Go(func() { r.Devices = lookAtDevices(ctx, device.Backends()) })
	out := Open(s, now)
	defer out.Close()
	out.WaitReady(ctx)
	r.State = out.State()
	if s.Voice.Engine != voice.None {
		r.Voices = lookAtVoices(ctx, voice.Candidates(s.Voice))
	}
	all.Wait()
	r.VoiceReason = voiceReason(r, s.Voice.Engine)
	return r
}

// voiceReason is why the voice is the one that was found, for one that the settings
// do not name.
func voiceReason(r Report, engine string) string {
	if engine != "" && engine != voice.Auto {
		return ""
	}
	var works []string
	for _, f := range r.Voices {
		if f.Works {
			works = append(works, f.Name)
		}
	}
	if len(works) < 2 || r.State.Voice == "" {
		return ""
	}
	return bestOfText(works)
}

func lookAtDevices(ctx context.Context, backends []device.Backend) []Found {
	found := make([]Found, len(backends))
	var all sync.WaitGroup
	for i, b := range backends {
		all.Go(func() { found[i] = lookAt(ctx, b.Name, b.Look) })
	}
	all.Wait()
	return found
}

// lookAtVoices looks at one after the other, so that none is slow because of
// another; those that there was no time for are not blamed.
func lookAtVoices(ctx context.Context, candidates []voice.Candidate) []Found {
	var found []Found
	for _, c := range candidates {
		if ctx.Err() != nil {
			found = append(found, Found{Name: c.Name, Why: noTimeText})
			continue
		}
		found = append(found, lookAt(ctx, c.Name, c.Look))
	}
	return found
}

func lookAt(ctx context.Context, name string, look func(context.Context) (string, error)) Found {
	there, err := look(ctx)
	if err != nil {
		return Found{Name: name, Why: err.Error()}
	}
	return Found{Name: name, Works: true, Why: there}
}

// firstThatWorks is the first backend that does; -1 where none does.
func firstThatWorks(ctx context.Context, backends []device.Backend) int {
	for i, b := range backends {
		if _, err := b.Look(ctx); err == nil {
			return i
		}
	}
	return -1
}

// DeviceHint says what to do on this platform where nothing plays sound.
func DeviceHint() string { return deviceHintText(runtime.GOOS) }
