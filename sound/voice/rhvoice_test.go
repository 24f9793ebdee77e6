package voice

import (
	"os/exec"
	"testing"
	"time"
)

// rhVoiceHere is the real one.
func rhVoiceHere(t *testing.T, s Settings) *Engine {
	t.Helper()
	if _, err := exec.LookPath("RHVoice-test"); err != nil {
		t.Skip("needs the program RHVoice-test:", err)
	}
	s.Engine = RHVoice
	e, err := Find(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestRHVoice(t *testing.T) {
	slow := rendered(t, rhVoiceHere(t, Settings{Rate: 90}), eightWords)
	quick := rendered(t, rhVoiceHere(t, Settings{Rate: 180, Name: "slt"}), eightWords)
	if ratio := slow.Length().Seconds() / quick.Length().Seconds(); ratio < 1.8 || ratio > 2.2 {
		t.Errorf("8 words last %v at 90 a minute and %v at 180", slow.Length(), quick.Length())
	}
	if l := quick.Length(); l < 1500*time.Millisecond || l > 4*time.Second {
		t.Errorf("8 words at 180 a minute last %v", l)
	}
	if _, err := Find(t.Context(), Settings{Engine: RHVoice, Name: "nobody"}); err == nil || err.Error() != `rhvoice: no voice "nobody"` {
		t.Error(err)
	}
}
