package sound

import (
	"context"
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

func TestChimeIsHeardAtItsMoment(t *testing.T) {
	for name, due := range map[string]time.Duration{
		"now": 0, "soon": 150 * ms, "later": 3 * time.Second, "just gone": -500 * ms,
	} {
		play(t, everything(), nil, func(s *stage) {
			s.Chime(Start, s.began.Add(due))
			s.at(max(0, due-2*early))
			if pulls, _ := s.count(); pulls > 0 && due > 2*early {
				t.Errorf("%s: a device runs long before", name)
			}
			s.at(6 * time.Second)
			first, last := s.heard(0, 6*time.Second)
			within(t, name+": begins", first, max(due, 0), max(due, 0)+30*ms)
			within(t, name+": ends", last, max(due, 0)+900*ms, max(due, 0)+1500*ms)
		})
	}
	play(t, everything(), nil, func(s *stage) {
		s.Chime(Start, s.began.Add(-1100*ms))
		s.at(2 * time.Second)
		if first, _ := s.heard(0, 2*time.Second); first >= 0 {
			t.Error("a chime whose moment is long gone is heard")
		}
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
			s.Chime(c.chime, time.Now())
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

func TestAVoiceThatIsNotWantedIsNotLookedFor(t *testing.T) {
	engine := renderer()
	play(t, Settings{Volume: 1}, engine, func(s *stage) {
		s.Chime(Start, time.Now())
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
		s.Chime(Halfway, time.Now())
		s.at(5*time.Second + 1100*ms + 3*time.Second)
		before, _ := s.count()
		s.at(time.Hour)
		if after, _ := s.count(); before == 0 || after != before {
			t.Errorf("%d pulls in the second after the chime, %d in the hour after it", before, after-before)
		}
		s.Chime(Halfway, time.Now())
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
			s.Chime(Halfway, time.Now())
		}
		s.at(15 * time.Second)
		if _, starts := s.count(); starts != 1 {
			t.Errorf("%d starts, want 1", starts)
		}
	})
}

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
			s.Speak(Utterance{Text: "om om om om om om om om om long", Due: time.Now(), Rank: Must}) // 3 s
			s.Speak(Utterance{Text: "and then", Due: time.Now(), Rank: Must})
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

// The chime of the same moment goes first, whichever was asked for first.
func TestChimeGoesBeforeTheLine(t *testing.T) {
	for _, chimeFirst := range []bool{true, false} {
		engine := renderer()
		settings := everything()
		settings.ChimeVolume = 0 // so that only the voice is on the tape
		play(t, settings, engine, func(s *stage) {
			s.Prepare([]string{"om om om om"})
			s.at(500 * ms)
			due := time.Now()
			if chimeFirst {
				s.Chime(Switch, due)
			}
			s.Speak(Utterance{Text: "om om om om", Due: due})
			if !chimeFirst {
				s.Chime(Switch, due)
			}
			s.at(3 * time.Second)
			first, _ := s.heard(0, 3*time.Second)
			within(t, "the line", first, 500*ms+afterChime-pull, 500*ms+afterChime+40*ms)
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
		s.Speak(Utterance{Text: "fast om om", Due: time.Now()})
		s.at(11 * time.Second)
		first, _ := s.heard(0, 11*time.Second)
		within(t, "a line that was rendered ahead", first, 9*time.Second, 9*time.Second+60*ms)
	})
}

func TestStopVoice(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.line(20, "long")
			s.Speak(Utterance{Text: "after it", Due: time.Now()})
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

func TestDrain(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.Breath(true, time.Minute, 0)
			s.Chime(AllDone, time.Now())
			s.line(20, "well", "done")
			s.Drain(s.t.Context())
			within(t, name, s.passed(), 20*wordLength+afterChime, 20*wordLength+time.Second)
			ctx, cancel := context.WithTimeout(s.t.Context(), time.Second)
			defer cancel()
			from := s.passed()
			s.line(20, "too", "long")
			s.Drain(ctx)
			within(t, name+": with a deadline", s.passed()-from, time.Second-pull, time.Second+pull)
		})
	}
	play(t, everything(), nil, func(s *stage) {
		s.Drain(s.t.Context())
		within(t, "nothing to wait for", s.passed(), 0, pull)
	})
}

// A voice that hangs is not waited for as long as one that speaks, however slowly.
func TestDrainLeavesAVoiceThatHangs(t *testing.T) {
	for name, tt := range map[string]struct {
		engine      *fakeEngine
		after       time.Duration // it has failed, or was heard
		least, most time.Duration
	}{
		"hangs rendering":                  {&fakeEngine{renders: true, behave: hangs}, 0, leastPatience, 900 * ms},
		"hangs rendering, as it has":       {&fakeEngine{renders: true, behave: hangs}, 4 * time.Second, leastPatience, 900 * ms},
		"hangs speaking, as it has before": {&fakeEngine{behave: hangs}, 8 * time.Second, leastPatience, 900 * ms},
		"hangs speaking, and was cut off":  {&fakeEngine{behave: hangs}, 5900 * ms, leastPatience, 900 * ms},
		"renders slowly":                   {&fakeEngine{renders: true, delay: 700 * ms}, 5 * time.Second, 20 * wordLength, 20*wordLength + 2*time.Second},
		"speaks slowly":                    {&fakeEngine{word: 600 * ms}, 0, 20 * 600 * ms, 20*600*ms + time.Second},
	} {
		play(t, everything(), tt.engine, func(s *stage) {
			if tt.after > 0 {
				s.line(3)
			}
			s.at(tt.after)
			s.StopVoice()
			from := s.passed()
			s.line(20, "the", "last")
			s.Drain(s.t.Context())
			within(t, name, s.passed()-from, tt.least, tt.most)
		})
	}
}

func TestDrainEndsWithClose(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		s.line(30, "long")
		s.at(500 * ms)
		go func() {
			time.Sleep(500 * ms)
			s.Close()
		}()
		s.Drain(s.t.Context())
		within(t, "Drain", s.passed(), time.Second, 1200*ms)
	})
}

func TestCloseIsQuick(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{
		"renders": renderer(), "speaks": speaker(),
		"hangs rendering": {renders: true, behave: hangs}, "hangs speaking": {behave: hangs},
	} {
		play(t, everything(), engine, func(s *stage) {
			s.Breath(true, time.Minute, 0)
			s.Chime(AllDone, time.Now())
			s.line(20, "long")
			s.at(500 * ms)
			s.Close()
			within(t, name, s.passed(), 500*ms, 700*ms)
			// Nothing may come of what is asked for afterwards.
			s.Chime(Start, time.Now())
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
