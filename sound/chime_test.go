package sound

import (
	"testing"
	"time"
)

func TestChimeIsHeardAtOnce(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		s.at(3 * time.Second)
		s.Chime(Start)
		s.at(6 * time.Second)
		first, last := s.heard(0, 6*time.Second)
		within(t, "begins", first, 3*time.Second, 3*time.Second+30*ms)
		within(t, "ends", last, 3*time.Second+900*ms, 3*time.Second+1500*ms)
	})
}

func TestChimesThatAreOff(t *testing.T) {
	some := everything()
	some.Off = []Chime{Halfway, End}
	for name, c := range map[string]struct {
		s     Settings
		chime Chime
		want  bool
	}{
		"this one off":       {some, End, false},
		"another one is off": {some, Start, true},
		"no volume":          {Settings{ChimeVolume: 1}, Start, false},
	} {
		play(t, c.s, nil, func(s *stage) {
			s.Chime(c.chime)
			s.at(2 * time.Second)
			first, _ := s.heard(0, 2*time.Second)
			if got := first >= 0; got != c.want {
				t.Errorf("%s: heard: %v, want %v", name, got, c.want)
			}
			if _, starts := s.count(); !c.want && starts > 0 {
				t.Errorf("%s: a device runs for nothing", name)
			}
		})
	}
}

// The chime of the same moment goes first, whichever was asked for first.
func TestChimeGoesBeforeTheLine(t *testing.T) {
	for _, chimeFirst := range []bool{true, false} {
		engine := renderer()
		settings := everything()
		settings.ChimeVolume = 0 // so that only the voice is on the tape
		play(t, settings, engine, func(s *stage) {
			s.Prepare([]string{"om om om om"})
			s.at(500 * ms)
			if chimeFirst {
				s.Chime(Switch)
			}
			s.Speak(Utterance{Text: "om om om om"})
			if !chimeFirst {
				s.Chime(Switch)
			}
			s.at(3 * time.Second)
			first, _ := s.heard(0, 3*time.Second)
			within(t, "the line", first, 500*ms+afterChime-pull, 500*ms+afterChime+40*ms)
		})
	}
}
