package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"catcow/config"
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

// Nothing can be heard, and nothing is broken by that.
func TestDoctorWithoutSound(t *testing.T) {
	mute(t)
	a, out := home(t)
	a.Now = time.Now
	a.Defaults = defaults(t)
	if err := a.Run(t.Context(), []string{"doctor"}); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, line := range []string{sayListen, "sound     note", "voice     note", "heard     note  nothing"} {
		if !strings.Contains(out.String(), "\n"+line) && !strings.HasPrefix(out.String(), line) {
			t.Errorf("no line %q in\n%s", line, out)
		}
	}
}

func TestVoiceFindingFollowsTheSettings(t *testing.T) {
	mute(t)
	for _, c := range []struct {
		settings voice.Settings
		state    state
		found    string
	}{
		{voice.Settings{Engine: voice.None}, good, sayVoiceSet},
		{voice.Settings{Engine: voice.Auto}, note, sayNoVoice},
		{voice.Settings{Engine: voice.ESpeak}, note, "espeak-ng: no program espeak-ng is installed"},
	} {
		s := sound.Settings{Speak: true, Voice: c.settings}
		f := voiceFinding(sound.Probe(t.Context(), s, time.Now), s)
		if f.state != c.state || f.found != c.found {
			t.Errorf("%s: %+v; want %s, %q", c.settings.Engine, f, c.state, c.found)
		}
	}
}

// What cannot be heard has something to do about it, and a reason.
func TestHeard(t *testing.T) {
	for _, c := range []struct {
		now   sound.State
		state state
		found string
	}{
		{sound.State{Device: "pulse", Voice: "espeak-ng"}, good, sayBothHeard},
		{sound.State{Device: "pulse", Trouble: sound.NoVoice}, note, sayChimeHeard},
		{sound.State{Device: "pulse", Voice: "piper", Trouble: sound.VoiceFailed}, note, "piper did not speak"},
		{sound.State{Device: "pulse", Trouble: sound.VoiceFailed}, note, "did not speak"},
		{sound.State{Trouble: sound.NoDevice, Voice: "espeak-ng"}, note, sayNothingHeard},
		{sound.State{Trouble: sound.NoDevice, Voice: "spd-say", VoiceAlone: true}, note, sayVoiceAlone},
		{sound.State{Trouble: sound.NoDevice}, note, sayNothingHeard},
		{sound.State{Device: "pulse", Trouble: sound.DeviceLost}, note, "pulse went away"},
	} {
		if f := heard(c.now); f.state != c.state || f.found != c.found || f.todo == "" {
			t.Errorf("%+v: %+v; want %s, %q", c.now, f, c.state, c.found)
		}
	}
}

// Who wants it silent hears nothing.
func TestQuietDoctorPlaysNothing(t *testing.T) {
	mute(t)
	a, _ := home(t)
	for _, f := range a.lookAtSound(t.Context(), soundSettings(config.Config{}, config.State{}), true) {
		if f.what == "heard" {
			t.Errorf("%+v", f)
		}
	}
}

// defaults are the settings as they come.
func defaults(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
