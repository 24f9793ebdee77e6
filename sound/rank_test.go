package sound

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// minute is how long words take at a pace.
func minute(words int, pace float64) time.Duration {
	return time.Duration(float64(words) / pace * float64(time.Minute))
}

// slowEngines are engines that speak 103 words a minute.
func slowEngines() map[string]*fakeEngine {
	engines := map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()}
	for _, e := range engines {
		e.word = minute(1, 103)
	}
	return engines
}

// A plan that takes a voice for faster than it is loses nothing that carries the
// dose or the position, in the right order and never two at a time; what need not
// be heard makes room.
func TestASlowEngineDropsNoLineThatMustBeHeard(t *testing.T) {
	for name, engine := range slowEngines() {
		play(t, everything(), engine, func(s *stage) {
			var must, heard []string
			listen := func(until time.Duration) {
				for ; s.passed() < until; s.at(min(until, s.passed()+200*ms)) {
					if line := s.State().Speaking; line != "" && (len(heard) == 0 || heard[len(heard)-1] != line) {
						heard = append(heard, line)
					}
				}
			}
			at := time.Duration(0)
			for i := range 6 {
				line := fmt.Sprintf("%d om om om om om om om", i)
				must = append(must, line)
				s.Speak(Utterance{Text: line, Rank: Must})
				at += minute(8, 140)
				listen(at)
				s.Speak(Utterance{Text: fmt.Sprintf("%d just so you know", i)})
				at += time.Second
				listen(at)
			}
			listen(at + 12*time.Second)
			got := slices.DeleteFunc(slices.Clone(heard), func(l string) bool { return !slices.Contains(must, l) })
			if !slices.Equal(got, must) {
				t.Errorf("%s: %q were heard, want %q", name, got, must)
			}
			if most := engine.most.Load(); most != 1 {
				t.Errorf("%s: %d lines at a time", name, most)
			}
			if pace := s.State().Pace; pace < 90 || pace > 103 {
				t.Errorf("%s: the pace is %v, want at most 103, so that the next plan has room", name, pace)
			}
		})
	}
}

// With a plan that follows the pace, nothing at all is dropped, nor late.
func TestAPlanThatFollowsThePaceIsHeardWhole(t *testing.T) {
	for name, engine := range slowEngines() {
		settings := everything()
		settings.Paces = map[string]float64{"fake 140": 100}
		play(t, settings, engine, func(s *stage) {
			if got := s.State(); got.Pace != 100 || got.VoiceID != "fake 140" {
				t.Errorf("%s: %+v", name, got)
			}
			at := time.Duration(0)
			for i := range 12 {
				line := fmt.Sprintf("%d knees gently down to your right side", i)
				s.at(at)
				s.Speak(Utterance{Text: line, Rank: Rank(i % 2)})
				s.at(at + 200*ms)
				if got := s.State().Speaking; got != line {
					t.Errorf("%s: %q is heard, want %q", name, got, line)
				}
				if got := s.Length(line); got < minute(8, 115) || got > minute(8, 95) {
					t.Errorf("%s: %q takes %v", name, line, got)
				}
				at += minute(8, s.State().Pace) + 100*ms
			}
		})
	}
}

// A line that need not be heard is cut off for one that must be, at its moment.
func TestStaleLinesAreCutOff(t *testing.T) {
	for name, engine := range slowEngines() {
		play(t, everything(), engine, func(s *stage) {
			stale := s.line(20, "stale")
			dose := strings.Repeat("om ", 4) + "dose"
			s.Prepare([]string{dose})
			s.at(3 * time.Second)
			if got := s.State().Speaking; got != stale {
				t.Errorf("%s: %q is heard", name, got)
			}
			s.Speak(Utterance{Text: dose, Rank: Must})
			s.at(3300 * ms)
			if got := s.State().Speaking; got != dose {
				t.Errorf("%s: %q is heard, want the dose", name, got)
			}
			s.Speak(Utterance{Text: "three", Rank: NowOrNever})
			s.at(10 * time.Second)
			if asked := engine.asked(); slices.Contains(asked, "three") != engine.renders {
				t.Errorf("%s: %q", name, asked)
			}
			s.Speak(Utterance{Text: "three", Rank: NowOrNever})
			s.at(10200 * ms)
			if got := s.State().Speaking; got != "three" {
				t.Errorf("%s: %q is heard, want the count", name, got)
			}
		})
	}
}

// An engine that fails over a line that must be heard is asked again.
func TestALineThatMustBeHeardIsTriedAgain(t *testing.T) {
	for _, engine := range []*fakeEngine{renderer(), speaker()} {
		failed := false
		play(t, everything(), engine, func(s *stage) {
			engine.behave = func(ctx context.Context, text string) error {
				if failed {
					return nil
				}
				failed = true
				return fails(ctx, text)
			}
			s.Speak(Utterance{Text: "om om om", Rank: Must})
			s.at(500 * ms)
			if got := s.State().Speaking; got != "om om om" {
				t.Errorf("%q is heard", got)
			}
			s.at(5 * time.Second)
			if got := s.State(); got.Failed != 0 || got.Trouble != NoTrouble {
				t.Errorf("%+v", got)
			}
		})
	}
}

// A voice that nobody has heard yet is taken for a slow one, so that the first plan has
// time for it; one that renders is known from the first line on.
func TestLengthBeforeThePaceIsKnown(t *testing.T) {
	const line = "Let your right knee sink a little further to the side."
	play(t, everything(), speaker(), func(s *stage) {
		if got := s.Length(line); got < minute(11, 115) || got > minute(11, 90) {
			t.Errorf("%v", got)
		}
	})
	play(t, everything(), renderer(), func(s *stage) {
		s.Prepare([]string{"om"})
		s.at(time.Second)
		if got := s.Length("om"); got != wordLength {
			t.Errorf("a line that is rendered takes %v, want %v", got, wordLength)
		}
		if got, want := s.Length(line), 11*wordLength; (got - want).Abs() > want/5 {
			t.Errorf("a line that is not takes %v, want about %v", got, want)
		}
	})
}

// The breath tone is turned off and on in the middle of a breath.
func TestSetBreath(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		s.Breath(true, time.Minute, 0)
		s.at(time.Second)
		s.SetBreath(false)
		s.at(2 * time.Second)
		_, last := s.heard(0, 2*time.Second)
		within(t, "turned off", last, time.Second, 1050*ms)
		s.at(20 * time.Second)
		s.SetBreath(true)
		s.at(21 * time.Second)
		first, _ := s.heard(2*time.Second, 21*time.Second)
		within(t, "turned on", first, 20*time.Second, 20*time.Second+50*ms)
	})
}
