package doctor

import (
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"catcow/sound"
	"catcow/sound/voice"
)

// mute takes away all that could make a sound.
func mute(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("sound is part of this system, and nothing takes it away")
	}
	nowhere := t.TempDir()
	t.Setenv("PATH", nowhere)
	t.Setenv("XDG_RUNTIME_DIR", nowhere)
	t.Setenv("PULSE_RUNTIME_PATH", nowhere)
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(nowhere, "none"))
}

func TestVoiceFollowsTheSettings(t *testing.T) {
	mute(t)
	for _, c := range []struct {
		settings voice.Settings
		state    State
		found    string
	}{
		{voice.Settings{Engine: voice.None}, OK, voiceSetText},
		{voice.Settings{Engine: voice.Auto}, Note, noVoiceText},
		{voice.Settings{Engine: voice.ESpeak}, Note, "espeak-ng: no program espeak-ng is installed"},
	} {
		s := sound.Settings{Speak: true, Voice: c.settings}
		f := voiceFinding(sound.Probe(t.Context(), s, time.Now), s)
		if f.State != c.state || f.Found != c.found {
			t.Errorf("%s: %+v; want %s, %q", c.settings.Engine, f, c.state, c.found)
		}
	}
}

// What cannot be heard has something to do about it, and a reason.
func TestHeard(t *testing.T) {
	for _, c := range []struct {
		now   sound.State
		state State
		found string
	}{
		{sound.State{Device: "pulse", Voice: "espeak-ng"}, OK, bothHeardText},
		{sound.State{Device: "pulse", Trouble: sound.NoVoice}, Note, chimeHeardText},
		{sound.State{Device: "pulse", Voice: "piper", Trouble: sound.VoiceFailed}, Note, "piper did not speak"},
		{sound.State{Device: "pulse", Voice: "spd-say", Failed: 1}, Note, "spd-say did not speak"},
		{sound.State{Device: "pulse", Trouble: sound.VoiceFailed}, Note, "did not speak"},
		{sound.State{Trouble: sound.NoDevice, Voice: "espeak-ng"}, Note, nothingHeardText},
		{sound.State{Trouble: sound.NoDevice, Voice: "spd-say", VoiceAlone: true}, Note, voiceAloneText},
		{sound.State{Trouble: sound.NoDevice}, Note, nothingHeardText},
		{sound.State{Device: "pulse", Trouble: sound.DeviceLost}, Note, "pulse went away"},
	} {
		if f := soundFinding(c.now); f.State != c.state || f.Found != c.found || f.Todo == "" {
			t.Errorf("%+v: %+v; want %s, %q", c.now, f, c.state, c.found)
		}
	}
}

// Who wants it silent hears nothing.
func TestSilentDoctorPlaysNothing(t *testing.T) {
	mute(t)
	for _, f := range (Options{Silent: true, Now: time.Now}).sound(t.Context()) {
		if f.What == "heard" {
			t.Errorf("%+v", f)
		}
	}
}
