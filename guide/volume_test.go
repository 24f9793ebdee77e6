package guide

import (
	"slices"
	"testing"
	"time"
)

// After a pause the breath stands for a moment, and its tone with it.
func TestTheToneWaitsWithTheBreath(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.toHold()
	l.pass(2 * time.Second)
	l.do(Pause)
	l.pass(5 * time.Second)
	from := len(l.ear.all)
	for l.do(Pause); l.guide.View().At.Settle > 0; l.pass(100 * time.Millisecond) {
		for _, s := range l.ear.all[from:] {
			if s.what == "breath" {
				t.Fatalf("%s, and the breath stands %v longer", s.text, l.guide.View().At.Settle)
			}
		}
	}
	l.pass(time.Second)
	if tones := slices.IndexFunc(l.ear.all[from:], func(s sounded) bool { return s.what == "breath" }); tones < 0 {
		t.Error("no tone after it")
	}
}

// Two keys that silence something do so both, whichever comes first.
func TestMutedAndVoiceOff(t *testing.T) {
	t.Parallel()
	for _, keys := range [][2]Action{{ToggleMute, ToggleVoice}, {ToggleVoice, ToggleMute}} {
		l := begin(t, "lower-back", nil)
		l.toHold()
		l.do(keys[0])
		l.pass(500 * time.Millisecond)
		l.do(keys[1])
		l.pass(20 * time.Second)
		muted, speaking := l.ear.texts("muted"), l.ear.texts("speaking")
		if !slices.Contains(muted, "true") || !slices.Contains(speaking, "false") {
			t.Errorf("%v: muted %q, speaking %q", keys, muted, speaking)
		}
	}
}
