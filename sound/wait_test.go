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
