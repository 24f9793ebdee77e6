package sound

import (
	"testing"
	"time"
)

func TestLineIsSaidAtItsMoment(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			text := s.line(4, "breathe")
			s.at(300 * ms)
			if got := s.State().Speaking; got != text {
				t.Errorf("%s: says %q, want %q", name, got, text)
			}
			s.at(2 * time.Second)
			if got := s.State().Speaking; got != "" {
				t.Errorf("%s: still says %q", name, got)
			}
			if engine.renders {
				first, last := s.heard(0, 2*time.Second)
				within(t, "begins", first, 0, 60*ms)
				within(t, "ends", last, 4*wordLength, 4*wordLength+80*ms)
			}
			if got := s.engine.asked(); len(got) != 1 {
				t.Errorf("%s: %q", name, got)
			}
		})
	}
}

// A line that has to wait for the one before it more than a second is dropped;
// one that need not is said when that has ended.
func TestOneVoiceAtATime(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			first := s.line(6, "first") // 1.8 s
			s.at(300 * ms)
			s.line(3, "dropped")
			s.at(1200 * ms)
			second := s.line(3, "second")
			s.at(1700 * ms)
			if got := s.State().Speaking; got != first {
				t.Errorf("%s: says %q, want the first line", name, got)
			}
			s.at(2000 * ms)
			if got := s.State().Speaking; got != second {
				t.Errorf("%s: says %q, want the second line", name, got)
			}
			s.at(4 * time.Second)
			if !engine.renders && len(s.engine.asked()) != 2 {
				t.Errorf("%s: %q", name, s.engine.asked())
			}
			if most := engine.most.Load(); most != 1 {
				t.Errorf("%s: the engine had %d lines at a time", name, most)
			}
			if engine.renders {
				_, last := s.heard(0, 4*time.Second)
				within(t, "the second ends", last, 2700*ms, 2800*ms)
			}
		})
	}
}

func TestLinesThatMustBeHeard(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.Speak(Utterance{Text: "om om om om om om om om om long", Rank: Must}) // 3 s
			s.Speak(Utterance{Text: "and then", Rank: Must})
			s.at(2900 * ms)
			if got := s.State().Speaking; got == "and then" {
				t.Errorf("%s: two at a time", name)
			}
			s.at(3300 * ms)
			if got := s.State().Speaking; got != "and then" {
				t.Errorf("%s: says %q, want the line after", name, got)
			}
		})
	}
}

func TestLineThatCannotBeRenderedInTimeIsDropped(t *testing.T) {
	engine := renderer()
	engine.delay = 1200 * ms
	play(t, everything(), engine, func(s *stage) {
		s.at(5 * time.Second) // the pace is measured
		s.line(3, "slow")
		s.Prepare([]string{"fast om om"})
		s.at(9 * time.Second)
		if first, _ := s.heard(0, 9*time.Second); first >= 0 {
			t.Errorf("a line that came too late is heard at %v", first)
		}
		s.Speak(Utterance{Text: "fast om om"})
		s.at(11 * time.Second)
		first, _ := s.heard(0, 11*time.Second)
		within(t, "a line that was rendered ahead", first, 9*time.Second, 9*time.Second+60*ms)
	})
}

func TestStopVoice(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.line(20, "long")
			s.Speak(Utterance{Text: "after it"})
			s.at(time.Second)
			s.StopVoice()
			if got := s.State().Speaking; got != "" {
				t.Errorf("%s: says %q after StopVoice", name, got)
			}
			s.at(1100 * ms)
			if n := engine.under.Load(); n != 0 && !engine.renders {
				t.Errorf("%s: still speaks", name)
			}
			s.at(1500 * ms)
			if engine.renders {
				_, last := s.heard(0, 1500*ms)
				within(t, "hushed", last, 1000*ms, 1040*ms)
			}
			next := s.line(3, "next")
			s.at(1700 * ms)
			if got := s.State().Speaking; got != next {
				t.Errorf("%s: says %q, want the line after StopVoice", name, got)
			}
			s.at(4 * time.Second)
			if tr := s.State().Trouble; tr != NoTrouble {
				t.Errorf("%s: trouble %v from being hushed", name, tr)
			}
		})
	}
}

func TestStopVoiceAndAtOnceTheNext(t *testing.T) {
	slow := speaker()
	slow.lag = 80 * ms
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker(), "is slow to go": slow} {
		play(t, everything(), engine, func(s *stage) {
			s.line(20, "long")
			s.at(time.Second)
			s.StopVoice()
			next := s.line(5, "next")
			s.at(1500 * ms)
			if got := s.State().Speaking; got != next {
				t.Errorf("%s: says %q, want %q", name, got, next)
			}
			s.at(2400 * ms)
			if got := s.State().Speaking; got != next {
				t.Errorf("%s: says %q, want %q to the end", name, got, next)
			}
			s.at(2700 * ms)
			if got := s.State().Speaking; got != "" {
				t.Errorf("%s: says %q for ever", name, got)
			}
		})
	}
}

// The tone steps back for a voice, whoever makes it sound.
func TestToneStepsBackForTheVoice(t *testing.T) {
	settings := everything()
	settings.VoiceVolume = 0 // so that only the tone is on the tape
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, settings, engine, func(s *stage) {
			s.Breath(true, time.Minute, 30*time.Second)
			s.at(time.Second)
			s.line(5)
			s.at(5 * time.Second)
			before := s.loudness(500*ms, time.Second)
			during := s.loudness(1500*ms, 2400*ms)
			after := s.loudness(4*time.Second, 5*time.Second)
			if during > before/2 || during < before/4 || after < before {
				t.Errorf("%s: %.3f before, %.3f while it speaks, %.3f after", name, before, during, after)
			}
		})
	}
}
