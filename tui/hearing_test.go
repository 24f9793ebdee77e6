package tui

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"catcow/session"
	"catcow/sound"
)

// ear is a Sound that writes down what it is asked for, and when.
type ear struct {
	mu    sync.Mutex
	began time.Time
	all   []sounded
	state sound.State
}

// sounded is one thing an ear was asked for.
type sounded struct {
	at   time.Duration
	what string // "chime", "say", "hush", …
	text string
}

func (e *ear) note(what, text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.began.IsZero() {
		e.began = time.Now()
	}
	e.all = append(e.all, sounded{time.Since(e.began), what, text})
}

func (e *ear) Chime(c sound.Chime, _ time.Time) { e.note("chime", c.String()) }
func (e *ear) Speak(u sound.Utterance)          { e.note("say", u.Text) }
func (e *ear) Prepare(lines []string)           { e.note("prepare", strings.Join(lines, "|")) }
func (e *ear) Breath(in bool, length, passed time.Duration) {
	e.note("breath", fmt.Sprint(in, length, passed))
}
func (e *ear) StopBreath()           { e.note("still", "") }
func (e *ear) StopVoice()            { e.note("hush", "") }
func (e *ear) SetMuted(on bool)      { e.note("muted", fmt.Sprint(on)) }
func (e *ear) SetVolume(v float64)   { e.note("volume", fmt.Sprint(v)) }
func (e *ear) SetSpeaking(on bool)   { e.note("speaking", fmt.Sprint(on)) }
func (e *ear) State() sound.State    { e.mu.Lock(); defer e.mu.Unlock(); return e.state }
func (e *ear) is(s sound.State) *ear { e.mu.Lock(); defer e.mu.Unlock(); e.state = s; return e }
func (e *ear) heard(what ...string) []sounded {
	e.mu.Lock()
	defer e.mu.Unlock()
	var out []sounded
	for _, s := range e.all {
		if slices.Contains(what, s.what) {
			out = append(out, s)
		}
	}
	return out
}

// listened plays a whole routine hands off, and gives what was heard.
func listened(t *testing.T, id, say string) *ear {
	t.Helper()
	e := (&ear{}).is(sound.State{Ready: true, Device: "test", Voice: "test", Pace: 140})
	o := builtin(t)
	r := routine(t, id)
	o.Routine, o.Sound, o.Say = &r, e, say
	unseen(&o)
	drive(t, o, 80, 24, func(r *rig) {
		for range 100 {
			time.Sleep(30 * time.Second)
			if r.ended() {
				return
			}
		}
		t.Error("it does not end")
	})
	return e
}

// unseen leaves out what only those who look need.
func unseen(o *Options) { o.Figure.Mode, o.Screen.Motion = "none", "reduced" }

// spokenFor is how long a line is heard at the pace of the plan.
func spokenFor(line string) time.Duration {
	return time.Duration(len(strings.Fields(line))) * time.Minute / time.Duration(session.DefaultOptions().Pace)
}

// With eyes closed: each line is heard to its end before the next begins, nothing
// is said twice in a row, and every pose, side and change is named.
func TestASessionIsGuidedByEarAlone(t *testing.T) {
	t.Parallel()
	for _, id := range heardWhole() {
		said := listened(t, id, "all").heard("say")
		for i, s := range said {
			t.Logf("%7.1f  %s", s.at.Seconds(), s.text)
			if i == 0 {
				continue
			}
			before := said[i-1]
			if gap := s.at - before.at - spokenFor(before.text); gap < -50*time.Millisecond {
				t.Errorf("%s: %q is cut off %v before its end by %q", id, before.text, -gap, s.text)
			}
			if s.text == before.text {
				t.Errorf("%s: %q is said twice in a row", id, s.text)
			}
		}
		for _, item := range routine(t, id).Items {
			if !slices.ContainsFunc(said, func(s sounded) bool { return strings.Contains(s.text, item.Pose.Title()) }) {
				t.Errorf("%s: %s is never named", id, item.Pose.Title())
			}
		}
		if last := said[len(said)-1].text; last != wellDoneText {
			t.Errorf("%s ends with %q", id, last)
		}
	}
}

func TestNamesAloneAreFewWords(t *testing.T) {
	t.Parallel()
	all, few := listened(t, "desk-break", "all").heard("say"), listened(t, "desk-break", "names").heard("say")
	if len(few) == 0 || len(few) > len(all)/2 {
		t.Errorf("%d lines of %d", len(few), len(all))
	}
	var texts []string
	for _, s := range few {
		texts = append(texts, s.text)
	}
	want := []string{
		"We begin with Neck Flexion Stretch.", session.SayRelease, "Next: Lateral Neck Flexion Stretch, right side first.",
		"Change sides. The left is next.",
	}
	for i, w := range want {
		if i >= len(texts) || texts[i] != w {
			t.Fatalf("%q; want %q first", texts, want)
		}
	}
}

// The chimes of a session, in their order.
func TestChimesMarkTheChanges(t *testing.T) {
	t.Parallel()
	var got []string
	for _, s := range listened(t, "desk-break", "all").heard("chime") {
		got = append(got, s.text)
	}
	want := strings.Fields("get-ready start end  get-ready start switch start end  get-ready start end  get-ready start end  all-done")
	if !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}

// What belongs to a moment that is over is silenced by the key that ends it, and
// nothing is said while time stands.
func TestKeysSilenceWhatIsOver(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"space"}, {"n"}, {"s"}, {"b"}, {"q"}, {"?"}, {"o"}, {"x"}, {"ctrl+c"}} {
		e := &ear{}
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine, o.Sound = &r, e
		unseen(&o)
		drive(t, o, 80, 24, func(r *rig) {
			time.Sleep(9 * time.Second)
			hushed := len(e.heard("hush"))
			r.press(keys...)
			if len(e.heard("hush")) == hushed {
				t.Errorf("%q does not hush", keys)
			}
			if slices.Contains([]string{"n", "s", "b"}, keys[0]) {
				return
			}
			said := len(e.heard("say", "chime", "breath"))
			time.Sleep(time.Minute)
			if n := len(e.heard("say", "chime", "breath")); n != said {
				t.Errorf("after %q, %d more are heard", keys, n-said)
			}
		})
	}
}

// A step that a pause cut off is said again before time goes on.
func TestAStepCutOffIsSaidAgain(t *testing.T) {
	t.Parallel()
	e := &ear{}
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Sound = &r, e
	drive(t, o, 80, 24, func(r *rig) {
		r.press("n")
		time.Sleep(time.Second)
		said := e.heard("say")
		r.press("space", "space")
		again := e.heard("say")
		if len(again) != len(said)+1 || again[len(said)].text != said[len(said)-1].text {
			t.Errorf("after %v, %v", said, again[len(said):])
		}
	})
}

// Where nothing plays, a bell and a flash take the place of the chimes, and it is
// said once.
func TestWithoutSoundABellAndAFlash(t *testing.T) {
	t.Parallel()
	e := (&ear{}).is(sound.State{Ready: true, Trouble: sound.NoDevice})
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Sound = &r, e
	drive(t, o, 80, 24, func(r *rig) {
		if !strings.Contains(r.term.raw(), "\a") {
			t.Error("no bell")
		}
		time.Sleep(4 * time.Second)
		r.shows("Nothing here plays sound")
		r.press("c")
		r.hides("Nothing here plays sound")
		before := strings.Count(r.term.raw(), "\x1b[7m")
		r.press("n", "n")
		if strings.Count(r.term.raw(), "\x1b[7m") == before {
			t.Error("no flash")
		}
		time.Sleep(time.Second)
		r.shows("breathe")
	})
}

// Without a voice that should be there, a flash calls for a look; the chimes go on
// and need no bell.
func TestWithoutAVoiceAFlash(t *testing.T) {
	t.Parallel()
	for _, say := range []string{"all", "none"} {
		e := (&ear{}).is(sound.State{Ready: true, Device: "test", Trouble: sound.VoiceFailed})
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine, o.Sound, o.Say = &r, e, say
		unseen(&o)
		drive(t, o, 80, 24, func(r *rig) {
			r.press("n", "n")
			if got := strings.Contains(r.term.raw(), "\x1b[7m"); got != (say == "all") {
				t.Errorf("say %s: flash %v", say, got)
			}
			if len(e.heard("chime")) == 0 {
				t.Error("no chime")
			}
		})
	}
}

// A flash is for those who hear nothing, whatever there is to hear.
func TestAFlashNeedsNoSound(t *testing.T) {
	t.Parallel()
	for _, on := range []bool{true, false} {
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine, o.Screen.Flash = &r, on
		drive(t, o, 80, 24, func(r *rig) {
			r.press("n", "n")
			time.Sleep(time.Second)
			if got := strings.Contains(r.term.raw(), "\x1b[7m"); got != on {
				t.Errorf("flash %v: %v", on, got)
			}
			r.shows("breathe")
		})
	}
}

// A session at another speed is looked at, not listened to.
func TestAPreviewIsSilent(t *testing.T) {
	t.Parallel()
	e := &ear{}
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Sound, o.Play.Speed = &r, e, 10
	unseen(&o)
	drive(t, o, 80, 24, func(*rig) {
		time.Sleep(20 * time.Second)
		if all := e.heard("say", "chime", "breath"); len(all) > 0 {
			t.Errorf("%v", all)
		}
	})
}

func TestTheSoundKeys(t *testing.T) {
	t.Parallel()
	e := &ear{}
	o := builtin(t)
	o.Sound, o.Say = e, "all"
	r := routine(t, "lower-back")
	o.Routine = &r
	m, _ := at(t, o, 80, 24)
	for _, c := range []struct{ key, what, text, shown string }{
		{"m", "muted", "true", "Muted"},
		{"m", "muted", "false", "No longer muted"},
		{"<", "volume", "0.9", "Volume 9"},
		{"<", "volume", "0.8", "Volume 8"},
		{">", "volume", "0.9", "Volume 9"},
		{"v", "speaking", "false", "voice is off"},
		{"v", "speaking", "true", "voice is on"},
	} {
		send(m, c.key)
		got := e.heard(c.what)
		if len(got) == 0 || got[len(got)-1].text != c.text || !strings.Contains(m.render(), c.shown) {
			t.Errorf("%s: %v; want %s %s", c.key, got, c.what, c.text)
		}
	}
	if s := m.o.State.Sound; s.Volume == nil || *s.Volume != .9 || s.Voice == nil || !*s.Voice || s.Muted {
		t.Errorf("remembered: %+v", s)
	}
}
