//go:build linux

package sound

import (
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"catcow/sound/device"
)

func TestServerIsKilledInTheMiddle(t *testing.T) {
	s := newServer(t)
	quiet := everything()
	quiet.Speak = false
	o := Open(quiet, time.Now)
	defer o.Close()
	o.Breath(true, time.Minute, 0)
	eventually(t, "the tone", func() bool { return o.State().Device == "pulse" && o.runs() })
	time.Sleep(proof + 100*ms)
	killed := time.Now()
	s.kill()
	eventually(t, "trouble", func() bool { return o.State().Trouble == DeviceLost })
	t.Logf("noticed after %v", time.Since(killed))
	if took := time.Since(killed); took > 2*time.Second {
		t.Errorf("noticed after %v", took)
	}
	o.StopBreath()
	s.start()
	tape := s.record()
	time.Sleep(max(0, firstRetry+50*ms-time.Since(killed)))
	at := tape.length()
	o.Chime(Start)
	eventually(t, "recovery", func() bool { return o.State().Trouble == NoTrouble && o.runs() })
	time.Sleep(300 * ms)
	t.Logf("%v %+v len %d at %d", time.Since(killed), o.State(), tape.length(), at)
	if first := begins(tape.from(at)); first < 0 {
		t.Error("there is no chime after the server has come back")
	}
}

// Close does not wait for a server that has stopped to answer.
func TestServerHangs(t *testing.T) {
	s := newServer(t)
	quiet := everything()
	quiet.Speak = false
	for _, running := range []bool{false, true} {
		before := runtime.NumGoroutine()
		o := Open(quiet, time.Now)
		eventually(t, "ready", func() bool { return o.State().Ready })
		if running {
			o.Breath(true, time.Minute, 0)
			eventually(t, "the tone", o.runs)
		}
		s.freeze(true)
		o.Chime(Start)
		time.Sleep(100 * ms)
		begun := time.Now()
		o.Close()
		if took := time.Since(begun); took > 200*ms+busy/4 {
			t.Errorf("running %v: Close takes %v", running, took)
		}
		eventually(t, "every goroutine is gone", func() bool { return runtime.NumGoroutine() <= before })
		s.freeze(false)
	}
}

// A server that knows its users by their number takes us in without a cookie,
// however late it looks.
func TestAServerKnowsUsWithoutACookie(t *testing.T) {
	newServerWith(t, "")
	nowhere := t.TempDir()
	t.Setenv("PULSE_COOKIE", filepath.Join(nowhere, "cookie"))
	t.Setenv("HOME", nowhere)
	t.Setenv("XDG_CONFIG_HOME", nowhere)
	for i := range 3 {
		if found := lookAtDevices(t.Context(), device.Backends()[:1]); !found[0].Works {
			t.Fatalf("time %d: %+v", i, found)
		}
	}
}
