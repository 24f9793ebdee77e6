package sound

import (
	"context"
	"slices"
	"testing"

	"catcow/sound/voice"
)

func TestVoiceReason(t *testing.T) {
	works := func(name string) Found { return Found{Name: name, Works: true} }
	three := []Found{{Name: "piper"}, works("rhvoice"), works("espeak-ng"), works("spd-say")}
	for _, c := range []struct {
		engine string
		report Report
		want   string
	}{
		{"", Report{Voices: three, State: State{Voice: "rhvoice"}}, "of those here it sounds best: rhvoice, then espeak-ng, then spd-say"},
		{voice.Auto, Report{Voices: three[:2], State: State{Voice: "rhvoice"}}, ""},
		{voice.ESpeak, Report{Voices: three, State: State{Voice: "espeak-ng"}}, ""},
		{"", Report{Voices: three}, ""},
	} {
		if got := voiceReason(c.report, c.engine); got != c.want {
			t.Errorf("%+v: %q, want %q", c, got, c.want)
		}
	}
}

// The one that takes too long is named, and no other.
func TestTheSlowVoiceIsNamed(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	quick := func(context.Context) (string, error) { return "1.0", nil }
	hangs := func(ctx context.Context) (string, error) {
		cancel()
		<-ctx.Done()
		return "", ctx.Err()
	}
	got := lookAtVoices(ctx, []voice.Candidate{{Name: "rhvoice", Look: quick}, {Name: "spd-say", Look: hangs}, {Name: "espeak-ng", Look: quick}})
	want := []Found{{Name: "rhvoice", Works: true, Why: "1.0"}, {Name: "spd-say", Why: "context canceled"}, {Name: "espeak-ng", Why: noTimeText}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
