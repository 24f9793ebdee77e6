package guide

import (
	"testing"
	"time"

	"catcow/session"
	"catcow/sound"
)

// A voice that speaks by itself is heard in time in its very first session: it is taken
// for a slow one until it is known, and the plan follows where it is slower still.
func TestAVoiceIsHeardInTimeInItsFirstSession(t *testing.T) {
	t.Parallel()
	for _, real := range []float64{103, 90, 70} {
		for _, r := range library(t).Routines() {
			l, o := prepare(t, r.ID)
			l.ear.state.VoiceAlone, l.ear.pace = true, 100 // as sound takes it to be
			l.guide = New(o, l.clock)
			began := l.guide.Plan().Length()
			for l.guide.View().At.Index < 2 {
				l.run(time.Second)
			}
			l.ear.pace, l.ear.state.Pace = real, real
			l.run(time.Second)
			from := l.guide.View().At.Index + 1
			for l.guide.View().At.Index < from {
				l.run(time.Second)
			}
			l.ear.all = nil
			for l.guide.View().Phase == Leading {
				l.run(10 * time.Second)
			}
			if slower := l.guide.Plan().Length() > began; slower != (real < 100) {
				t.Errorf("%s, %v words a minute: planned as %v, and then %v", r.ID, real, began, l.guide.Plan().Length())
			}
			over := time.Time{}
			for _, s := range l.ear.all {
				if s.what != "say" || s.text == goodbyeText || s.text == wellDoneText {
					continue
				}
				if late := over.Sub(s.at); late > 300*time.Millisecond {
					t.Errorf("%s, %v words a minute: %q comes %v late", r.ID, real, s.text, late)
				}
				over = s.at.Add(l.ear.Length(s.text))
			}
		}
	}
}

// One pace for all that shows a length: that of the settings, or of a voice that is
// slower by more than chance.
func TestOnePaceForAll(t *testing.T) {
	t.Parallel()
	o := session.DefaultOptions()
	for _, c := range []struct {
		state sound.State
		want  int
	}{
		{sound.State{}, 140},
		{sound.State{Voice: "fast", Pace: 190}, 140},
		{sound.State{Voice: "by chance", Pace: 136}, 140},
		{sound.State{Voice: "slow", Pace: 103.7}, 103},
		{sound.State{Voice: "unheard", VoiceAlone: true}, sound.DefaultPace},
	} {
		if got := PacedBy(o, c.state).Pace; got != c.want {
			t.Errorf("%+v: %d; want %d", c.state, got, c.want)
		}
	}
	for _, r := range library(t).Routines() {
		l, o := prepare(t, r.ID)
		o.CheckIn, l.ear.state.Pace = true, 103
		shown := session.Compile(r, Paced(o.Session, l.ear)).Length()
		l.guide = New(o, l.clock)
		if lead := l.guide.View().Question.Lead; lead != introText(r, shown) {
			t.Errorf("%q asked; %v shown", lead, shown)
		}
		l.ear.state.Pace = 100 // measured anew
		l.do(Pause)
		l.guide.Pass(l.clock)
		if got := l.guide.Plan().Length(); got != shown {
			t.Errorf("%s: %v planned, %v shown", r.ID, got, shown)
		}
	}
}
