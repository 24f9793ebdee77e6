package sound

import (
	"testing"
	"time"
)

func TestNoDevice(t *testing.T) {
	for name, engine := range map[string]*fakeEngine{"renders": renderer(), "speaks": speaker()} {
		play(t, everything(), engine, func(s *stage) {
			s.broken = true
			s.Chime(Start)
			s.at(time.Second)
			text := s.line(5, "hello")
			s.at(1500 * ms)
			st := s.State()
			if st.Trouble != NoDevice {
				t.Errorf("%s: nothing ever sounded: %+v", name, st)
			}
			// An engine that speaks by itself needs no device of ours.
			if engine.renders && st.Speaking != "" || !engine.renders && st.Speaking != text {
				t.Errorf("%s: says %q", name, st.Speaking)
			}
			from := s.passed()
			s.Drain(s.t.Context())
			within(t, name+": Drain", s.passed()-from, 0, 2*time.Second)
		})
	}
}

// What starts and is gone at once never played: nothing went away.
func TestADeviceThatNeverPlayedDidNotGoAway(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		s.Chime(Start)
		s.at(100 * ms)
		s.machine(func() { s.broken = true })
		s.current.lose()
		s.at(time.Second)
		if st := s.State(); st.Trouble != NoDevice {
			t.Errorf("%+v", st)
		}
	})
}

// What could not be heard is not made up for when the device is back.
func TestDeviceIsLostAndFoundAgain(t *testing.T) {
	play(t, everything(), renderer(), func(s *stage) {
		s.Breath(true, time.Minute, 0)
		s.at(time.Second)
		s.machine(func() { s.broken = true })
		s.current.lose()
		s.at(1500 * ms)
		if st := s.State(); st.Trouble != DeviceLost || st.Device != "" {
			t.Errorf("%+v", st)
		}
		s.Chime(Start)
		s.line(30, "lost")
		s.at(20 * time.Second)
		looks := s.looks
		if looks > 20 {
			t.Errorf("looked for a device %d times in 20 s", looks)
		}
		s.StopBreath()
		s.at(time.Minute)
		before := s.looks
		s.at(time.Hour)
		if s.looks != before {
			t.Error("looks for a device while nothing is to be heard")
		}
		s.machine(func() { s.broken = false })
		s.Chime(Start)
		s.at(time.Hour + 2*time.Second)
		first, last := s.heard(2*time.Second, time.Hour+2*time.Second)
		within(t, "the chime", first, time.Hour, time.Hour+40*ms)
		within(t, "the chime ends", last, time.Hour+time.Second, time.Hour+1500*ms)
		if st := s.State(); st.Trouble != NoTrouble || st.Device != "fake" {
			t.Errorf("%+v", st)
		}
	})
}

// The best backend is left only when it stays away, and taken again when it is
// back.
func TestAnotherBackendIsTaken(t *testing.T) {
	other := &fakeMachine{}
	playOn(t, everything(), nil, other, func(s *stage) {
		gone := func(is bool) { s.machine(func() { s.broken = is }) }
		s.Breath(true, time.Minute, 0)
		s.at(time.Second)
		gone(true)
		s.current.lose()
		s.at(2 * time.Second)
		gone(false)
		s.at(6 * time.Second)
		if st := s.State(); st.Device != "fake" || other.looks != 0 {
			t.Errorf("away for a second: %+v", st)
		}
		gone(true)
		s.current.lose()
		s.at(20 * time.Second)
		if st := s.State(); st.Device != "other" || st.Trouble == DeviceLost {
			t.Errorf("away for long: %+v", st)
		}
		if first, _ := other.heard(6*time.Second, 20*time.Second); first < 0 {
			t.Error("the other one plays nothing")
		}
		gone(false)
		s.StopBreath()
		s.at(30 * time.Second)
		s.Chime(Start)
		s.at(31 * time.Second)
		if st := s.State(); st.Device != "fake" {
			t.Errorf("back again: %+v", st)
		}
		first, _ := s.heard(29*time.Second, 31*time.Second)
		within(t, "the chime", first, 30*time.Second, 30*time.Second+40*ms)
	})
	other = &fakeMachine{}
	playOn(t, everything(), nil, other, func(s *stage) {
		if st := s.State(); st.Device != "fake" || other.looks != 0 {
			t.Errorf("%+v after %d looks at the other", st, other.looks)
		}
	})
}

// With sound to be heard a lost device is found again by itself.
func TestLostDeviceIsTriedAgain(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		s.Breath(true, time.Minute, 0)
		s.at(time.Second)
		s.machine(func() { s.broken = true })
		s.current.lose()
		s.at(2 * time.Second)
		s.machine(func() { s.broken = false })
		s.at(7 * time.Second)
		first, _ := s.heard(1500*ms, 7*time.Second)
		within(t, "the tone", first, 2*time.Second, 5*time.Second)
	})
}

// A device that does not pull is as good as lost.
func TestDeviceThatIsStuck(t *testing.T) {
	play(t, everything(), nil, func(s *stage) {
		s.Breath(true, time.Minute, 0)
		s.at(time.Second)
		s.current.halt()
		s.at(6 * time.Second)
		if _, starts := s.count(); starts != 2 {
			t.Errorf("%d starts, want a second one", starts)
		}
		if first, _ := s.heard(1500*ms, 6*time.Second); first < 0 {
			t.Error("there is no tone any more")
		}
	})
}
