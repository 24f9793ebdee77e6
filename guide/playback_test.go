package guide

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/session"
	"catcow/sound"
)

// What belongs to a moment that is over is silenced by the action that ends it, and
// what an action did is spoken.
func TestEveryActionIsHeard(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		action Action
		says   string
	}{
		{Pause, "Paused"},
		{Longer, "longer"},
		{Shorter, "horter"},
		{Slower, "Slower breath"},
		{Faster, "Faster breath"},
		{Hurts, "time stands"},
		{AskEnd, "End the session"},
		{Softer, "Volume 9"},
		{ToggleMute, "Muted"},
	} {
		l := begin(t, "lower-back", nil)
		l.toHold()
		before := len(l.ear.texts("say"))
		l.do(c.action)
		if said := strings.Join(l.ear.texts("say")[before:], " "); !strings.Contains(said, c.says) {
			t.Errorf("action %d says %q; want %q", c.action, said, c.says)
		}
	}
	for _, a := range []Action{Pause, Next, Skip, Back, AskEnd, Hurts, Halt} {
		l := begin(t, "lower-back", nil)
		l.pass(9 * time.Second)
		hushed := len(l.ear.texts("hush"))
		if l.do(a); len(l.ear.texts("hush")) == hushed {
			t.Errorf("action %d does not hush", a)
		}
	}
}

// Nothing of the session is heard while time stands.
func TestPausedIsSilent(t *testing.T) {
	t.Parallel()
	for _, a := range []Action{Pause, AskEnd, Hurts, Halt} {
		l := begin(t, "lower-back", nil)
		l.pass(9 * time.Second)
		l.do(a)
		heard := len(l.ear.texts("say", "chime", "breath"))
		l.pass(time.Minute)
		if n := len(l.ear.texts("say", "chime", "breath")); n != heard {
			t.Errorf("after action %d, %d more are heard", a, n-heard)
		}
	}
}

// Whoever goes on hears where they are: a step that was cut off again, and in a pose
// its name and how long still.
func TestGoingOnSaysWhere(t *testing.T) {
	t.Parallel()
	l := begin(t, "low-back-restorative", nil)
	l.do(Next)
	l.pass(time.Second)
	cue := l.guide.View().Cue
	l.do(Pause, Pause)
	if said := l.ear.texts("say"); said[len(said)-1] != cue {
		t.Errorf("%q; want %q again", said[len(said)-1], cue)
	}
	l.toHold()
	at := l.pass(20 * time.Second).At
	l.do(Pause, Pause)
	said := l.ear.texts("say")
	if last := said[len(said)-2:]; !strings.Contains(last[0], at.Stage.Pose.Name) || !strings.Contains(last[1], "more") {
		t.Errorf("%q", last)
	}
}

// Where nothing plays, a bell and a flash take the place of the chimes. Without a
// voice that should be there a flash calls for a look; the chimes need no bell.
func TestWithoutSoundABellAndAFlash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		trouble     sound.Trouble
		say         string
		flash, bell bool
	}{
		{sound.NoTrouble, "all", false, false},
		{sound.NoDevice, "all", true, true},
		{sound.DeviceLost, "none", true, true},
		{sound.NoVoice, "all", true, false},
		{sound.VoiceFailed, "all", true, false},
		{sound.NoVoice, "none", false, false},
	} {
		l, o := prepare(t, "lower-back")
		l.ear.state.Trouble, o.Say = c.trouble, c.say
		l.guide = New(o, l.clock)
		l.do(Next, Next)
		v := l.pass(100 * time.Millisecond)
		if v.Flash != c.flash || l.guide.Bell() != c.bell {
			t.Errorf("%v, say %s: flash %v", c.trouble, c.say, v.Flash)
		}
		if l.guide.Bell() {
			t.Error("it rings twice")
		}
		if l.pass(time.Second).Flash {
			t.Error("the flash stays")
		}
	}
}

func TestNamesAloneAreFewWords(t *testing.T) {
	t.Parallel()
	count := func(say string) int {
		l := begin(t, "desk-break", func(o *Options) { o.Say = say })
		l.playOut()
		return len(l.ear.texts("say"))
	}
	all, few := count("all"), count("names")
	if few == 0 || few > all/2 {
		t.Errorf("%d lines of %d", few, all)
	}
}

// Every hold and all repetitions begin and end with a chime; the end has its own.
func TestChimesMarkTheChanges(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	works := 0
	for _, s := range l.guide.Plan().Stages {
		if s.Works() {
			works++
		}
	}
	l.playOut()
	chimes := l.ear.texts("chime")
	count := func(c sound.Chime) int {
		n := 0
		for _, s := range chimes {
			if s == fmt.Sprint(c) {
				n++
			}
		}
		return n
	}
	if count(sound.Start) != works || count(sound.End)+count(sound.Switch) != works || chimes[len(chimes)-1] != fmt.Sprint(sound.AllDone) {
		t.Errorf("%d holds: %q", works, chimes)
	}
}

func TestWhatIsHeardIsRemembered(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	for _, c := range []struct {
		action      Action
		what, text  string
		shown, kept string
	}{
		{ToggleMute, "muted", "true", "Muted", ""},
		{ToggleMute, "muted", "false", "No longer muted", ""},
		{Softer, "volume", "0.9", "Volume 9", ""},
		{Softer, "volume", "0.8", "Volume 8", ""},
		{Louder, "volume", "0.9", "Volume 9", ""},
		{ToggleVoice, "speaking", "false", "voice is off", ""},
		{ToggleVoice, "speaking", "true", "voice is on", ""},
	} {
		v := l.do(c.action)
		l.pass(3 * time.Second) // what silences is said first
		got := l.ear.texts(c.what)
		if len(got) == 0 || got[len(got)-1] != c.text || !strings.Contains(v.Reply, c.shown) {
			t.Errorf("%v, %q; want %s %s", got, v.Reply, c.what, c.text)
		}
	}
	if s := l.state.Sound; s.Volume == nil || *s.Volume != .9 || s.Voice == nil || !*s.Voice || s.Muted {
		t.Errorf("remembered: %+v", s)
	}
}

// The tone follows the breath and stops with it.
func TestTheToneFollowsTheBreath(t *testing.T) {
	t.Parallel()
	l := begin(t, "low-back-restorative", nil)
	l.toHold()
	l.pass(12 * time.Second)
	if breaths := l.ear.texts("breath"); len(breaths) < 2 || !slices.ContainsFunc(breaths, func(s string) bool { return strings.HasPrefix(s, "false") }) {
		t.Errorf("%q", breaths)
	}
	l.do(Pause)
	if last := l.ear.all[len(l.ear.all)-1]; !slices.Contains(l.ear.texts("still"), "") || last.what == "breath" {
		t.Errorf("%+v", last)
	}
	if l.guide.View().At.State != session.Paused {
		t.Error("not paused")
	}
}

// How fast the voice spoke is remembered at the end, beside that of others.
func TestThePaceIsRemembered(t *testing.T) {
	l := begin(t, "desk-break", func(o *Options) {
		o.SoundState.Paces = map[string]float64{"say  140": 150, "spd-say  140": 120}
	})
	l.ear.state.VoiceID, l.ear.state.Pace = "spd-say  140", 103
	l.playOut()
	if got := l.state.Sound.Paces; len(got) != 2 || got["spd-say  140"] != 103 || got["say  140"] != 150 {
		t.Errorf("%v", got)
	}
}

// A silence that a key makes begins once that is said; a second press before takes it
// back.
func TestSilenceIsAnnounced(t *testing.T) {
	t.Parallel()
	for what, action := range map[string]Action{"muted": ToggleMute, "speaking": ToggleVoice} {
		l := begin(t, "lower-back", nil)
		l.pass(5 * time.Second)
		l.do(action)
		if said := l.ear.texts("say"); len(l.ear.texts(what)) > 0 || !strings.Contains(said[len(said)-1], "uted") && !strings.Contains(said[len(said)-1], "off") {
			t.Errorf("%s before it is said: %q", what, said[len(said)-1])
		}
		if wait := l.guide.Wait(l.clock); wait == 0 || wait > 3*time.Second {
			t.Errorf("%s: it waits %v", what, wait)
		}
		l.pass(3 * time.Second)
		if len(l.ear.texts(what)) != 1 {
			t.Errorf("%s: not silent", what)
		}
		l.do(action, action, action)
		l.pass(5 * time.Second)
		if got := l.ear.texts(what); len(got) != 3 {
			t.Errorf("%s: %q", what, got)
		}
	}
}

// The last seconds are for now or never: a count that comes late is wrong.
func TestTheLastSecondsAreNotLate(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", func(o *Options) { o.Session.Count = true })
	l.playOut()
	said, counts := l.ear.texts("say"), 0
	for i, text := range said {
		count := text == "Three." || text == "Two." || text == "One."
		if count != (l.ear.ranks[i] == sound.NowOrNever) {
			t.Errorf("%q is of rank %d", text, l.ear.ranks[i])
		}
		if count {
			counts++
		}
	}
	if counts == 0 {
		t.Error("nobody counts")
	}
}

// Whoever has heard nothing for a while is told where they are.
func TestWhoUnmutesHearsWhere(t *testing.T) {
	t.Parallel()
	for _, action := range []Action{ToggleMute, ToggleVoice} {
		for _, inPose := range []bool{true, false} {
			l := begin(t, "lower-back", nil)
			if inPose {
				l.toHold()
			} else {
				l.do(Next)
			}
			l.pass(5 * time.Second)
			l.do(action)
			at := l.pass(5 * time.Second).At
			before := len(l.ear.texts("say"))
			l.do(action)
			said := strings.Join(l.ear.texts("say")[before:], " ")
			want := "Keep holding"
			if !inPose {
				want = l.guide.View().Cue
			}
			if !strings.Contains(said, at.Stage.Pose.Title()) || !strings.Contains(said, want) {
				t.Errorf("in the pose %v: %q", inPose, said)
			}
		}
	}
}
