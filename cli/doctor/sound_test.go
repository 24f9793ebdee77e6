package doctor

import (
	"path/filepath"
	"runtime"
	"testing"

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
	} {
		f, alone := voiceFinding(t.Context(), sound.Settings{Speak: true, Voice: c.settings})
		if f.State != c.state || f.Found != c.found || alone {
			t.Errorf("%s: %+v, %v; want %s, %q", c.settings.Engine, f, alone, c.state, c.found)
		}
	}
	f, _ := voiceFinding(t.Context(), sound.Settings{Speak: true, Voice: voice.Settings{Engine: voice.ESpeak}})
	if f.State != Note || f.Found == "" {
		t.Errorf("an engine that is not there: %+v", f)
	}
}

// What cannot be heard has something to do about it, and a reason.
func TestHeard(t *testing.T) {
	for _, c := range []struct {
		now   sound.State
		alone bool
		state State
		found string
	}{
		{sound.State{Device: "pulse", Voice: "espeak-ng"}, false, OK, bothHeardText},
		{sound.State{Device: "pulse", Trouble: sound.NoVoice}, false, Note, chimeHeardText},
		{sound.State{Device: "pulse", Voice: "piper", Trouble: sound.VoiceFailed}, false, Note, "piper did not speak"},
		{sound.State{Device: "pulse", Trouble: sound.VoiceFailed}, false, Note, "did not speak"},
		{sound.State{Trouble: sound.NoDevice, Voice: "espeak-ng"}, false, Note, nothingHeardText},
		{sound.State{Trouble: sound.NoDevice, Voice: "spd-say"}, true, Note, voiceAloneText},
		{sound.State{Trouble: sound.NoDevice}, true, Note, nothingHeardText},
		{sound.State{Device: "pulse", Trouble: sound.DeviceLost}, false, Note, "pulse went away"},
	} {
		if f := heard(c.now, c.alone); f.State != c.state || f.Found != c.found || f.Todo == "" {
			t.Errorf("%+v: %+v; want %s, %q", c.now, f, c.state, c.found)
		}
	}
}

// Who wants it silent hears nothing.
func TestSilentDoctorPlaysNothing(t *testing.T) {
	mute(t)
	for _, f := range (Options{Silent: true}).sound(t.Context()) {
		if f.What == "heard" {
			t.Errorf("%+v", f)
		}
	}
}
