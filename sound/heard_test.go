//go:build linux

package sound

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"catcow/sampletest"
	"catcow/sound/device"
	"catcow/sound/voice"
)

// These tests hear what comes out of a real server, against real time.

const (
	// audible is what counts as sound on the tape.
	audible = 0.01
	// prompt is how long a sound may take from being asked for to being heard.
	prompt = 150 * time.Millisecond
	// busy is what a machine that does other things too may add to one of them.
	busy = 400 * time.Millisecond
)

func onTape(samples int) time.Duration { return time.Duration(samples) * time.Second / tapeRate }

// begins is when it gets loud; -1 for never.
func begins(samples []float64) time.Duration {
	for i, x := range samples {
		if math.Abs(x) > audible {
			return onTape(i)
		}
	}
	return -1
}

// ends is when it has become quiet for good; -1 where it never was loud.
func ends(samples []float64) time.Duration {
	for i, x := range slices.Backward(samples) {
		if math.Abs(x) > audible {
			return onTape(i)
		}
	}
	return -1
}

// eventually waits for something that should not take long.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for range 500 {
		if ok() {
			return
		}
		time.Sleep(10 * ms)
	}
	t.Fatal(what + ": not within 5 s")
}

func TestHeard(t *testing.T) {
	sampletest.Whole(t) // what is heard takes its time
	s := newServer(t)
	tape := s.record()
	t.Run("chimes", func(t *testing.T) { testChimes(t, tape) })
	t.Run("speech", func(t *testing.T) { testSpeech(t, tape) })
	t.Run("players", func(t *testing.T) { testPlayers(t, tape) })
	t.Run("Speech Dispatcher", func(t *testing.T) { testSpeechDispatcher(t, s, tape) })
	t.Run("probe", testProbe)
}

func testChimes(t *testing.T, tape *tape) {
	t.Helper()
	quiet := everything()
	quiet.Speak = false
	var late []time.Duration
	for _, c := range []Chime{Start, Switch, Halfway} { // TestChimesHaveTheirNotes has all of them
		o := Open(quiet, time.Now)
		m := c.melody()
		eventually(t, "ready", func() bool { return o.State().Ready })
		if d := o.State().Device; d != "pulse" {
			t.Fatalf("the device is %q, want pulse", d)
		}
		at := tape.length()
		o.Chime(c)
		notes := time.Duration(m.apart*float64(len(m.notes)-1)*1000)*ms + 150*ms
		var heard []float64
		var first time.Duration
		eventually(t, fmt.Sprintf("chime %d is heard", c), func() bool {
			heard = tape.from(at)
			first = begins(heard)
			return first >= 0 && onTape(len(heard)) >= first+notes
		})
		o.Close()
		late = append(late, first)
		samples := heard[int(first*tapeRate/time.Second):]
		for i, note := range m.notes {
			from := int(m.apart*float64(i)*tapeRate) + tapeRate/50
			window := samples[from:min(from+tapeRate/10, len(samples))]
			if i == 0 {
				if got := pitch(window, tapeRate); math.Abs(got-note) > 5 {
					t.Errorf("%v begins with %.0f Hz, want %.0f", c, got, note)
				}
			}
			if p := math.Sqrt(power(window, note, tapeRate)); p < 0.05 {
				t.Errorf("%v: note %d, %.0f Hz, is not there: %.3f", c, i, note, p)
			}
		}
	}
	slices.Sort(late)
	t.Logf("from asked for to heard: %v", late)
	if len(late) > 0 && late[len(late)/2] > prompt+busy/2 {
		t.Errorf("from asked for to heard, in the middle of them: %v, want at most %v", late[len(late)/2], prompt+busy/2)
	}
}

// A line is said when it should be, and cut off when it should be.
func testSpeech(t *testing.T, tape *tape) {
	t.Helper()
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed")
	}
	s := everything()
	s.Voice = voice.Settings{Engine: voice.ESpeak, Rate: 140}
	o := Open(s, time.Now)
	defer o.Close()
	eventually(t, "the pace", func() bool { return o.State().Pace > 0 })
	st := o.State()
	t.Logf("%+v", st)
	if st.Voice != "espeak-ng" || st.Trouble != NoTrouble || st.Pace < 80 || st.Pace > 200 {
		t.Errorf("%+v", st)
	}
	const long = "Breathe in slowly, and let your belly rise, and then let it sink again, all the way down."
	o.Prepare([]string{long, "Well done."})
	eventually(t, "both lines are rendered", func() bool {
		o.mu.Lock()
		defer o.mu.Unlock()
		return o.voice.cached(long) && o.voice.cached("Well done.")
	})

	at := tape.length()
	o.Speak(Utterance{Text: long})
	time.Sleep(700 * ms)
	if got := o.State().Speaking; got != long {
		t.Errorf("says %q", got)
	}
	o.StopVoice()
	cut := tape.length()
	eventually(t, "what follows is on the tape", func() bool { return onTape(tape.length()-cut) > 300*ms })
	heard := tape.from(at)
	first, last := begins(heard), ends(heard)
	t.Logf("begins %v after it was asked for, ends %v after StopVoice", first, last-onTape(cut-at))
	within(t, "the line begins", first, 0, prompt+busy)
	within(t, "the line is cut off", last-onTape(cut-at), -200*ms, 100*ms+busy)

	at = tape.length()
	o.Speak(Utterance{Text: "Well done."})
	o.Drain(t.Context())
	heard = tape.from(at)
	first, last = begins(heard), ends(heard)
	t.Logf("begins %v after it was asked for, ends %v before Drain is over", first, onTape(len(heard))-last)
	within(t, "the next line begins", first, 0, prompt+busy)
	if last-first < 400*ms || last >= onTape(len(heard))-10*ms {
		t.Errorf("two words last from %v to %v of %v", first, last, onTape(len(heard)))
	}
}

func (o *Output) runs() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.device.running
}

// The programs that are tried where no server is spoken to play too.
func testPlayers(t *testing.T, tape *tape) {
	t.Helper()
	quiet := everything()
	quiet.Speak = false
	heard := 0
	for _, b := range device.Backends()[1:] {
		if heard > 0 {
			break // one shows that they are fed as they should be
		}
		if _, err := b.Look(t.Context()); err != nil {
			t.Logf("%s: %v", b.Name, err)
			continue
		}
		heard++
		o := open(quiet, time.Now, parts{backends: []device.Backend{b}})
		eventually(t, "ready", func() bool { return o.State().Ready })
		at := tape.length()
		o.Breath(true, 5*time.Second, 0)
		eventually(t, b.Name+" is heard", func() bool { return begins(tape.from(at)) >= 0 })
		first := begins(tape.from(at))
		o.StopBreath()
		at = tape.length()
		o.Chime(Halfway)
		chime := false
		for i := 0; i < 20 && !chime; i++ { // until the tone has gone and the chime still rings
			time.Sleep(100 * ms)
			next := tape.from(at)
			chime = math.Abs(pitch(next[len(next)-min(len(next), tapeRate/10):], tapeRate)-c6) < 5
		}
		o.Close()
		t.Logf("%s: the first sound after %v", b.Name, first)
		if !chime {
			t.Errorf("%s: there is no chime", b.Name)
		}
		time.Sleep(100 * ms)
		at = tape.length()
		time.Sleep(100 * ms)
		if last := ends(tape.from(at)); last >= 0 {
			t.Errorf("%s: still sounds after Close", b.Name)
		}
	}
	if heard == 0 {
		t.Skip("none of them is installed")
	}
}

// What a probe says is what a session finds.
func testProbe(t *testing.T) {
	s := everything()
	s.Voice.Engine = voice.None
	r := Probe(t.Context(), s, time.Now)
	t.Logf("%+v", r)
	if len(r.Devices) != len(device.Backends()) || !r.Devices[0].Works || r.State.Device != "pulse" || r.State.Trouble != NoTrouble {
		t.Errorf("%+v, want pulse first, and it works", r)
	}
	t.Setenv("PULSE_SERVER", "unix:/nowhere")
	t.Setenv("PATH", t.TempDir())
	r = Probe(t.Context(), s, time.Now)
	if r.Devices[0].Works || r.Devices[0].Why == "" || r.State.Device != "" || r.State.Trouble != NoDevice {
		t.Errorf("%+v, want no device, and why", r)
	}
}

// A Speech Dispatcher that we had to start speaks, and goes on speaking.
func testSpeechDispatcher(t *testing.T, s *server, tape *tape) {
	t.Helper()
	if _, err := exec.LookPath("spd-say"); err != nil {
		t.Skip("spd-say is not installed")
	}
	t.Setenv("SPEECHD_ADDRESS", "")
	t.Setenv("XDG_CONFIG_HOME", s.dir)
	t.Cleanup(func() { endDaemon(t, filepath.Join(s.dir, "speech-dispatcher", "pid", "speech-dispatcher.pid")) })
	settings := everything()
	settings.Voice = voice.Settings{Engine: voice.SpeechD, Rate: 240}
	o := Open(settings, time.Now)
	defer o.Close()
	o.WaitReady(t.Context())
	if st := o.State(); st.Voice != voice.SpeechD || !st.VoiceAlone {
		t.Skipf("it does not run here: %+v", st)
	}
	for range 2 {
		at := tape.length()
		o.Speak(Utterance{Text: "Well done.", Rank: Must})
		o.Drain(t.Context())
		if st := o.State(); st.Trouble != NoTrouble || st.Failed > 0 {
			t.Errorf("%+v", st)
		}
		if begins(tape.from(at)) < 0 {
			t.Error("it does not speak")
		}
	}
}

// endDaemon ends a process that wrote its number down.
func endDaemon(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		return // it does not run
	}
	if pid, err := strconv.Atoi(strings.TrimSpace(string(text))); err == nil && pid > 1 {
		_ = syscall.Kill(pid, syscall.SIGTERM)
	}
}
