package cli

import (
	"reflect"
	"slices"
	"testing"

	"catcow/config"
	"catcow/sound"
	"catcow/sound/voice"
)

func TestSoundSettings(t *testing.T) {
	c := config.Config{
		Voice: config.Voice{
			Say: "all", Engine: "piper", Command: []string{"say"}, Piper: []string{"piper"}, Model: "m.onnx", Name: "amy",
			Rate: 120, Volume: 0.7,
		},
		Chime: config.Chime{
			GetReady: true, Start: true, Switch: true, Halfway: true, End: true, AllDone: true,
			Volume: 0.6, Breath: true, BreathVolume: 0.25,
		},
	}
	want := sound.Settings{
		Volume: 1, ChimeVolume: 0.6, Breath: true, BreathVolume: 0.25, Speak: true,
		Voice: voice.Settings{
			Engine: "piper", Command: []string{"say"}, Piper: []string{"piper"}, Model: "m.onnx", Name: "amy", Rate: 120,
		},
		VoiceVolume: 0.7,
	}
	if got := soundSettings(c, config.State{}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}

	low, no := 0.2, false
	paces := map[string]float64{"piper  140 amy.onnx": 120}
	s := config.State{Sound: config.SoundState{Muted: true, Volume: &low, Voice: &no, Paces: paces}}
	want.Volume, want.Muted, want.Speak, want.Paces = 0.2, true, false, paces
	if got := soundSettings(c, s); !reflect.DeepEqual(got, want) {
		t.Errorf("after a session: %+v\nwant %+v", got, want)
	}

	c.Voice.Say = "none"
	if soundSettings(c, config.State{}).Speak {
		t.Error("it speaks when nothing is to be said")
	}
	yes := true
	if s.Sound.Voice = &yes; !soundSettings(c, s).Speak {
		t.Error("it is silent after it was turned on")
	}
}

// Each chime has its own switch.
func TestEachChimeCanBeOff(t *testing.T) {
	on := config.Chime{GetReady: true, Start: true, Switch: true, Halfway: true, End: true, AllDone: true}
	for chime, turn := range map[sound.Chime]func(*config.Chime){
		sound.GetReady: func(c *config.Chime) { c.GetReady = false },
		sound.Start:    func(c *config.Chime) { c.Start = false },
		sound.Switch:   func(c *config.Chime) { c.Switch = false },
		sound.Halfway:  func(c *config.Chime) { c.Halfway = false },
		sound.End:      func(c *config.Chime) { c.End = false },
		sound.AllDone:  func(c *config.Chime) { c.AllDone = false },
	} {
		c := on
		turn(&c)
		if off := silent(c); !slices.Equal(off, []sound.Chime{chime}) {
			t.Errorf("%v off: %v", chime, off)
		}
	}
	if off := silent(on); len(off) > 0 {
		t.Errorf("all on: %v", off)
	}
}

// Every length follows the voice that spoke latest, where it is slower than the settings.
func TestLengthsFollowTheVoiceThatSpokeLatest(t *testing.T) {
	t.Parallel()
	no := false
	cfg := config.Config{Session: config.Session{Pace: 140}}
	paces := map[string]float64{"slow": 103, "fast": 170}
	for _, c := range []struct {
		state config.SoundState
		want  int
	}{
		{config.SoundState{}, 140},
		{config.SoundState{Paces: paces}, 140},
		{config.SoundState{Paces: paces, Voiced: "slow"}, 103},
		{config.SoundState{Paces: paces, Voiced: "fast"}, 140},
		{config.SoundState{Paces: paces, Voiced: "gone"}, 140},
		{config.SoundState{Paces: paces, Voiced: "slow", Voice: &no}, 140},
	} {
		if got := paceFor(cfg, c.state); got != c.want {
			t.Errorf("%+v: %d; want %d", c.state, got, c.want)
		}
	}
}
