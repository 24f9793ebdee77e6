package sound

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"catcow/sound/voice"
)

func TestNoVoice(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		st := s.State()
		if !st.Ready || st.Voice != "" || st.Trouble != NoVoice || st.Device != "fake" {
			t.Errorf("%+v", st)
		}
		s.line(3)
		s.Chime(Start)
		s.at(time.Second)
		if first, _ := s.heard(0, time.Second); first < 0 {
			t.Error("without a voice there is no chime")
		}
	})
	none := everything()
	none.Voice = voice.Settings{Engine: voice.None}
	play(t, none, nil, func(s *stage) {
		if st := s.State(); !st.Ready || st.Trouble != NoTrouble {
			t.Errorf("a voice that is not wanted is missed: %+v", st)
		}
	})
	none.Speak = false
	engine := renderer()
	play(t, none, engine, func(s *stage) {
		if st := s.State(); !st.Ready || st.Voice != "" || len(engine.lines) != 0 {
			t.Errorf("a voice that is off is looked for: %+v", st)
		}
		s.SetSpeaking(true)
		s.at(time.Second)
		if st := s.State(); !st.Ready || st.Voice != "fake" {
			t.Errorf("a voice that is turned on is not found: %+v", st)
		}
	})
}

func TestSkippedIsTold(t *testing.T) {
	engine := renderer()
	engine.skipped = "piper: not installed"
	play(t, everything(), engine, func(s *stage) {
		if st := s.State(); st.Skipped != "piper: not installed" || st.Trouble != NoTrouble {
			t.Errorf("%+v", st)
		}
	})
	engine = renderer()
	engine.missing = errors.New("piper: not installed")
	play(t, everything(), engine, func(s *stage) {
		if st := s.State(); st.Skipped != "piper: not installed" || st.Trouble != NoVoice || st.Voice != "" {
			t.Errorf("%+v", st)
		}
	})
}

func TestEngineIsGivenTheVolume(t *testing.T) {
	engine := speaker()
	settings := everything()
	settings.Volume, settings.VoiceVolume = 0.5, 0.5
	settings.Voice = voice.Settings{Name: "en-gb", Rate: 120}
	play(t, settings, engine, func(*stage) {
		if g := engine.given; g.Volume != 0.25 || g.Name != "en-gb" || g.Rate != 120 {
			t.Errorf("%+v", g)
		}
	})
}

// A line that is asked for while the engine is given up is not said for ever.
func TestStopVoiceWhileTheEngineIsGivenUp(t *testing.T) {
	engine := speaker()
	engine.lag = 50 * ms
	engine.behave = func(ctx context.Context, text string) error {
		err := hangs(ctx, text)
		time.Sleep(engine.lag)
		return err
	}
	play(t, everything(), engine, func(s *stage) {
		s.line(1)
		s.at(5 * time.Second) // 4 s for a word, and it is gone
		s.line(1)
		s.at(9*time.Second + 30*ms) // its time is over, and it lingers
		s.StopVoice()
		s.line(1)
		s.at(20 * time.Second)
		if st := s.State(); st.Trouble != VoiceFailed || st.Speaking != "" {
			t.Errorf("%+v", st)
		}
	})
}

// An engine that fails or hangs twice in a row is given up; the rest goes on.
func TestVoiceIsGivenUp(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{
		"fails rendering": {renders: true, behave: fails},
		"hangs rendering": {renders: true, behave: hangs},
		"fails speaking":  {behave: fails},
		"hangs speaking":  {behave: hangs},
	} {
		play(t, everything(), engine, func(s *stage) {
			for i := range chances {
				s.at(time.Duration(i) * 6 * time.Second)
				s.line(3)
			}
			s.at(20 * time.Second)
			st := s.State()
			if st.Trouble != VoiceFailed || st.Voice != "" || st.Speaking != "" {
				t.Errorf("%s: %+v", name, st)
			}
			s.line(3)
			s.Prepare([]string{"one", "two"})
			s.Chime(Start)
			s.at(22 * time.Second)
			if n := len(engine.lines); n != chances {
				t.Errorf("%s: was asked %d times, want %d", name, n, chances)
			}
			if first, _ := s.heard(20*time.Second, 22*time.Second); first < 0 {
				t.Errorf("%s: there is no chime", name)
			}
		})
	}
}

// One failure now and then is no reason to give up.
func TestVoiceThatFailsNowAndThen(t *testing.T) {
	for _, renders := range []bool{true, false} {
		n := 0
		engine := &fakeEngine{renders: renders, behave: func(context.Context, string) error {
			if n++; n%2 == 0 {
				return errors.New("now and then")
			}
			return nil
		}}
		play(t, everything(), engine, func(s *stage) {
			for i := range 12 {
				s.at(time.Duration(i) * 3 * time.Second)
				s.Speak(Utterance{Text: fmt.Sprint("line ", i)})
			}
			s.at(time.Minute)
			if st := s.State(); st.Trouble != NoTrouble || st.Voice != "fake" {
				t.Errorf("%+v", st)
			}
		})
	}
}

func TestPaceOfAnEngineThatRenders(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		if got := s.State().Pace; got != 200 { // a word is 300 ms
			t.Errorf("pace %v, want 200", got)
		}
	})
	for _, line := range typicalLines() {
		if n := words(line); n < 10 || n > 14 {
			t.Errorf("%q has %d words, want 10 to 14", line, n)
		}
	}
}

func TestPaceOfAnEngineThatSpeaks(t *testing.T) {
	engine := speaker()
	play(t, everything(), engine, func(s *stage) {
		// Short lines, and one that is cut off, do not count.
		for i, n := range []int{3, 10, 4, 20, 8} {
			s.at(time.Duration(i) * 8 * time.Second)
			s.line(n)
			if n == 20 {
				s.at(time.Duration(i)*8*time.Second + time.Second)
				s.StopVoice()
			}
		}
		s.at(40 * time.Second)
		if got := s.State().Pace; got != 0 {
			t.Errorf("pace %v after two lines, want 0", got)
		}
		s.line(5)
		s.at(50 * time.Second)
		want := math.Floor(5 / (5*wordLength + engine.delay).Minutes())
		if got := s.State().Pace; got != want {
			t.Errorf("pace %v, want %v: that of the slowest", got, want)
		}
	})
}

func TestPrepareRendersAheadInOrder(t *testing.T) {
	engine := renderer()
	play(t, everything(), engine, func(s *stage) {
		s.Prepare([]string{"one", "two", "", "three", "one"})
		s.at(time.Second)
		if got := s.engine.asked(); !slices.Equal(got, []string{"one", "two", "three"}) {
			t.Errorf("rendered %q", got)
		}
		s.Prepare([]string{"three", "four"})
		s.at(2 * time.Second)
		if got := s.engine.asked(); !slices.Equal(got, []string{"one", "two", "three", "four"}) {
			t.Errorf("rendered %q", got)
		}
	})
}

// A line for which there is no room at all is heard all the same.
func TestALineThatIsTooLongToKeepIsHeard(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		s.Prepare([]string{"om"})
		s.at(time.Second)
		long := s.line(100) // 30 s
		s.at(2 * time.Second)
		if got := s.State().Speaking; got != long {
			t.Errorf("says %q", got)
		}
		s.at(31 * time.Second)
		if _, last := s.heard(0, 31*time.Second); last < 30*time.Second {
			t.Errorf("it ends at %v", last)
		}
	})
}

// More than there is room for is rendered up to where the room ends, once.
func TestPrepareIsBounded(t *testing.T) {
	engine := renderer()
	play(t, everything(), engine, func(s *stage) {
		const room = mostSpeech / (4 * fakeRate * 3) // lines of 10 words, which take 3 s
		lines := make([]string, 40)
		for i := range lines {
			lines[i] = fmt.Sprint("om om om om om om om om om ", i)
		}
		s.Prepare(lines)
		s.at(10 * time.Second)
		if n := len(s.engine.asked()); n != room+1 {
			t.Errorf("rendered %d lines of 10 words, want the %d there is room for and one that shows it", n, room)
		}
		s.Speak(Utterance{Text: lines[39]})
		s.at(12 * time.Second)
		if got := s.State().Speaking; got != lines[39] {
			t.Errorf("says %q, want a line for which room had to be made", got)
		}
		if n := len(s.engine.asked()); n != room+2 {
			t.Errorf("rendered %d lines, want %d", n, room+2)
		}
	})
}
