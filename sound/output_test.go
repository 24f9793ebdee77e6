package sound

import (
	"testing"
	"time"
)

const ms = time.Millisecond

// within fails unless got is between low and high.
func within(t *testing.T, what string, got, low, high time.Duration) {
	t.Helper()
	if got < low || got > high {
		t.Errorf("%s: at %v, want %v to %v", what, got, low, high)
	}
}

func TestAVoiceThatIsNotWantedIsNotLookedFor(t *testing.T) {
	engine := renderer()
	play(t, Settings{Volume: 1}, engine, func(s *stage) {
		s.Chime(Start)
		s.Breath(true, time.Second, 0)
		s.line(3)
		s.at(time.Second)
		if st := s.State(); !st.Ready || st.Trouble != NoTrouble || st.Voice != "" || len(engine.lines) > 0 {
			t.Errorf("%+v", st)
		}
		s.SetSpeaking(true)
		s.at(2 * time.Second)
		if st := s.State(); !st.Ready || st.Device != "fake" || st.Voice != "fake" {
			t.Errorf("turned on: %+v", st)
		}
	})
}

// Nothing runs before the first sound, nor two to three seconds after the last.
func TestSilenceCostsNothing(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		s.Prepare([]string{"one two three", "four five six"})
		s.at(5 * time.Second)
		if pulls, _ := s.count(); pulls != 0 {
			t.Error("a device runs before the first sound")
		}
		s.Chime(Halfway)
		s.at(5*time.Second + 1100*ms + 3*time.Second)
		before, _ := s.count()
		s.at(time.Hour)
		if after, _ := s.count(); before == 0 || after != before {
			t.Errorf("%d pulls in the second after the chime, %d in the hour after it", before, after-before)
		}
		s.Chime(Halfway)
		s.at(time.Hour + 500*ms)
		first, _ := s.heard(time.Hour, time.Hour+500*ms)
		within(t, "the chime after the hour", first, time.Hour, time.Hour+30*ms)
		if _, starts := s.count(); starts != 2 {
			t.Errorf("%d starts, want 2", starts)
		}
	})
}

// Short silences do not add up.
func TestDeviceRunsOnThroughShortSilences(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		for i := range 5 {
			s.at(time.Duration(i) * 2800 * ms) // 1.7 s of them silent
			s.Chime(Halfway)
		}
		s.at(15 * time.Second)
		if _, starts := s.count(); starts != 1 {
			t.Errorf("%d starts, want 1", starts)
		}
	})
}

func TestMuteAndVolume(t *testing.T) {
	for name, silence := range map[string]func(*Output){
		"muted":     func(o *Output) { o.SetMuted(true) },
		"volume 0":  func(o *Output) { o.SetVolume(0) },
		"voice off": func(o *Output) { o.SetSpeaking(false) },
	} {
		for _, engine := range []*fakeEngine{renderer(), speaker()} {
			play(t, everything(), engine, func(s *stage) {
				s.line(20, "long")
				s.at(500 * ms)
				silence(s.Output)
				s.line(3, "more")
				s.at(550 * ms)
				_, last := s.heard(0, 550*ms)
				if engine.renders {
					within(t, name, last, 490*ms, 530*ms)
				}
				s.at(600 * ms)
				if engine.under.Load() != 0 || s.State().Speaking != "" {
					t.Errorf("%s: still speaks", name)
				}
				s.at(5 * time.Second)
				pulls, _ := s.count()
				s.at(time.Minute)
				if after, _ := s.count(); after != pulls {
					t.Errorf("%s: the device runs on", name)
				}
				s.SetMuted(false)
				s.SetVolume(1)
				s.SetSpeaking(true)
				text := s.line(5, "again")
				s.at(time.Minute + 500*ms)
				if got := s.State().Speaking; got != text {
					t.Errorf("%s: says %q when it is over", name, got)
				}
			})
		}
	}
}

func TestBreathTone(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		s.Breath(true, 2*time.Second, 0)
		s.at(2 * time.Second)
		s.Breath(false, 2*time.Second, 0)
		s.at(3 * time.Second)
		first, last := s.heard(0, 3*time.Second)
		within(t, "the tone begins", first, 0, 30*ms)
		within(t, "the tone lasts", last, 3*time.Second-pull, 3*time.Second)
		s.SetMuted(true)
		s.at(4 * time.Second)
		s.Breath(true, 6*time.Second, 0)
		_, last = s.heard(0, 4*time.Second)
		within(t, "muted", last, 3*time.Second-pull, 3*time.Second+30*ms)
		s.at(8 * time.Second)
		s.SetMuted(false)
		s.at(9 * time.Second)
		first, _ = s.heard(4*time.Second, 9*time.Second)
		within(t, "it is taken up again", first, 8*time.Second, 8*time.Second+50*ms)
		s.StopBreath()
		s.at(12 * time.Second)
		_, last = s.heard(0, 12*time.Second)
		within(t, "stilled", last, 9*time.Second, 9*time.Second+300*ms)
	})
	off := everything()
	off.Breath = false
	play(t, off, nil, func(s *stage) {
		s.Breath(true, 2*time.Second, 0)
		s.at(time.Second)
		if pulls, _ := s.count(); pulls != 0 {
			t.Error("there is a tone that nobody wants")
		}
	})
}

func TestCloseIsQuick(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{
		"renders": renderer(), "speaks": speaker(),
		"hangs rendering": {renders: true, behave: hangs}, "hangs speaking": {behave: hangs},
	} {
		play(t, everything(), engine, func(s *stage) {
			s.Breath(true, time.Minute, 0)
			s.Chime(AllDone)
			s.line(20, "long")
			s.at(500 * ms)
			s.Close()
			within(t, name, s.passed(), 500*ms, 700*ms)
			// Nothing may come of what is asked for afterwards.
			s.Chime(Start)
			s.line(3)
			s.Prepare([]string{"om"})
			s.Breath(true, time.Minute, 0)
			s.StopVoice()
			s.SetMuted(false)
			s.SetVolume(1)
			s.SetSpeaking(true)
			s.Drain(s.t.Context())
			s.at(800 * ms)
			if got := s.State().Speaking; got != "" {
				t.Errorf("%s: says %q after Close", name, got)
			}
		})
	}
}

// Of an Output that is closed at once, nothing is left either.
func TestCloseAtOnce(t *testing.T) {
	play(t, everything(), renderer(), func(*stage) {})
	o := Open(everything(), time.Now)
	o.Close()
}
