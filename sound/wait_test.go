package sound

import (
	"context"
	"testing"
	"time"
)

func TestDrain(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.Breath(true, time.Minute, 0)
			s.Chime(AllDone)
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
