package sound

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"catcow/sound/device"
	"catcow/sound/voice"
)

// stage is an Output in a machine that is not there.
type stage struct {
	*Output
	*fakeMachine
	engine *fakeEngine
	t      *testing.T
}

func (s *stage) passed() time.Duration { return time.Since(s.began) }

// at waits until a time since the start.
func (s *stage) at(d time.Duration) {
	time.Sleep(d - s.passed())
	synctest.Wait()
}

// line says something now, and gives its text: n words.
func (s *stage) line(n int, more ...string) string {
	text := strings.Repeat("om ", n-len(more)) + strings.Join(more, " ")
	s.Speak(Utterance{Text: text})
	return text
}

func everything() Settings {
	return Settings{
		Volume: 1, ChimeVolume: 1, Breath: true, BreathVolume: 1, Speak: true, VoiceVolume: 1,
	}
}

// play runs do with an Output on fake parts, a second after it was opened, and
// sees to it that nothing is left when it is closed.
func play(t *testing.T, settings Settings, engine *fakeEngine, do func(s *stage)) {
	t.Helper()
	playOn(t, settings, engine, nil, do)
}

// playOn is play in a machine that has a second backend, "other".
func playOn(t *testing.T, settings Settings, engine *fakeEngine, other *fakeMachine, do func(s *stage)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &stage{fakeMachine: &fakeMachine{tape: map[int]float64{}}, engine: engine, t: t}
		s.began = time.Now().Add(time.Second)
		backends := []device.Backend{s.backend("fake")}
		if other != nil {
			other.began, other.tape = s.began, map[int]float64{}
			backends = append(backends, other.backend("other"))
		}
		s.Output = open(settings, time.Now, parts{
			backends: backends,
			find: func(_ context.Context, vs voice.Settings) (*voice.Engine, error) {
				if engine == nil {
					return nil, voice.ErrNone
				}
				engine.given = vs
				return engine.found(), engine.missing
			},
		})
		s.at(0)
		do(s)
		s.Close()
		s.Close()
		synctest.Wait()
		if engine != nil && engine.missing == nil && settings.Speak && engine.closed.Load() != 1 && engine.under.Load() == 0 {
			t.Errorf("the engine was closed %d times, want once", engine.closed.Load())
		}
		pulls, _ := s.count()
		time.Sleep(10 * time.Second)
		if after, _ := s.count(); after != pulls {
			t.Error("the device pulls after Close")
		}
		// synctest fails the test where a goroutine is left.
	})
}

// machine changes the machine.
func (s *stage) machine(change func()) {
	s.fakeMachine.mu.Lock()
	defer s.fakeMachine.mu.Unlock()
	change()
}
